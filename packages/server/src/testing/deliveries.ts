import type { QuerySighting, Sighting } from '../domain/changes.ts'
import type { DeliveryDecision } from '../domain/delivery/decision.ts'
import { afterSend } from '../domain/delivery/delivery.ts'
import { afterQuery } from '../domain/delivery/reconcile.ts'
import type { AttemptRecord, DeliveryState, SubmissionRecord } from '../domain/records.ts'
import { testNow } from './builders.ts'
import { anAttempt, anOutbox, aSubmission } from './export-history.ts'

export const sawAccepted: Sighting = { outcome: 'accepted', evidence: 'http_201' }
export const sawNotSent: Sighting = { outcome: 'not_sent', evidence: 'connect_failed' }
export const sawRejected: Sighting = { outcome: 'rejected', evidence: 'http_422' }
export const sawUnknown: Sighting = { outcome: 'unknown', evidence: 'timeout' }

/** Attempts as one reads them: `s` a send, `q` a question, then the outcome, with the time it started. */
export interface Tried {
  readonly kind: AttemptRecord['kind']
  readonly outcome: AttemptRecord['outcome']
  /** Milliseconds after {@link testNow}; it ends at the same time. */
  readonly at: number
}

export function send(outcome: AttemptRecord['outcome'], at = 0): Tried {
  return { kind: 'send', outcome, at }
}

export function query(outcome: AttemptRecord['outcome'], at: number): Tried {
  return { kind: 'query', outcome, at }
}

/** A submission whose last attempt is being made, under the lease of its number. */
export function underWay(tried: readonly Tried[], more: Partial<SubmissionRecord> = {}): SubmissionRecord {
  const attempts = tried.map(({ kind, outcome, at }, index) =>
    anAttempt(index + 1, {
      kind,
      outcome,
      startedAt: testNow + at,
      finishedAt: outcome === null ? null : testNow + at,
      evidence: outcome === null ? null : 'seen',
    }),
  )
  const n = attempts.length
  const kind = attempts.at(-1)?.kind ?? 'send'
  const sends = attempts.filter((attempt) => attempt.kind === kind).length
  const lease = { leaseOwner: 'worker', leaseEpoch: n, leaseUntil: testNow + 45_000 }
  const state: DeliveryState = n === 1 ? 'QUEUED' : kind === 'query' ? 'RECONCILE' : 'RETRY_WAIT'
  return aSubmission({ state, attempts, outbox: anOutbox({ ...lease, kind, sends, lastN: n }), ...more })
}

/** Ends the attempt that is being made; `at` milliseconds after {@link testNow}. */
export function endSend(delivery: SubmissionRecord, sighting: Sighting, at = 0): DeliveryDecision<SubmissionRecord> {
  return afterSend({ ...current(delivery), delivery, sighting, now: testNow + at, fraction: 0 })
}

export function endQuery(
  delivery: SubmissionRecord,
  sighting: QuerySighting,
  at: number,
): DeliveryDecision<SubmissionRecord> {
  return afterQuery({ ...current(delivery), delivery, sighting, now: testNow + at, fraction: 0 })
}

function current({ outbox }: SubmissionRecord): { readonly n: number; readonly epoch: number } {
  if (outbox === null) throw new Error('no attempt is being made')
  return { n: outbox.lastN, epoch: outbox.leaseEpoch }
}
