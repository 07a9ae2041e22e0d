/**
 * The whole story on one machine: real products and orders go through sync → plan → approve → execute → inspect, in the
 * terminal, from code and over HTTP, with a crash in between. Ends non-zero when anything is off.
 */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createEntryGo, evaluateGate, waitForExport } from '@entrygo/sdk'
import type {
  ExecutedExport,
  Export,
  ExportPlan,
  OrdersSyncResponse,
  ProductsSyncResponse,
} from '@entrygo/sdk/contract'
import { check, heading, verdict } from './checks.ts'
import { type Dev, startDev } from './dev.ts'
import { mailsTo } from './mailbox.ts'
import { type Batch, readShop } from './orders.ts'
import { entrygo, entrygoJson } from './terminal.ts'
import { allTransports, killedInTheMiddle, type Stage } from './transports.ts'
import { showTreatments } from './treatments.ts'

/** The day on which the law is read, inside the window that the rule pack covers. */
const asOf = '2026-11-21'

/** The truck that takes the goods: carrier, its shipment control number for the e-manifest, and the day at the border. */
const shipment = { carrierScac: 'EXMP', proBill: 'EXMP000012345', estimatedEntryDate: '2026-11-24' }

/** What is shown of a mail; the rest is the treatment of each line. */
const linesOfMail = 14

const folder = await mkdtemp(join(tmpdir(), 'entrygo-demo-'))
const dataDir = join(folder, 'data')
const faultsFile = join(folder, 'faults.txt')
let dev = await startDev(dataDir, faultsFile)
try {
  await story()
} finally {
  await dev.stop()
  await rm(folder, { recursive: true, force: true })
}
verdict()

async function story(): Promise<void> {
  heading('1. Sync: the catalogue and the orders become visible')
  const shop = await readShop(new URL('./data/', import.meta.url))
  const productsFile = new URL('./data/products.json', import.meta.url).pathname
  await entrygo(['products', 'sync', productsFile], env())
  const products = await entrygoJson<ProductsSyncResponse>(['products', 'sync', productsFile], env())
  const productIds = new Map(products.data.map(({ externalId, id }) => [externalId, id]))
  const orderIds = new Map<Batch, string[]>()
  for (const batch of ['ready', 'review', 'blocked'] as const) {
    const orders = shop.ordersOf(batch, productIds)
    const file = join(folder, `orders-${batch}.json`)
    await writeFile(file, JSON.stringify(orders, null, 2))
    await entrygo(['sync', file], env())
    const synced = await entrygoJson<OrdersSyncResponse>(['sync', file], env())
    orderIds.set(
      batch,
      synced.data.map(({ id }) => id),
    )
    check(synced.data.length === orders.length, `${orders.length} ${batch} orders are stored`)
  }
  await readyInTheTerminal(orderIds.get('ready') ?? [], productIds)
  await reviewFromCode(orderIds.get('review') ?? [])
  await blockedOverHttp(orderIds.get('blocked') ?? [])
  const stage: Stage = { dev: () => dev, killAndStart, faultsFile, asOf, shipment }
  const few = shop.ordersOf('ready', productIds).slice(0, 2)
  heading('5. Every way to a broker and to a warehouse')
  await allTransports(stage, few)
  const { exportId } = await killedInTheMiddle(stage, few)
  await evidenceOffline(exportId)
}

/** The bundle of the export that was killed in its hand-over, and what a single changed byte does to it. */
async function evidenceOffline(exportId: string): Promise<void> {
  heading('6. The evidence of that export, checked without a server')
  const bundle = join(folder, 'evidence.zip')
  const saved = await entrygo(['bundle', exportId, '--out', bundle], env())
  check(saved.exitCode === 0, 'the bundle is saved')
  const verified = await entrygo(['verify', bundle], {})
  check(verified.exitCode === 0, 'hashes, sums and planHash hold')
  const bytes = await readFile(bundle)
  const at = Math.floor(bytes.length / 2)
  bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at)
  const changed = join(folder, 'changed.zip')
  await writeFile(changed, bytes)
  const refused = await entrygo(['verify', changed], {})
  check(refused.exitCode !== 0, 'with one bit changed it is refused')
}

async function killAndStart(between?: () => Promise<void>): Promise<void> {
  await dev.kill()
  await between?.()
  dev = await startDev(dataDir, faultsFile)
}

async function readyInTheTerminal(orders: readonly string[], productIds: ReadonlyMap<string, string>): Promise<void> {
  heading('2. A READY batch, in the terminal, with a crash in between')
  const shipmentFile = join(folder, 'shipment.json')
  await writeFile(shipmentFile, JSON.stringify(shipment, null, 2))
  const planned = orders.flatMap((id) => ['--order-id', id])
  const planArgs = ['plan', ...planned, '--shipment', shipmentFile, '--as-of', asOf]
  await entrygo([...planArgs, '--idempotency-key', 'demo-ready:plan'], env())
  const plan = await entrygoJson<ExportPlan>([...planArgs, '--idempotency-key', 'demo-ready:plan'], env())
  check(plan.readinessState === 'READY', `the plan is READY by the rule groups ${plan.rulePack.groups.join(', ')}`)
  check(!plan.flags.includes('RULES_PARTIAL'), 'all rule groups were looked at')
  check(plan.included_order_ids.length === orders.length, `all ${orders.length} orders are included`)
  showTreatments(plan, productIds)

  console.log('\nThe server is killed (SIGKILL) and started again on the same data.')
  await killAndStart()

  const executeArgs = ['execute', '--batch-id', plan.exportId, '--plan-hash', plan.planHash]
  const once = [...executeArgs, '--idempotency-key', 'demo-ready:execute']
  await entrygo(once, env())
  const first = await entrygoJson<ExecutedExport>(once, env())
  await killAndStart()
  const again = await entrygoJson<ExecutedExport>(once, env())
  check(again.customs_package_id === first.customs_package_id, 'execute repeated with its key gives the same package')
  await entrygo(['inspect', plan.exportId, '--wait'], env())
  const found = await entrygoJson<Export>(['inspect', plan.exportId], env())
  await checkHandedOff(found)
  const out = join(folder, 'artifacts')
  await entrygo(['artifacts', 'get', first.customs_package_id, '--out', out], env())
}

