import { inputError } from '../errors.ts'
import { parseExact } from './exact-json.ts'
import { type InputRecord, isRecord } from './record.ts'

/** One JSON object a line; empty lines are passed over. */
export async function* ndjsonRecords(pieces: AsyncIterable<string>, name: string): AsyncGenerator<InputRecord> {
  let number = 0
  let isEmpty = true
  for await (const line of linesOf(pieces)) {
    number += 1
    if (line.trim() === '') continue
    const at = `${name} row ${number}`
    const value = parseExact(line, at)
    if (!isRecord(value)) throw inputError(`${at} is not an object.`, 'file')
    isEmpty = false
    yield { value, at }
  }
  if (isEmpty) throw inputError(`${name} holds no records.`, 'file')
}

async function* linesOf(pieces: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = ''
  let isFirst = true
  for await (const piece of pieces) {
    const lines = (rest + (isFirst ? piece.replace(/^\uFEFF/, '') : piece)).split('\n')
    if (piece !== '') isFirst = false
    rest = lines.pop() ?? ''
    yield* lines
  }
  if (rest !== '') yield rest
}
