import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { parseDocument } from 'yaml'
import { projectFileNames, userFileNames } from './config-search.ts'
import { CommandError } from './errors.ts'
import { expandPath, resolvePath, userConfigDir } from './paths.ts'
import type { SettingName } from './setting-names.ts'
import type { Terminal } from './terminal.ts'

/** Sets one value and leaves all else as it is, comments of YAML included. Answers the path of the file. */
export async function setInFile(
  terminal: Terminal,
  change: {
    readonly name: SettingName
    readonly value: string
    readonly isUser: boolean
    readonly config: string | undefined
  },
): Promise<string> {
  const path = await fileFor(terminal, change)
  const text = await readFile(path, 'utf8').catch(() => undefined)
  await write(path, changed(text ?? '', { ...change, path }))
  return path
}

/** Writes an API key where only its owner can read it: the file 0600, its folder 0700. */
export async function writeKeyFile(path: string, key: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  await writeFile(path, `${key}\n`, { mode: 0o600 })
  // The mode above counts for new files alone.
  await chmod(path, 0o600)
}

async function fileFor(
  terminal: Terminal,
  { isUser, config }: { readonly isUser: boolean; readonly config: string | undefined },
): Promise<string> {
  if (config !== undefined) return expandPath(terminal, terminal.cwd, config)
  const folder = isUser ? userConfigDir(terminal) : terminal.cwd
  const names = isUser ? userFileNames : projectFileNames
  for (const name of names) {
    const path = resolvePath(folder, name)
    if ((await readFile(path).catch(() => undefined)) !== undefined) return path
  }
  return resolvePath(folder, isUser ? 'config.json' : projectFileNames[0])
}

function changed(
  text: string,
  { path, name, value }: { readonly path: string; readonly name: SettingName; readonly value: string },
): string {
  const document = parseDocument(text)
  const [error] = document.errors
  if (error !== undefined) throw new CommandError('CONFIG_ERROR', `${path} cannot be read: ${error.message}`)
  document.set(name, value)
  return path.endsWith('.json') ? `${JSON.stringify(document.toJS(), undefined, 2)}\n` : document.toString()
}

async function write(path: string, text: string): Promise<void> {
  try {
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, text)
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error)
    throw new CommandError('OUTPUT_ERROR', `${path} cannot be written (${reason}).`, { cause: error })
  }
}
