import { createHash } from 'node:crypto'
import type { CommandContext } from '../command.ts'
import { inputError } from '../errors.ts'
import { errorDocumentOf, ReportedError } from '../failure.ts'
import {
  type InputItem,
  type InputRecord,
  isInputRecord,
  type RejectedInput,
  type SkippedInput,
} from '../input/record.ts'
import type { RejectedFile } from '../input/rejected-file.ts'
import type { JournaledRun } from '../journal/journaled-run.ts'
import { Batch } from './sync-batch.ts'
import { type ItemIssues, issuesByItem, withPlaces } from './sync-issues.ts'
import { progressIn, type SyncProgress } from './sync-progress.ts'

/** What a sync has done. Records of an earlier try of the same run are counted, and not among those that were answered. */
export interface SyncCounts {
  readonly count: number
  readonly created: number
  readonly updated: number
  readonly batches: number
  /** Records that were left out on purpose and lines of others, by reason. */
  readonly skipped: readonly SkippedCount[]
  /** Records that could not be sent and stand in the file of rejected input. */
  readonly rejected: number
  /** Records that an earlier try of this run had sent. */
  readonly alreadySynced: number
}

export interface SkippedCount {
  readonly because: string
  readonly records: number
  readonly lines: number
  /** The first ones. */
  readonly externalIds: readonly string[]
}

export interface SyncTarget<Item, Answer> {
  /** Plural, for messages: `orders`. */
  readonly noun: string
  readonly items: AsyncIterable<InputItem>
  readonly run: Pick<JournaledRun, 'key' | 'progress' | 'resumed' | 'note'>
  /** Without one the first record that cannot be sent ends the run. */
  readonly rejected: RejectedFile | undefined
  /** Makes of a record what is sent, for a batch at a time. */
  readonly prepare?: (records: readonly InputRecord[]) => Promise<readonly (InputRecord | RejectedInput)[]>
  readonly send: (
    items: Item[],
    idempotencyKey: string,
  ) => Promise<{ readonly data: { readonly data: readonly Answer[] } }>
  readonly onAnswer: (answer: Answer) => void
}

/**
 * Sends the records in batches, one after another, each under its own key derived from that of the run. After each one
 * the run notes how far it has come, and an unfinished run begins behind that.
 */
export async function syncRecords<Item extends { externalId: string }, Answer extends { created: boolean }>(
  { output }: CommandContext,
  target: SyncTarget<Item, Answer>,
): Promise<SyncCounts> {
  const progress = progressIn(target.run.progress)
  const { count: alreadySynced, items: notedItems } = progress
  const batch = new Batch(progress)
  let position = 0
  const flush = async (): Promise<void> => {
    await sendBatch(batch, target, progress)
    output.progress(`${progress.count} ${target.noun} synced${leftOut(progress)}`)
  }
  try {
    for await (const item of target.items) {
      position += 1
      if (position <= notedItems) continue
      const found = checked(item)
      if (isInputRecord(found)) {
        const bytes = Buffer.byteLength(JSON.stringify(found.value))
        if (batch.isFullWith(bytes)) await flush()
        batch.records.push(found)
        batch.bytes += bytes
      } else if ('rejected' in found) await reject(found, target, progress)
      else skip(found, progress)
      batch.items = position
    }
    if (!batch.isEmpty) await flush()
  } catch (error) {
    throw withDone(error, progress)
  }
  const { count, created, batches, rejected } = progress
  return { count, created, updated: count - created, batches, skipped: progress.skipped, rejected, alreadySynced }
}

/** The rest is checked by the server, which names every problem at once. */
function checked(item: InputItem): InputItem {
  if (!isInputRecord(item)) return item
  const { externalId } = item.value
  if (typeof externalId === 'string') return item
  const reason =
    externalId === undefined || externalId === null
      ? 'has no externalId: give it your own id.'
      : `has the externalId ${JSON.stringify(externalId)}, which is no text: put it into quotes.`
  return rejectedRecord(item, `${item.at} ${reason}`, 'externalId')
}

function rejectedRecord({ value, at, rows }: InputRecord, reason: string, field: string): RejectedInput {
  return { rejected: reason, field, at, ...(rows === undefined ? { value } : { rows }) }
}

async function reject(
  item: RejectedInput,
  { rejected, run }: Pick<SyncTarget<never, never>, 'rejected' | 'run'>,
  progress: SyncProgress,
): Promise<void> {
  if (rejected === undefined) throw inputError(item.rejected, item.field)
  if (progress.rejectedPath !== rejected.path) {
    // Whoever goes on with the run has to know that the file is its own.
    progress.rejectedPath = rejected.path
    await run.note({ ...progress })
  }
  rejected.add(item)
  progress.rejected += 1
}

