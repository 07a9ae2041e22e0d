import type { AttemptOutcome } from '@entrygo/sdk/contract'
import type { QuerySighting } from '../changes.ts'
import type { AttemptRecord, DeliveryRecord } from '../records.ts'
import { acceptedBy, type DeliveryDecision, decided, evidenceAlone, heldEffect, withOutcome } from './decision.ts'
import { nextDelayMs } from './schedule.ts'
import { type Moment, sendAgain, settledAt, unconfirmed } from './steps.ts'

/** A question that ended. */
export interface EndedQuery<Delivery extends DeliveryRecord> extends Moment {
  /** As committed now. */
  readonly delivery: Delivery
  readonly n: number
  readonly epoch: number
  readonly sighting: QuerySighting
}

/**
 * What the receiver answered when it was asked for a delivery (delivery.md §7.1, RECONCILE). Found with our payload is an
 * acceptance, whoever asked. Two reliable answers that it holds nothing, at least the settle time apart, resolve the
 * doubt. A question that failed says nothing; after ten the delivery is UNCONFIRMED.
 */
export function afterQuery<Delivery extends DeliveryRecord>(ended: EndedQuery<Delivery>): DeliveryDecision<Delivery> {
  const { n, sighting, now, fraction } = ended
  const seen = outcomeOf(sighting, ended.delivery)
  const { delivery, attempt } = withOutcome(ended.delivery, { n, ...seen }, now)
  const closed = { delivery, attempts: [attempt] }
  if (seen.outcome === 'accepted' && sighting.found)
    return acceptedBy(closed, { n, brokerRef: sighting.brokerRef, now })
  const held = heldEffect(delivery, ended)
  if (sighting.found) {
    const decision = held === null ? evidenceAlone(closed) : decided(closed, held, unconfirmed('ambiguous'))
    return { ...decision, alarm: 'other_payload_found' }
  }
  if (held === null) return evidenceAlone(closed)
  if (isKnownNotToHold(delivery)) {
    const resolved: Delivery = { ...delivery, doubtResolvedN: n }
    const sends = sendsInRound(delivery)
    const step = sendAgain(resolved, { now, fraction, sends, evidence: seen.evidence })
    return decided({ delivery: resolved, attempts: [attempt] }, held, step)
  }
  const delayMs = nextDelayMs(held.sends, fraction, sighting.retryAfterMs)
  if (delayMs === null) return decided(closed, held, unconfirmed('exhausted'))
  const at = now + Math.max(delayMs, delivery.terms.settleMs)
  return decided(closed, held, { next: 'query', at, queries: held.sends })
}

function outcomeOf(
  sighting: QuerySighting,
  { payloadSha }: DeliveryRecord,
): { readonly outcome: AttemptOutcome; readonly evidence: string } {
  if (!sighting.found) {
    return sighting.isReliable
      ? { outcome: 'not_sent', evidence: 'not_found_by_query' }
      : { outcome: 'unknown', evidence: sighting.evidence }
  }
  // One id never carries two payloads, so a receiver that does not tell the hash is believed.
  const isOurs = sighting.payloadSha256 === null || sighting.payloadSha256 === payloadSha
  return isOurs
    ? { outcome: 'accepted', evidence: 'found_by_query' }
    : { outcome: 'unknown', evidence: 'other_payload_found' }
}

/** Two answers since the last send, both after it had settled and at least the settle time apart. */
function isKnownNotToHold(delivery: DeliveryRecord): boolean {
  const { attempts, terms } = delivery
  const lastSendN = Math.max(0, ...attempts.filter(({ kind }) => kind === 'send').map(({ n }) => n))
  const settled = settledAt(delivery)
  const askedAt = attempts
    .filter(isNegativeAnswer)
    .filter(({ n, startedAt }) => n > lastSendN && startedAt >= settled)
    .map(({ startedAt }) => startedAt)
  return askedAt.length > 1 && Math.max(...askedAt) - Math.min(...askedAt) >= terms.settleMs
}

function isNegativeAnswer({ kind, outcome }: AttemptRecord): boolean {
  return kind === 'query' && outcome === 'not_sent'
}

function sendsInRound({ attempts, roundFromN }: DeliveryRecord): number {
  return attempts.filter(({ kind, n }) => kind === 'send' && n >= roundFromN).length
}
