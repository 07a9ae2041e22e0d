import type { ReadinessState, SubmissionStatus } from '@entrygo/sdk/contract'
import type { EventFacts } from '../changes.ts'
import type {
  ApprovalRecord,
  ArtifactRecord,
  EventRecord,
  ExportRecord,
  NotificationRecord,
  PackageRecord,
  SubmissionRecord,
} from '../records.ts'
import { timestamp } from './timestamp.ts'

/** Events of one change, numbered without gaps after the newest event of the export, and the export with them in it. */
export interface Appended {
  readonly events: readonly EventRecord[]
  readonly export: ExportRecord
}

/** Raises the version once, also where nothing happened that is an event (an attempt that will be repeated). */
export function appendEvents(
  before: ExportRecord,
  facts: readonly EventFacts[],
  made: { readonly makeId: () => string; readonly at: number },
): Appended {
  const events = facts.map((fact, index) => ({
    id: made.makeId(),
    seq: before.eventSeq + index + 1,
    type: fact.type,
    at: made.at,
    data: fact.data,
  }))
  return { events, export: { ...before, eventSeq: before.eventSeq + events.length, version: before.version + 1 } }
}

export function exportPlanned(planHash: string, readinessState: ReadinessState): EventFacts {
  return { type: 'EXPORT_PLANNED', data: { planHash, readinessState } }
}

export function exportBatchCreated(exportId: string, includedOrderCount: number): EventFacts {
  return { type: 'EXPORT_BATCH_CREATED', data: { batch_id: exportId, included_order_count: includedOrderCount } }
}

export function exportReplanned(
  planHash: string,
  previousPlanHash: string,
  readinessState: ReadinessState,
): EventFacts {
  return { type: 'EXPORT_REPLANNED', data: { planHash, previousPlanHash, readinessState } }
}

export function exportApproved({ id, planHash, actor, reason, expiresAt }: ApprovalRecord): EventFacts {
  const data = { approval_id: id, planHash, actor: { ...actor }, reason, expires_at: timestamp(expiresAt) }
  return { type: 'EXPORT_APPROVED', data }
}

export function customsPackageGenerated({ id, packageNumber }: PackageRecord): EventFacts {
  return { type: 'CUSTOMS_PACKAGE_GENERATED', data: { customs_package_id: id, packageNumber } }
}

export function customsArtifactGenerated({ artifactType, filename, sha256, size }: ArtifactRecord): EventFacts {
  return { type: 'CUSTOMS_ARTIFACT_GENERATED', data: { artifact_type: artifactType, filename, sha256, size } }
}

export function warehouseNotified({ id, channel }: NotificationRecord): EventFacts {
  return { type: 'WAREHOUSE_NOTIFIED', data: { notification_id: id, channel } }
}

export function brokerSubmissionPrepared(
  { id, transport, revision }: SubmissionRecord,
  previousStatus: SubmissionStatus | null,
): EventFacts {
  const data = { submission_id: id, submission_type: transport, revision, previous_status: previousStatus }
  return { type: 'BROKER_SUBMISSION_PREPARED', data }
}

export function exportExecuted(planHash: string, packageId: string): EventFacts {
  return { type: 'EXPORT_EXECUTED', data: { planHash, customs_package_id: packageId } }
}
