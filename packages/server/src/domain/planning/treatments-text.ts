import type { LineTreatment } from '@entrygo/sdk/contract'
import type { Steps } from '../work-in-steps.ts'
import type { DecidedTreatment } from './treatments.ts'

type Treatment = LineTreatment | DecidedTreatment
type Write = (value: unknown) => string

/** A step of writing: a fraction of a millisecond. One item a step would take longer than writing it. */
export const itemsInStep = 256

/**
 * Adds a list of treatments as JSON, each written as `write` writes it. Thousands of lines share the lists of one product,
 * which are most of the text: what lines have in common is written once, and the members are named instead of looked for.
 */
export function* pushTreatments(parts: string[], treatments: readonly Treatment[], write: Write): Steps<void> {
  const known = new Map<unknown, SharedText>()
  let before = '['
  for (const treatment of treatments) {
    const { head, tail } = sharedText(treatment, known, write)
    parts.push(`${before}${head}${write(treatment.line_id)},"order_id":${write(treatment.order_id)}${tail}`)
    before = ','
    if (parts.length % itemsInStep === 0) yield
  }
  parts.push(before === '[' ? '[]' : ']')
}

/** What stands before and after the line's own id and that of its order. */
interface SharedText {
  readonly of: Treatment
  readonly head: string
  readonly tail: string
}

function sharedText(treatment: Treatment, known: Map<unknown, SharedText>, write: Write): SharedText {
  const found = known.get(treatment.trade_actions)
  if (found !== undefined && isAlike(found.of, treatment)) return found
  const made = writeShared(treatment, write)
  known.set(treatment.trade_actions, made)
  return made
}

function isAlike(a: Treatment, b: Treatment): boolean {
  return (
    a.product_id === b.product_id &&
    a.pga === b.pga &&
    a.htsCode === b.htsCode &&
    a.countryOfOrigin === b.countryOfOrigin
  )
}

/** The members in canonical order, which is the order in which treatments have them. */
function writeShared(of: Treatment, write: Write): SharedText {
  const { countryOfOrigin, htsCode, pga, product_id, trade_actions } = of
  return {
    of,
    head: `{"countryOfOrigin":${write(countryOfOrigin)},"htsCode":${write(htsCode)},"line_id":`,
    tail: `,"pga":${write(pga)},"product_id":${write(product_id)},"trade_actions":${write(trade_actions)}}`,
  }
}
