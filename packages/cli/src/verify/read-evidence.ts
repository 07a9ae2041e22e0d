import type { Dirent } from 'node:fs'
import { readdir, readFile, stat } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { inputError } from '../errors.ts'

/** What lies at a path: a folder's files by their names with `/`, or the bytes of one file. */
export type Evidence =
  | { readonly type: 'folder'; readonly files: ReadonlyMap<string, Uint8Array> }
  | { readonly type: 'file'; readonly bytes: Uint8Array }

/** More than any export has; a folder named by mistake is told early. */
const maxFiles = 2000
const maxBytes = 536_870_912

/** Throws an input error that names what cannot be read. */
export async function readEvidence(path: string, name: string): Promise<Evidence> {
  try {
    const found = await stat(path)
    if (found.isDirectory()) return { type: 'folder', files: await filesIn(path, name) }
    // A device or a pipe says nothing of its size, and may never end.
    if (!found.isFile())
      throw inputError(`${name} is neither a file nor a folder: save the evidence, then name it.`, 'file')
    if (found.size > maxBytes) throw inputError(`${name} is larger than 512 MiB: no evidence is.`, 'file')
    return { type: 'file', bytes: await readFile(path) }
  } catch (error) {
    if (error instanceof Error && 'syscall' in error && 'code' in error) {
      throw inputError(`${name} cannot be read (${String(error.code)}): check the path.`, 'file')
    }
    throw error
  }
}

async function filesIn(folder: string, name: string): Promise<ReadonlyMap<string, Uint8Array>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const paths = entries.filter(isOrdinary).map(({ parentPath, name: file }) => join(parentPath, file))
  if (paths.length === 0) throw inputError(`${name} is a folder without files.`, 'file')
  if (paths.length > maxFiles)
    throw inputError(`${name} has ${paths.length} files: name the folder of one package.`, 'file')
  const files = new Map<string, Uint8Array>()
  let size = 0
  for (const path of paths.sort()) {
    const bytes = await readFile(path)
    size += bytes.byteLength
    if (size > maxBytes) throw inputError(`${name} holds more than 512 MiB: name the folder of one package.`, 'file')
    files.set(relative(folder, path).split(sep).join('/'), bytes)
  }
  return files
}

/** A link could lead anywhere; what a system leaves behind is no evidence. */
function isOrdinary(entry: Dirent): boolean {
  return entry.isFile() && !['.DS_Store', 'Thumbs.db', 'desktop.ini'].includes(entry.name)
}