async function reviewFromCode(orders: readonly string[]): Promise<void> {
  heading('3. A REVIEW_REQUIRED batch, from code')
  const client = createEntryGo({ baseUrl: dev.url, apiKey: dev.apiKey, accountId: dev.accountId })
  const { warehouseId, brokerId } = dev
  const plan = await client.plan({ warehouseId, brokerId, orderIds: [...orders], asOf, shipment })
  check(plan.readinessState === 'REVIEW_REQUIRED', 'the plan asks for a review')
  const questions = plan.validationMessages.filter(({ severity }) => severity === 'REVIEW')
  for (const { ruleId, message, citation } of questions) console.log(`  ${ruleId}  ${message}\n          ${citation}`)
  const gate = evaluateGate(plan, { allowedReadiness: ['READY'] })
  check(gate.decision !== 'proceed', `the gate says "${gate.decision}" and not "proceed"`)
  const refused = await client.execute.safe({ batchId: plan.exportId, planHash: plan.planHash })
  check(!refused.ok && refused.error.code === 'APPROVAL_REQUIRED', 'without an approval the server refuses to execute')
  const approval = await client.exports.approve({
    id: plan.exportId,
    planHash: plan.planHash,
    reason: 'Supply-chain trace and mill certificate of the saucepan were seen on paper.',
    actor: { type: 'person', name: 'Customs desk, Toronto' },
  })
  check(approval.live, 'a person approved exactly this planHash')
  await client.execute({ batchId: plan.exportId, planHash: plan.planHash })
  await waitForExport(client, plan.exportId, { onEvent: ({ seq, type }) => console.log(`  event ${seq}  ${type}`) })
  await checkHandedOff(await client.inspect({ id: plan.exportId }))
}

async function blockedOverHttp(orders: readonly string[]): Promise<void> {
  heading('4. A BLOCKED batch, over plain HTTP')
  const { accountId, warehouseId, brokerId } = dev
  const planned = await request('/api/exports/plan', {
    accountId,
    warehouseId,
    brokerId,
    orderIds: orders,
    asOf,
    shipment,
  })
  const plan: ExportPlan = JSON.parse(planned.text)
  check(planned.status === 201 && plan.readinessState === 'BLOCKED', 'the plan is BLOCKED')
  for (const { order_id, rule_ids, release } of plan.excluded) {
    console.log(
      `  ${order_id} is out by ${rule_ids.join(', ')}; released by ${release?.pointer ?? 'more than one change'}`,
    )
  }
  for (const { ruleId, pointer, message } of plan.validationMessages.filter(({ severity }) => severity === 'BLOCK')) {
    console.log(`  ${ruleId}  ${pointer}\n          ${message}`)
  }
  check(plan.excluded.length === orders.length, 'every order is out, each with its reason')
  const missing = plan.missing_data.map(({ field }) => field)
  check(missing.includes('countryOfOrigin'), 'the missing country of origin is named')
  const executed = await request('/api/exports/execute', { accountId, batchId: plan.exportId })
  const refusal: { errorCode: string } = JSON.parse(executed.text)
  check(executed.status === 409 && refusal.errorCode === 'EXPORT_BLOCKED', 'execute is refused with EXPORT_BLOCKED')
}

/** The broker's mail is there once, and its attachments are the artifacts, byte for byte. */
async function checkHandedOff(found: Export): Promise<void> {
  check(found.state === 'completed', `the hand-off is ${found.broker_submission?.status}`)
  check(found.artifacts.length === 6, 'six artifacts were generated')
  const mails = await mailsTo(dev.mailDir, found.broker_submission?.id ?? '')
  const [mail] = mails
  const most = found.broker_submission?.duplicate_possible === true ? 2 : 1
  check(mail !== undefined && mails.length <= most, 'the broker got the mail')
  if (mail === undefined) return
  console.log(`\n  ${mail.file}\n  To: ${mail.to}\n  Subject: ${mail.subject}\n`)
  const lines = mail.text.split('\n')
  console.log(lines.slice(0, linesOfMail).join('\n').replaceAll(/^/gm, '  | '))
  console.log(`  | … ${lines.length - linesOfMail} more lines\n`)
  for (const { filename, sha256, size } of found.artifacts) {
    const attached = mail.attachments.find((attachment) => attachment.filename === filename)
    check(attached?.sha256 === sha256, `${filename} (${size} bytes) has the SHA-256 that inspect shows`)
  }
}

async function request(path: string, body: unknown): Promise<{ status: number; text: string }> {
  const headers = { authorization: `Bearer ${dev.apiKey}`, 'content-type': 'application/json' }
  const response = await fetch(`${dev.url}${path}`, { method: 'POST', headers, body: JSON.stringify(body) })
  return { status: response.status, text: await response.text() }
}

function env(): Record<string, string> {
  return envOf(dev)
}

function envOf({ url, apiKey, accountId, warehouseId, brokerId }: Dev): Record<string, string> {
  return {
    ENTRYGO_BASE_URL: url,
    ENTRYGO_API_KEY: apiKey,
    ENTRYGO_ACCOUNT_ID: accountId,
    ENTRYGO_WAREHOUSE_ID: warehouseId,
    ENTRYGO_BROKER_ID: brokerId,
  }
}
