import type { Write } from '../changes.ts'
import {
  appendEvents,
  brokerSubmissionPrepared,
  customsArtifactGenerated,
  customsPackageGenerated,
  exportExecuted,
  warehouseNotified,
} from '../export/events.ts'
import type {
  ArtifactRecord,
  ExecutionRecord,
  ExportHistory,
  NotificationRecord,
  PackageRecord,
  RecordDocuments,
} from '../records.ts'
import type { RenderedArtifact } from './artifacts/rendered-artifact.ts'
import type { FrozenPackage } from './frozen-package.ts'
import { deliveryWrites } from './new-delivery.ts'
import { newNotification, type PreparedNotification } from './new-notification.ts'
import { newSubmission, type PreparedSubmission } from './new-submission.ts'

export interface FirstExecution {
  readonly accountId: string
  readonly history: ExportHistory
  readonly frozen: FrozenPackage
  readonly artifacts: readonly RenderedArtifact[]
  readonly prepared: PreparedSubmission
  readonly notification: PreparedNotification
  readonly warehouse: RecordDocuments['warehouse']
  /** Makes an id with this prefix. */
  readonly makeId: (prefix: string) => string
  /** Milliseconds UTC. */
  readonly at: number
  /** The export may have been executed in a time that a restored store lacks. */
  readonly mayBeSent?: boolean
}

export interface Composed {
  readonly writes: Write[]
  /** The export as it is once the writes are committed. */
  readonly history: ExportHistory
}

/**
 * All that the first execution of an export writes, but for the orders' marks, the budget and the stored answer: package,
 * artifacts, notification and submission with their pending effects, and the events in the order of delivery §10.
 */
export function composeExecution(first: FirstExecution): Composed {
  const { history, at, frozen } = first
  const { plan } = history
  const exportId = history.export.id
  const execution: ExecutionRecord = { planNo: plan.planNo, planHash: plan.planHash, executedAt: at }
  const customsPackage = packageRecord(first)
  const artifacts = first.artifacts.map((artifact) => artifactRecord(artifact, at))
  const notification = newNotification({ ...first, exportId })
  const submission = newSubmission({ ...first, revision: 1, resendRisk: false })
  const appended = appendEvents(
    history.export,
    [
      customsPackageGenerated(customsPackage),
      ...artifacts.map(customsArtifactGenerated),
      warehouseNotified(notification),
      brokerSubmissionPrepared(submission, null),
      exportExecuted(plan.planHash, frozen.customs_package_id),
    ],
    { makeId: () => first.makeId('evt'), at },
  )
  const executed = { ...appended.export, status: 'executed' as const }
  return {
    writes: [
      { write: 'execution', exportId, execution },
      { write: 'package', package: customsPackage },
      ...first.artifacts.map((rendered, index): Write => {
        const artifact = artifactRecord(rendered, at)
        return { write: 'artifact', exportId, ordinal: index + 1, artifact, bytes: rendered.bytes }
      }),
      { write: 'notification', exportId, notification },
      ...notificationWrites(notification, first.notification),
      ...deliveryWrites(submission, first.prepared.payload),
      ...appended.events.map((event): Write => ({ write: 'event', exportId, event })),
      { write: 'export', export: executed },
    ],
    history: {
      ...history,
      export: executed,
      execution,
      package: customsPackage,
      artifacts,
      notifications: [...history.notifications, notification],
      submissions: [submission],
      events: [...history.events, ...appended.events],
    },
  }
}

function packageRecord({ frozen, artifacts, at }: FirstExecution): PackageRecord {
  const manifest = artifacts.find(({ artifactType }) => artifactType === 'manifest')
  if (manifest === undefined) throw new Error(`Package ${frozen.packageNumber} has no manifest.`)
  const { customs_package_id: id, exportId, packageNumber } = frozen
  return { id, exportId, packageNumber, contentSha: manifest.sha256, createdAt: at }
}

function artifactRecord({ bytes: _, ...artifact }: RenderedArtifact, generatedAt: number): ArtifactRecord {
  return { ...artifact, generatedAt }
}

function notificationWrites({ delivery }: NotificationRecord, { message }: PreparedNotification): Write[] {
  return delivery === null ? [] : deliveryWrites(delivery, message?.payload ?? null)
}
