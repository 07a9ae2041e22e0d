import { inputError } from '../errors.ts'
import { parseExact } from './exact-json.ts'
import { ndjsonItems } from './ndjson.ts'
import { answerIn, type InputItem, type InputRecord, isInputRecord, isRecord, reasonTitle } from './record.ts'
import { decoded, readAll, type Source } from './source.ts'
import type { TableReading, TableShape } from './table-records.ts'

/** The records of a source, one after another. Throws an input error at the first one that cannot be sent. */
export async function* readRecords(source: Source, shape: TableShape): AsyncGenerator<InputRecord> {
  yield* recordsAmong(readItems(source, { shape }))
}

/** The records alone. What a map leaves out is passed over; throws an input error at the first that cannot be sent. */
export async function* recordsAmong(items: AsyncIterable<InputItem>): AsyncGenerator<InputRecord> {
  for await (const item of items) {
    if ('rejected' in item) throw inputError(item.rejected, item.field)
    if (isInputRecord(item)) yield item
  }
}

/** The same, with what cannot be sent and what a map leaves out; NDJSON and CSV are not held in memory as a whole. */
export async function* readItems(source: Source, reading: Omit<TableReading, 'name'>): AsyncGenerator<InputItem> {
  const { name, format, chunks } = source
  if (format === 'csv') {
    const { tableItems } = await import('./table-records.ts')
    yield* tableItems(decoded(chunks, name), { ...reading, name })
  } else if (format === 'ndjson') {
    for await (const item of ndjsonItems(decoded(chunks, name), name)) yield withoutReason(item)
  } else for (const item of recordsIn(await readValue(source), name)) yield withoutReason(item)
}

/** What was refused once, was mended and is given again. */
function withoutReason(item: InputItem): InputItem {
  if (!isInputRecord(item) || !Object.hasOwn(item.value, reasonTitle)) return item
  const { [reasonTitle]: _, ...value } = item.value
  return { ...item, value }
}

/** One value: JSON, or YAML when the name or the flag says so. Without either, what parses as NDJSON is a list. */
export async function readValue(source: Source): Promise<unknown> {
  const { name, format } = source
  const text = (await readAll(source)).replace(/^\uFEFF/, '')
  if (text.trim() === '') throw inputError(`${name} is empty.`, 'file')
  if (format === 'yaml') return (await import('./yaml.ts')).parseYamlText(text, name)
  if (format === undefined && isLines(text)) return linesOf(text, name)
  return parseExact(text, name)
}

/** Several objects, one a line, are NDJSON whatever the name says. */
function isLines(text: string): boolean {
  const [first = '', second = ''] = text.trim().split('\n', 2)
  return /^\{.*\}\s*$/.test(first) && second.trimStart().startsWith('{')
}

async function linesOf(text: string, name: string): Promise<unknown> {
  const values: unknown[] = []
  for await (const item of ndjsonItems(once(text), name)) {
    if ('rejected' in item) throw inputError(item.rejected, item.field)
    if (isInputRecord(item)) values.push(item.value)
  }
  return values
}

async function* once(text: string): AsyncGenerator<string> {
  yield text
}

/** A list, a request or answer with the list in `items` or `data`, or one record. */
function* recordsIn(value: unknown, name: string): Generator<InputRecord> {
  const list = listIn(value)
  if (list.length === 0) throw inputError(`${name} holds no records.`, 'file')
  for (const [index, item] of list.entries()) {
    const at = `${name} item ${index + 1}`
    if (!isRecord(item)) throw inputError(`${at} is not an object.`, 'file')
    yield { value: item, at }
  }
}

export function listIn(given: unknown): readonly unknown[] {
  const value = answerIn(given)
  if (Array.isArray(value)) return value
  if (!isRecord(value)) return [value]
  const { items, data, externalId } = value
  if (externalId === undefined && Array.isArray(items)) return items
  if (externalId === undefined && Array.isArray(data)) return data
  return [value]
}
