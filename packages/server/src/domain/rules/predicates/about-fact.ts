import { type ProductFacts, placeInProduct } from '../facts.ts'
import type { Detection } from '../predicate.ts'

/**
 * A detection on this fact of a product. One on the tariff number shows that number as its example: what is noted or has
 * to be confirmed is said of these goods, and no other number would settle it.
 */
export function aboutFact(facts: ProductFacts, field: string): Pick<Detection, 'field' | 'place' | 'example'> {
  const { htsCode = '' } = facts.product
  const place = placeInProduct(facts, ...field.split('.'))
  return field === 'htsCode' && htsCode !== '' ? { field, place, example: htsCode } : { field, place }
}
