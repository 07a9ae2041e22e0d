import { randomUUID } from 'node:crypto'
import { access, constants, open, readFile, realpath, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname } from 'node:path'
import { CommandError } from './errors.ts'

/**
 * Writes a file that its owner alone can read (0600), wholly or not at all: through a file beside it that is fsynced and
 * renamed. A symbolic link stays one. Throws the error of the file system.
 */
export async function writePrivately(path: string, text: string): Promise<void> {
  const target = await realpath(path).catch(() => path)
  const partial = `${target}.${randomUUID().slice(0, 8)}.part`
  try {
    const file = await open(partial, 'wx', 0o600)
    try {
      await file.writeFile(text)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(partial, target)
  } catch (error) {
    await rm(partial, { force: true })
    throw error
  }
}

/**
 * Throws before anything is sent when the file could not be written in the end, or when one is there that `mayReplace` does
 * not know: a name given by mistake must cost nobody a file of orders.
 */
export async function requireWritable(
  path: string,
  { field, mayReplace }: { readonly field: string; readonly mayReplace: (text: string) => boolean },
): Promise<void> {
  if (basename(path) === '-') throw refused(`${field} is "-": name a file, since stdout is for the answer.`, field)
  try {
    await access(dirname(path), constants.W_OK)
    const there = await stat(path).catch(ifMissing)
    if (there === undefined) return
    if (!there.isFile()) throw refused(`${path} is not a file: choose another ${field}.`, field)
    if (there.size > 0 && !mayReplace(await readFile(path, 'utf8'))) {
      throw refused(`${path} holds something else, which would be lost: choose another ${field}.`, field)
    }
  } catch (error) {
    if (error instanceof CommandError) throw error
    throw refused(`${path} cannot be written (${codeOf(error)}): choose another ${field}.`, field)
  }
}

function ifMissing(error: unknown): undefined {
  if (codeOf(error) === 'ENOENT') return undefined
  throw error
}

function refused(message: string, field: string): CommandError {
  return new CommandError('OUTPUT_ERROR', message, { field })
}

/** What the file system called the failure. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error)
}
