import { submissionIdOf } from '../delivery/submission-id.ts'
import { sha256Hex } from '../fingerprint.ts'
import type { ExportHistory, SubmissionRecord } from '../records.ts'
import type { BrokerRoute } from './broker-route.ts'
import { dueEffect, untried } from './new-delivery.ts'

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
  /** It may have left in a time that a restored store lacks. */
  readonly mayBeSent?: boolean
}

/** A revision that nobody has tried to send yet, with its effect due at once. */
export function newSubmission(wanted: NewSubmission): SubmissionRecord {
  const { accountId, history, prepared, revision, resendRisk, at } = wanted
  const exportId = history.export.id
  const submission: SubmissionRecord = {
    ...untried(at),
    ...prepared.route,
    kind: 'submission',
    id: submissionIdOf(accountId, exportId, revision),
    exportId,
    revision,
    subject: prepared.subject,
    payloadSha: sha256Hex(prepared.payload),
    resendRisk,
  }
  return { ...submission, outbox: dueEffect(submission, wanted) }
}
