import type {
  AttemptRecord,
  DeliveryKind,
  DeliveryRecord,
  OutboxRecord,
  SubmissionRecord,
} from '../../domain/records.ts'
import type { Database } from './database.ts'

/** Each delivery with its attempts by number and its pending effect. */
export interface DeliveryReader {
  find(accountId: string, deliveryId: string): DeliveryRecord | SubmissionRecord | null
  /** By revision. */
  submissionsOf(accountId: string, exportId: string): SubmissionRecord[]
  /** Newest first. */
  toEndpoint(accountId: string, webhookId: string, limit: number): DeliveryRecord[]
}

export interface OutboxRow extends OutboxRecord {
  readonly accountId: string
}

export const outboxColumns = `account_id AS accountId, id, export_id AS exportId, delivery_id AS deliveryId, kind,
  destination, available_at AS availableAt, not_after AS notAfter, lease_owner AS leaseOwner,
  lease_epoch AS leaseEpoch, lease_until AS leaseUntil, sends, last_n AS lastN, lane, lane_seq AS laneSeq`

const columns = `account_id AS accountId, id, kind, export_id AS exportId, party_id AS partyId, revision, transport,
  policy, key_window_ms AS keyWindowMs, is_queryable AS isQueryable, settle_ms AS settleMs, concurrency, destination,
  subject, state, payload_sha AS payloadSha, broker_ref AS brokerRef, round_from_n AS roundFromN,
  resend_risk AS resendRisk, doubt_resolved_n AS doubtResolvedN, created_at AS createdAt`

export function deliveryReader(database: Database): DeliveryReader {
  const one = database.prepare<SubmissionRow | OtherRow>(
    `SELECT ${columns} FROM deliveries WHERE account_id = ? AND id = ?`,
  )
  const submissions = database.prepare<SubmissionRow>(`SELECT ${columns} FROM deliveries
    WHERE account_id = ? AND export_id = ? AND kind = 'submission' ORDER BY revision`)
  const toEndpoint = database.prepare<OtherRow>(`SELECT ${columns} FROM deliveries
    WHERE account_id = ? AND party_id = ? AND kind = 'event' ORDER BY created_at DESC, id DESC LIMIT ?`)
  const partsOf = partReader(database)
  const submissionOf = (row: SubmissionRow): SubmissionRecord => ({ ...withoutParts(row), ...partsOf(row) })
  const otherOf = ({ revision: _, ...row }: OtherRow): DeliveryRecord => ({ ...withoutParts(row), ...partsOf(row) })
  return {
    find: (accountId, deliveryId) => {
      const row = one.get(accountId, deliveryId)
      if (row === undefined) return null
      return row.kind === 'submission' ? submissionOf(row) : otherOf(row)
    },
    submissionsOf: (accountId, exportId) => submissions.all(accountId, exportId).map(submissionOf),
    toEndpoint: (accountId, webhookId, limit) => toEndpoint.all(accountId, webhookId, limit).map(otherOf),
  }
}

/** What a delivery is made of besides the columns of its own row. */
type Parts = Pick<DeliveryRecord, 'terms' | 'resendRisk' | 'attempts' | 'outbox'>

interface PartColumns {
  readonly accountId: string
  readonly keyWindowMs: number
  readonly isQueryable: number
  readonly settleMs: number
  readonly concurrency: number
  readonly resendRisk: number
}

type SubmissionRow = Omit<SubmissionRecord, keyof Parts> & PartColumns
type OtherRow = Omit<DeliveryRecord, keyof Parts | 'kind'> &
  PartColumns & { readonly kind: Exclude<DeliveryKind, 'submission'>; readonly revision: null }

function partReader(database: Database): (row: PartColumns & Pick<DeliveryRecord, 'id'>) => Parts {
  const attempts = database.prepare<AttemptRecord>(`SELECT n, epoch, kind, started_at AS startedAt,
    finished_at AS finishedAt, outcome, evidence FROM attempts WHERE account_id = ? AND delivery_id = ? ORDER BY n`)
  const outbox = database.prepare<OutboxRow>(
    `SELECT ${outboxColumns} FROM outbox WHERE account_id = ? AND delivery_id = ?`,
  )
  return ({ accountId, id, keyWindowMs, isQueryable, settleMs, concurrency, resendRisk }) => {
    const pending = outbox.get(accountId, id)
    return {
      terms: { keyWindowMs, isQueryable: isQueryable === 1, settleMs, concurrency },
      resendRisk: resendRisk === 1,
      attempts: attempts.all(accountId, id).map((attempt) => ({ ...attempt })),
      outbox: pending === undefined ? null : outboxOf(pending),
    }
  }
}

/** The effect without the account it is read for. */
export function outboxOf({ accountId: _, ...outbox }: OutboxRow): OutboxRecord {
  return outbox
}

function withoutParts<Row extends PartColumns>(row: Row): Omit<Row, keyof PartColumns> {
  const { accountId: _, keyWindowMs: _k, isQueryable: _q, settleMs: _s, concurrency: _c, resendRisk: _r, ...own } = row
  return own
}
