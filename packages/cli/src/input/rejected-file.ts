import { closeSync, existsSync, fsyncSync, ftruncateSync, openSync, rmSync, statSync, writeSync } from 'node:fs'
import { basename } from 'node:path'
import { CommandError, inputError, usageError } from '../errors.ts'
import { expandPath } from '../paths.ts'
import type { Terminal } from '../terminal.ts'
import { type RejectedInput, reasonTitle } from './record.ts'
import { formatOf } from './source.ts'

/** Where input goes that cannot be sent: with the reason in front and all it was made of, to be mended and given again. */
export interface RejectedFile {
  /** As the user named it. */
  readonly name: string
  readonly path: string
  add(item: RejectedInput): void
  /** How many bytes lie on the disk, fsynced. */
  sync(): number
  /** Closes it; a file in which nothing is, is taken away. */
  close(): void
}

/**
 * Makes the file before the work begins, so that a wrong name is said at once. A file that is there is left alone: it may
 * hold what somebody has still to mend. A run that is gone on with takes up its own, without what it had not noted.
 */
export function openRejectedFile(
  terminal: Terminal,
  name: string,
  noted: { readonly rejectedPath: string; readonly rejectedBytes: number },
): RejectedFile {
  if (name === '-' || name === '') {
    throw usageError(`--rejected is "${name}": name a file, since stdout is for the answer.`, '--rejected')
  }
  const path = expandPath(terminal, terminal.cwd, name)
  const isOwn = noted.rejectedPath === path && existsSync(path)
  const file = opened(path, { name, flags: isOwn ? 'r+' : 'wx' })
  let bytes = isOwn ? Math.min(noted.rejectedBytes, statSync(path).size) : 0
  if (isOwn) ftruncateSync(file, bytes)
  let isOpen = true
  const write = (text: string): void => {
    const buffer = Buffer.from(text)
    for (let at = 0; at < buffer.length; ) at += writeSync(file, buffer, at, buffer.length - at, bytes + at)
    bytes += buffer.length
  }
  return {
    name,
    path,
    add: (item) => {
      requireKind(item, name)
      if (bytes === 0 && item.rows !== undefined) {
        const { titles, delimiter } = item.rows.head
        write(csvLine([reasonTitle, ...withoutReason(titles, titles)], delimiter))
      }
      write(linesOf(item))
    },
    sync: () => {
      if (bytes > 0) fsyncSync(file)
      return bytes
    },
    close: () => {
      if (!isOpen) return
      isOpen = false
      closeSync(file)
      if (bytes === 0) rmSync(path, { force: true })
    },
  }
}

function opened(path: string, { name, flags }: { readonly name: string; readonly flags: 'r+' | 'wx' }): number {
  try {
    return openSync(path, flags, 0o600)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error)
    const reason =
      code === 'EEXIST'
        ? 'is there already: name another file, or take it away.'
        : `cannot be written (${code}): check the path.`
    throw new CommandError('OUTPUT_ERROR', `${name} ${reason}`, { field: '--rejected', cause: error })
  }
}

/** Reading it again must find what is in it. */
function requireKind({ rows }: RejectedInput, name: string): void {
  const format = formatOf(name)
  const wanted = rows === undefined ? 'ndjson' : 'csv'
  if (format === undefined || format === wanted) return
  throw inputError(`--rejected is "${basename(name)}", and it would hold ${wanted}: name it ….${wanted}.`, '--rejected')
}

/** Rows of a table with the reason in the first cell of the first row, so that rows of any length stay as they are. */
function linesOf({ rejected, rows, value }: RejectedInput): string {
  if (rows === undefined) {
    const original = typeof value === 'object' && value !== null ? value : { value }
    return `${JSON.stringify({ [reasonTitle]: rejected, ...original })}\n`
  }
  const { titles, delimiter } = rows.head
  return rows.rows
    .map((cells, index) => csvLine([index === 0 ? rejected : '', ...withoutReason(cells, titles)], delimiter))
    .join('')
}

/** Cells without the reason of an earlier refusal: a file that was mended in part is rejected in part again. */
function withoutReason(cells: readonly string[], titles: readonly string[]): readonly string[] {
  return cells.filter((_, index) => titles[index] !== reasonTitle)
}

function csvLine(cells: readonly string[], delimiter: string): string {
  const quoted = cells.map((cell) =>
    cell.includes(delimiter) || /["\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell,
  )
  return `${quoted.join(delimiter)}\n`
}
