import type { LineTreatment } from '@entrygo/sdk/contract'
import type { DecidedTreatment } from './treatments.ts'

/**
 * A list of treatments as JSON, each written as `write` writes it. Thousands of lines share the lists of one product, which
 * are most of the text: what lines have in common is written once, and the members are named instead of looked for.
 */
export function treatmentsText(
  treatments: readonly (LineTreatment | DecidedTreatment)[],
  write: (value: unknown) => string,
): string {
  const known = new Map<unknown, SharedText>()
  return `[${treatments.map((treatment) => treatmentText(treatment, known, write)).join(',')}]`
}

/** What stands before, between and after the line's own id and that of its order. */
interface SharedText {
  readonly of: LineTreatment | DecidedTreatment
  readonly head: string
  readonly tail: string
}

function treatmentText(
  treatment: LineTreatment | DecidedTreatment,
  known: Map<unknown, SharedText>,
  write: (value: unknown) => string,
): string {
  const before = known.get(treatment.trade_actions)
  const shared = before !== undefined && isAlike(before.of, treatment) ? before : sharedText(treatment, write)
  if (shared !== before) known.set(treatment.trade_actions, shared)
  const { line_id, order_id } = treatment
  return `${shared.head}${write(line_id)},"order_id":${write(order_id)}${shared.tail}`
}

function isAlike(a: LineTreatment | DecidedTreatment, b: LineTreatment | DecidedTreatment): boolean {
  return (
    a.product_id === b.product_id &&
    a.pga === b.pga &&
    a.htsCode === b.htsCode &&
    a.countryOfOrigin === b.countryOfOrigin
  )
}

/** The members in canonical order, which is the order in which treatments have them. */
function sharedText(of: LineTreatment | DecidedTreatment, write: (value: unknown) => string): SharedText {
  const { countryOfOrigin, htsCode, pga, product_id, trade_actions } = of
  return {
    of,
    head: `{"countryOfOrigin":${write(countryOfOrigin)},"htsCode":${write(htsCode)},"line_id":`,
    tail: `,"pga":${write(pga)},"product_id":${write(product_id)},"trade_actions":${write(trade_actions)}}`,
  }
}
