import type { LineTreatment } from '@entrygo/sdk/contract'
import { type Refusal, refuseIssues } from '../refusal.ts'
import type { Planned } from './plan-export.ts'

/**
 * Characters of the snapshot and of the answer together: an answer may hold both, and V8 writes no text of 2^29 (536.9
 * million) characters or more.
 */
export const maxPlanText = 520_000_000

/** A refusal when what the plan says is too long to be written, else null. A few lines under many programs are enough. */
export function planSizeRefusal(
  planned: Pick<Planned, 'body' | 'snapshot'>,
  max: number = maxPlanText,
): Refusal | null {
  const { body, snapshot } = planned
  // A line's answer is up to ten times as long as what is hashed of it, so that most plans need no count.
  if (snapshot.length < max / 20) return null
  const { treatments, validationMessages, missing_data, ...rest } = body
  const length =
    snapshot.length +
    textLength(rest) +
    treatmentsLength(treatments) +
    [...validationMessages, ...missing_data].reduce((sum, item) => sum + textLength(item) + 1, 0)
  return length > max ? planTooLong() : null
}

/** The plan could not even be hashed, or is longer than may be answered. */
export function planTooLong(): Refusal {
  const message = 'What the plan says of the lines is longer than one answer can be. Plan the orders in parts.'
  return refuseIssues('VALIDATION_ERROR', 'Request validation failed.', [
    { path: 'orderIds', message, code: 'too_big' },
  ])
}

/** Lines of one product share their lists, which are most of the text: each is measured once. */
function treatmentsLength(treatments: readonly LineTreatment[]): number {
  const known = new Map<unknown, number>()
  const listLength = (list: readonly object[]): number => {
    const length = known.get(list) ?? textLength(list)
    known.set(list, length)
    return length
  }
  return treatments.reduce((sum, { pga, trade_actions, ...line }) => {
    const { line_id, order_id, product_id } = line
    return sum + listLength(pga) + listLength(trade_actions) + `${line_id}${order_id}${product_id}`.length + namesLength
  }, 0)
}

/** Of the members of a treatment with its number and country. */
const namesLength = 140

function textLength(value: object): number {
  return JSON.stringify(value).length
}
