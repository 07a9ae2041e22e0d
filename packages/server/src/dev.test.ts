import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { gunzipSync } from 'node:zlib'
import { afterEach, describe, expect, it } from 'vitest'
import { seed } from './dev/seed/records.ts'
import { exampleAsOf, type RunningDev, startDev } from './dev.ts'
import { databaseFile } from './edge/data-folder.ts'
import { shippedRulePackFolder } from './rule-pack-files.ts'
import { openSqliteStore } from './storage/sqlite/sqlite-store.ts'
import { readyOrder } from './testing/ready-records.ts'

const folders: string[] = []
const running: RunningDev[] = []
/** The seeded warehouse sends trucks. */
const shipment = { proBill: 'EXMP000012345', estimatedEntryDate: '2026-11-24' }

afterEach(async () => {
  await Promise.all(running.splice(0).map((dev) => dev.stop()))
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

async function start(dataDir: string): Promise<RunningDev> {
  const dev = await startDev({ port: 0, dataDir })
  running.push(dev)
  return dev
}

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'entrygo-dev-'))
  folders.push(folder)
  return folder
}

async function call({ url, apiKey }: RunningDev, path: string, body?: object): Promise<Record<string, unknown>> {
  const init = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }
  const headers = { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' }
  const response = await fetch(url + path, { ...init, headers })
  return Object(await response.json())
}

it('every tariff number of the seed is a 10-digit line of the schedule in force', () => {
  const lines = gunzipSync(readFileSync(join(shippedRulePackFolder, 'hts/lines.csv.gz'))).toString()
  const numbers = seed.products.map(({ htsCode = '' }) => htsCode.replaceAll('.', ''))
  expect(numbers.filter((number) => !lines.includes(`\n${number},`))).toEqual([])
  expect(numbers.length).toBeGreaterThanOrEqual(16)
  expect(new Set(seed.products.map(({ countryOfOrigin }) => countryOfOrigin)).size).toBeGreaterThanOrEqual(10)
})

it('orders over the products of the seed that state every fact plan as READY, and none of the others is blocked', async () => {
  const dev = await start(newFolder())
  const { accountId, warehouseId, brokerId } = dev
  const products = Object(await call(dev, '/api/products/sync', { accountId, items: seed.products }))
  const items = products.data.map(({ id, externalId }: { id: string; externalId: string }) => {
    return { ...readyOrder(id), externalId }
  })
  const orders = Object(await call(dev, '/api/orders/sync', { accountId, items }))
  const orderIds = new Map<string, string>()
  for (const { id, externalId } of orders.data) orderIds.set(externalId, id)
  const planOf = (ids: readonly (string | undefined)[]): Promise<Record<string, unknown>> =>
    call(dev, '/api/exports/plan', { accountId, warehouseId, brokerId, orderIds: ids, asOf: exampleAsOf, shipment })
  const complete = ['BOOK-TRAILS', 'PAN-FRY-28', 'PUZZLE-500', 'SYRUP-500', 'TEE-M-NAVY']
  const ready = await planOf(complete.map((externalId) => orderIds.get(externalId)))
  expect(ready['readinessState']).toBe('READY')
  const findings: { severity: string }[] = Object(ready['validationMessages'])
  expect(findings.filter(({ severity }) => severity !== 'INFO')).toEqual([])
  expect(await planOf([...orderIds.values()])).toMatchObject({ readinessState: 'REVIEW_REQUIRED', excluded: [] })
  expect(products.data.every(({ created }: { created: boolean }) => !created)).toBe(true)
})

it('the same folder gives the same account, key and records again, kept for its owner alone', async () => {
  const folder = newFolder()
  const first = await start(folder)
  const { accountId } = first
  await call(first, '/api/products/sync', { accountId, items: [{ externalId: 'KEPT-1' }] })
  await first.stop()
  const second = await start(folder)
  const { url: _, stop: __, broken: ___, ...same } = second
  expect(first).toMatchObject(same)
  const again = Object(await call(second, '/api/products/sync', { accountId, items: [{ externalId: 'KEPT-1' }] }))
  expect(again.data).toMatchObject([{ created: false }])
  expect(statSync(join(folder, 'dev.json')).mode & 0o777).toBe(0o600)
})

it('what the user changed in the seed stays changed', async () => {
  const folder = newFolder()
  const first = await start(folder)
  const { accountId } = first
  const externalId = 'BR-DEV'
  const submission = { type: 'email', email: 'own@broker.example' }
  await call(first, '/api/brokers/sync', { accountId, items: [{ externalId, name: 'Own broker', submission }] })
  await first.stop()
  const second = await start(folder)
  await second.stop()
  const store = await openSqliteStore({ file: join(folder, databaseFile) })
  const kept = await store.loadByExternalId(accountId, 'broker', [externalId])
  await store.close()
  expect(kept.get(externalId)?.doc).toMatchObject({ name: 'Own broker', submission: { email: 'own@broker.example' } })
})

