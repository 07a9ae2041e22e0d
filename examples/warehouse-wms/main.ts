/**
 * A warehouse system beside EntryGo: SKUs of its own, pick waves that become one export each, a short pick after the plan,
 * an order that stays behind, and the notice at the dock, by webhook and by mail. Ends non-zero when anything is off.
 */
import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createEntryGo, evaluateGate, waitForExport } from '@entrygo/sdk'
import type { Export, ExportPlan, Shipment, WarehouseInput } from '@entrygo/sdk/contract'
import { exampleAsOf, startDev } from '@entrygo/server/dev'
import { type Door, mailedNotice, type Notice, openDoor } from './notices.ts'
import { differencesOf, type PackingList, readPackingList } from './packing-list.ts'
import { ordersOf, readSkuMap, type SkuMap, type Wave } from './wave.ts'

const ourWarehouse = {
  externalId: 'WMS-1',
  address: {
    name: 'Two Bridges Warehousing Example Ltd.',
    street: '9 Sample Parkway',
    city: 'Niagara Falls',
    region: 'ON',
    postalCode: 'L2E 6S5',
    country: 'CA',
    contact: 'Dispatch desk',
  },
  portOfEntry: '0901',
  modeOfTransport: 'truck',
  carrierScac: 'EXMP',
} as const

const dataDir = await mkdtemp(join(tmpdir(), 'entrygo-warehouse-wms-'))
const dev = await startDev({ port: 0, dataDir, log: 'error' })
const client = createEntryGo({ baseUrl: dev.url, apiKey: dev.apiKey, accountId: dev.accountId })
const secret = `whsec_${randomBytes(32).toString('base64')}`
const door = await openDoor(secret)
try {
  await story(door)
} finally {
  door.close()
  await dev.stop()
  await rm(dataDir, { recursive: true, force: true })
}
console.log('\nThe warehouse holds what it promises.')

async function story(told: Door): Promise<void> {
  const skus = await readSkuMap(client, await readFile(dataFile('sku-map.csv'), 'utf8'))
  const wave: Wave = JSON.parse(await readFile(dataFile('wave-0007.json'), 'utf8'))
  const strange = {
    ...wave,
    orders: wave.orders.map((order) => ({ ...order, lines: [{ ...lineOf(order), sku: '99-1' }] })),
  }
  assert.throws(() => ordersOf(strange, skus), /Not in the table of SKUs: 99-1/)
  console.log(`${skus.size} SKUs mapped; one that is not is named before anything is sent`)

  const warehouse = await syncWarehouse({ channel: 'webhook', url: told.url, secret, instructions: 'Dock 4.' })
  const { shipped, held } = await firstWave({ wave, skus, warehouse, door: told })
  assert.deepEqual([shipped.orders.map(({ number }) => number), held], [['SO-501', 'SO-502'], ['SO-503']])
  await secondWave(wave, skus)
}

interface Dock {
  readonly wave: Wave
  readonly skus: SkuMap
  readonly warehouse: string
  readonly door: Door
}

/** Planned with three orders; one stays behind, one is picked short. */
async function firstWave({ wave, skus, warehouse, door: told }: Dock): Promise<{ shipped: Wave; held: string[] }> {
  const before = await planWave(wave, { skus, warehouse })
  const held = before.plan.excluded.map(({ order_id }) => numberOf(before, order_id))
  for (const { order_id, rule_ids, release } of before.plan.excluded) {
    const change = release === null ? 'more than one change' : release.pointer
    console.log(`${numberOf(before, order_id)} stays behind by ${rule_ids.join(', ')}; it goes after ${change}`)
  }

  const short = pickedShort(wave, { number: 'SO-502', picked: 20 })
  await client.orders.sync({ items: ordersOf(short, skus) })
  const { exportId, planHash } = before.plan
  const stale = await client.execute.safe({ batchId: exportId, planHash })
  assert.ok(!stale.ok && stale.error.code === 'PLAN_STALE')
  const after = await planWave(short, { skus, warehouse, batchId: exportId })
  const compared = { id: exportId, planHash: after.plan.planHash, against: planHash }
  const { differences } = await client.exports.diffPlans(compared)
  console.log(`SO-502 was picked short: PLAN_STALE, planned again, ${differences.length} differences, all by the data`)
  assert.deepEqual([...new Set(differences.map(({ cause }) => cause))], ['data'])

  const shipped = { ...short, orders: short.orders.filter(({ number }) => !held.includes(number)) }
  const done = await carriedOut(after.plan)
  const notice = await told.noticeOf(exportId)
  assert.equal(notice.instructions, 'Dock 4.')
  const list = await fetchedList(done, notice)
  assert.deepEqual(differencesOf(list, shipped, skus), [])
  console.log(`told by webhook: ${notice.packageNumber}; the packing list is what the pallets hold: load`)
  console.log(`what a forgotten short pick looks like:\n  ${differencesOf(list, wave, skus).join('\n  ')}`)
  assert.equal(differencesOf(list, wave, skus).length, 2)
  return { shipped, held }
}

