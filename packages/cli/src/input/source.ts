import { open, stat } from 'node:fs/promises'
import { extname } from 'node:path'
import { type CommandError, inputError, usageError } from '../errors.ts'
import { expandPath } from '../paths.ts'
import type { Terminal } from '../terminal.ts'
import { chunksOf } from './read-ahead.ts'
import { strictUtf8 } from './utf8.ts'

export const inputFormats = ['json', 'ndjson', 'yaml', 'csv'] as const

export type InputFormat = (typeof inputFormats)[number]

/** A file or stdin, opened but not read. */
export interface Source {
  /** As the user named it; messages begin with it. */
  readonly name: string
  /** Undefined when neither flag nor file name says. */
  readonly format: InputFormat | undefined
  readonly chunks: AsyncIterable<Uint8Array | string>
}

/** `-` is stdin. Throws an input error that names the file when there is none to read. */
export async function openSource(
  terminal: Terminal,
  given: string | undefined,
  format: string | undefined,
): Promise<Source> {
  const known = inputFormats.find((one) => one === format)
  if (given === undefined) throw usageError('No input: name a file, or - for stdin.', 'file')
  if (given === '-') {
    if (terminal.stdin.isTTY === true)
      throw usageError('stdin is a terminal: pipe the data in, or name a file.', 'file')
    return { name: 'stdin', format: known, chunks: untilAborted(chunksOf(terminal.stdin), terminal.signal) }
  }
  const path = expandPath(terminal, terminal.cwd, given)
  const found = await stat(path).catch((error: unknown) => {
    throw unreadable(given, error instanceof Error && 'code' in error ? error.code : 'unreadable')
  })
  if (!found.isFile() && !found.isFIFO()) throw inputError(`${given} is not a file.`, 'file')
  return { name: given, format: known ?? formatOf(path), chunks: bytesOf(path) }
}

/** Pieces of a file, each in the same memory: whoever wants to keep one copies it. */
export async function* bytesOf(path: string): AsyncGenerator<Uint8Array> {
  const file = await open(path)
  try {
    const memory = new Uint8Array(64 * 1024)
    for (;;) {
      const { bytesRead } = await file.read(memory, 0, memory.length, null)
      if (bytesRead === 0) return
      yield memory.subarray(0, bytesRead)
    }
  } finally {
    await file.close()
  }
}

/** The whole text, UTF-8, without a byte order mark. */
export async function readAll({ chunks, name }: Pick<Source, 'chunks' | 'name'>): Promise<string> {
  let text = ''
  for await (const piece of decoded(chunks, name)) text += piece
  return text
}

/** Pieces of UTF-8 text. What is none, and what cannot be read, is an input error that names the place. */
export async function* decoded(chunks: AsyncIterable<Uint8Array | string>, name: string): AsyncGenerator<string> {
  try {
    yield* strictUtf8(chunks, name)
  } catch (error) {
    if (error instanceof Error && 'syscall' in error && 'code' in error) throw unreadable(name, error.code)
    throw error
  }
}

function unreadable(name: string, code: unknown): CommandError {
  return inputError(`${name} cannot be read (${String(code)}): check the path.`, 'file')
}

/** Waiting for a stdin that never ends must end with the run. */
async function* untilAborted(
  chunks: AsyncIterable<Uint8Array | string>,
  signal: AbortSignal,
): AsyncGenerator<Uint8Array | string> {
  const aborted = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true })
  })
  aborted.catch(() => undefined)
  signal.throwIfAborted()
  const iterator = chunks[Symbol.asyncIterator]()
  for (;;) {
    const step = await Promise.race([iterator.next(), aborted])
    if (step.done === true) return
    yield step.value
  }
}

const extensions: Readonly<Record<string, InputFormat>> = {
  '.json': 'json',
  '.ndjson': 'ndjson',
  '.jsonl': 'ndjson',
  '.yaml': 'yaml',
  '.yml': 'yaml',
  '.csv': 'csv',
}

export function formatOf(path: string): InputFormat | undefined {
  return extensions[extname(path).toLowerCase()]
}
