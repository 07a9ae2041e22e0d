import { isRecord, memberOf, pointerNames, textOf } from '../compare/json-value.ts'
import type { DecidedFinding, Finding, PlanSnapshot } from '../contract/index.ts'

/** The records that a finding is about, as far as it is about one. */
export interface FindingSubject {
  readonly orderId: string | null
  /** Position of the line in its order. */
  readonly lineIndex: number | null
  readonly lineId: string | null
  readonly productId: string | null
}

/** Reads the subject from the members of the finding, and what they leave open from its pointer. */
export function subjectOf(snapshot: PlanSnapshot, finding: Finding | DecidedFinding): FindingSubject {
  const [home, id, list, position] = pointerNames(finding.pointer)
  const orderId = textMember(finding, 'order_id') ?? (home === 'orders' && id !== undefined ? id : null)
  const items = orderId === null ? [] : itemsOf(snapshot, orderId)
  const lineIndex = indexOfLine(items, textMember(finding, 'line_id'), {
    position: home === 'orders' && list === 'items' ? position : undefined,
  })
  const line = lineIndex === null ? undefined : items[lineIndex]
  const ofLine = textOf(memberOf(line, 'productId'))
  const ofPointer = home === 'products' && id !== undefined ? id : null
  return {
    orderId,
    lineIndex,
    lineId: lineIndex === null ? null : lineIdOf(line, lineIndex),
    productId: textMember(finding, 'product_id') ?? ofPointer ?? (ofLine === '' ? null : ofLine),
  }
}

/** As stated, else the position counted from "1". */
export function lineIdOf(line: unknown, index: number): string {
  return textOf(memberOf(line, 'lineId')) || String(index + 1)
}

export function itemsOf({ inputs }: PlanSnapshot, orderId: string): readonly unknown[] {
  const items = memberOf(memberOf(inputs.orders, orderId), 'items')
  return Array.isArray(items) ? items : []
}

function indexOfLine(
  items: readonly unknown[],
  lineId: string | null,
  { position }: { readonly position: string | undefined },
): number | null {
  if (position !== undefined && /^\d{1,6}$/.test(position) && isRecord(items[Number(position)])) return Number(position)
  if (lineId === null) return null
  const index = items.findIndex((line, at) => lineIdOf(line, at) === lineId)
  return index < 0 ? null : index
}

function textMember(finding: Finding | DecidedFinding, name: string): string | null {
  return textOf(memberOf(finding, name)) || null
}
