import { CommandError, inputError } from '../errors.ts'
import { parseExact } from './exact-json.ts'
import { type InputItem, isRecord } from './record.ts'

/** One JSON object a line; empty lines are passed over. A line that is none comes as an item of its own. */
export async function* ndjsonItems(pieces: AsyncIterable<string>, name: string): AsyncGenerator<InputItem> {
  let number = 0
  let isEmpty = true
  for await (const line of linesOf(pieces, name)) {
    number += 1
    if (line.trim() === '') continue
    isEmpty = false
    yield itemOf(line, `${name} row ${number}`)
  }
  if (isEmpty) throw inputError(`${name} holds no records.`, 'file')
}

function itemOf(line: string, at: string): InputItem {
  try {
    const value = parseExact(line, at)
    return isRecord(value) ? { value, at } : { rejected: `${at} is not an object.`, field: 'file', at, value: { line } }
  } catch (error) {
    if (!(error instanceof CommandError)) throw error
    const { message, facts } = error
    return { rejected: message, at, value: { line }, ...(facts.field !== undefined && { field: facts.field }) }
  }
}

/** Four times the largest body that the server takes. */
const maxLineLetters = 32 * 1024 * 1024

/** A line is put together once, when it ends: joining it to every piece would take the square of its length. */
async function* linesOf(pieces: AsyncIterable<string>, name: string): AsyncGenerator<string> {
  let open: string[] = []
  let letters = 0
  let isFirst = true
  for await (const given of pieces) {
    const piece = isFirst ? given.replace(/^\uFEFF/, '') : given
    if (given !== '') isFirst = false
    const lines = piece.split('\n')
    const rest = lines.pop() ?? ''
    const [first, ...others] = lines
    if (first !== undefined) {
      yield open.join('') + first
      yield* others
      open = []
      letters = 0
    }
    open.push(rest)
    letters += rest.length
    if (letters > maxLineLetters) {
      throw inputError(`${name} has a line of more than 32 million letters: NDJSON has one record a line.`, 'file')
    }
  }
  const last = open.join('')
  if (last !== '') yield last
}
