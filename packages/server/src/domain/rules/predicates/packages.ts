import { decimalText, parseDecimal } from '../../customs/decimal.ts'
import { scaledWireNumber } from '../../customs/money.ts'
import { lineIdOf, type OrderFacts, placeInOrder } from '../facts.ts'
import type { PackageFacts } from '../plan-inputs.ts'
import { type Detection, nothing, type OrderPredicate } from '../predicate.ts'

/**
 * The packing detail of the order is complete: packages with marks, weights and contents, and every line in them with
 * the quantity that is ordered. Net and gross weight, over 0, may stand on all the lines instead of on the packages.
 */
export const packagesDetailed: OrderPredicate = {
  codes: () => ['MISSING_DATA', 'INVALID_DATA'],
  args: [],
  reads: () => ['packages', 'items.quantity', 'items.netWeightKg', 'items.grossWeightKg'],
  bind: () => (facts) => {
    const { packages = [] } = facts.order
    if (packages.length === 0) return [gapAt(facts, 'packages')]
    const gaps = [
      ...packages.flatMap((item, index) => packageGaps(facts, item, index)),
      ...unknownContents(facts, packages),
      ...unpackedLines(facts, packages),
    ]
    return gaps.length === 0 ? nothing : gaps
  },
}

function packageGaps(facts: OrderFacts, item: PackageFacts, index: number): Detection[] {
  const { items } = facts.order
  const isMissing = {
    marks: item.marks === undefined || item.marks.trim() === '',
    grossKg: !isWeight(item.grossKg) && items.some(({ grossWeightKg }) => !isWeight(grossWeightKg)),
    netKg: !isWeight(item.netKg) && items.some(({ netWeightKg }) => !isWeight(netWeightKg)),
    contents: item.contents === undefined || item.contents.length === 0,
  }
  const gaps = Object.entries(isMissing)
    .filter(([, missing]) => missing)
    .map(([field]) => gapAt(facts, 'packages', index, field))
  return isNetOverGross(item) ? [...gaps, netOverGross(facts, item, index)] : gaps
}

/** Goods weigh something: 0 is what a form writes where nobody weighed, so it counts as not given. */
function isWeight(kg: string | undefined): kg is string {
  return kg !== undefined && parseDecimal(kg) !== 0n
}

function isNetOverGross({ netKg, grossKg }: PackageFacts): boolean {
  const net = isWeight(netKg) ? parseDecimal(netKg) : null
  const gross = isWeight(grossKg) ? parseDecimal(grossKg) : null
  return net !== null && gross !== null && net > gross
}

function netOverGross(facts: OrderFacts, { netKg, grossKg }: PackageFacts, index: number): Detection {
  const problem = `net weight ${netKg} kg is over gross weight ${grossKg} kg`
  return { ...gapAt(facts, 'packages', index, 'netKg'), code: 'INVALID_DATA', values: { problem } }
}

function unknownContents(facts: OrderFacts, packages: readonly PackageFacts[]): Detection[] {
  const lineIds = new Set(facts.order.items.map(lineIdOf))
  return packages.flatMap(({ contents = [] }, index) =>
    contents.flatMap(({ lineId }, position): readonly Detection[] => {
      if (lineIds.has(lineId)) return nothing
      const place = gapAt(facts, 'packages', index, 'contents', position, 'lineId')
      return [{ ...place, code: 'INVALID_DATA', values: { problem: `the order has no line ${lineId}` } }]
    }),
  )
}

/** Only where contents are given at all: a package without contents is a gap of its own. */
function unpackedLines(facts: OrderFacts, packages: readonly PackageFacts[]): Detection[] {
  if (packages.some(({ contents = [] }) => contents.length === 0)) return []
  const packed = new Map<string, bigint>()
  for (const { lineId, quantity } of packages.flatMap(({ contents = [] }) => contents)) {
    packed.set(lineId, (packed.get(lineId) ?? 0n) + scaledWireNumber(quantity))
  }
  const lines = facts.order.items.map((line, index) => {
    const lineId = lineIdOf(line, index)
    return { lineId, ordered: scaledWireNumber(line.quantity), inPackages: packed.get(lineId) ?? 0n }
  })
  const unpacked = lines.filter(({ inPackages }) => inPackages === 0n).map(({ lineId }) => lineId)
  const differing = lines.filter(({ ordered, inPackages }) => inPackages !== 0n && inPackages !== ordered)
  const problems = [
    ...(unpacked.length === 0 ? [] : [`no package contains line ${unpacked.join(', ')}`]),
    ...differing.map(
      ({ lineId, ordered, inPackages }) =>
        `the packages hold ${decimalText(inPackages)} of line ${lineId}, ordered are ${decimalText(ordered)}`,
    ),
  ]
  if (problems.length === 0) return []
  return [{ ...gapAt(facts, 'packages'), code: 'INVALID_DATA', values: { problem: problems.join('; ') } }]
}

function gapAt(facts: OrderFacts, ...path: readonly [string, ...(string | number)[]]): Detection {
  const field = path.join('.')
  return { code: 'MISSING_DATA', field, place: placeInOrder(facts, ...path), values: { field } }
}
