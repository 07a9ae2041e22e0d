import type { Flags } from '../command-line/flags.ts'
import { CommandError, usageError } from '../errors.ts'
import { expandPath } from '../paths.ts'
import type { Terminal } from '../terminal.ts'
import type { Setting } from './settings.ts'

/** The key by precedence: flags, environment, the file that the configuration names. */
export async function findApiKey(
  terminal: Terminal,
  flags: Flags,
  findFile: () => Promise<Setting | undefined>,
): Promise<Setting | undefined> {
  const inArgv = flags.text('apiKey')
  if (inArgv !== undefined) {
    if (flags.isSet('insecureArgv')) return { value: inArgv, source: 'flag', origin: '--api-key' }
    const remedy = 'use --api-key-file, or ENTRYGO_API_KEY; --insecure-argv insists.'
    throw usageError(`--api-key shows the key to every process of this machine: ${remedy}`, '--api-key')
  }
  const fileFlag = flags.text('apiKeyFile')
  if (fileFlag === '-') {
    const { readAll } = await import('../input/source.ts')
    const text = await readAll({ chunks: terminal.stdin, name: 'stdin' })
    return { value: keyIn(text, 'stdin'), source: 'flag', origin: 'stdin' }
  }
  if (fileFlag !== undefined) {
    const path = expandPath(terminal, terminal.cwd, fileFlag)
    return { value: await readKey(path), source: 'flag', origin: '--api-key-file' }
  }
  const { ENTRYGO_API_KEY: fromEnvironment = '' } = terminal.env
  if (fromEnvironment !== '') return { value: fromEnvironment, source: 'env', origin: 'ENTRYGO_API_KEY' }
  const file = await findFile()
  return file === undefined ? undefined : { value: await readKey(file.value), source: file.source, origin: file.value }
}

/** The first characters, which say test or live; never more. */
export function maskKey(key: string): string {
  const [prefix = ''] = /^eg_(?:test|live)_/.exec(key) ?? []
  return `${prefix}…`
}

/** The key that a file holds. Throws a configuration error for a file that cannot be read or holds none. */
export async function readKey(path: string): Promise<string> {
  const { readFile } = await import('node:fs/promises')
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error)
    const message = `The API key cannot be read from ${path} (${reason}): write the key into it, mode 0600.`
    throw new CommandError('CONFIG_ERROR', message, { field: 'apiKeyFile' })
  })
  return keyIn(text, path)
}

function keyIn(text: string, where: string): string {
  const key = text.trim()
  if (key !== '' && !/\s/.test(key)) return key
  throw new CommandError('CONFIG_ERROR', `${where} holds no API key: one key on one line is expected.`, {
    field: 'apiKeyFile',
  })
}