function skip({ skipped, externalId }: SkippedInput, progress: SyncProgress): void {
  const counted = countOf(skipped, progress)
  counted.records += 1
  if (counted.externalIds.length < 20) counted.externalIds.push(externalId)
}

function countOf(because: string, { skipped }: SyncProgress): SyncProgress['skipped'][number] {
  const known = skipped.find((one) => one.because === because)
  if (known !== undefined) return known
  const fresh = { because, records: 0, lines: 0, externalIds: [] }
  skipped.push(fresh)
  return fresh
}

async function sendBatch<Item extends { externalId: string }, Answer extends { created: boolean }>(
  batch: Batch,
  target: SyncTarget<Item, Answer>,
  progress: SyncProgress,
): Promise<void> {
  const taken = batch.take()
  for (const { skippedLines = [] } of taken) for (const because of skippedLines) countOf(because, progress).lines += 1
  const prepared = target.prepare === undefined ? taken : await target.prepare(taken)
  const records: InputRecord[] = []
  for (const item of prepared) {
    if ('rejected' in item) await reject(item, target, progress)
    else records.push(item)
  }
  progress.batches += 1
  await sendGood(records, target, progress)
  progress.items = batch.items
  progress.rejectedBytes = target.rejected?.sync() ?? 0
  progress.done = `${progress.count} ${target.noun} synced`
  await target.run.note({ ...progress })
}

/** What the server refuses is taken out and the rest sent again under another key, until it takes all or names none. */
async function sendGood<Item extends { externalId: string }, Answer extends { created: boolean }>(
  given: readonly InputRecord[],
  target: SyncTarget<Item, Answer>,
  progress: SyncProgress,
): Promise<void> {
  const { run } = target
  const plainKey = progress.batches === 1 ? run.key : `${run.key}:${progress.batches}`
  let records = given
  let key = plainKey
  while (records.length > 0) {
    try {
      const { data } = await target.send(records.map(itemOf<Item>), key)
      for (const answer of data.data) {
        progress.count += 1
        if (answer.created) progress.created += 1
        target.onAnswer(answer)
      }
      return
    } catch (error) {
      const document = errorDocumentOf(error)
      const digestKey = (): string => `${plainKey}:${digestOf(records)}`
      if (document.errorCode === 'IDEMPOTENCY_CONFLICT' && run.resumed && key === plainKey) {
        // What was sent under it before the interruption is not what is sent now: products were added in between.
        key = digestKey()
        continue
      }
      const issues = target.rejected === undefined ? new Map<number, ItemIssues>() : issuesByItem(document, records)
      if (issues.size === 0) throw namingRows(error, records)
      for (const [index, { text, field }] of issues) {
        const record = records[index]
        if (record !== undefined) await reject(rejectedRecord(record, `${record.at} ${text}`, field), target, progress)
      }
      records = records.filter((_, index) => !issues.has(index))
      key = digestKey()
    }
  }
}

function itemOf<Item extends { externalId: string }>({ value, at }: InputRecord): Item {
  if (hasExternalId<Item>(value)) return value
  throw inputError(`${at} has no externalId: give it your own id.`, 'externalId')
}

function hasExternalId<Item extends { externalId: string }>(value: object): value is Item {
  return 'externalId' in value && typeof value.externalId === 'string'
}

function digestOf(records: readonly InputRecord[]): string {
  const hash = createHash('sha256')
  for (const { value } of records) hash.update(JSON.stringify(value))
  return hash.digest('hex').slice(0, 16)
}

/** Issues at `items.3.quantity` also say where item 3 stands in the input. */
function namingRows(error: unknown, records: readonly InputRecord[]): ReportedError {
  const document = errorDocumentOf(error)
  const data = withPlaces(document.data, records)
  return new ReportedError({ ...document, ...(data !== undefined && { data }) })
}

function withDone(error: unknown, { count }: SyncProgress): unknown {
  if (count === 0) return error
  const document = errorDocumentOf(error)
  return new ReportedError({ ...document, data: { ...document.data, synced: count } })
}

function leftOut({ rejected, skipped }: SyncProgress): string {
  const left = skipped.reduce((sum, { records }) => sum + records, 0)
  return `${left > 0 ? `, ${left} skipped` : ''}${rejected > 0 ? `, ${rejected} rejected` : ''}`
}
