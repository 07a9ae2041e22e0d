import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { StringDecoder } from 'node:string_decoder'

/** Up to here a text stays in memory, which nearly every run does. */
const memoryLetters = 4 * 1024 * 1024

/**
 * Text that is written now and read when the run is over: an answer begins with its summary, and a failure half-way
 * must leave no half answer. What is more than a few megabytes waits in a private temporary file.
 */
export class Spool {
  #pieces: string[] = []
  #letters = 0
  #file: { readonly folder: string; readonly path: string; readonly descriptor: number } | undefined

  add(text: string): void {
    this.#pieces.push(text)
    this.#letters += text.length
    if (this.#letters > memoryLetters || (this.#file !== undefined && this.#letters > memoryLetters / 8)) this.#flush()
  }

  /** What was added, in pieces that end anywhere. */
  async *read(): AsyncGenerator<string> {
    if (this.#file !== undefined) {
      this.#flush()
      yield* textIn(this.#file.path)
    } else yield* this.#pieces
  }

  /** The lines that were added; every text that was added has to end with a line break. */
  async *lines(): AsyncGenerator<string> {
    let rest = ''
    for await (const piece of this.read()) {
      const lines = (rest + piece).split('\n')
      rest = lines.pop() ?? ''
      yield* lines
    }
  }

  close(): void {
    if (this.#file !== undefined) {
      closeSync(this.#file.descriptor)
      rmSync(this.#file.folder, { recursive: true, force: true })
    }
    this.#pieces = []
  }

  #flush(): void {
    if (this.#file === undefined) {
      const folder = mkdtempSync(join(tmpdir(), 'entrygo-'))
      const path = join(folder, 'spool')
      this.#file = { folder, path, descriptor: openSync(path, 'wx', 0o600) }
    }
    writeSync(this.#file.descriptor, this.#pieces.join(''))
    this.#pieces = []
    this.#letters = 0
  }
}

/** Into the same memory again and again: a stream takes new memory for each piece, and frees it late. */
async function* textIn(path: string): AsyncGenerator<string> {
  const file = await open(path)
  try {
    const memory = Buffer.alloc(64 * 1024)
    const decoder = new StringDecoder('utf8')
    for (;;) {
      const { bytesRead } = await file.read(memory, 0, memory.length, null)
      if (bytesRead === 0) break
      yield decoder.write(memory.subarray(0, bytesRead))
    }
    yield decoder.end()
  } finally {
    await file.close()
  }
}
