import { readFile } from 'node:fs/promises'
import type { EntryGo } from '@entrygo/sdk'
import type { Health } from '@entrygo/sdk/contract'
import { isLocal, openClient } from '../client.ts'
import type { CommandContext } from '../command.ts'
import { readDevAccount } from '../dev-account.ts'
import { CommandError } from '../errors.ts'
import { expandPath, homeOf, resolvePath, userConfigDir } from '../paths.ts'
import { ask, canAsk } from '../prompt.ts'
import { findApiKey } from '../settings/api-key.ts'
import { defaultBaseUrl } from '../settings/settings.ts'
import { givenOrAsked } from './given-or-asked.ts'

/** A server that has accepted a key, and where the key will lie. */
export interface FirstConnection {
  readonly client: EntryGo
  readonly baseUrl: string
  readonly accountId: string
  readonly health: Health
  readonly apiKey: string
  /** Undefined for a key of the environment, which somebody else looks after. */
  readonly keyFile?: KeyFile
}

export interface KeyFile {
  readonly path: string
  /** As the project's file names it: the home folder as `~`, so that the file can be shared. */
  readonly written: string
  readonly isNew: boolean
}

/** Asks for what is missing, at a terminal alone, and calls the server once: it says whose key it is. */
export async function firstConnection(context: CommandContext): Promise<FirstConnection> {
  const { signal } = context.terminal
  const baseUrl =
    (await givenOrAsked(context, { name: 'baseUrl', question: 'Base URL', fallback: defaultBaseUrl })) ?? defaultBaseUrl
  const { apiKey, keyFile } = await keyFor(context, baseUrl)
  const client = await openClient({ baseUrl, apiKey }, context)
  const health = await client.system.health({}, { signal })
  const accountId = await givenOrAsked(context, { name: 'accountId', question: 'Account', fallback: health.accountId })
  if (accountId !== health.accountId) {
    const message = `The key belongs to another account than ${accountId}: give the account of the key, or another key.`
    throw new CommandError('INVALID_ACCOUNT_SCOPE', message, {
      field: 'accountId',
      data: { accountId, accountIdOfKey: health.accountId },
    })
  }
  return { client, baseUrl, accountId, health, apiKey, ...(keyFile !== undefined && { keyFile }) }
}

interface FoundKey {
  readonly apiKey: string
  readonly keyFile?: KeyFile
}

async function keyFor(context: CommandContext, baseUrl: string): Promise<FoundKey> {
  const { terminal, flags } = context
  const given = flags.text('apiKeyFile')
  const settings = await context.settings()
  // The file of --config is the one to be written, so the key cannot come from there.
  const isNew = flags.text('config') !== undefined
  const found = await findApiKey(terminal, flags, async () => (isNew ? undefined : settings.find('apiKeyFile')))
  if (given !== undefined && given !== '-' && found !== undefined) {
    const path = expandPath(terminal, terminal.cwd, given)
    return { apiKey: found.value, keyFile: { path, written: given, isNew: false } }
  }
  if (found?.source === 'env') return { apiKey: found.value }
  const local = found === undefined ? await keyOfDev(context, baseUrl) : undefined
  if (local !== undefined) return local
  const apiKey = found?.value ?? (canAsk(context) ? await ask(context, 'API key: ', { isSecret: true }) : '')
  if (apiKey === '') {
    const message = 'No API key: give --api-key-file (a file, or - for stdin), or ENTRYGO_API_KEY.'
    throw new CommandError('MISSING_API_KEY', message, { field: '--api-key-file' })
  }
  const path = resolvePath(userConfigDir(terminal), 'api-key')
  return { apiKey, keyFile: await newKeyFile(context, { path, apiKey }) }
}

/** Where `entrygo dev` keeps its data, unless it was told otherwise. */
const devFolder = '.entrygo/dev'

/** The key of the local server that was started in this folder; it is sent to no other machine. */
async function keyOfDev({ terminal, output }: CommandContext, baseUrl: string): Promise<FoundKey | undefined> {
  if (!isLocal(baseUrl)) return undefined
  const account = await readDevAccount(resolvePath(terminal.cwd, devFolder)).catch(() => undefined)
  if (account === undefined) return undefined
  output.note(`Taking the key of the local server from ${devFolder}.`)
  const written = `${devFolder}/api-key`
  return { apiKey: account.apiKey, keyFile: { path: resolvePath(terminal.cwd, written), written, isNew: true } }
}

async function newKeyFile(
  { terminal, flags }: CommandContext,
  { path, apiKey }: { readonly path: string; readonly apiKey: string },
): Promise<KeyFile> {
  const there = (await readFile(path, 'utf8').catch(() => undefined))?.trim()
  if (there !== undefined && there !== '' && there !== apiKey && !flags.isSet('force')) {
    const message = `${path} holds another key: keep yours in a file of its own and name it with --api-key-file, or replace that one with --force.`
    throw new CommandError('OUTPUT_ERROR', message, { field: '--api-key-file' })
  }
  const home = `${homeOf(terminal)}/`
  return { path, written: path.startsWith(home) ? `~/${path.slice(home.length)}` : path, isNew: there !== apiKey }
}
