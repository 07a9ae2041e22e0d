import type { EntryGo, ListRecordsArgs } from '@entrygo/sdk'
import type { OrderList } from '@entrygo/sdk/contract'
import type { CommandContext, RunCommand } from '../command.ts'
import { CommandError, type NextCommand, usageError } from '../errors.ts'
import { errorDocumentOf, ReportedError } from '../failure.ts'
import type { RecordNoun, ShownRecord } from '../render/records.ts'

/** `entrygo orders list` and the like: one page, or with `--all` every page as it comes. */
export function runListOf(noun: RecordNoun): RunCommand {
  return async (context) => {
    const args = argsOf(context)
    const client = await context.connect()
    if (context.flags.isSet('all')) await listAll(context, noun, args)
    else await listPage(context, noun, await pageOf(client, { noun, args, context }))
    return 0
  }
}

/** `entrygo orders show` and the like: one record by its id, or by the external id that it was synced with. */
export function runShowOf(noun: RecordNoun): RunCommand {
  return async (context) => {
    const id = context.flags.argument(0)
    const externalId = context.flags.text('externalId')
    if ((id === undefined) === (externalId === undefined)) {
      throw usageError(`Give one of the two: the id (${prefixes[noun]}…) or --external-id.`, '--external-id')
    }
    const record = await (externalId === undefined
      ? byId(context, noun, id ?? '')
      : byExternalId(context, noun, externalId))
    await context.output.show({ data: record }, async (style) => {
      const { renderFields } = await import('../render/fields.ts')
      return renderFields(record, style)
    })
    return 0
  }
}

const prefixes = { orders: 'ord_', products: 'prod_', warehouses: 'wh_', brokers: 'br_' } as const

/** As many as the server takes in one request. */
const maxExternalIds = 100

function argsOf({ flags }: CommandContext): ListRecordsArgs {
  const externalId = [...flags.list('externalId')]
  const cursor = flags.text('cursor')
  const limit = flags.count('limit', { min: 1, max: 100 })
  if (externalId.length > maxExternalIds) {
    const message = `--external-id is given ${externalId.length} times: ask for ${maxExternalIds} at once, or list all.`
    throw usageError(message, '--external-id')
  }
  // Whoever names records wants them all, not a page of them.
  const size = limit ?? (externalId.length > 0 || flags.isSet('all') ? 100 : undefined)
  return {
    ...(externalId.length > 0 && { externalId }),
    ...(size !== undefined && { limit: size }),
    ...(cursor !== undefined && { cursor }),
  }
}

interface RecordPage extends Pick<OrderList, 'next_cursor'> {
  readonly data: readonly ShownRecord[]
}

function pageOf(
  client: EntryGo,
  { noun, args, context }: { noun: RecordNoun; args: ListRecordsArgs; context: CommandContext },
): Promise<RecordPage> {
  return client[noun].list(args, { signal: context.terminal.signal })
}

async function listPage({ flags, output }: CommandContext, noun: RecordNoun, page: RecordPage): Promise<void> {
  const next = page.next_cursor === null ? [] : [behind(page.next_cursor, { flags, noun })]
  await output.show({ data: page, next }, async (style) => {
    const { renderRecords } = await import('../render/records.ts')
    return renderRecords(noun, page.data, { style, next, isFiltered: flags.list('externalId').length > 0 })
  })
  const found = new Set(page.data.map(({ externalId }) => externalId))
  const absent = flags.list('externalId').filter((externalId) => !found.has(externalId))
  if (absent.length > 0 && page.next_cursor === null && flags.text('cursor') === undefined) {
    const { someOf } = await import('../render/text.ts')
    output.note(`Not stored: ${someOf(absent)}.`)
  }
}

/** NDJSON for programs, one table for people; never more than a page of it in memory. */
async function listAll(context: CommandContext, noun: RecordNoun, args: ListRecordsArgs): Promise<void> {
  const { flags, output } = context
  const { renderRecordLines } = await import('../render/records.ts')
  const client = await context.connect()
  let count = 0
  let cursor: string | null | undefined = args.cursor
  while (cursor !== null) {
    const start: string | undefined = cursor
    const wanted: ListRecordsArgs = { ...args, ...(start !== undefined && { cursor: start }) }
    const page: RecordPage = await pageOf(client, { noun, args: wanted, context }).catch((error: unknown) => {
      throw start === undefined ? error : stoppedAt(error, { start, flags, noun })
    })
    // A request that fails before anything was printed is answered by the one document of a failure.
    if (start === args.cursor) await output.stream({ type: 'version', version: 1 })
    if (output.isForPrograms) for (const data of page.data) await output.stream({ type: 'record', data })
    else
      await output.stream(lineFor(page), (style) => renderRecordLines(noun, page.data, { style, isFirst: count === 0 }))
    count += page.data.length
    cursor = page.next_cursor
  }
  if (output.isForPrograms) await output.stream({ type: 'end', data: { count }, next: [] })
}

function lineFor(page: RecordPage): { type: 'record'; data: unknown } {
  return { type: 'record', data: page.data }
}

interface Listing extends Pick<CommandContext, 'flags'> {
  readonly noun: RecordNoun
}

/** The same command for what comes behind a cursor. */
function behind(cursor: string | undefined, { flags, noun }: Listing): NextCommand {
  const given = flags.list('externalId').flatMap((externalId) => ['--external-id', externalId])
  const limit = flags.text('limit')
  const size = limit === undefined ? [] : ['--limit', limit]
  const all = flags.isSet('all') ? ['--all'] : []
  return {
    argv: ['entrygo', noun, 'list', ...given, ...size, ...all, ...(cursor === undefined ? [] : ['--cursor', cursor])],
    reason: cursor === undefined ? 'begin anew' : flags.isSet('all') ? 'go on where it stopped' : 'older ones',
  }
}

/** A cursor that was refused is refused again. */
function stoppedAt(error: unknown, { start, ...listing }: Listing & { readonly start: string }): ReportedError {
  const document = errorDocumentOf(error)
  const isRefused = document.errorCode === 'VALIDATION_ERROR'
  return new ReportedError({ ...document, next: [behind(isRefused ? undefined : start, listing)] })
}

async function byId(context: CommandContext, noun: RecordNoun, id: string): Promise<ShownRecord> {
  const prefix = prefixes[noun]
  if (!id.startsWith(prefix)) {
    throw usageError(`"${id}" is no id of EntryGo for ${noun}: give ${prefix}…, or your own id with --external-id.`)
  }
  const client = await context.connect()
  return client[noun].get({ id }, { signal: context.terminal.signal })
}

async function byExternalId(context: CommandContext, noun: RecordNoun, externalId: string): Promise<ShownRecord> {
  const client = await context.connect()
  const { data } = await pageOf(client, { noun, args: { externalId: [externalId], limit: 1 }, context })
  const [record] = data
  if (record !== undefined) return record
  const message = `The account has none of its ${noun} under this --external-id: sync it, or list what is there.`
  const next = [{ argv: ['entrygo', noun, 'list'], reason: 'what is there' }]
  throw new CommandError('NOT_FOUND', message, { field: '--external-id', data: { externalId }, next })
}
