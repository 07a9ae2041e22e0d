import type { ExecuteRequest } from '@entrygo/sdk/contract'
import type { RenderedArtifact } from '../domain/execution/artifacts/rendered-artifact.ts'
import { brokerRoute } from '../domain/execution/broker-route.ts'
import { composeResend, nextRevisionNumber } from '../domain/execution/compose-resend.ts'
import { decideResend, type ResendDecision } from '../domain/execution/decide-resend.ts'
import type { PreparedSubmission } from '../domain/execution/new-submission.ts'
import { executedView } from '../domain/export/view.ts'
import type { ExportHistory, RecordDocuments } from '../domain/records.ts'
import { isRefusal, type Refusal } from '../domain/refusal.ts'
import type { Ports } from '../ports.ts'
import { submissionBudget } from './budget.ts'
import type { Decision } from './idempotently.ts'
import { jsonReply } from './operation.ts'
import { freezePackage, prepareSubmission } from './prepare-package.ts'

export interface Again {
  readonly request: Pick<ExecuteRequest, 'acceptDuplicateRisk'>
  readonly history: ExportHistory
  readonly accountId: string
  readonly at: number
}

/** What execute does to an executed export (delivery.md §6): the same package, and a resend where one is due. */
export async function executeAgain(again: Again, ports: Ports): Promise<Decision | Refusal> {
  const { request, history, accountId, at } = again
  const { id: exportId } = history.export
  const { warehouseId, brokerId } = history.plan.request
  const { broker } = await ports.store.loadPlanningRecords(accountId, { orderIds: [], warehouseId, brokerId })
  if (broker === null) throw new Error(`Export ${exportId} lost its broker ${brokerId}.`)
  const acceptDuplicateRisk = request.acceptDuplicateRisk === true
  const decision = decideResend({ history, route: brokerRoute(broker.doc), acceptDuplicateRisk })
  if (decision.action === 'nothing') {
    return { reply: jsonReply(200, executedView(history, at)), resourceId: exportId, writes: [] }
  }
  const prepared = await nextPayload(again, { decision, broker: broker.doc }, ports)
  if (isRefusal(prepared)) return prepared
  const makeId = (prefix: string): string => ports.ids.next(prefix)
  const composed = composeResend({ accountId, history, decision, prepared, makeId, at })
  return {
    reply: jsonReply(200, executedView(composed.history, at)),
    resourceId: exportId,
    expect: [{ expect: 'record', kind: 'broker', id: broker.id, rev: broker.rev }],
    writes: [submissionBudget(ports.budget, { brokerId, at }), ...composed.writes],
    announces: exportId,
    hasEffects: true,
  }
}

/** Null for the same revision, which keeps its stored bytes. */
async function nextPayload(
  { history, accountId, at }: Again,
  { decision, broker }: { readonly decision: ResendDecision; readonly broker: RecordDocuments['broker'] },
  ports: Ports,
): Promise<PreparedSubmission | Refusal | null> {
  if (decision.action !== 'newRevision') return null
  const { id: exportId, planNo } = history.export
  const packageId = history.package?.id
  const snapshot = await ports.store.loadSnapshot(accountId, exportId, planNo)
  if (packageId === undefined || snapshot === null) throw new Error(`Export ${exportId} lost its package or its plan.`)
  const artifacts = await storedArtifacts({ accountId, packageId, history }, ports)
  const frozen = freezePackage(history, { snapshot, packageId }, ports)
  const revision = nextRevisionNumber(history)
  return prepareSubmission({ accountId, exportId, broker, frozen, artifacts, revision, at }, ports)
}

/** The files as they were generated, not rendered again: the package never changes. */
function storedArtifacts(
  { accountId, packageId, history }: { accountId: string; packageId: string; history: ExportHistory },
  ports: Ports,
): Promise<RenderedArtifact[]> {
  return Promise.all(
    history.artifacts.map(async ({ artifactType }) => {
      const stored = await ports.store.loadArtifact(accountId, packageId, artifactType)
      if (stored === null) throw new Error(`Package ${packageId} lost its ${artifactType}.`)
      const { filename, mediaType, sha256, size } = stored.artifact
      return { artifactType, filename, mediaType, sha256, size, bytes: stored.bytes }
    }),
  )
}
