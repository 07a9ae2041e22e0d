import { inputError } from '../errors.ts'
import type { CsvShape } from './csv.ts'
import { parseExact } from './exact-json.ts'
import { ndjsonRecords } from './ndjson.ts'
import { answerIn, type InputRecord, isRecord } from './record.ts'
import { decoded, readAll, type Source } from './source.ts'

/** The records of a source, one after another; NDJSON and CSV are not held in memory as a whole. */
export async function* readRecords(source: Source, shape: CsvShape): AsyncGenerator<InputRecord> {
  const { name, format } = source
  if (format === 'csv') {
    const { csvRecords } = await import('./csv.ts')
    yield* csvRecords(decoded(source.chunks, name), { name, shape })
  } else if (format === 'ndjson') yield* ndjsonRecords(decoded(source.chunks, name), name)
  else yield* recordsIn(await readValue(source), name)
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
  for await (const { value } of ndjsonRecords(once(text), name)) values.push(value)
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
