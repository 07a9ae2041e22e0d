import type { Write } from '../changes.ts'
import { submissionIdOf } from '../delivery/submission-id.ts'
import { sha256Hex } from '../fingerprint.ts'
import type { ExportHistory, OutboxRecord, SubmissionRecord } from '../records.ts'
import type { BrokerRoute } from './decide-resend.ts'

/** What goes to the broker: its payload is composed once and sent verbatim in every attempt. */
export interface PreparedSubmission {
  readonly route: BrokerRoute
  /** Of a mail; null for HTTP. */
  readonly subject: string | null
  readonly payload: Uint8Array
}

export interface NewSubmission {
  readonly accountId: string
  readonly history: ExportHistory
  readonly prepared: PreparedSubmission
  readonly revision: number
  readonly resendRisk: boolean
  readonly makeId: (prefix: string) => string
  readonly at: number
}

/** A revision that nobody has tried to send yet, with its effect due at once. */
export function newSubmission(wanted: NewSubmission): SubmissionRecord {
  const { accountId, history, prepared, revision, resendRisk, at } = wanted
  const exportId = history.export.id
  const submission: SubmissionRecord = {
    id: submissionIdOf(accountId, exportId, revision),
    exportId,
    revision,
    ...prepared.route,
    subject: prepared.subject,
    state: 'QUEUED',
    payloadSha: sha256Hex(prepared.payload),
    brokerRef: null,
    roundFromN: 1,
    resendRisk,
    createdAt: at,
    attempts: [],
    outbox: null,
  }
  return { ...submission, outbox: dueEffect(submission, wanted) }
}

/**
 * A pending effect that is due now. Epochs and attempt numbers go on from those of earlier rounds: they are never used
 * twice.
 */
export function dueEffect(
  { id, exportId, destination, attempts }: SubmissionRecord,
  { makeId, at }: Pick<NewSubmission, 'makeId' | 'at'>,
): OutboxRecord {
  return {
    id: makeId('out'),
    exportId,
    submissionId: id,
    destination,
    availableAt: at,
    leaseOwner: null,
    leaseEpoch: Math.max(0, ...attempts.map(({ epoch }) => epoch)),
    leaseUntil: null,
    sends: 0,
    lastN: Math.max(0, ...attempts.map(({ n }) => n)),
  }
}

export function submissionWrites(submission: SubmissionRecord, payload: Uint8Array | null): Write[] {
  const { outbox, payloadSha } = submission
  return [
    ...(payload === null ? [] : [{ write: 'blob', sha256: payloadSha, bytes: payload } as const]),
    { write: 'submission', submission },
    ...(outbox === null ? [] : [{ write: 'outbox', outbox } as const]),
  ]
}
