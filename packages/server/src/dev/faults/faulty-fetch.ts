import { once } from 'node:events'
import type { IncomingMessage } from 'node:http'
import { type Operation, type OperationId, operations } from '@entrygo/sdk/contract'
import type { App } from '../../http/answer.ts'
import type { ArmedFaults } from './armed-faults.ts'

type Fetch = App['fetch']

/**
 * Loses answers of what is committed: a refused request is answered as always. A silence ends when the caller hangs up, or
 * with `stopping`.
 */
export function faultyFetch(fetch: Fetch, faults: ArmedFaults, stopping: AbortSignal): Fetch {
  return async (request, env, context) => {
    const response = await fetch(request, env, context)
    const operation = operationOf(request)
    const incoming = env !== undefined && 'incoming' in env ? env.incoming : undefined
    if (operation === null || incoming === undefined || !response.ok) return response
    const fault = faults.strikeAnswer(operation)
    if (fault === 'timeout-after-commit') await silence(incoming, stopping)
    if (fault !== null) incoming.socket.destroy()
    return response
  }
}

async function silence({ socket }: IncomingMessage, stopping: AbortSignal): Promise<void> {
  if (!socket.destroyed) await once(socket, 'close', { signal: stopping }).catch(() => undefined)
}

const templates = Object.entries<Operation>(operations).flatMap(([id, { method, path }]) =>
  isOperation(id) ? [{ id, method, pattern: patternOf(path) }] : [],
)

function operationOf({ method, url }: Request): OperationId | null {
  const { pathname } = new URL(url)
  return templates.find((one) => one.method === method && one.pattern.test(pathname))?.id ?? null
}

function patternOf(path: string): RegExp {
  return new RegExp(`^${path.replaceAll('.', '\\.').replaceAll(/\{\w+\}/g, '[^/]+')}$`)
}

function isOperation(name: string): name is OperationId {
  return Object.hasOwn(operations, name)
}
