import type {
  ApprovalRecord,
  ArtifactRecord,
  EventRecord,
  ExecutionRecord,
  ExportHistory,
  ExportRecord,
  HandOff,
  NotificationRecord,
  PackageRecord,
  PlanRecord,
  StoredProfile,
} from '../../domain/records.ts'
import type { Database } from './database.ts'
import { parseStored } from './json.ts'
import { unpackedText } from './packed-text.ts'
import { deliveryReader } from './read-deliveries.ts'
import { type EventPage, type EventReader, eventReader } from './read-events.ts'

export interface ExportReader {
  /** Call it inside a snapshot. */
  history(accountId: string, exportId: string): ExportHistory | null
  /** Reads neither plan nor events. Call it inside a snapshot. */
  handOff(accountId: string, exportId: string): HandOff | null
  /** Null for an export that does not exist. Call it inside a snapshot. */
  eventsAfter(accountId: string, exportId: string, page: EventPage): EventRecord[] | null
  /** Null for an export that does not exist. Call it inside a snapshot. */
  allEvents(accountId: string, exportId: string): EventRecord[] | null
}

/** Reads the committed state of one export; what execute wrote is looked for only where an execution stands. */
export function exportReader(database: Database, profileOf: (accountId: string) => StoredProfile): ExportReader {
  const findExport =
    database.prepare<ExportRecord>(`SELECT id, status, plan_no AS planNo, event_seq AS eventSeq, version,
    created_at AS createdAt FROM exports WHERE account_id = ? AND id = ?`)
  const readPlan = planReader(database)
  const readApprovals = approvalReader(database)
  const readDeliveries = deliveriesReader(database)
  const readExecution = executionReader(database, readDeliveries)
  const events: EventReader = eventReader(database)
  return {
    history: (accountId, exportId) => {
      const found = findExport.get(accountId, exportId)
      if (found === undefined) return null
      return {
        export: { ...found },
        plan: readPlan(accountId, exportId, found.planNo),
        approvals: readApprovals(accountId, exportId),
        ...readExecution(accountId, exportId),
        events: events.newest(accountId, exportId),
        profile: profileOf(accountId),
      }
    },
    handOff: (accountId, exportId) => {
      const found = findExport.get(accountId, exportId)
      return found === undefined ? null : { export: { ...found }, ...readDeliveries(accountId, exportId) }
    },
    eventsAfter: (accountId, exportId, page) =>
      findExport.get(accountId, exportId) === undefined ? null : events.after(accountId, exportId, page),
    allEvents: (accountId, exportId) =>
      findExport.get(accountId, exportId) === undefined ? null : events.all(accountId, exportId),
  }
}

interface PlanRow extends Pick<PlanRecord, 'planNo' | 'planHash' | 'readinessState' | 'plannedAt'> {
  readonly documents: Uint8Array
}

type PlanDocuments = Pick<PlanRecord, 'request' | 'body' | 'decision'>

function planReader(database: Database): (accountId: string, exportId: string, planNo: number) => PlanRecord {
  const find =
    database.prepare<PlanRow>(`SELECT plan_no AS planNo, plan_hash AS planHash, readiness_state AS readinessState,
    planned_at AS plannedAt, documents FROM plans WHERE account_id = ? AND export_id = ? AND plan_no = ?`)
  return (accountId, exportId, planNo) => {
    const row = find.get(accountId, exportId, planNo)
    if (row === undefined) throw new Error(`Export ${exportId} names plan ${planNo}, which was never written.`)
    const { documents, ...plan } = row
    const { request, body, decision } = parseStored<PlanDocuments>(unpackedText(documents))
    return { ...plan, request, body, decision }
  }
}

function approvalReader(database: Database): (accountId: string, exportId: string) => ApprovalRecord[] {
  const select = database.prepare<
    Omit<ApprovalRecord, 'actor'> & { actor: string }
  >(`SELECT id, plan_no AS planNo, plan_hash AS planHash,
    actor, reason, approved_at AS approvedAt, expires_at AS expiresAt
    FROM approvals WHERE account_id = ? AND export_id = ? ORDER BY approved_at, id`)
  return (accountId, exportId) =>
    select.all(accountId, exportId).map((row) => ({ ...row, actor: parseStored<ApprovalRecord['actor']>(row.actor) }))
}

type Executed = Pick<ExportHistory, 'execution' | 'package' | 'artifacts' | 'notifications' | 'submissions'>

const notExecuted: Executed = { execution: null, package: null, artifacts: [], notifications: [], submissions: [] }

type Deliveries = Pick<ExportHistory, 'notifications' | 'submissions'>

function deliveriesReader(database: Database): (accountId: string, exportId: string) => Deliveries {
  const notifications = database.prepare<Omit<NotificationRecord, 'delivery'>>(`SELECT id, kind, channel, recipient, at
    FROM notifications WHERE account_id = ? AND export_id = ? ORDER BY at, id`)
  const deliveries = deliveryReader(database)
  return (accountId, exportId) => ({
    notifications: notifications
      .all(accountId, exportId)
      .map((notification) => ({ ...notification, delivery: deliveries.find(accountId, notification.id) })),
    submissions: deliveries.submissionsOf(accountId, exportId),
  })
}

function executionReader(
  database: Database,
  readDeliveries: (accountId: string, exportId: string) => Deliveries,
): (accountId: string, exportId: string) => Executed {
  const execution = database.prepare<ExecutionRecord>(`SELECT plan_no AS planNo, plan_hash AS planHash,
    executed_at AS executedAt FROM executions WHERE account_id = ? AND export_id = ?`)
  const found = database.prepare<PackageRecord>(`SELECT id, export_id AS exportId, package_number AS packageNumber,
    content_sha AS contentSha, created_at AS createdAt FROM packages WHERE account_id = ? AND export_id = ?`)
  const artifacts =
    database.prepare<ArtifactRecord>(`SELECT kind AS artifactType, filename, media_type AS mediaType, sha256,
    size, generated_at AS generatedAt FROM artifacts WHERE account_id = ? AND export_id = ? ORDER BY ordinal, kind`)
  return (accountId, exportId) => {
    const executed = execution.get(accountId, exportId)
    if (executed === undefined) return notExecuted
    const row = found.get(accountId, exportId)
    return {
      execution: { ...executed },
      package: row === undefined ? null : { ...row },
      artifacts: artifacts.all(accountId, exportId).map((artifact) => ({ ...artifact })),
      ...readDeliveries(accountId, exportId),
    }
  }
}
