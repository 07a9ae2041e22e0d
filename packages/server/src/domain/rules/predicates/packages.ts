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
    // Asked of every order, most of which are complete: gaps are gathered one by one, and nothing is made for the others.
    const gaps: Detection[] = []
    for (const [index, item] of packages.entries()) addPackageGaps(gaps, facts, { item, index })
    addUnknownContents(gaps, facts, packages)
    addUnpackedLines(gaps, facts, packages)
    return gaps.length === 0 ? nothing : gaps
  },
}

interface PackageAt {
  readonly item: PackageFacts
  readonly index: number
}

function addPackageGaps(gaps: Detection[], facts: OrderFacts, { item, index }: PackageAt): void {
  const { items } = facts.order
  const { marks, contents = [] } = item
  const [gross, net] = [weightOf(item.grossKg), weightOf(item.netKg)]
  const isMissing = (field: 'marks' | 'grossKg' | 'netKg' | 'contents'): void => {
    gaps.push(gapAt(facts, 'packages', index, field))
  }
  if (marks === undefined || marks.trim() === '') isMissing('marks')
  if (gross === 0n && items.some(({ grossWeightKg }) => weightOf(grossWeightKg) === 0n)) isMissing('grossKg')
  if (net === 0n && items.some(({ netWeightKg }) => weightOf(netWeightKg) === 0n)) isMissing('netKg')
  if (contents.length === 0) isMissing('contents')
  if (net !== null && gross !== null && gross !== 0n && net > gross) gaps.push(netOverGross(facts, { item, index }))
}

/** Goods weigh something: 0 is what a form writes where nobody weighed, so it counts as not given. Null for no decimal. */
function weightOf(kg: string | undefined): bigint | null {
  return kg === undefined ? 0n : parseDecimal(kg)
}

function netOverGross(facts: OrderFacts, { item: { netKg, grossKg }, index }: PackageAt): Detection {
  const problem = `net weight ${netKg} kg is over gross weight ${grossKg} kg`
  return { ...gapAt(facts, 'packages', index, 'netKg'), code: 'INVALID_DATA', values: { problem } }
}

function addUnknownContents(gaps: Detection[], facts: OrderFacts, packages: readonly PackageFacts[]): void {
  const lineIds = new Set(facts.order.items.map(lineIdOf))
  for (const [index, { contents = [] }] of packages.entries()) {
    for (const [position, { lineId }] of contents.entries()) {
      if (lineIds.has(lineId)) continue
      const gap = gapAt(facts, 'packages', index, 'contents', position, 'lineId')
      gaps.push({ ...gap, code: 'INVALID_DATA', values: { problem: `the order has no line ${lineId}` } })
    }
  }
}

/** Only where contents are given at all: a package without contents is a gap of its own. */
function addUnpackedLines(gaps: Detection[], facts: OrderFacts, packages: readonly PackageFacts[]): void {
  const packed = packedQuantities(packages)
  if (packed === null) return
  const unpacked: string[] = []
  const differing: string[] = []
  for (const [index, line] of facts.order.items.entries()) {
    const lineId = lineIdOf(line, index)
    const [ordered, inPackages] = [scaledWireNumber(line.quantity), packed.get(lineId) ?? 0n]
    if (inPackages === 0n) unpacked.push(lineId)
    else if (inPackages !== ordered)
      differing.push(
        `the packages hold ${decimalText(inPackages)} of line ${lineId}, ordered are ${decimalText(ordered)}`,
      )
  }
  if (unpacked.length + differing.length === 0) return
  const none = unpacked.length === 0 ? [] : [`no package contains line ${unpacked.join(', ')}`]
  const problem = [...none, ...differing].join('; ')
  gaps.push({ ...gapAt(facts, 'packages'), code: 'INVALID_DATA', values: { problem } })
}

/** By line; null where a package states no contents. */
function packedQuantities(packages: readonly PackageFacts[]): Map<string, bigint> | null {
  const packed = new Map<string, bigint>()
  for (const { contents = [] } of packages) {
    if (contents.length === 0) return null
    for (const { lineId, quantity } of contents)
      packed.set(lineId, (packed.get(lineId) ?? 0n) + scaledWireNumber(quantity))
  }
  return packed
}

function gapAt(facts: OrderFacts, ...path: readonly [string, ...(string | number)[]]): Detection {
  const field = path.join('.')
  return { code: 'MISSING_DATA', field, place: placeInOrder(facts, ...path), values: { field } }
}
