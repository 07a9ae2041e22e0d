import type { Answered } from '@entrygo/sdk'
import type { CommandContext } from './command.ts'
import { inputError } from './errors.ts'
import { errorDocumentOf, ReportedError } from './failure.ts'
import type { InputRecord } from './input/record.ts'

/** What a sync has done, with the records as the server answered them. */
export interface SyncResult<Answer> {
  readonly data: readonly Answer[]
  readonly count: number
  readonly created: number
  readonly updated: number
  readonly batches: number
}

export interface SyncTarget<Item, Answer> {
  /** Plural, for messages: `orders`. */
  readonly noun: string
  readonly records: AsyncIterable<InputRecord>
  readonly key: string
  readonly send: (items: Item[], idempotencyKey: string) => Promise<Answered<{ data: Answer[] }>>
}

/** Far below the server's limit of 1,000, so that a refusal names its record soon and a repeat is cheap. */
const batchSize = 500

/** A quarter of the largest body that the server takes: orders of many lines must not be refused for their company. */
const batchBytes = 2 * 1024 * 1024

/** Sends the records in batches, one after another, each under its own key derived from that of the run. */
export async function syncRecords<Item extends { externalId: string }, Answer extends { created: boolean }>(
  { output }: CommandContext,
  target: SyncTarget<Item, Answer>,
): Promise<SyncResult<Answer>> {
  const data: Answer[] = []
  let batches = 0
  for await (const batch of batchesOf<Item>(target.records)) {
    batches += 1
    const key = batches === 1 ? target.key : `${target.key}:${batches}`
    const { data: answer } = await target.send([...batch.items], key).catch((error: unknown) => {
      throw namingRows(error, { at: batch.at, done: data.length, noun: target.noun })
    })
    for (const record of answer.data) data.push(record)
    output.progress(`${data.length} ${target.noun} synced`)
  }
  const created = data.filter((record) => record.created).length
  return { data, count: data.length, created, updated: data.length - created, batches }
}

interface Batch<Item> {
  readonly items: readonly Item[]
  readonly at: readonly string[]
}

async function* batchesOf<Item extends { externalId: string }>(
  records: AsyncIterable<InputRecord>,
): AsyncGenerator<Batch<Item>> {
  let items: Item[] = []
  let at: string[] = []
  let bytes = 0
  for await (const record of records) {
    const { value } = record
    if (!hasExternalId<Item>(value)) throw inputError(`${record.at} ${withoutId(value)}`, 'externalId')
    const size = Buffer.byteLength(JSON.stringify(value))
    if (items.length === batchSize || (items.length > 0 && bytes + size > batchBytes)) {
      yield { items, at }
      items = []
      at = []
      bytes = 0
    }
    items.push(value)
    at.push(record.at)
    bytes += size
  }
  if (items.length > 0) yield { items, at }
}

/** The rest is checked by the server, which names every problem at once. */
function hasExternalId<Item extends { externalId: string }>(value: object): value is Item {
  return 'externalId' in value && typeof value.externalId === 'string'
}

function withoutId({ externalId }: InputRecord['value']): string {
  return externalId === undefined || externalId === null
    ? 'has no externalId: give it your own id.'
    : `has the externalId ${JSON.stringify(externalId)}, which is no text: put it into quotes.`
}

/** Issues at `items.3.quantity` also say where item 3 stands in the input. */
function namingRows(
  error: unknown,
  { at, done, noun }: { readonly at: readonly string[]; readonly done: number; readonly noun: string },
): ReportedError {
  const document = errorDocumentOf(error)
  const before = done === 0 ? '' : ` ${done} ${noun} before it were synced.`
  const message = `${document.message}${before}`
  const data = { ...withPlaces(document.data, at), ...(done > 0 && { synced: done }) }
  return new ReportedError({ ...document, message, ...(Object.keys(data).length > 0 && { data }) })
}

function withPlaces(data: object | undefined, at: readonly string[]): object | undefined {
  const details = data !== undefined && 'details' in data ? data.details : undefined
  if (typeof details !== 'object' || details === null || !('issues' in details)) return data
  const { issues } = details
  if (!Array.isArray(issues)) return data
  const placed = issues.map((issue: unknown) => {
    if (typeof issue !== 'object' || issue === null || !('path' in issue)) return issue
    const [, index] = /^items\.(\d+)/.exec(String(issue.path)) ?? []
    const place = index === undefined ? undefined : at[Number(index)]
    return place === undefined ? issue : { ...issue, at: place }
  })
  return { ...data, details: { ...details, issues: placed } }
}