/** What stayed behind, with its city, and the rest of the short pick; the warehouse is told by mail from now on. */
async function secondWave({ orders }: Wave, skus: SkuMap): Promise<void> {
  const rest = orders.flatMap((order): Wave['orders'] => {
    if (order.number === 'SO-503') return [{ ...order, shipTo: { ...order.shipTo, city: 'Oswego' } }]
    if (order.number === 'SO-502') return [{ ...order, number: 'SO-502-2', lines: [{ ...lineOf(order), picked: 4 }] }]
    return []
  })
  const wave = { wave: 'W-0008', orders: rest }
  const email = 'dispatch@warehouse.example'
  const warehouse = await syncWarehouse({ channel: 'email', email, instructions: 'Dock 5.' })
  const { plan } = await planWave(wave, { skus, warehouse })
  assert.deepEqual(plan.excluded, [])
  const done = await carriedOut(plan)
  const notice = await mailedNotice(dev.received.mail, plan.exportId)
  assert.match(notice.instructions, /Dock 5\./)
  const fetched = await fetchedList(done, notice)
  assert.deepEqual(fetched, JSON.parse(Buffer.from(notice.packingList).toString('utf8')))
  assert.deepEqual(differencesOf(fetched, wave, skus), [])
  console.log(`told by mail: ${notice.packageNumber}; its attachment is the file of the package: load`)
}

interface PlannedWave {
  readonly plan: ExportPlan
  /** Number of the warehouse by order id. */
  readonly numbers: ReadonlyMap<string, string>
}

/** One wave, one export. What the policy does not let go stops here, before a carton is loaded. */
async function planWave(
  wave: Wave,
  { skus, warehouse, batchId }: { readonly skus: SkuMap; readonly warehouse: string; readonly batchId?: string },
): Promise<PlannedWave> {
  const { data } = await client.orders.sync({ items: ordersOf(wave, skus) })
  const shipment: Shipment = JSON.parse(await readFile(dev.examples.shipment, 'utf8'))
  const given = { warehouseId: warehouse, brokerId: dev.brokerId, asOf: exampleAsOf, shipment }
  const again = batchId === undefined ? {} : { batchId }
  const plan = await client.plan({ ...given, ...again, orderIds: data.map(({ id }) => id) })
  const { decision, reasons } = evaluateGate(plan, { allowedReadiness: ['READY'], allowExclusions: true })
  assert.equal(decision, 'proceed', JSON.stringify(reasons))
  const { included_order_ids: included, excluded } = plan
  console.log(`\n${wave.wave}: ${plan.readinessState}, ${included.length} orders in, ${excluded.length} out`)
  return { plan, numbers: new Map(data.map(({ id, externalId }) => [id, externalId])) }
}

async function carriedOut({ exportId, planHash }: ExportPlan): Promise<Export> {
  await client.execute({ batchId: exportId, planHash, idempotencyKey: `${exportId}:${planHash}` })
  const done = await waitForExport(client, exportId)
  assert.equal(done.state, 'completed')
  return done
}

/** The packing list of the package, checked against the SHA-256 that inspect shows. */
async function fetchedList({ customs_package_id, artifacts }: Export, notice: Notice): Promise<PackingList> {
  const told = artifacts.find(({ artifact_type }) => artifact_type === 'packing_list')
  assert.ok(told && customs_package_id)
  const file = await client.customsPackages.artifact({ id: customs_package_id, artifact_type: 'packing_list' })
  const list = readPackingList(file.bytes, told.sha256)
  assert.equal(list.packageNumber, notice.packageNumber)
  return list
}

async function syncWarehouse(notification: NonNullable<WarehouseInput['notification']>): Promise<string> {
  const { data } = await client.warehouses.sync({ items: [{ ...ourWarehouse, notification }] })
  return data[0]?.id ?? ''
}

function pickedShort(wave: Wave, { number, picked }: { readonly number: string; readonly picked: number }): Wave {
  const orders = wave.orders.map((order) =>
    order.number === number ? { ...order, lines: [{ ...lineOf(order), picked }] } : order,
  )
  return { ...wave, orders }
}

function lineOf({ lines }: Wave['orders'][number]): Wave['orders'][number]['lines'][number] {
  const [line] = lines
  assert.ok(line)
  return line
}

function numberOf({ numbers }: PlannedWave, orderId: string): string {
  return numbers.get(orderId) ?? orderId
}

function dataFile(name: string): URL {
  return new URL(`data/${name}`, import.meta.url)
}
