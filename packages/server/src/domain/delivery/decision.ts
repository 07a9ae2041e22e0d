import type { AttemptOutcome } from '@entrygo/sdk/contract'
import type { AttemptRecord, DeliveryRecord, DeliveryState, OutboxRecord } from '../records.ts'

/** What something that happened to a delivery changes. */
export interface DeliveryDecision<Delivery extends DeliveryRecord = DeliveryRecord> {
  /** With its attempts and its pending effect as they are from now on. */
  readonly delivery: Delivery
  /** Attempts whose outcome changes. */
  readonly attempts: readonly AttemptRecord[]
  /** An attempt that is written although nobody claimed it: it stands for what a restored store no longer knows. */
  readonly lost?: AttemptRecord
  /** The effect that ends. */
  readonly endedOutboxId: string | null
  /** False for a worker whose lease was over: what it saw is kept as evidence, and it decides nothing. */
  readonly decides: boolean
  /** It decides nothing, and yet from now on the delivery tells of a possible duplicate. */
  readonly marks?: boolean
  /** The lease that must still be the current one when this is written; null for what counts whoever reports it. */
  readonly lease: { readonly outboxId: string; readonly epoch: number } | null
  /** Where the delivery came to rest; null while it is under way, and for what was known already. */
  readonly news: News | null
  /** Something that cannot happen when sender and receiver keep their word: an operator must look. */
  readonly alarm: Alarm | null
}

/** The receiver has another message under our id: found when it was asked, or told when it refused ours. */
export type Alarm = 'other_payload_found' | 'key_reused'

export type News =
  | { readonly became: 'ACCEPTED'; readonly attempt: number }
  | { readonly became: 'FAILED'; readonly reason: FailedReason; readonly evidence: string }
  | { readonly became: 'UNCONFIRMED'; readonly reason: UnknownReason }

/** `FAILED` of {@link News} stands for all states that say: the receiver does not hold it. */
export type FailedReason = 'rejected' | 'exhausted' | 'bounced' | 'not_received'
export type UnknownReason = 'ambiguous' | 'key_window' | 'exhausted' | 'restored'

/** The delivery is at rest: nothing will be sent by itself. */
export function isFinal(state: DeliveryState): boolean {
  return state !== 'QUEUED' && state !== 'RETRY_WAIT' && state !== 'RECONCILE'
}

/**
 * The delivery with one attempt closed; an outcome that is known already is replaced only if it was `unknown`, or by an
 * acceptance if it was the word of an operator, who could not know that the worker slept and would send it later.
 */
export function withOutcome<Delivery extends DeliveryRecord>(
  delivery: Delivery,
  seen: Pick<AttemptRecord, 'n' | 'outcome' | 'evidence'>,
  now: number,
): { readonly delivery: Delivery; readonly attempt: AttemptRecord } {
  const before = findAttempt(delivery, seen.n)
  const isDisproved = before.evidence === deniedByOperator && seen.outcome === 'accepted'
  const isSettled = before.outcome !== null && before.outcome !== 'unknown' && !isDisproved
  const attempt = isSettled ? before : { ...before, ...seen, finishedAt: before.finishedAt ?? now }
  const attempts = delivery.attempts.map((other) => (other.n === seen.n ? attempt : other))
  return { attempt, delivery: { ...delivery, attempts } }
}

/** Evidence of a send that the receiver does not hold, as an operator learned. */
export const deniedByOperator = 'denied_by_operator'

/** The delivery with several attempts closed alike. */
export function closedAs<Delivery extends DeliveryRecord>(
  delivery: Delivery,
  numbers: readonly number[],
  { now, ...seen }: { readonly outcome: AttemptOutcome; readonly evidence: string; readonly now: number },
): { readonly delivery: Delivery; readonly attempts: readonly AttemptRecord[] } {
  let closed = delivery
  const attempts = numbers.map((n) => {
    const next = withOutcome(closed, { n, ...seen }, now)
    closed = next.delivery
    return next.attempt
  })
  return { delivery: closed, attempts }
}

export function findAttempt({ id, attempts }: DeliveryRecord, n: number): AttemptRecord {
  const found = attempts.find((attempt) => attempt.n === n)
  if (found === undefined) throw new Error(`Delivery ${id} has no attempt ${n}.`)
  return found
}

