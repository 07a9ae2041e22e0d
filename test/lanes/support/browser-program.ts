/** What runs inside the page of the lane browser-sdk: the SDK as a page uses it. Its results travel as JSON. */
import {
  createEntryGo,
  EntryGoError,
  type EntryGoOptions,
  executePlan,
  OutcomeUnknownError,
  waitForExport,
} from '@entrygo/sdk'
import type { OrderInput, OrderLineInput, ProductInput } from '@entrygo/sdk/contract'

export interface LoopInput {
  readonly options: EntryGoOptions
  readonly warehouseId: string
  readonly brokerId: string
  readonly products: ProductInput[]
  /** Its lines are of the first product. */
  readonly orders: readonly OrderOfAny[]
}

/** An order before the ids of its products are known. */
export type OrderOfAny = Omit<OrderInput, 'items'> & { readonly items: readonly Omit<OrderLineInput, 'productId'>[] }

export interface LoopResult {
  readonly readinessState: string
  readonly state: string
  readonly events: readonly string[]
  readonly artifactBytes: number
  /** A second execute is answered with the package of the first. */
  readonly isOnePackage: boolean
}

/** sync → plan → gate → execute → wait → download, from the page. */
export async function runLoop({ options, warehouseId, brokerId, products, orders }: LoopInput): Promise<LoopResult> {
  const client = createEntryGo(options)
  const { data: stored } = await client.products.sync({ items: products })
  const productId = stored[0]?.id ?? ''
  const items = orders.map((order) => ({ ...order, items: order.items.map((line) => ({ ...line, productId })) }))
  const { data: synced } = await client.orders.sync({ items })
  const shipment = { carrierScac: 'EXMP', proBill: 'EXMP000012345', estimatedEntryDate: '2026-11-24' }
  const orderIds = synced.map(({ id }) => id)
  const plan = await client.plan({ warehouseId, brokerId, orderIds, asOf: '2026-11-21', shipment })
  const executed = await executePlan(client, { plan, policy: {} })
  const again = await client.execute({ batchId: executed.exportId })
  const events: string[] = []
  const done = await waitForExport(client, executed.exportId, { onEvent: ({ type }) => events.push(type) })
  const file = await client.customsPackages.artifact({ id: executed.customs_package_id, artifact_type: 'cci_json' })
  return {
    readinessState: plan.readinessState,
    state: done.state,
    events,
    artifactBytes: file.bytes.byteLength,
    isOnePackage: again.customs_package_id === executed.customs_package_id,
  }
}

export interface FailureResult {
  readonly name: string
  readonly isOurs: boolean
  readonly isOutcomeUnknown: boolean
  readonly kind: string | null
  readonly status: number | null
  readonly attempts: number
  readonly ms: number
}

/** A read and a write against each address, of which each fails in its own way. */
export async function runFailures(options: EntryGoOptions, names: readonly string[]): Promise<FailureResult[]> {
  const results: FailureResult[] = []
  for (const name of names) {
    const retry = { baseDelayMs: 5, maxDelayMs: 10, budget: 100 }
    const client = createEntryGo({ ...options, baseUrl: `${options.baseUrl}/fault/${name}`, retry, timeoutMs: 1500 })
    const batchId = 'batch_01k9m4wk6f9g2a5d8s3j1p7y4r'
    const calls = { read: () => client.inspect({ id: batchId }), write: () => client.execute({ batchId }) }
    for (const [what, call] of Object.entries(calls)) results.push(await failureOf(`${name} ${what}`, call))
  }
  return results
}

/** The same calls by `fetch` alone, for the lane's self-test: nothing of this is an error of the SDK. */
export async function runBare(
  { baseUrl }: Pick<EntryGoOptions, 'baseUrl'>,
  names: readonly string[],
): Promise<FailureResult[]> {
  const results: FailureResult[] = []
  for (const name of names) {
    const call = async (): Promise<unknown> => {
      const answer = await fetch(`${baseUrl}/fault/${name}/api/exports/batch_1`, { signal: AbortSignal.timeout(1500) })
      return answer.json()
    }
    results.push(await failureOf(`${name} read`, call))
  }
  return results
}

/** An abort while the page waits for an answer that never comes. */
export async function runAbort(options: EntryGoOptions): Promise<FailureResult> {
  const client = createEntryGo({ ...options, baseUrl: `${options.baseUrl}/fault/hang` })
  const controller = new AbortController()
  setTimeout(() => controller.abort('enough'), 100)
  return failureOf('abort', () => client.inspect({ id: 'batch_1' }, { signal: controller.signal }))
}

async function failureOf(name: string, call: () => Promise<unknown>): Promise<FailureResult> {
  const began = performance.now()
  const error: unknown = await call().then(
    () => null,
    (thrown: unknown) => thrown,
  )
  const ms = Math.round(performance.now() - began)
  const isOutcomeUnknown = error instanceof OutcomeUnknownError
  if (!(error instanceof EntryGoError)) {
    return { name, isOurs: false, isOutcomeUnknown, kind: null, status: null, attempts: 0, ms }
  }
  const { kind, status, attempts } = error
  return { name, isOurs: true, isOutcomeUnknown, kind, status, attempts: attempts.length, ms }
}
