import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type Scope, scopes } from '@entrygo/sdk/contract'
import { apiKeyPrefix, apiKeySha256, type KeyMode, newApiKey } from '../edge/api-key.ts'
import { systemClock } from '../edge/clock.ts'
import { databaseFile, makeDataFolder } from '../edge/data-folder.ts'
import { systemIds } from '../edge/ids.ts'
import type { ApiKeyRecord } from '../ports.ts'
import { openSqliteKeyRing, type SqliteKeyRing } from '../storage/sqlite/sqlite-store.ts'
import { settingsOf } from './settings-of.ts'
import { UsageError } from './usage-error.ts'

export interface KeyOptions {
  readonly account?: string
  readonly newAccount?: boolean
  readonly scopes?: string
  readonly live?: boolean
  readonly test?: boolean
  readonly dataDir?: string
  readonly json?: boolean
}

/** Makes a key for a new account or one that the store knows. This is the only time that anybody sees it; the store keeps its hash. */
export async function createKey(options: KeyOptions): Promise<void> {
  const ids = systemIds(systemClock)
  const accountId = accountOf(options, ids.next('acc'))
  const apiKey = newApiKey(modeOf(options))
  const record: ApiKeyRecord = {
    id: ids.next('key'),
    accountId,
    prefix: apiKeyPrefix(apiKey),
    sha256: apiKeySha256(apiKey),
    scopes: scopesOf(options.scopes ?? ''),
    createdAt: systemClock.now(),
    revokedAt: null,
  }
  await withKeys(options, async (keys) => {
    if (options.newAccount !== true) await refuseUnknownAccount(keys, accountId)
    await keys.addApiKey(record)
  })
  const shown = { id: record.id, accountId, scopes: record.scopes, apiKey }
  print(
    options,
    shown,
    `API key ${apiKey}\nIt is not shown again. Id ${shown.id}, account ${accountId}, scopes ${record.scopes.join(', ')}.`,
  )
}

export async function listKeys(options: KeyOptions): Promise<void> {
  const records = await withKeys(options, (keys) => keys.listApiKeys(options.account ?? null))
  const rows = records.map(({ id, accountId, prefix, scopes: held, createdAt, revokedAt }) => ({
    id,
    accountId,
    prefix,
    scopes: held,
    createdAt: new Date(createdAt).toISOString(),
    revokedAt: revokedAt === null ? null : new Date(revokedAt).toISOString(),
  }))
  const lines = rows.map((row) => {
    const state = row.revokedAt === null ? 'live' : `revoked ${row.revokedAt}`
    return [row.id, row.accountId, `${row.prefix}…`, row.scopes.join(','), row.createdAt, state].join('  ')
  })
  print(options, { data: rows }, lines.length === 0 ? 'There are no keys.' : lines.join('\n'))
}

export async function revokeKey(id: string, options: KeyOptions): Promise<void> {
  const isKnown = await withKeys(options, (keys) => keys.revokeApiKey(id, systemClock.now()))
  if (!isKnown) throw new UsageError(`There is no key ${JSON.stringify(id)}. "keys list" names them.`)
  print(options, { id, revoked: true }, `${id} is revoked.`)
}

async function withKeys<T>(options: KeyOptions, work: (keys: SqliteKeyRing) => Promise<T>): Promise<T> {
  const { dataDir } = settingsOf(options, process.env)
  const file = join(dataDir, databaseFile)
  if (options.newAccount === true) makeDataFolder(dataDir)
  else if (!existsSync(file)) throw new UsageError(noDatabase(dataDir))
  const keys = await openSqliteKeyRing({ file })
  try {
    return await work(keys)
  } finally {
    keys.close()
  }
}

function noDatabase(dataDir: string): string {
  return (
    `There is no database in ${dataDir}. Name the folder of the server with --data-dir or ENTRYGO_SERVER_DATA_DIR; ` +
    '"keys create --new-account" makes a database.'
  )
}

async function refuseUnknownAccount(keys: SqliteKeyRing, accountId: string): Promise<void> {
  if (await keys.knowsAccount(accountId)) return
  throw new UsageError(
    `There is no account ${accountId}: it has neither a key nor a profile. "keys list" names the accounts with keys; ` +
      '--new-account makes one.',
  )
}

function accountOf({ account, newAccount }: KeyOptions, fresh: string): string {
  if (newAccount === true && account !== undefined) {
    throw new UsageError('--account and --new-account exclude each other. Give one of them.')
  }
  if (newAccount === true) return fresh
  if (account === undefined) throw new UsageError('Whose key is it? Give --account acc_… or --new-account.')
  if (/^acc_[A-Za-z0-9_-]{1,60}$/.test(account)) return account
  throw new UsageError(`--account is ${JSON.stringify(account)}. Give an account id such as ${fresh}.`)
}

function modeOf({ live, test }: KeyOptions): KeyMode {
  if (live === test) throw new UsageError('Give --live for real work or --test for tests, one of them.')
  return live === true ? 'live' : 'test'
}

function scopesOf(list: string): Scope[] {
  const names = list.split(',').map((name) => name.trim())
  const known = scopes.filter((scope) => names.includes(scope))
  const unknown = names.filter((name) => !scopes.some((scope) => scope === name))
  if (unknown.length === 0 && known.length > 0) return known
  throw new UsageError(`--scopes has ${JSON.stringify(unknown.join(','))}. Known are ${scopes.join(', ')}.`)
}

function print({ json }: KeyOptions, value: object, text: string): void {
  process.stdout.write(json === true ? `${JSON.stringify(value)}\n` : `${text}\n`)
}
