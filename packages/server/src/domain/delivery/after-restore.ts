import type { AttemptRecord, DeliveryRecord, ExportRecord } from '../records.ts'
import { type DeliveryDecision, decided, type Step, withRaisedEpoch } from './decision.ts'
import { keyTrustedUntil } from './doubt.ts'
import { askOrGiveUp, isAskable, unconfirmed } from './steps.ts'

/** The store was put back from a backup: what it did in between is lost, what it sent in between was sent. */
export interface Restoration {
  /** Milliseconds UTC: what was committed before this is in the store. */
  readonly lostFrom: number
  /** Nothing was lost that happened after this; exports that were made by then may have been executed in the lost time. */
  readonly restoredAt: number
  /** Nothing is sent or executed until an operator says so. */
  readonly isQuarantined: boolean
}

/**
 * `notAfter` of an effect whose message may have left in the lost time: no claim takes it, and {@link afterRestore} decides
 * it as soon as the quarantine is over.
 */
export const decidedAnew = 0

/**
 * Decides a delivery that may have been sent in the lost time as if one attempt had been made then whose outcome nobody
 * knows (delivery.md §14): the receiver is asked where it can be; within the trust in its key the delivery goes on under
 * it; at_least_once goes on, and whatever is sent now tells of a possible duplicate; all else is UNCONFIRMED. Throws for a
 * delivery without a pending effect.
 */
export function afterRestore<Delivery extends DeliveryRecord>({
  delivery,
  restoration,
  now,
}: {
  readonly delivery: Delivery
  readonly restoration: Restoration
  /** Milliseconds UTC. */
  readonly now: number
}): DeliveryDecision<Delivery> {
  const { outbox } = delivery
  if (outbox === null) throw new Error(`Delivery ${delivery.id} has no pending effect that could have been sent.`)
  const lost = lostAttempt(restoration, { n: outbox.lastN + 1, epoch: outbox.leaseEpoch + 1 })
  const doubted: Delivery = { ...delivery, attempts: [...delivery.attempts, lost] }
  const step = stepAfterRestore(doubted, now)
  const decision = withRaisedEpoch(decided({ delivery: doubted, attempts: [] }, outbox, step))
  const next = decision.delivery.outbox
  const pending = next === null ? null : { ...next, lastN: lost.n }
  return { ...decision, delivery: { ...decision.delivery, outbox: pending }, lost }
}

/** The receiver is asked; the message is sent under its key; it is sent, and a duplicate is told; a person decides. */
export type FateAfterRestore = 'asked' | 'under_key' | 'repeated' | 'unknown'

/** What {@link afterRestore} does to deliveries of such a kind. */
export function fateAfterRestore(
  delivery: Pick<DeliveryRecord, 'policy' | 'terms'>,
  { keyTrustedUntil: until, now }: { readonly keyTrustedUntil: number | null; readonly now: number },
): FateAfterRestore {
  if (delivery.policy === 'at_most_once') return 'unknown'
  if (delivery.policy === 'at_least_once') return 'repeated'
  if (isAskable(delivery)) return 'asked'
  return until !== null && now <= until ? 'under_key' : 'unknown'
}

/**
 * Whether a message that is about to be queued may have left in the lost time: its export was there before, and nothing
 * has been tried or decided of it since. Ids of submissions follow from export and revision, so a receiver knows them.
 */
export function mayHaveBeenSent(
  { createdAt }: Pick<ExportRecord, 'createdAt'>,
  attempts: readonly AttemptRecord[],
  restoration: Restoration | null,
): boolean {
  if (restoration === null || createdAt > restoration.restoredAt) return false
  const { restoredAt } = restoration
  return !attempts.some(
    ({ startedAt, finishedAt, evidence }) =>
      startedAt > restoredAt || (evidence === 'restored' && finishedAt !== null && finishedAt >= restoredAt),
  )
}

/** Stands for all that may have been sent in the lost time: the first may have left at its begin, the last at its end. */
function lostAttempt(
  { lostFrom, restoredAt }: Restoration,
  { n, epoch }: Pick<AttemptRecord, 'n' | 'epoch'>,
): AttemptRecord {
  const seen = { outcome: 'unknown', evidence: 'restored' } as const
  return { n, epoch, kind: 'send', startedAt: lostFrom, finishedAt: restoredAt, ...seen }
}

function stepAfterRestore(delivery: DeliveryRecord, now: number): Step {
  const { availableAt = now, sends = 0 } = delivery.outbox ?? {}
  const notAfter = keyTrustedUntil(delivery)
  switch (fateAfterRestore(delivery, { keyTrustedUntil: notAfter, now })) {
    case 'asked':
      return askOrGiveUp(delivery, now, 'restored')
    case 'under_key':
    case 'repeated':
      return { next: 'send', at: availableAt, notAfter, sends }
    case 'unknown':
      return unconfirmed('restored')
  }
}
