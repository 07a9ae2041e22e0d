import type { ApprovalRequest } from '@entrygo/sdk/contract'
import { approvalExpiry, gateApproval } from '../domain/execution/gate.ts'
import { appendEvents, exportApproved } from '../domain/export/events.ts'
import { approvalView } from '../domain/export/view.ts'
import type { ApprovalRecord } from '../domain/records.ts'
import type { Refusal } from '../domain/refusal.ts'
import type { Caller, Ports, Reply, Write } from '../ports.ts'
import { type Decision, idempotently } from './idempotently.ts'
import type { ExportParams } from './inspect-export.ts'
import { jsonReply, type WriteRequest } from './operation.ts'
import { exportNotFound } from './refusals.ts'

/** Records who lets this one `planHash` be executed, why, and until when. */
export function approveExport(
  request: WriteRequest<ApprovalRequest, ExportParams>,
  caller: Caller,
  ports: Ports,
): Promise<Reply | Refusal> {
  const params = { id: request.params.id }
  const decide = (at: number): Promise<Decision | Refusal> => decideApproval(request, at, { caller, ports })
  return idempotently({ operation: 'approveExport', request: { ...request, params }, decide }, caller, ports)
}

async function decideApproval(
  { body, params: { id } }: WriteRequest<ApprovalRequest, ExportParams>,
  at: number,
  { caller, ports }: { readonly caller: Caller; readonly ports: Ports },
): Promise<Decision | Refusal> {
  const history = await ports.store.loadExport(caller.accountId, id)
  if (history === null) return exportNotFound('id', id)
  const asked = { history, request: body, now: at }
  const refusal = gateApproval(asked)
  if (refusal !== null) return refusal
  const { planHash, actor, reason } = body
  const expiresAt = approvalExpiry(asked)
  const approval: ApprovalRecord = {
    id: ports.ids.next('apr'),
    planNo: history.plan.planNo,
    planHash,
    actor,
    reason,
    approvedAt: at,
    expiresAt,
  }
  const made = { makeId: () => ports.ids.next('evt'), at }
  const appended = appendEvents(history.export, [exportApproved(approval)], made)
  const writes: Write[] = [
    { write: 'export', export: appended.export },
    { write: 'approval', exportId: id, approval },
    ...appended.events.map((event): Write => ({ write: 'event', exportId: id, event })),
  ]
  return { reply: jsonReply(201, approvalView(history, approval, at)), resourceId: approval.id, writes, announces: id }
}
