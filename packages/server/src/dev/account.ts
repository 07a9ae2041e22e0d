import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Scope, scopes } from '@entrygo/sdk/contract'
import { apiKeyPrefix, apiKeySha256, isWellFormedApiKey, newApiKey } from '../edge/api-key.ts'
import type { KeyRing, Ports } from '../ports.ts'
import { DevRefusal } from './dev-refusal.ts'

/** Who uses the development server. Only `dev` keeps a key in the clear: the server itself stores hashes. */
export interface DevAccount {
  readonly accountId: string
  readonly keyId: string
  readonly apiKey: string
}

export const everyScope: readonly Scope[] = scopes

/** The account kept in `dev.json` of the data folder, made at the first start; its key is live in the store. */
export async function openDevAccount(dataDir: string, ports: Ports, keys: KeyRing): Promise<DevAccount> {
  const file = join(dataDir, 'dev.json')
  const account = readAccount(file) ?? writeAccount(file, ports)
  const sha256 = apiKeySha256(account.apiKey)
  // The file is written before the key is stored, so a start that was cut off between the two is finished here.
  if ((await ports.store.findApiKey(sha256)) === null) {
    await keys.addApiKey({
      id: account.keyId,
      accountId: account.accountId,
      prefix: apiKeyPrefix(account.apiKey),
      sha256,
      scopes: everyScope,
      createdAt: ports.clock.now(),
      revokedAt: null,
    })
  }
  return account
}

function readAccount(file: string): DevAccount | null {
  let value: unknown
  try {
    value = JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    if (error instanceof SyntaxError) throw brokenFile(file)
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
  if (typeof value !== 'object' || value === null) throw brokenFile(file)
  const { accountId, keyId, apiKey }: Partial<Record<string, unknown>> = { ...value }
  if (typeof accountId !== 'string' || typeof keyId !== 'string' || typeof apiKey !== 'string') throw brokenFile(file)
  if (!isWellFormedApiKey(apiKey)) throw brokenFile(file)
  return { accountId, keyId, apiKey }
}

function writeAccount(file: string, { ids }: Ports): DevAccount {
  const account: DevAccount = { accountId: ids.next('acc'), keyId: ids.next('key'), apiKey: newApiKey('test') }
  const partial = `${file}.part`
  writeFileSync(partial, `${JSON.stringify(account, null, 2)}\n`, { mode: 0o600 })
  const handle = openSync(partial, 'r')
  fsyncSync(handle)
  closeSync(handle)
  renameSync(partial, file)
  return account
}

function brokenFile(file: string): DevRefusal {
  const message = `${file} is not what entrygo dev wrote: restore it, remove the folder to start anew, or give another one.`
  return new DevRefusal('dataDir', message)
}
