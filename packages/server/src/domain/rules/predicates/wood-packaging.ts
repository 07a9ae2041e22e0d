import { type OrderFacts, placeInOrder } from '../facts.ts'
import type { PackageFacts } from '../plan-inputs.ts'
import { type Detection, nothing, type OrderPredicate, type RuleArguments, textListArgument } from '../predicate.ts'

/**
 * Wood packaging carries the mark of ISPM 15. A package type is read by its code of UN/ECE Recommendation 21, else by its
 * words: another material wins (a plastic pallet), then wood (a wooden box), then a form that is seldom of wood (a box).
 * What says none of it is a question.
 */
export const woodPackagingMarked: OrderPredicate = {
  codes: () => ['MISSING_DATA', 'CHECK', 'QUESTION'],
  args: ['otherMaterials', 'wood', 'woodCodes', 'otherForms', 'otherCodes'],
  reads: () => ['packages.ispm15', 'packages.type'],
  bind: (args) => {
    const materialOf = materialReader(args)
    return (facts) => {
      let found: Detection[] | undefined
      for (const [index, item] of (facts.order.packages ?? []).entries()) {
        const material = item.ispm15 === true ? 'other' : materialOf(item)
        if (material !== 'other') found = [...(found ?? []), detection(facts, index, { ...item, material })]
      }
      return found ?? nothing
    }
  },
}

type Material = 'wood' | 'other' | 'unknown'

function materialReader(args: RuleArguments): (item: PackageFacts) => Material {
  const words = (name: string): readonly string[] => textListArgument(args, name)
  const isIn = (codes: readonly string[], type: string): boolean => codes.includes(type.toUpperCase())
  const [woodCodes, otherCodes] = [words('woodCodes'), words('otherCodes')]
  // The first list that has a word of the type decides.
  const byWord: readonly (readonly [Material, readonly string[]])[] = [
    ['other', words('otherMaterials')],
    ['wood', words('wood')],
    ['other', words('otherForms')],
  ]
  const read = (type: string): Material => {
    const text = type.trim().toLowerCase()
    if (isIn(woodCodes, text)) return 'wood'
    if (isIn(otherCodes, text)) return 'other'
    return byWord.find(([, named]) => named.some((word) => text.includes(word)))?.[0] ?? 'unknown'
  }
  const known = new Map<string, Material>()
  return ({ type = '' }) => {
    const material = known.get(type) ?? read(type)
    // Callers choose the texts, so the memory is bounded.
    if (known.size >= maxRemembered) known.clear()
    known.set(type, material)
    return material
  }
}

const maxRemembered = 200

interface JudgedPackage extends PackageFacts {
  readonly material: Material
}

function detection(facts: OrderFacts, index: number, { id, type, ispm15, material }: JudgedPackage): Detection {
  const values = { id, type: type ?? 'not stated' }
  const field = material === 'unknown' ? 'type' : 'ispm15'
  const code = material === 'unknown' ? 'QUESTION' : ispm15 === undefined ? 'MISSING_DATA' : 'CHECK'
  const path = ['packages', index, field] as const
  return { code, field: path.join('.'), place: placeInOrder(facts, ...path), values }
}
