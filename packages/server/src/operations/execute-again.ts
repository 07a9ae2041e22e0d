import type { ExecuteRequest } from '@entrygo/sdk/contract'
import { frozenPackageIn } from '../domain/delivery/stored-files.ts'
import type { RenderedArtifact } from '../domain/execution/artifacts/rendered-artifact.ts'
import { brokerRoute } from '../domain/execution/broker-route.ts'
import { composeResend, nextRevisionNumber } from '../domain/execution/compose-resend.ts'
import { decideResend, type ResendDecision } from '../domain/execution/decide-resend.ts'
import type { PreparedSubmission } from '../domain/execution/new-submission.ts'
import { executedView } from '../domain/export/view.ts'
import { sha256Hex } from '../domain/fingerprint.ts'
import type { ExportHistory, RecordDocuments } from '../domain/records.ts'
import { isRefusal, type Refusal } from '../domain/refusal.ts'
import type { Ports } from '../ports.ts'
import { failpoint } from '../testing/failpoints.ts'
import { submissionBudget } from './budget.ts'
import type { Decision } from './idempotently.ts'
import { jsonReply } from './operation.ts'
import { prepareSubmission } from './prepare-package.ts'

export interface Again {
  readonly request: Pick<ExecuteRequest, 'acceptDuplicateRisk'>
  readonly history: ExportHistory
  readonly accountId: string
  readonly at: number
}

/** What execute does to an executed export (delivery.md §6): the same package, and a resend where one is due. */
export async function executeAgain(again: Again, ports: Ports): Promise<Decision | Refusal> {
  const { history, accountId, at } = again
  const { id: exportId } = history.export
  const { warehouseId, brokerId } = history.plan.request
  const { broker } = await ports.store.loadPlanningRecords(accountId, { orderIds: [], warehouseId, brokerId })
  if (broker === null) throw new Error(`Export ${exportId} lost its broker ${brokerId}.`)
  const resend = await resendOf(again, broker.doc, ports)
  if (isRefusal(resend)) return resend
  if (resend === 'nothing') {
    return { reply: jsonReply(200, executedView(history, at)), resourceId: exportId, writes: [] }
  }
  failpoint('resend.prepared')
  const makeId = (prefix: string): string => ports.ids.next(prefix)
  const restoration = await ports.store.restoration()
  const composed = composeResend({ accountId, history, ...resend, makeId, at, restoration })
  return {
    reply: jsonReply(200, executedView(composed.history, at)),
    resourceId: exportId,
    expect: [{ expect: 'record', kind: 'broker', id: broker.id, rev: broker.rev }],
    writes: [submissionBudget(ports.budget, { brokerId, at }), ...composed.writes],
    announces: exportId,
    hasEffects: true,
  }
}

interface DueResend {
  readonly decision: Exclude<ResendDecision, { action: 'nothing' }>
  /** Null for the same revision, which keeps its stored bytes. */
  readonly prepared: PreparedSubmission | null
}

/**
 * The message is rendered as the latest revision would be now: other bytes than those stored mean another envelope, which
 * needs a new revision.
 */
async function resendOf(
  again: Again,
  broker: RecordDocuments['broker'],
  ports: Ports,
): Promise<DueResend | 'nothing' | Refusal> {
  const { request, history, accountId, at } = again
  const asked = { history, route: brokerRoute(broker), acceptDuplicateRisk: request.acceptDuplicateRisk === true }
  const first = decideResend({ ...asked, renderedSha: null })
  if (first.action === 'nothing') return 'nothing'
  const artifacts = await storedArtifacts(again, ports)
  const message = { accountId, broker, artifacts, frozen: frozenPackageIn(artifacts) }
  const latest = history.submissions.at(-1)
  if (first.action === 'sameRevision' && latest !== undefined) {
    const asLatest = { ...message, revision: latest.revision, at: latest.createdAt }
    const rendered = await prepareSubmission(asLatest, ports)
    if (isRefusal(rendered)) return rendered
    const decision = decideResend({ ...asked, renderedSha: sha256Hex(rendered.payload) })
    if (decision.action === 'sameRevision') return { decision, prepared: null }
  }
  const prepared = await prepareSubmission({ ...message, revision: nextRevisionNumber(history), at }, ports)
  return isRefusal(prepared) ? prepared : { decision: { ...first, action: 'newRevision' }, prepared }
}

/** The files as they were generated, not rendered again: the package never changes. */
function storedArtifacts({ accountId, history }: Again, ports: Ports): Promise<RenderedArtifact[]> {
  const packageId = history.package?.id
  if (packageId === undefined) throw new Error(`Export ${history.export.id} lost its package.`)
  return Promise.all(
    history.artifacts.map(async ({ artifactType }) => {
      const stored = await ports.store.loadArtifact(accountId, packageId, artifactType)
      if (stored === null) throw new Error(`Package ${packageId} lost its ${artifactType}.`)
      const { filename, mediaType, sha256, size } = stored.artifact
      return { artifactType, filename, mediaType, sha256, size, bytes: stored.bytes }
    }),
  )
}
