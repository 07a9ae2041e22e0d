import type { QuerySighting, Sighting } from '../changes.ts'
import type { AttemptRecord, DeliveryRecord, OutboxRecord } from '../records.ts'
import {
  acceptedBy,
  type DeliveryDecision,
  decided,
  evidenceAlone,
  findAttempt,
  heldEffect,
  type Step,
  withOutcome,
  withRaisedEpoch,
} from './decision.ts'
import { attemptsInDoubt, keyTrustedUntil, mayHaveOutlivedKey } from './doubt.ts'
import { afterQuery } from './reconcile.ts'
import { askOrGiveUp, asksAtOnce, isResolvedByKey, type Moment, sendAgain, unconfirmed } from './steps.ts'

/** A send that ended. */
export interface EndedSend<Delivery extends DeliveryRecord> extends Moment {
  /** As committed now. */
  readonly delivery: Delivery
  readonly n: number
  /** Epoch of the lease under which the attempt was made. */
  readonly epoch: number
  readonly sighting: Sighting
}

/**
 * The state machine of a delivery (delivery.md §7.1), the same for a customs package, a notification and an event. An
 * acceptance counts whoever reports it and is absorbing; any other outcome decides only under the current lease. FAILED
 * and REJECTED say that the receiver does not hold the delivery, so with a send in doubt it is asked or UNCONFIRMED.
 */
export function afterSend<Delivery extends DeliveryRecord>(ended: EndedSend<Delivery>): DeliveryDecision<Delivery> {
  const { n, sighting, now } = ended
  const { outcome, evidence, brokerRef } = sighting
  const { delivery, attempt } = withLateArrival(withOutcome(ended.delivery, { n, outcome, evidence }, now), now)
  const closed = { delivery, attempts: [attempt] }
  if (outcome === 'accepted') return acceptedBy(closed, { n, brokerRef, now })
  const held = heldEffect(delivery, ended)
  if (held === null) return evidenceAlone(closed, { marks: delivery.resendRisk !== ended.delivery.resendRisk })
  if (outcome === 'rejected') {
    const decision = afterRefusal({ delivery, attempt, held, evidence })
    return evidence === 'key_reused' ? { ...decision, alarm: 'key_reused' } : decision
  }
  return decided(closed, held, stepAfterSend(delivery, held, ended))
}

/**
 * A lease that is over: a send may have happened, so its attempt is unknown; a question that was lost says nothing. The
 * raised epoch keeps the worker that overslept from deciding. Throws for a delivery without a pending effect.
 */
export function afterLeaseExpiry<Delivery extends DeliveryRecord>({
  delivery,
  ...moment
}: Moment & { readonly delivery: Delivery }): DeliveryDecision<Delivery> {
  const { outbox } = delivery
  if (outbox === null) throw new Error(`Delivery ${delivery.id} has no pending effect whose lease could be over.`)
  const { n, kind, outcome, evidence } = findAttempt(delivery, outbox.lastN)
  const ended = { ...moment, delivery, n, epoch: outbox.leaseEpoch }
  if (kind === 'query') return withRaisedEpoch(afterQuery({ ...ended, sighting: lostQuestion(outcome) }))
  // A worker that was paused may have reported meanwhile; what it saw stands.
  const sighting: Sighting =
    outcome === null ? { outcome: 'unknown', evidence: 'lease_expired' } : { outcome, evidence: evidence ?? '' }
  return withRaisedEpoch(afterSend({ ...ended, sighting }))
}

/**
 * Nobody claimed a send before the key of the delivery stopped being trusted. What a late worker saw meanwhile may have
 * resolved the doubt or moved the moment: then the send goes on waiting. Throws for a delivery without a pending effect.
 */
export function afterLapse<Delivery extends DeliveryRecord>({
  delivery,
  now,
}: Moment & { readonly delivery: Delivery }): DeliveryDecision<Delivery> {
  const { outbox } = delivery
  if (outbox === null) throw new Error(`Delivery ${delivery.id} has no pending effect that could have lapsed.`)
  const notAfter = keyTrustedUntil(delivery)
  const step: Step =
    notAfter === null || now <= notAfter
      ? { next: 'send', at: outbox.availableAt, notAfter, sends: outbox.sends }
      : askOrGiveUp(delivery, now, 'key_window')
  return withRaisedEpoch(decided({ delivery, attempts: [] }, outbox, step))
}

/** Under a key that the receiver may have forgotten by then, the send counts for itself: the record tells of it. */
function withLateArrival<Delivery extends DeliveryRecord>(
  { delivery, attempt }: { readonly delivery: Delivery; readonly attempt: AttemptRecord },
  now: number,
): { readonly delivery: Delivery; readonly attempt: AttemptRecord } {
  const { n, outcome } = attempt
  const isTold = (outcome === 'accepted' || outcome === 'unknown') && mayHaveOutlivedKey(delivery, n, now)
  return isTold ? { delivery: { ...delivery, resendRisk: true }, attempt } : { delivery, attempt }
}

function afterRefusal<Delivery extends DeliveryRecord>({
  delivery,
  attempt,
  held,
  evidence,
}: {
  readonly delivery: Delivery
  readonly attempt: AttemptRecord
  readonly held: OutboxRecord
  readonly evidence: string
}): DeliveryDecision<Delivery> {
  const attempts = [attempt]
  const hadDoubt = attemptsInDoubt(delivery).length > 0
  // After a restore the receiver may hold what was sent in the lost time: it refuses these bytes because it has others.
  const isHeld = hadDoubt && evidence === 'key_reused'
  if (isHeld || !isResolvedByKey(delivery, attempt.startedAt))
    return decided({ delivery, attempts }, held, unconfirmed('ambiguous'))
  const resolved: Delivery = hadDoubt ? { ...delivery, doubtResolvedN: attempt.n } : delivery
  const news = { became: 'FAILED', reason: 'rejected', evidence } as const
  return decided({ delivery: resolved, attempts }, held, { next: 'rest', state: 'REJECTED', news })
}

function stepAfterSend(
  delivery: DeliveryRecord,
  { sends }: OutboxRecord,
  { sighting, now, fraction }: Pick<EndedSend<DeliveryRecord>, 'sighting' | 'now' | 'fraction'>,
): Step {
  const { outcome, evidence, retryAfterMs } = sighting
  if (outcome === 'unknown' && delivery.policy === 'at_most_once') return unconfirmed('ambiguous')
  if (outcome === 'unknown' && asksAtOnce(delivery)) return askOrGiveUp(delivery, now, 'ambiguous')
  return sendAgain(delivery, { now, fraction, sends, retryAfterMs, evidence })
}

function lostQuestion(outcome: AttemptRecord['outcome']): QuerySighting {
  return outcome === 'not_sent'
    ? { found: false, isReliable: true, evidence: 'not_found_by_query' }
    : { found: false, isReliable: false, evidence: 'lease_expired' }
}
