import { createEntryGo, type EntryGo, type EntryGoOptions } from '@entrygo/sdk'
import { type OperationId, operations } from '@entrygo/sdk/contract'
import { bareClient } from '../../../packages/sdk/src/bare-client.conformance.ts'

/** One operation of the contract, ready to be called by either client. */
export interface Operation {
  readonly id: OperationId
  readonly isWrite: boolean
  /** Answered with bytes, of which any are right. */
  readonly isFile: boolean
}

export type Client = 'sdk' | 'bare'
export const clients: readonly Client[] = ['sdk', 'bare']

/** Stands in the key, and in a field of each write: no error may show it. */
export const canary = 'eg_test_canary5f1d'

/** Every operation that a client calls; the probes and the documentation belong to operators and readers. */
export const everyOperation: readonly Operation[] = Object.entries(operations).flatMap(([name, { path, isWrite }]) =>
  isOperation(name) && path.startsWith('/api/') ? [{ id: name, isWrite, isFile: name.startsWith('download') }] : [],
)

/** Calls an operation. The answer of openapi-fetch is an error where its status says so. */
export function callOf(
  client: Client,
  operation: Operation,
  { baseUrl, signal, options = {} }: { baseUrl: string; signal?: AbortSignal; options?: Partial<EntryGoOptions> },
): () => Promise<unknown> {
  const { method, path } = operations[operation.id]
  const parts = Object.fromEntries(Array.from(path.matchAll(/{(\w+)}/g), ([, name = '']) => [name, partFor(name)]))
  const query = path.endsWith('/diff') ? { against: aHash } : {}
  const body = operation.isWrite ? { accountId: 'acc_1', items: [{ secret: canary }] } : undefined
  if (client === 'sdk') {
    const sdk = createEntryGo({ baseUrl, apiKey: canary, ...options })
    const call = methodOf(sdk, operation.id)
    const settings = signal === undefined ? {} : { signal }
    return () => Reflect.apply(call, undefined, [{ ...parts, ...query, ...body }, settings])
  }
  const send = bareClient({ baseUrl, apiKey: canary })
  const request = {
    method,
    path,
    parts,
    query,
    body,
    isFile: operation.isFile,
    ...(signal !== undefined && { signal }),
  }
  return async () => {
    const { data, error, response } = await send(request)
    if (!response.ok) throw new BareRefusal(response.status, error)
    return data
  }
}

/** What openapi-fetch answers in place of an exception: the status, and the body as it came. */
export class BareRefusal extends Error {
  readonly status: number
  readonly body: unknown

  constructor(status: number, body: unknown) {
    super(typeof body === 'string' ? body : JSON.stringify(body))
    this.status = status
    this.body = body
  }
}

function methodOf(
  { plan: _plan, execute: _execute, inspect: _inspect, ...groups }: EntryGo,
  id: OperationId,
): () => unknown {
  const calls: { readonly operation: OperationId }[] = Object.values(groups).flatMap((group) => Object.values(group))
  const found = calls.find(({ operation }) => operation === id)
  if (typeof found !== 'function') throw new Error(`The SDK has no method for ${id}.`)
  return found
}

const aHash = `sha256:${'8f'.repeat(32)}`
const values: Readonly<Record<string, string>> = { planHash: aHash, ruleId: 'INV-07', artifact_type: 'cci_csv' }

function partFor(name: string): string {
  return values[name] ?? 'batch_01k9m4wk6f9g2a5d8s3j1p7y4r'
}

function isOperation(name: string): name is OperationId {
  return name in operations
}
