import type { DeliveryRecord } from '../records.ts'
import type { News, Step, UnknownReason } from './decision.ts'
import { attemptsInDoubt, doubtfulAttempts, keyTrustedUntil, trustedKeyMs } from './doubt.ts'
import { nextDelayMs } from './schedule.ts'

export interface Moment {
  /** Milliseconds UTC. */
  readonly now: number
  /** Uniform in [0, 1), for jitter. */
  readonly fraction: number
}

/** The receiver takes what it refused, or asks for patience, for what it is: a `Retry-After` in milliseconds. */
export interface NextSend extends Moment {
  /** Made in this round. */
  readonly sends: number
  readonly retryAfterMs?: number | undefined
  /** Of the last attempt. */
  readonly evidence: string
}

/**
 * Sends again where the schedule and the trust in the key allow it. A schedule that is used up says FAILED only when no
 * send is in doubt.
 */
export function sendAgain(delivery: DeliveryRecord, next: NextSend): Step {
  const { now, fraction, sends, retryAfterMs, evidence } = next
  const isInDoubt = attemptsInDoubt(delivery).length > 0
  const delayMs = nextDelayMs(sends, fraction, retryAfterMs)
  if (delayMs === null) {
    if (!isInDoubt) return { next: 'rest', state: 'FAILED', news: { became: 'FAILED', reason: 'exhausted', evidence } }
    return askOrGiveUp(delivery, now, 'exhausted')
  }
  const at = now + delayMs
  const notAfter = keyTrustedUntil(delivery)
  return notAfter !== null && at > notAfter
    ? askOrGiveUp(delivery, now, 'key_window')
    : { next: 'send', at, notAfter, sends }
}

/** An ambiguous send that must not simply be repeated: the receiver is asked where it can be. */
export function askOrGiveUp(delivery: DeliveryRecord, now: number, reason: UnknownReason): Step {
  if (!isAskable(delivery)) return unconfirmed(reason)
  return { next: 'query', at: Math.max(now, settledAt(delivery)), queries: 0 }
}

/** An ambiguous send leads to a question at once: the receiver has no keys and can be asked. */
export function asksAtOnce(delivery: DeliveryRecord): boolean {
  return isAskable(delivery) && trustedKeyMs(delivery) === 0
}

/** From then on the answer of the receiver about the sends that were made is reliable. */
export function settledAt({ attempts, terms }: DeliveryRecord): number {
  const ends = attempts
    .filter(({ kind }) => kind === 'send')
    .map(({ startedAt, finishedAt }) => finishedAt ?? startedAt)
  return Math.max(0, ...ends) + terms.settleMs
}

export function unconfirmed(reason: UnknownReason): Step {
  const news: News = { became: 'UNCONFIRMED', reason }
  return { next: 'rest', state: 'UNCONFIRMED', news }
}

/** A refusal under a key that the receiver still remembered answers for the sends before it, too. */
export function isResolvedByKey(delivery: DeliveryRecord, refusedAt: number): boolean {
  const trustedMs = trustedKeyMs(delivery)
  return doubtfulAttempts(delivery).every(({ startedAt }) => refusedAt <= startedAt + trustedMs && trustedMs > 0)
}

/** The receiver can be asked whether it holds the delivery, and its answer decides. */
export function isAskable({ policy, terms }: Pick<DeliveryRecord, 'policy' | 'terms'>): boolean {
  return policy === 'idempotent' && terms.isQueryable
}
