import type { BrokerInput, OrderInput, ProductInput, WarehouseInput } from '@entrygo/sdk/contract'
import type { CommandContext } from '../command.ts'
import type { ExitCode } from '../exit-codes.ts'
import type { InputRecord } from '../input/record.ts'
import { readRecords } from '../input/records.ts'
import { openSource } from '../input/source.ts'
import type { Setting } from '../settings.ts'
import { type SyncResult, type SyncTarget, syncRecords } from '../sync-records.ts'

/** `entrygo sync`: orders. */
export async function run(context: CommandContext): Promise<ExitCode> {
  return show(context, 'orders', await syncOrders(context, await context.key()))
}

export interface SyncedOrders
  extends SyncResult<{ id: string; externalId: string; created: boolean; totalValueUsd: number; lineCount: number }> {
  /** The lines that named no product and were given the configured one; null when every line named its own. */
  readonly productIdFilled: { readonly productId: string; readonly lines: number; readonly origin: string } | null
}

/** Orders from the file that the command line names; a line without product takes the configured one, and that is said. */
export async function syncOrders(context: CommandContext, key: string): Promise<SyncedOrders> {
  const client = await context.connect()
  const { accountId, signal } = await scopeOf(context)
  let filled: SyncedOrders['productIdFilled'] = null
  const records = withProduct(await recordsOf(context, 'orders'), {
    find: async () => (await context.settings()).find('productId'),
    onFilled: ({ value: productId, origin }, lines) => {
      filled = { productId, lines: lines + (filled?.lines ?? 0), origin }
    },
  })
  const result = await syncRecords<OrderInput, Awaited<ReturnType<typeof client.orders.sync>>['data'][number]>(
    context,
    {
      noun: 'orders',
      records,
      key,
      send: (items, idempotencyKey) => client.orders.sync.withMeta({ accountId, items, idempotencyKey }, { signal }),
    },
  )
  sayFilled(context, filled)
  return { ...result, productIdFilled: filled }
}

function sayFilled({ output }: CommandContext, filled: SyncedOrders['productIdFilled']): void {
  if (filled === null) return
  const { productId, lines, origin } = filled
  output.note(`${lines === 1 ? '1 line that names' : `${lines} lines that name`} no product: ${productId} (${origin}).`)
}

export async function runProducts(context: CommandContext): Promise<ExitCode> {
  const client = await context.connect()
  const { accountId, signal } = await scopeOf(context)
  const target = await flatTarget(context, 'products')
  const result = await syncRecords<ProductInput, Awaited<ReturnType<typeof client.products.sync>>['data'][number]>(
    context,
    {
      ...target,
      send: (items, idempotencyKey) => client.products.sync.withMeta({ accountId, items, idempotencyKey }, { signal }),
    },
  )
  return show(context, 'products', result)
}

export async function runWarehouses(context: CommandContext): Promise<ExitCode> {
  const client = await context.connect()
  const { accountId, signal } = await scopeOf(context)
  const target = await flatTarget(context, 'warehouses')
  const result = await syncRecords<WarehouseInput, Awaited<ReturnType<typeof client.warehouses.sync>>['data'][number]>(
    context,
    {
      ...target,
      send: (items, idempotencyKey) =>
        client.warehouses.sync.withMeta({ accountId, items, idempotencyKey }, { signal }),
    },
  )
  return show(context, 'warehouses', result)
}

export async function runBrokers(context: CommandContext): Promise<ExitCode> {
  const client = await context.connect()
  const { accountId, signal } = await scopeOf(context)
  const target = await flatTarget(context, 'brokers')
  const result = await syncRecords<BrokerInput, Awaited<ReturnType<typeof client.brokers.sync>>['data'][number]>(
    context,
    {
      ...target,
      send: (items, idempotencyKey) => client.brokers.sync.withMeta({ accountId, items, idempotencyKey }, { signal }),
    },
  )
  return show(context, 'brokers', result)
}

async function scopeOf(context: CommandContext): Promise<{ accountId: string; signal: AbortSignal }> {
  return { accountId: await (await context.settings()).need('accountId'), signal: context.terminal.signal }
}

async function recordsOf(
  { terminal, flags }: CommandContext,
  shape: 'orders' | 'flat',
): Promise<AsyncIterable<InputRecord>> {
  return readRecords(await openSource(terminal, flags.argument(0), flags.text('inputFormat')), shape)
}

async function flatTarget(
  context: CommandContext,
  noun: string,
): Promise<Pick<SyncTarget<never, never>, 'noun' | 'records' | 'key'>> {
  return { noun, records: await recordsOf(context, 'flat'), key: await context.key() }
}

interface ProductSource {
  readonly find: () => Promise<Setting | undefined>
  readonly onFilled: (setting: Setting, lines: number) => void
}

/** The setting is looked for when the first line without a product comes: most input has none. */
async function* withProduct(
  records: AsyncIterable<InputRecord>,
  { find, onFilled }: ProductSource,
): AsyncGenerator<InputRecord> {
  let product: Promise<Setting | undefined> | undefined
  for await (const record of records) {
    const { items } = record.value
    if (!Array.isArray(items) || !items.some(hasNoProduct)) {
      yield record
      continue
    }
    product ??= find()
    const setting = await product
    if (setting === undefined) {
      yield record
      continue
    }
    onFilled(setting, items.filter(hasNoProduct).length)
    const lines = items.map((line) => (hasNoProduct(line) ? { productId: setting.value, ...line } : line))
    yield { ...record, value: { ...record.value, items: lines } }
  }
}

function hasNoProduct(line: unknown): line is object {
  return typeof line === 'object' && line !== null && !('productId' in line)
}

async function show(
  context: CommandContext,
  noun: string,
  result: SyncResult<{ id: string; externalId: string; created: boolean }>,
): Promise<ExitCode> {
  await context.output.show({ data: result, idempotencyKey: await context.key() }, async (style) => {
    const { renderSync } = await import('../render/sync.ts')
    return renderSync(noun.slice(0, -1), result, style)
  })
  return 0
}
