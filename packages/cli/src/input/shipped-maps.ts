import { readdir, readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { CommandError, inputError, usageError } from '../errors.ts'
import { expandPath } from '../paths.ts'
import type { Terminal } from '../terminal.ts'
import { type ColumnMap, columnMapOf } from './column-map.ts'
import { bytesOf, readAll } from './source.ts'
import { parseYamlText } from './yaml.ts'

/** Beside `src` and `dist`, in the package as in the clone. */
const folder = new URL('../../column-maps/', import.meta.url)

/** The text of a map and the map; the text is what a person copies and edits. */
export interface ReadMap {
  readonly map: ColumnMap
  readonly text: string
}

/** Names of the maps that come with the command, in the order of the alphabet. */
export async function shippedMapNames(): Promise<readonly string[]> {
  const files = await readdir(folder)
  return files.flatMap((file) => (file.endsWith('.yaml') ? [file.slice(0, -'.yaml'.length)] : [])).sort()
}

/** A map by the name that it ships under, or from a YAML or JSON file. Throws a usage or input error with the remedy. */
export async function readMap(terminal: Terminal, given: string): Promise<ReadMap> {
  const names = await shippedMapNames()
  if (names.includes(given)) return parsed(await readFile(new URL(`${given}.yaml`, folder), 'utf8'), given)
  // A bare word is a name that was misspelled.
  if (/^[a-z0-9-]+$/i.test(given)) {
    throw usageError(
      `--map is "${given}": give one of ${names.join(', ')}, or a file such as ./${given}.yaml.`,
      '--map',
    )
  }
  return parsed(await textOf(expandPath(terminal, terminal.cwd, given), given), given)
}

async function textOf(path: string, name: string): Promise<string> {
  try {
    return await readAll({ chunks: bytesOf(path), name })
  } catch (error) {
    if (error instanceof CommandError) throw inputError(error.message, '--map')
    throw error
  }
}

/** JSON is YAML. */
function parsed(text: string, name: string): ReadMap {
  if (text.trim() === '') throw inputError(`${name} is empty.`, '--map')
  return { text, map: columnMapOf(parseYamlText(text.replace(/^\uFEFF/, ''), name), name) }
}

/** Where the shipped maps lie, for tests and for packaging. */
export const shippedMapsFolder: string = fileURLToPath(folder)
