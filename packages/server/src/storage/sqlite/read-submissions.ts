import type { AttemptRecord, OutboxRecord, SubmissionRecord } from '../../domain/records.ts'
import type { Database } from './database.ts'

export interface SubmissionReader {
  /** By revision, each with its attempts by number and its pending effect. */
  ofExport(accountId: string, exportId: string): SubmissionRecord[]
}

type SubmissionRow = Omit<SubmissionRecord, 'resendRisk' | 'attempts' | 'outbox'> & { readonly resendRisk: number }

export const outboxColumns = `id, export_id AS exportId, submission_id AS submissionId, destination,
  available_at AS availableAt, lease_owner AS leaseOwner, lease_epoch AS leaseEpoch, lease_until AS leaseUntil, sends,
  last_n AS lastN`

export function submissionReader(database: Database): SubmissionReader {
  const submissions = database.prepare<SubmissionRow>(`SELECT id, export_id AS exportId, revision, transport, policy,
    destination, subject, state, payload_sha AS payloadSha, broker_ref AS brokerRef, round_from_n AS roundFromN,
    resend_risk AS resendRisk, created_at AS createdAt
    FROM submissions WHERE account_id = ? AND export_id = ? ORDER BY revision`)
  const attempts = database.prepare<AttemptRecord>(`SELECT n, epoch, kind, started_at AS startedAt,
    finished_at AS finishedAt, outcome, evidence FROM attempts WHERE account_id = ? AND submission_id = ? ORDER BY n`)
  const outbox = database.prepare<OutboxRecord>(
    `SELECT ${outboxColumns} FROM outbox WHERE account_id = ? AND submission_id = ?`,
  )
  return {
    ofExport: (accountId, exportId) =>
      submissions.all(accountId, exportId).map((row) => {
        const pending = outbox.get(accountId, row.id)
        return {
          ...row,
          resendRisk: row.resendRisk === 1,
          attempts: attempts.all(accountId, row.id).map((attempt) => ({ ...attempt })),
          outbox: pending === undefined ? null : { ...pending },
        }
      }),
  }
}
