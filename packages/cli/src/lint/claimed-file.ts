import { closeSync, openSync, rmSync, writeSync } from 'node:fs'
import { CommandError } from '../errors.ts'
import { expandPath } from '../paths.ts'
import type { Terminal } from '../terminal.ts'

/** A file that is made before the long work begins, so that a wrong name is said at once. */
export interface ClaimedFile {
  write(pieces: AsyncIterable<string>): Promise<void>
  /** Closes it; a file that nothing was written to is taken away again. */
  release(): void
}

/** Throws when the file is there already: somebody may have filled it in. `isForced` replaces it, when all is read. */
export function claimFile(terminal: Terminal, name: string, isForced: boolean): ClaimedFile {
  const path = expandPath(terminal, terminal.cwd, name)
  const claimed = isForced ? undefined : opened(path, { name, mode: 'wx' })
  let isWritten = false
  return {
    write: async (pieces) => {
      isWritten = true
      const descriptor = claimed ?? opened(path, { name, mode: 'w' })
      for await (const piece of pieces) writeSync(descriptor, piece)
      if (claimed === undefined) closeSync(descriptor)
    },
    release: () => {
      if (claimed === undefined) return
      closeSync(claimed)
      if (!isWritten) rmSync(path, { force: true })
    },
  }
}

function opened(path: string, { name, mode }: { readonly name: string; readonly mode: 'w' | 'wx' }): number {
  try {
    return openSync(path, mode)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error)
    const reason =
      code === 'EEXIST' ? 'is there already: name another file, or give --force.' : `cannot be written (${code}).`
    throw new CommandError('OUTPUT_ERROR', `${name} ${reason}`, { field: '--csv' })
  }
}