it('writes an example that plans as READY and one that asks for a review, and keeps what the user made of them', async () => {
  const folder = newFolder()
  const first = await start(folder)
  expect(await readinessOf(first, first.examples.ready)).toBe('READY')
  expect(await readinessOf(first, first.examples.review)).toBe('REVIEW_REQUIRED')
  await first.stop()
  writeFileSync(first.examples.ready, '[]')
  const otherAccount = readFileSync(first.examples.review, 'utf8').replace(
    /prod_[0-9a-z]{26}/,
    `prod_${'0'.repeat(26)}`,
  )
  writeFileSync(first.examples.review, otherAccount)
  const second = await start(folder)
  expect(readFileSync(second.examples.ready, 'utf8')).toBe('[]')
  expect(await readinessOf(second, second.examples.review)).toBe('REVIEW_REQUIRED')
})

async function readinessOf(dev: RunningDev, file: string): Promise<unknown> {
  const { accountId, warehouseId, brokerId } = dev
  const synced = await call(dev, '/api/orders/sync', { accountId, items: JSON.parse(readFileSync(file, 'utf8')) })
  const orderIds = Object(synced['data']).map(({ id }: { id: string }) => id)
  const example: unknown = JSON.parse(readFileSync(dev.examples.shipment, 'utf8'))
  const request = { accountId, warehouseId, brokerId, orderIds, asOf: exampleAsOf, shipment: example }
  const plan = await call(dev, '/api/exports/plan', request)
  return plan['readinessState']
}

describe('a start that cannot be is refused with what the user can mend', () => {
  it.each([
    ['below a file', () => join(fileIn(newFolder()), 'below'), 'is not a folder. Give another path.'],
    ['that is a file', () => fileIn(newFolder()), 'is not a folder. Give another path.'],
    ['whose dev.json is empty', () => folderWith('dev.json', ''), 'dev.json is not what entrygo dev wrote'],
    ['whose dev.json lacks the key', () => folderWith('dev.json', '{"accountId":"acc_1"}'), 'is not what entrygo dev'],
    ['whose database is none', () => folderWith(databaseFile, 'text '.repeat(300)), 'file is not a database'],
    [
      'whose stand-ins.json is empty',
      () => folderWith('stand-ins.json', '{}'),
      'stand-ins.json is not what entrygo dev',
    ],
    ['whose mail folder is a file', () => folderWith('mail', ''), 'mail is not a folder'],
  ])('a folder %s', async (_, folder, message) => {
    const refused = expect.objectContaining({ setting: 'dataDir', message: expect.stringContaining(message) })
    await expect(startDev({ port: 0, dataDir: folder() })).rejects.toEqual(refused)
  })

  it('a folder of screening lists without one', async () => {
    const screeningLists = folderWith('sdn (1).csv', '')
    await expect(startDev({ port: 0, dataDir: newFolder(), screeningLists })).rejects.toMatchObject({
      setting: 'screeningLists',
      message: expect.stringContaining('Screening list sdn (1).csv: is not a name that is read'),
    })
  })

  it('faults that nobody knows', async () => {
    await expect(startDev({ port: 0, dataDir: newFolder(), faults: 'smtp:451*1,smtp:late' })).rejects.toMatchObject({
      name: 'DevRefusal',
      setting: 'faults',
      message: expect.stringContaining('"smtp:late" is nothing that smtp can do. Known: cut-before-dot, cut-after-dot'),
    })
  })

  it('a folder of a newer release', async () => {
    const folder = newFolder()
    await (await startDev({ port: 0, dataDir: folder })).stop()
    const database = new DatabaseSync(join(folder, databaseFile))
    database.exec(`UPDATE meta SET value = '99' WHERE key = 'schema_version'`)
    database.close()
    const message = `${folder}: The file has schema 99`
    await expect(startDev({ port: 0, dataDir: folder })).rejects.toMatchObject({
      setting: 'dataDir',
      message: expect.stringContaining(message),
    })
  })

  it('a folder or a port that another one uses', async () => {
    const folder = newFolder()
    const { url } = await start(folder)
    await expect(startDev({ port: 0, dataDir: folder })).rejects.toMatchObject({
      setting: 'dataDir',
      message: `${folder} is in use by another entrygo dev or server: stop that one, or give another folder with --data.`,
    })
    const port = Number(new URL(url).port)
    await expect(startDev({ port, dataDir: newFolder() })).rejects.toMatchObject({
      setting: 'port',
      message: `Port ${port} is taken: give another one with --port, or --port 0 for any that is free.`,
    })
  })
})

function fileIn(folder: string): string {
  const file = join(folder, 'file')
  writeFileSync(file, '')
  return file
}

function folderWith(name: string, text: string): string {
  const folder = newFolder()
  writeFileSync(join(folder, name), text)
  return folder
}
