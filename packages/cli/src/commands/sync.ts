import { join, parse } from 'node:path'
import type { EntryGo } from '@entrygo/sdk'
import type { CommandContext } from '../command.ts'
import type { ExitCode } from '../exit-codes.ts'
import type { InputRecord, RejectedInput } from '../input/record.ts'
import type { JournaledRun } from '../journal/journaled-run.ts'
import { keepMemorySmall } from '../sync/small-memory.ts'
import type { AnsweredRecords } from '../sync/sync-answer.ts'
import { openSyncInput, type SyncNoun } from '../sync/sync-input.ts'
import { type FilledProduct, ProductFill, skuResolver } from '../sync/sync-products.ts'
import { type SyncCounts, syncRecords } from '../sync/sync-records.ts'

interface Synced {
  readonly id: string
  readonly externalId: string
  readonly created: boolean
}

interface SyncedOrder extends Synced {
  readonly totalValueUsd: number
  readonly lineCount: number
}

export interface SyncedOrders extends SyncCounts {
  readonly data: readonly SyncedOrder[]
  readonly productIdFilled: FilledProduct | null
}

/** `entrygo sync`: orders. */
export async function run(context: CommandContext): Promise<ExitCode> {
  return answering<SyncedOrder>(context, 'orders', async (onAnswer) =>
    sendOrders(context, { run: await context.journal(), onAnswer }),
  )
}

/** Orders from the file that the command line names, all of them in memory; the caller keeps its own progress. */
export async function syncOrders(context: CommandContext, key: string): Promise<SyncedOrders> {
  const data: SyncedOrder[] = []
  const run = { key, progress: null, resumed: false, note: async () => {} }
  const counts = await sendOrders(context, { run, onAnswer: (order) => data.push(order) })
  return { ...counts, data }
}

export function runProducts(context: CommandContext): Promise<ExitCode> {
  return runRecords(context, 'products', ({ products }) => products.sync.withMeta)
}

export function runWarehouses(context: CommandContext): Promise<ExitCode> {
  return runRecords(context, 'warehouses', ({ warehouses }) => warehouses.sync.withMeta)
}

export function runBrokers(context: CommandContext): Promise<ExitCode> {
  return runRecords(context, 'brokers', ({ brokers }) => brokers.sync.withMeta)
}

interface OrderRun {
  readonly run: Pick<JournaledRun, 'key' | 'progress' | 'resumed' | 'note'>
  readonly onAnswer: (order: SyncedOrder) => void
}

/** A line without product takes the configured one, and that is said. */
async function sendOrders(
  context: CommandContext,
  { run, onAnswer }: OrderRun,
): Promise<SyncCounts & Pick<SyncedOrders, 'productIdFilled'>> {
  const { orders, products } = await context.connect()
  const { accountId, signal } = await scopeOf(context)
  const resolver = await skuResolver(context, async (externalId) => {
    const { data } = await products.list({ externalId: [...externalId], limit: externalId.length }, { signal })
    return data
  })
  const fill = new ProductFill(context)
  const prepare = async (records: readonly InputRecord[]): Promise<readonly (InputRecord | RejectedInput)[]> =>
    resolver(await fill.fill(records))
  const { items, rejected } = await openSyncInput(context, 'orders', run)
  const counts = await syncRecords<Parameters<typeof orders.sync>[0]['items'][number], SyncedOrder>(context, {
    ...{ noun: 'orders', items, run, rejected, prepare, onAnswer },
    send: (batch, idempotencyKey) => orders.sync.withMeta({ accountId, items: batch, idempotencyKey }, { signal }),
  }).finally(() => rejected?.close())
  fill.say(context)
  return { ...counts, productIdFilled: fill.filled }
}

/** The sync of the client for one kind of record. */
type SyncCall<Item> = (
  records: { readonly accountId: string; readonly items: Item[]; readonly idempotencyKey: string },
  options: { readonly signal: AbortSignal },
) => Promise<{ readonly data: { readonly data: Synced[] } }>

async function runRecords<Item extends { externalId: string }>(
  context: CommandContext,
  noun: Exclude<SyncNoun, 'orders'>,
  callOf: (client: EntryGo) => SyncCall<Item>,
): Promise<ExitCode> {
  const { accountId, signal } = await scopeOf(context)
  return answering<Synced>(context, noun, async (onAnswer) => {
    const call = callOf(await context.connect())
    const run = await context.journal()
    const { items, rejected } = await openSyncInput(context, noun, run)
    return syncRecords<Item, Synced>(context, {
      ...{ noun, items, run, rejected, onAnswer },
      send: (batch, idempotencyKey) => call({ accountId, items: batch, idempotencyKey }, { signal }),
    }).finally(() => rejected?.close())
  })
}

async function scopeOf(context: CommandContext): Promise<{ accountId: string; signal: AbortSignal }> {
  return { accountId: await (await context.settings()).need('accountId'), signal: context.terminal.signal }
}

/** Input that was refused is told by the exit code, although the rest was sent: a job must not pass over it. */
async function answering<Answer extends Synced>(
  context: CommandContext,
  noun: SyncNoun,
  send: (onAnswer: (answer: Answer) => void) => Promise<SyncCounts>,
): Promise<ExitCode> {
  const { answeredRecords } = await import('../sync/sync-answer.ts')
  const { output, flags } = context
  keepMemorySmall()
  const records = answeredRecords<Answer>({ isKept: output.isForPrograms && !flags.isSet('summary') })
  try {
    const counts = await send(records.add)
    await show(context, { noun, records, counts })
    return counts.rejected > 0 ? 2 : 0
  } finally {
    records.close()
  }
}

interface ShownRecords<Answer> {
  readonly noun: SyncNoun
  readonly records: AnsweredRecords<Answer>
  readonly counts: SyncCounts
}

async function show<Answer extends Synced>(
  context: CommandContext,
  { noun, records, counts }: ShownRecords<Answer>,
): Promise<void> {
  const { output, flags } = context
  const idempotencyKey = await context.key()
  const next = nextAfterSync(context, counts)
  if (output.isForPrograms && !flags.isSet('summary')) {
    return records.pour(output, { data: counts, next, idempotencyKey })
  }
  await output.show({ data: counts, next, idempotencyKey }, async (style) => {
    const { renderSync } = await import('../render/sync.ts')
    return renderSync(noun.slice(0, -1), { ...counts, data: records.first, file: flags.text('rejected') }, style)
  })
}

/** What was rejected is mended by a person and sent by the same command. */
function nextAfterSync(
  { flags, terminal }: CommandContext,
  { rejected }: SyncCounts,
): { argv: readonly string[]; reason: string; userActionRequired: true }[] {
  const file = flags.text('rejected')
  const given = flags.argument(0)
  if (rejected === 0 || file === undefined || given === undefined) return []
  // Mended input is another write: under the key of this one it would be refused.
  const key = terminal.argv.indexOf('--idempotency-key')
  const isKey = (word: string, at: number): boolean =>
    word.startsWith('--idempotency-key=') || (key >= 0 && (at === key || at === key + 1))
  const argv = terminal.argv
    .filter((word, at) => !isKey(word, at))
    .map((word) => {
      if (word === given) return file
      return word === file || word === `--rejected=${file}` ? word.replace(file, () => againOf(file)) : word
    })
  return [{ argv: ['entrygo', ...argv], reason: 'send what was rejected, once it is mended', userActionRequired: true }]
}

/** Keeps the ending, by which the format is known when that file is given in its turn. */
function againOf(file: string): string {
  const { dir, name, ext } = parse(file)
  return join(dir, `${name}.again${ext}`)
}
