import type { PlanSnapshot } from '@entrygo/sdk/contract'
import { isRecord } from './record.ts'

/** What planning wrote, as far as comparison and explanation look at it. */
export function isSnapshot(value: unknown): value is PlanSnapshot {
  if (!isRecord(value) || !isRecord(value['inputs']) || !isRecord(value['decision'])) return false
  const { inputs, decision } = value
  const { findings, treatments, included, excluded } = decision
  return (
    [inputs['orders'], inputs['products'], inputs['shipment']].every(isRecord) &&
    [findings, treatments, included, excluded].every((list) => Array.isArray(list))
  )
}
