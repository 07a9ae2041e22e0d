import type { PlanSnapshot } from '@entrygo/sdk/contract'

/**
 * The value of a snapshot as `snapshotText` wrote it, read one record a step: a plan of many lines has over a hundred
 * megabytes, which in one go would take seconds. Other JSON text may be read wrongly, since no white space is expected.
 */
export function* readSnapshot(text: string): Generator<undefined, PlanSnapshot> {
  const { value } = yield* readValue(text, 0, recordDepth)
  return value
}

interface Read {
  readonly value: ReturnType<typeof JSON.parse>
  /** Where the text goes on. */
  readonly end: number
}

/** Of the records in a snapshot: one order, one finding, one treatment. */
const recordDepth = 3

function* readValue(text: string, start: number, depth: number): Generator<undefined, Read> {
  const first = text[start]
  if (depth > 0 && first === '[') return yield* readList(text, start, depth)
  if (depth > 0 && first === '{') return yield* readMembers(text, start, depth)
  yield
  const end = endOfValue(text, start)
  return { value: JSON.parse(text.slice(start, end)), end }
}

function* readList(text: string, start: number, depth: number): Generator<undefined, Read> {
  const value: unknown[] = []
  let at = start + 1
  while (text[at] !== ']') {
    const item = yield* readValue(text, text[at] === ',' ? at + 1 : at, depth - 1)
    value.push(item.value)
    at = item.end
  }
  return { value, end: at + 1 }
}

function* readMembers(text: string, start: number, depth: number): Generator<undefined, Read> {
  const members: [string, unknown][] = []
  let at = start + 1
  while (text[at] !== '}') {
    const nameAt = text[at] === ',' ? at + 1 : at
    const nameEnd = endOfText(text, nameAt)
    const member = yield* readValue(text, nameEnd + 1, depth - 1)
    members.push([JSON.parse(text.slice(nameAt, nameEnd)), member.value])
    at = member.end
  }
  return { value: Object.fromEntries(members), end: at + 1 }
}

/** After the value: the end of the text, or what follows it in a list or an object. */
function endOfValue(text: string, start: number): number {
  let open = 0
  for (let at = start; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code === quote) at = endOfText(text, at) - 1
    else if (code === brace || code === bracket) open += 1
    else if (open === 0 && (code === comma || code === closingBrace || code === closingBracket)) return at
    else if (code === closingBrace || code === closingBracket) open -= 1
  }
  return text.length
}

/** After the quote that ends the text. */
function endOfText(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code === quote) return at + 1
    if (code === backslash) at += 1
  }
  throw new Error(`A text of the snapshot that begins at ${start} has no end.`)
}

const [quote, comma, backslash] = [0x22, 0x2c, 0x5c]
const [bracket, closingBracket, brace, closingBrace] = [0x5b, 0x5d, 0x7b, 0x7d]
