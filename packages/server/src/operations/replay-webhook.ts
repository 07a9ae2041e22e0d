import type { WebhookReplay, WebhookReplayRequest } from '@entrygo/sdk/contract'
import type { Refusal } from '../domain/refusal.ts'
import type { Caller, Ports, Reply } from '../ports.ts'
import { type Decision, idempotently } from './idempotently.ts'
import { jsonReply, type WriteRequest } from './operation.ts'
import { exportNotFound, webhookNotFound } from './refusals.ts'
import type { WebhookParams } from './test-webhook.ts'
import { refusalInQuarantine } from './unavailable.ts'

/**
 * Queues the events of one export after a `seq` again, under the ids that they had: those of the types that the endpoint
 * asks for now, and also for one that is not active.
 */
export function replayWebhook(
  request: WriteRequest<WebhookReplayRequest, WebhookParams>,
  caller: Caller,
  ports: Ports,
): Promise<Reply | Refusal> {
  const { id } = request.params
  const { exportId, after = 0 } = request.body
  const decide = async (): Promise<Decision | Refusal> => {
    const quarantined = await refusalInQuarantine(ports)
    if (quarantined !== null) return quarantined
    const endpoint = await ports.store.loadRecord(caller.accountId, 'webhook', id)
    if (endpoint === null) return webhookNotFound(id)
    const current = await ports.store.loadExportVersion(caller.accountId, exportId)
    if (current === null) return exportNotFound('exportId', exportId)
    const replay: WebhookReplay = { webhook_id: id, export_id: exportId, after }
    return {
      reply: jsonReply(202, replay),
      resourceId: id,
      expect: [{ expect: 'record', kind: 'webhook', id, rev: endpoint.rev }],
      writes: [{ write: 'replay', webhookId: id, exportId, afterSeq: after }],
      hasEffects: true,
    }
  }
  return idempotently({ operation: 'replayWebhook', request: { ...request, params: { id } }, decide }, caller, ports)
}
