import { createHash } from 'node:crypto'
import { readFile, rename, writeFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { CommandError } from './errors.ts'

/**
 * Puts a document where it is wanted, and reads it back. Through a file beside it, so that a full disk or an interruption
 * leaves no half document. A file that holds something else is replaced only when forced.
 */
export async function placeFile(path: string, bytes: Uint8Array, isForced: boolean): Promise<void> {
  const there = await readFile(path).catch((error: unknown) => unlessMissing(error, path))
  if (there !== undefined && sha256Of(there) === sha256Of(bytes)) return
  if (there !== undefined && !isForced) {
    throw new CommandError('OUTPUT_ERROR', `${path} holds something else: use --out, or --force to replace it.`, {
      field: '--out',
    })
  }
  await write(path, bytes)
  requireDigest(sha256Of(await readFile(path)), { sha256: sha256Of(bytes), what: path })
}

function unlessMissing(error: unknown, path: string): undefined {
  const code = codeOf(error)
  if (code === 'ENOENT') return undefined
  throw new CommandError('OUTPUT_ERROR', `${path} cannot be written (${code}): choose another --out.`, {
    field: '--out',
  })
}

async function write(path: string, bytes: Uint8Array): Promise<void> {
  try {
    await writeFile(`${path}.part`, bytes)
    await rename(`${path}.part`, path)
  } catch (error) {
    unlessMissing(error, path)
    const message = `${path} cannot be written: its folder does not exist.`
    throw new CommandError('OUTPUT_ERROR', message, { field: '--out', cause: error })
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unreadable'
}

export function requireDigest(
  actual: string,
  { sha256, what }: { readonly sha256: string; readonly what: string },
): asserts actual {
  if (actual === sha256) return
  const message = `${what} has SHA-256 ${actual}, and the server records ${sha256}: do not use it.`
  throw new CommandError('DIGEST_MISMATCH', message, { data: { expected: sha256, actual } })
}

/** Lower-case hex. */
export function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** A name from elsewhere must stay in the folder. */
export function safeName(filename: string): string {
  const name = basename(filename)
  if (/^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(name) && name === filename) return name
  throw new CommandError('UNREADABLE_RESPONSE', `The server names a file "${filename}", which is no file name.`)
}
