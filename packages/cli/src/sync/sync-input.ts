import type { CommandContext } from '../command.ts'
import { usageError } from '../errors.ts'
import type { ColumnMap } from '../input/column-map.ts'
import type { InputItem } from '../input/record.ts'
import { readItems } from '../input/records.ts'
import type { RejectedFile } from '../input/rejected-file.ts'
import { openSource } from '../input/source.ts'
import type { JournaledRun } from '../journal/journaled-run.ts'
import { progressIn } from './sync-progress.ts'

export type SyncNoun = 'orders' | 'products' | 'warehouses' | 'brokers'

/** The input of a sync, opened but not read, and the file for what cannot be sent. */
export interface SyncInput {
  readonly items: AsyncIterable<InputItem>
  readonly rejected: RejectedFile | undefined
}

/** Throws usage and input errors that name the flag or the file, before anything is sent. */
export async function openSyncInput(
  context: CommandContext,
  noun: SyncNoun,
  { progress }: Pick<JournaledRun, 'progress'>,
): Promise<SyncInput> {
  const { terminal, flags } = context
  const name = flags.text('rejected')
  const items = await openItems(context, { noun, keepsRows: name !== undefined })
  if (name === undefined) return { items, rejected: undefined }
  const { openRejectedFile } = await import('../input/rejected-file.ts')
  return { items, rejected: openRejectedFile(terminal, name, progressIn(progress)) }
}

/** The input that the command line names, read by its `--map`, if it gives one. */
export async function openItems(
  context: CommandContext,
  { noun, keepsRows }: { readonly noun: SyncNoun; readonly keepsRows: boolean },
): Promise<AsyncIterable<InputItem>> {
  const { terminal, flags, output } = context
  const map = await mapOf(context, noun)
  const source = await openSource(terminal, flags.argument(0), flags.text('inputFormat'))
  if (map !== undefined && source.format !== undefined && source.format !== 'csv') {
    throw usageError(`--map is for CSV, and ${source.name} is ${source.format}.`, '--map')
  }
  const onMissing = (titles: readonly string[]): void =>
    output.note(`Columns that ${map?.name} knows and ${source.name} lacks: ${titles.join(', ')}.`)
  const shape = noun === 'orders' ? 'orders' : 'flat'
  const format = map === undefined ? source.format : 'csv'
  return readItems({ ...source, format }, { shape, map, onMissing, keepsRows })
}

async function mapOf({ terminal, flags }: CommandContext, noun: SyncNoun): Promise<ColumnMap | undefined> {
  const name = flags.text('map')
  const rates = ratesOf(flags.list('usdPer'))
  if (name === undefined) {
    if (flags.list('usdPer').length > 0) throw usageError('--usd-per is for amounts that a --map reads.', '--usd-per')
    return undefined
  }
  const { readMap } = await import('../input/shipped-maps.ts')
  const { map } = await readMap(terminal, name)
  if (map.records !== noun) {
    throw usageError(`--map ${name} is for ${map.records}, and this command sends ${noun}.`, '--map')
  }
  return { ...map, usdPer: { ...map.usdPer, ...rates } }
}

function ratesOf(given: readonly string[]): Record<string, string> {
  const rates: Record<string, string> = {}
  for (const text of given) {
    const [, currency, rate = ''] = /^([A-Z]{3})=(\d{1,9}(?:\.\d{1,12})?)$/.exec(text) ?? []
    if (currency === undefined || Number(rate) === 0) {
      throw usageError(`--usd-per is "${text}": give the dollars for one unit, as in CAD=0.7312.`, '--usd-per')
    }
    if (currency in rates) throw usageError(`--usd-per gives ${currency} twice: give one rate.`, '--usd-per')
    if (currency === 'USD') throw usageError('--usd-per USD: a dollar is a dollar, leave it out.', '--usd-per')
    rates[currency] = rate
  }
  return rates
}
