import type { AttemptRecord, DeliveryRecord } from '../records.ts'

type Attempted = Pick<DeliveryRecord, 'attempts' | 'doubtResolvedN'>

/**
 * Sends that may have arrived and whose outcome nobody knows. While there is one, nothing may say that the receiver does
 * not hold the delivery.
 */
export function attemptsInDoubt(delivery: Attempted): number[] {
  return doubtfulAttempts(delivery).map(({ n }) => n)
}

export function doubtfulAttempts({ attempts, doubtResolvedN }: Attempted): AttemptRecord[] {
  return attempts.filter(({ n, kind, outcome }) => kind === 'send' && outcome === 'unknown' && n > doubtResolvedN)
}

export function isOpen({ finishedAt }: Pick<AttemptRecord, 'finishedAt'>): boolean {
  return finishedAt === null
}

/** The longest that bytes of an attempt may be on their way (delivery.md §7.2). */
const attemptMs = 30_000

/**
 * How long after a send the key of the delivery is trusted: nine tenths of what the receiver declares, and never so long
 * that the bytes of a last attempt could arrive after its end; 0 without a key.
 */
export function trustedKeyMs({ policy, terms }: Pick<DeliveryRecord, 'policy' | 'terms'>): number {
  if (policy !== 'idempotent') return 0
  return Math.max(0, Math.min(Math.floor(terms.keyWindowMs * 0.9), terms.keyWindowMs - attemptMs))
}

/**
 * Until when the delivery may be sent again under its key: counted from the first ambiguous send of the round that
 * nothing has resolved. Null when there is none, or when the receiver has no keys.
 */
export function keyTrustedUntil(delivery: DeliveryRecord): number | null {
  const trustedMs = trustedKeyMs(delivery)
  const starts = doubtfulAttempts(delivery)
    .filter(({ n }) => n >= delivery.roundFromN)
    .map(({ startedAt }) => startedAt)
  return trustedMs === 0 || starts.length === 0 ? null : Math.min(...starts) + trustedMs
}

/**
 * Over all revisions of one export: more than one send that could have had an effect of its own was accepted, is unknown
 * or still runs, or a send was repeated knowingly although an earlier one may have arrived. Sends that the receiver
 * recognises by their key count as one; those that it said it does not hold count as none.
 */
export function isDuplicatePossible(revisions: readonly DeliveryRecord[]): boolean {
  if (revisions.some(({ resendRisk }) => resendRisk)) return true
  return revisions.reduce((effects, delivery) => effects + possibleEffects(delivery), 0) > 1
}

/**
 * Whether the bytes of a send that ended at `endedAt` may have come when the receiver had forgotten the key of another one:
 * its worker slept between its last look at the clock and its first byte, for longer than an attempt lasts.
 */
export function mayHaveOutlivedKey(delivery: DeliveryRecord, n: number, endedAt: number): boolean {
  const trustedMs = trustedKeyMs(delivery)
  const others = delivery.attempts.filter((attempt) => attempt.n !== n && mayHaveArrived(delivery, attempt))
  return trustedMs > 0 && others.some(({ startedAt }) => endedAt > startedAt + trustedMs + attemptMs)
}

function possibleEffects(delivery: DeliveryRecord): number {
  const starts = delivery.attempts
    .filter((attempt) => mayHaveArrived(delivery, attempt))
    .map(({ startedAt }) => startedAt)
    .sort((a, b) => a - b)
  const trustedMs = trustedKeyMs(delivery)
  if (trustedMs === 0) return starts.length
  let effects = 0
  let trustedUntil = Number.NEGATIVE_INFINITY
  for (const startedAt of starts) {
    if (startedAt <= trustedUntil) continue
    effects += 1
    trustedUntil = startedAt + trustedMs
  }
  return effects
}

function mayHaveArrived({ state, doubtResolvedN }: DeliveryRecord, { n, kind, outcome }: AttemptRecord): boolean {
  // A mail that came back did not arrive, though the next hop had accepted it.
  if (kind !== 'send' || (outcome === 'accepted' && state === 'BOUNCED')) return false
  return outcome === null || outcome === 'accepted' || (outcome === 'unknown' && n > doubtResolvedN)
}
