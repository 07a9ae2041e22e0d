import { type CommandError, inputError } from '../errors.ts'

/**
 * Pieces of text of the bytes, strictly. Bytes that are not UTF-8 text are refused with their place: they would become other
 * characters in a customs document.
 */
export async function* strictUtf8(chunks: AsyncIterable<Uint8Array | string>, name: string): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  const place = new Place()
  for await (const chunk of chunks) {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk
    // UTF-16 without a mark is UTF-8 with a NUL in every character, to the decoder.
    const nul = bytes.indexOf(0)
    const text = nul < 0 ? decodedBy(decoder, bytes) : undefined
    if (text === undefined) throw notText(name, place.of(bytes, nul))
    place.pass(bytes)
    yield text
  }
  if (decodedBy(decoder) === undefined) throw notText(name, place.of(new Uint8Array(), -1))
}

function decodedBy(decoder: InstanceType<typeof TextDecoder>, bytes?: Uint8Array): string | undefined {
  try {
    return bytes === undefined ? decoder.decode() : decoder.decode(bytes, { stream: true })
  } catch (error) {
    if (error instanceof TypeError) return undefined
    throw error
  }
}

function notText(name: string, { line, offset, isNul }: Found): CommandError {
  const what = isNul ? 'holds a NUL, as UTF-16 does' : 'is not UTF-8 text'
  return inputError(`${name} line ${line} (byte offset ${offset}) ${what}: save it as UTF-8 and try again.`, 'file')
}

interface Found {
  /** As an editor counts, from 1; a CSV cell with a line break in it is on two. */
  readonly line: number
  /** From 0. */
  readonly offset: number
  readonly isNul: boolean
}

/** Where in the input the next piece begins. */
class Place {
  #offset = 0
  #line = 1
  /** The first bytes of a character whose others come with the next piece; at most three. */
  #open: Uint8Array = new Uint8Array()

  pass(bytes: Uint8Array): void {
    this.#offset += bytes.length
    this.#line += lineFeeds(bytes)
    // A copy: pieces of a file share their memory.
    this.#open = Buffer.concat([this.#open, bytes.subarray(-3)]).subarray(-3)
    this.#open = this.#open.subarray(this.#open.length - unfinished(this.#open))
  }

  /** The place of the NUL at that position, or of the first byte of the piece that begins no character. */
  of(bytes: Uint8Array, nul: number): Found {
    const whole = Buffer.concat([this.#open, bytes])
    const wrong = firstWrong(whole)
    const isNul = nul >= 0 && nul + this.#open.length < wrong
    const at = isNul ? nul + this.#open.length : wrong
    return {
      line: this.#line + lineFeeds(whole.subarray(0, at)),
      offset: this.#offset - this.#open.length + at,
      isNul,
    }
  }
}

function lineFeeds(bytes: Uint8Array): number {
  let count = 0
  for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) count += 1
  return count
}

/** How many bytes at the end are the beginning of a character. */
function unfinished(bytes: Uint8Array): number {
  for (let length = 1; length <= Math.min(3, bytes.length); length += 1) {
    const byte = bytes[bytes.length - length] ?? 0
    if (byte >= 0xc0) return length < (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) ? length : 0
    if (byte < 0x80) return 0
  }
  return 0
}

/** The longest beginning that is right, found by halves; its end is the first byte that is not. */
function firstWrong(bytes: Uint8Array): number {
  let right = 0
  let wrong = bytes.length + 1
  while (wrong - right > 1) {
    const middle = Math.floor((right + wrong) / 2)
    const start = bytes.subarray(0, middle)
    if (decodedBy(new TextDecoder('utf-8', { fatal: true }), start) === undefined) wrong = middle
    else right = middle
  }
  return right - unfinished(bytes.subarray(0, right))
}
