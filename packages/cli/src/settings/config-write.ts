import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { type Document, parseDocument } from 'yaml'
import { codeOf, writePrivately } from '../atomic-file.ts'
import { CommandError } from '../errors.ts'
import { expandPath, resolvePath, userConfigDir } from '../paths.ts'
import type { Terminal } from '../terminal.ts'
import { projectFileNames, userFileNames } from './config-search.ts'
import { configIn } from './config-text.ts'
import type { SettingName } from './setting-names.ts'
import { requireSettable } from './setting-rules.ts'

/**
 * Sets one value and leaves all else as it is, comments of YAML included. Answers the path of the file. Throws a usage error
 * for a value that no command could use.
 */
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
  await requireSettable(terminal, { ...change, path })
  const text = await readFile(path, 'utf8').catch(() => '')
  if (text.trim() !== '') await configIn(path, text)
  await write(path, changed(text, { ...change, path }))
  return path
}

/** Takes a value out of the user's file if it is this one, and leaves all else. Answers the path of the file. */
export async function unsetInFile(
  terminal: Terminal,
  { name, value }: { readonly name: SettingName; readonly value: string },
): Promise<string> {
  const path = await fileFor(terminal, { isUser: true, config: undefined })
  const text = await readFile(path, 'utf8').catch(() => '')
  const document = documentOf(text, path)
  if (document.get(name) !== value) return path
  document.delete(name)
  await write(path, textOf(document, path))
  return path
}

/** Writes an API key where only its owner can read it: the file 0600, its folder 0700. */
export async function writeKeyFile(path: string, key: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  await writePrivately(path, `${key}\n`).catch((error: unknown) => {
    throw new CommandError('OUTPUT_ERROR', `${path} cannot be written (${codeOf(error)}).`, { cause: error })
  })
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
  const document = documentOf(text, path)
  document.set(name, value)
  return textOf(document, path)
}

function documentOf(text: string, path: string): Document {
  const document = parseDocument(text)
  const [error] = document.errors
  if (error !== undefined)
    throw new CommandError('CONFIG_ERROR', `${path} cannot be read: ${error.message}`, {
      own: `${path} cannot be read; data says why.`,
    })
  return document
}

function textOf(document: Document, path: string): string {
  return path.endsWith('.json') ? `${JSON.stringify(document.toJS(), undefined, 2)}\n` : document.toString()
}

async function write(path: string, text: string): Promise<void> {
  try {
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, text)
  } catch (error) {
    throw new CommandError('OUTPUT_ERROR', `${path} cannot be written (${codeOf(error)}).`, { cause: error })
  }
}
