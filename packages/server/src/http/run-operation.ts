import { isRefusal, type Refusal } from '../domain/refusal.ts'
import { followExportEvents } from '../operations/list-export-events.ts'
import { operations } from '../operations/operations.ts'
import type { Caller, Ports, Reply } from '../ports.ts'
import { eventStream } from './event-stream.ts'
import type { StreamReply } from './exchange.ts'
import type { CheckedRequest } from './operation-pipeline.ts'
import type { ApiOperationId } from './routes.ts'

export type OperationRunner = (
  operation: ApiOperationId,
  checked: CheckedRequest,
  request: Request,
) => Promise<Reply | StreamReply | Refusal>

/** Runs operations on what passed every check, and speaks the two dialects of HTTP that they do not know. */
export function operationRunner(ports: Ports, stopping: AbortSignal): OperationRunner {
  return async (operation, checked, request) => {
    if (longPolls.has(operation)) {
      const signal = AbortSignal.any([request.signal, stopping])
      if (operation === 'listExportEvents' && wantsStream(request))
        return followEvents(checked, { ports, signal, lastEventId: request.headers.get('last-event-id') })
      return run(operation, { ...checked, params: { ...checked.params, signal } }, ports)
    }
    const outcome = await run(operation, checked, ports)
    if (isRefusal(outcome) || !takesIfNoneMatch.has(operation)) return outcome
    return unchanged(outcome, request.headers.get('if-none-match'))
  }
}

/** Operations that may wait for news. */
const longPolls: ReadonlySet<ApiOperationId> = new Set(['listExportEvents', 'listEvents'])

/** Operations whose answer never changes. */
const takesIfNoneMatch: ReadonlySet<ApiOperationId> = new Set(['downloadArtifact', 'getPlan'])

// An operation of the contract without its function here, or the other way round, does not compile.
const runs: Readonly<
  Record<ApiOperationId, (request: never, caller: Caller, ports: Ports) => Promise<Reply | Refusal>>
> = operations

function run(
  operation: ApiOperationId,
  { caller, params, body, idempotencyKey }: Omit<CheckedRequest, 'params'> & { readonly params: object },
  ports: Ports,
): Promise<Reply | Refusal> {
  const request: unknown = body === undefined ? params : { body, params, idempotencyKey }
  // The contract's schemas are what the operation's types are made from, so after the check this is its request.
  return runs[operation](request as never, caller, ports)
}

function wantsStream(request: Request): boolean {
  return request.headers.get('accept')?.includes('text/event-stream') === true
}

// A browser that reconnects names the last event it saw; that is later than what its address says.
async function followEvents(
  { caller, params }: CheckedRequest,
  { ports, signal, lastEventId }: { ports: Ports; signal: AbortSignal; lastEventId: string | null },
): Promise<StreamReply | Refusal> {
  const seen = /^\d{1,9}$/.test(lastEventId ?? '') ? Number(lastEventId) : 0
  const after = Math.max(seen, Number(params['after'] ?? 0))
  const events = await followExportEvents({ id: String(params['id']), after, signal }, caller, ports)
  return isRefusal(events) ? events : { status: 200, contentType: 'text/event-stream', stream: eventStream(events) }
}

function unchanged(reply: Reply, ifNoneMatch: string | null): Reply {
  const tag = reply.headers?.['ETag']
  if (ifNoneMatch === null || tag === undefined) return reply
  const held = ifNoneMatch.split(',').map((item) => item.trim().replace(/^W\//, ''))
  if (!held.includes(tag) && !held.includes('*')) return reply
  return { status: 304, contentType: reply.contentType, body: '', headers: { ETag: tag } }
}
