import type { Attempt } from '@entrygo/sdk/contract'
import { isOpen } from '../delivery/doubt.ts'
import type { AttemptRecord, DeliveryRecord } from '../records.ts'
import { submissionStatus } from './submission-status.ts'
import { timestamp, timestampOrNull } from './timestamp.ts'

/** The newest 20 attempts, oldest first. */
export function attemptsView(attempts: readonly AttemptRecord[]): Attempt[] {
  return [...attempts]
    .sort((a, b) => a.n - b.n)
    .slice(-shownAttempts)
    .map(attemptView)
}

/** When EntryGo tries next; null while an attempt runs, and where nothing is due. */
export function nextAttemptAt(delivery: Pick<DeliveryRecord, 'state' | 'attempts' | 'outbox'>): string | null {
  const isWaiting = submissionStatus(delivery) === 'sending' && !delivery.attempts.some(isOpen)
  return timestampOrNull(isWaiting ? (delivery.outbox?.availableAt ?? null) : null)
}

const shownAttempts = 20

/** One attempt, also an old one that no answer shows any more. */
export function attemptView({ n, startedAt, finishedAt, outcome, evidence }: AttemptRecord): Attempt {
  return { n, started_at: timestamp(startedAt), finished_at: timestampOrNull(finishedAt), outcome, evidence }
}
