import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Scope, scopes } from '@entrygo/sdk/contract'
import { startDev } from '@entrygo/server/dev'
import { apiKeyPrefix, apiKeySha256, newApiKey } from '../../../packages/server/src/edge/api-key.ts'
import { systemClock } from '../../../packages/server/src/edge/clock.ts'
import { databaseFile } from '../../../packages/server/src/edge/data-folder.ts'
import { systemIds } from '../../../packages/server/src/edge/ids.ts'
import { openSqliteKeyRing } from '../../../packages/server/src/storage/sqlite/sqlite-store.ts'

/** The whole server with its mail catcher, in this process, and the three keys that the suite can use. */
export interface KitServer extends AsyncDisposable {
  readonly url: string
  readonly keys: { readonly apiKey: string; readonly otherApiKey: string; readonly readApiKey: string }
}

export async function startKitServer(): Promise<KitServer> {
  const folder = await mkdtemp(join(tmpdir(), 'entrygo-conformance-'))
  const dataDir = join(folder, 'data')
  const dev = await startDev({ port: 0, dataDir, log: 'error' })
  const ids = systemIds(systemClock)
  const ring = await openSqliteKeyRing({ file: join(dataDir, databaseFile) })
  const addKey = async (accountId: string, held: readonly Scope[]): Promise<string> => {
    const key = newApiKey('test')
    const [sha256, prefix] = [apiKeySha256(key), apiKeyPrefix(key)]
    const createdAt = systemClock.now()
    await ring.addApiKey({ id: ids.next('key'), accountId, prefix, sha256, scopes: held, createdAt, revokedAt: null })
    return key
  }
  const otherApiKey = await addKey(ids.next('acc'), scopes)
  const readApiKey = await addKey(dev.accountId, ['read'])
  ring.close()
  return {
    url: dev.url,
    keys: { apiKey: dev.apiKey, otherApiKey, readApiKey },
    [Symbol.asyncDispose]: async () => {
      await dev.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
