import { decimalScale, decimalText, sumDecimals } from '../../customs/decimal.ts'
import { placeInProduct } from '../facts.ts'
import { type Detection, nothing, type ProductPredicate, textListArgument } from '../predicate.ts'

/** Fibre content adds up to 100 % and the other details of a wearing-apparel invoice are given. */
export const apparelDetailed: ProductPredicate = {
  codes: () => ['MISSING_DATA', 'INVALID_DATA'],
  args: [],
  reads: () => ['materials', 'construction', 'gender'],
  bind: () => (facts) => {
    const { materials = [], construction, gender } = facts.product
    const gap = (field: string): Detection => ({
      code: 'MISSING_DATA',
      field,
      place: placeInProduct(facts, field),
      values: { field },
    })
    const gaps: Detection[] = []
    const sum = sumDecimals(materials.map(({ pct }) => pct))
    if (materials.length === 0) gaps.push(gap('materials'))
    else if (sum !== wholePct) {
      const value = sum === null ? 'unreadable' : decimalText(sum)
      gaps.push({ ...gap('materials'), code: 'INVALID_DATA', values: { value } })
    }
    if (construction === undefined) gaps.push(gap('construction'))
    if (gender === undefined) gaps.push(gap('gender'))
    return gaps.length === 0 ? nothing : gaps
  },
}

/** The materials name each part of the article that the rule asks for (footwear: upper and outer sole). */
export const partMaterialsGiven: ProductPredicate = {
  codes: () => ['MISSING_DATA', 'QUESTION'],
  args: ['parts'],
  reads: () => ['materials'],
  bind: (args) => {
    const parts = textListArgument(args, 'parts')
    return (facts) => {
      const { materials = [] } = facts.product
      const place = placeInProduct(facts, 'materials')
      return parts
        .filter((part) => !materials.some(({ name }) => name.toLowerCase().includes(part)))
        .map(
          (part): Detection => ({
            code: materials.length === 0 ? 'MISSING_DATA' : 'QUESTION',
            field: 'materials',
            place,
            values: { part },
          }),
        )
    }
  },
}

const wholePct = 100n * decimalScale
