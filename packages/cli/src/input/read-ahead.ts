import { createHash } from 'node:crypto'
import type { InputStream } from '../terminal.ts'

/** What is held in memory of a stdin to know it again; longer input streams on unknown. */
const readAheadBytes = 8 * 1024 * 1024

interface Ahead {
  readonly pieces: readonly (Uint8Array | string)[]
  /** What comes after the pieces; null when they are all. */
  readonly rest: AsyncIterator<Uint8Array | string> | null
}

const ahead = new WeakMap<InputStream, Ahead>()

/** The SHA-256 of all of stdin in lower-case hex, read without being used up; null when it is too long for that. */
export async function readAhead(stdin: InputStream, signal: AbortSignal): Promise<string | null> {
  if (stdin.isTTY === true) return null
  const known = ahead.get(stdin)
  const { pieces, rest } = known ?? (await read(stdin, signal))
  if (known === undefined) ahead.set(stdin, { pieces, rest })
  if (rest !== null) return null
  const hash = createHash('sha256')
  for (const piece of pieces) hash.update(piece)
  return hash.digest('hex')
}

/** All of stdin, beginning with what was read ahead of it. */
export async function* chunksOf(stdin: InputStream): AsyncGenerator<Uint8Array | string> {
  const known = ahead.get(stdin)
  if (known === undefined) {
    yield* stdin
    return
  }
  yield* known.pieces
  if (known.rest === null) return
  for (let step = await known.rest.next(); step.done !== true; step = await known.rest.next()) yield step.value
}

async function read(stdin: InputStream, signal: AbortSignal): Promise<Ahead> {
  const aborted = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true })
  })
  aborted.catch(() => undefined)
  signal.throwIfAborted()
  const rest: AsyncIterator<Uint8Array | string> = stdin[Symbol.asyncIterator]()
  const pieces: (Uint8Array | string)[] = []
  for (let bytes = 0; bytes < readAheadBytes; ) {
    const step = await Promise.race([rest.next(), aborted])
    if (step.done === true) return { pieces, rest: null }
    pieces.push(step.value)
    bytes += Buffer.byteLength(step.value)
  }
  return { pieces, rest }
}