/** The effect, when the lease under which the attempt was made is still the current one. */
export function heldEffect(
  { outbox, state }: DeliveryRecord,
  { n, epoch }: { readonly n: number; readonly epoch: number },
): OutboxRecord | null {
  // A new round goes on from the old epochs and numbers: while nobody has claimed it, no lease of it can be current.
  if (outbox === null || outbox.leaseOwner === null || isFinal(state)) return null
  return outbox.leaseEpoch === epoch && outbox.lastN === n ? outbox : null
}

interface Ended<Delivery extends DeliveryRecord> {
  readonly delivery: Delivery
  readonly attempts: readonly AttemptRecord[]
}

/** What a worker saw whose lease was over; `marks` when the delivery tells of a possible duplicate for it. */
export function evidenceAlone<Delivery extends DeliveryRecord>(
  ended: Ended<Delivery>,
  { marks = false }: { readonly marks?: boolean } = {},
): DeliveryDecision<Delivery> {
  return { ...ended, endedOutboxId: null, decides: false, marks, lease: null, news: null, alarm: null }
}

/**
 * Whoever reports it and whatever the state: only a bounce follows an acceptance, and it is told once. Nobody waits for
 * other attempts any more, so one that is still open is unknown until its own worker tells.
 */
export function acceptedBy<Delivery extends DeliveryRecord>(
  ended: Ended<Delivery>,
  { n, brokerRef, now }: { readonly n: number; readonly brokerRef: string | undefined; readonly now: number },
): DeliveryDecision<Delivery> {
  const open = ended.delivery.attempts.filter(({ finishedAt }) => finishedAt === null).map(({ n: number }) => number)
  const overtaken = closedAs(ended.delivery, open, { outcome: 'unknown', evidence: 'overtaken', now })
  const { delivery } = overtaken
  const isKnown = delivery.state === 'ACCEPTED' || delivery.state === 'BOUNCED'
  const accepted: Delivery = isKnown
    ? { ...delivery, outbox: null }
    : { ...delivery, state: 'ACCEPTED', brokerRef: brokerRef ?? delivery.brokerRef, outbox: null }
  return {
    delivery: accepted,
    attempts: [...ended.attempts, ...overtaken.attempts],
    endedOutboxId: delivery.outbox?.id ?? null,
    ...{ decides: true, lease: null, news: isKnown ? null : { became: 'ACCEPTED', attempt: n }, alarm: null },
  }
}

/** The next attempt, or the state in which the delivery comes to rest. */
export type Step =
  | { readonly next: 'send'; readonly at: number; readonly notAfter: number | null; readonly sends: number }
  | { readonly next: 'query'; readonly at: number; readonly queries: number }
  | { readonly next: 'rest'; readonly state: 'REJECTED' | 'FAILED' | 'UNCONFIRMED'; readonly news: News }

/** Decided under the lease of `held`, the effect as it was. */
export function decided<Delivery extends DeliveryRecord>(
  { delivery, attempts }: Ended<Delivery>,
  held: OutboxRecord,
  step: Step,
): DeliveryDecision<Delivery> {
  const base = { attempts, decides: true, lease: { outboxId: held.id, epoch: held.leaseEpoch }, alarm: null }
  if (step.next === 'rest') {
    const atRest: Delivery = { ...delivery, state: step.state, outbox: null }
    return { ...base, delivery: atRest, endedOutboxId: held.id, news: step.news }
  }
  const free = { ...held, availableAt: step.at, leaseOwner: null, leaseUntil: null }
  const [state, outbox] =
    step.next === 'send'
      ? (['RETRY_WAIT', { ...free, kind: 'send', sends: step.sends, notAfter: step.notAfter }] as const)
      : (['RECONCILE', { ...free, kind: 'query', sends: step.queries, notAfter: null }] as const)
  return { ...base, delivery: { ...delivery, state, outbox }, endedOutboxId: null, news: null }
}

/** The worker that holds the old epoch decides nothing any more. */
export function withRaisedEpoch<Delivery extends DeliveryRecord>(
  decision: DeliveryDecision<Delivery>,
): DeliveryDecision<Delivery> {
  const { outbox } = decision.delivery
  if (outbox === null) return decision
  const raised = { ...outbox, leaseEpoch: outbox.leaseEpoch + 1 }
  return { ...decision, delivery: { ...decision.delivery, outbox: raised } }
}
