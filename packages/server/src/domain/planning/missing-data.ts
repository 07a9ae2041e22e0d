import type { MissingData } from '@entrygo/sdk/contract'
import { compareText, type Finding } from '../rules/findings.ts'
import type { JudgedOrder } from './judge-orders.ts'

/**
 * Every gap at once, one entry for each fact, sorted by pointer: a fact that is missing and a question that nobody has
 * answered. `releases` are the orders that wait for it; a fact of the whole shipment is waited for by all included ones.
 */
export function missingData(
  judged: readonly JudgedOrder[],
  ofExport: readonly Finding[],
  included: readonly string[],
): MissingData[] {
  const gaps = new Map<string, Gap>()
  for (const { orderId, findings } of judged) {
    for (const finding of findings) {
      if (isGap(finding)) gapOf(gaps, finding, orderId)
    }
  }
  for (const finding of ofExport) {
    if (!isGap(finding)) continue
    const gap = gapOf(gaps, finding, null)
    gap.releases = [...new Set([...gap.releases, ...included])].sort(compareText)
  }
  return [...gaps.values()]
    .sort((a, b) => compareText(a.finding.pointer, b.finding.pointer))
    .map(({ finding, requiredBy, releases }) => ({
      ...(finding.pointer.startsWith('/orders/') && finding.orderId !== undefined ? { order_id: finding.orderId } : {}),
      ...(finding.productId === undefined ? {} : { product_id: finding.productId }),
      field: finding.field,
      pointer: finding.pointer,
      requiredBy: [...requiredBy].sort(compareText),
      releases,
    }))
}

interface Gap {
  readonly finding: Finding
  readonly requiredBy: Set<string>
  /** Sorted: orders come in the order of their ids. */
  releases: string[]
}

function isGap({ code }: Finding): boolean {
  return code === 'MISSING_DATA' || code === 'QUESTION'
}

function gapOf(gaps: Map<string, Gap>, finding: Finding, orderId: string | null): Gap {
  const known = gaps.get(finding.pointer)
  const gap = known ?? { finding, requiredBy: new Set(), releases: [] }
  if (known === undefined) gaps.set(finding.pointer, gap)
  gap.requiredBy.add(finding.ruleId)
  if (orderId !== null && gap.releases.at(-1) !== orderId) gap.releases.push(orderId)
  return gap
}
