import type { ListEventsArgs, ListExportsArgs } from '@entrygo/sdk'
import { exportStates, readinessStates } from '@entrygo/sdk/contract'
import type { CommandContext } from '../command.ts'
import type { ExitCode } from '../exit-codes.ts'
import { namedExport } from '../export-id.ts'
import { idIn } from '../wire-words.ts'

/** `entrygo exports list`: one page; filters come from flags alone, never from the configured warehouse. */
export async function runList(context: CommandContext): Promise<ExitCode> {
  const { flags, output, terminal } = context
  const client = await context.connect()
  const list = await client.exports.list(filtersOf(context), { signal: terminal.signal })
  const cursor = list.next_cursor
  const more =
    idIn(cursor) === undefined || cursor === null
      ? []
      : [{ argv: ['entrygo', 'exports', 'list', '--cursor', cursor], reason: 'older ones' }]
  await output.show({ data: list, next: more }, async (style) => {
    const { renderExports } = await import('../render/exports.ts')
    return renderExports(list, { style, next: more, isFiltered: flags.text('state') !== undefined })
  })
  return 0
}

/** `entrygo exports events`: one page of the event stream of an export. */
export async function runEvents(context: CommandContext): Promise<ExitCode> {
  const { flags, output, terminal } = context
  const { id } = await namedExport(context)
  const client = await context.connect()
  const after = flags.count('after', { min: 0, max: 2_147_483_647 })
  const limit = flags.count('limit', { min: 1, max: 500 })
  const wait = flags.count('wait', { min: 0, max: 25 })
  const args: ListEventsArgs = {
    id,
    ...(after !== undefined && { after }),
    ...(limit !== undefined && { limit }),
    ...(wait !== undefined && { wait }),
  }
  const page = await client.exports.events(args, { signal: terminal.signal })
  await output.show({ data: page }, async (style) => {
    const { renderEvents } = await import('../render/events.ts')
    return renderEvents(page.data, style).join('\n')
  })
  return 0
}

function filtersOf({ flags }: CommandContext): ListExportsArgs {
  const state = exportStates.find((one) => one === flags.text('state'))
  const readinessState = readinessStates.find((one) => one === flags.text('readinessState'))
  const warehouseId = flags.text('warehouseId')
  const createdAfter = flags.text('createdAfter')
  const createdBefore = flags.text('createdBefore')
  const cursor = flags.text('cursor')
  const limit = flags.count('limit', { min: 1, max: 100 })
  return {
    ...(state !== undefined && { state }),
    ...(readinessState !== undefined && { readinessState }),
    ...(warehouseId !== undefined && { warehouseId }),
    ...(createdAfter !== undefined && { createdAfter }),
    ...(createdBefore !== undefined && { createdBefore }),
    ...(cursor !== undefined && { cursor }),
    ...(limit !== undefined && { limit }),
  }
}
