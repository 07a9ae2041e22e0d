/**
 * Generates valid and broken requests from the contract and judges every answer by it: no 5xx, only documented statuses,
 * headers and bodies that fit their schemas, issues in every validation error.
 *
 *   pnpm run lane:fuzz [--requests 20000] [--seed 1]
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import type { ExportPlan, OperationId } from '@entrygo/sdk/contract'
import { operations } from '@entrygo/sdk/contract'
import { faultsOfAnswer } from './support/answer-checks.ts'
import { type Answer, type Api, type Call, connect, post } from './support/api.ts'
import { broken, brokenText } from './support/broken.ts'
import { startDev } from './support/dev-server.ts'
import { bookOrder, bookShipment, syncBook, syncOrder } from './support/goods.ts'
import { seededRandom } from './support/random.ts'
import { conclude, option } from './support/report.ts'
import { bodySchema, type KnownValues, valueFor } from './support/schema-values.ts'

const requests = option('requests', 20_000)
const seed = option('seed', 1)
const random = seededRandom(seed)
const idKinds = [
  ...[['packages', 'CustomsPackageId'] as const, ['webhooks', 'WebhookId'] as const, ['orders', 'OrderId'] as const],
  ...[['products', 'ProductId'] as const, ['warehouses', 'WarehouseId'] as const, ['brokers', 'BrokerId'] as const],
] as const
const unknownHash = `sha256:${'0'.repeat(64)}`
const dataDir = await mkdtemp(join(tmpdir(), 'entrygo-fuzz-'))
const server = await startDev(dataDir)
const api = connect(server, 8)
const known = await knownValues()
const operationIds = Object.keys(operations).filter(isOperationId)
const problems: string[] = []
const seen = new Map<string, number>()
let sent = 0

await Promise.all(Array.from({ length: 8 }, sendMany))
api.close()
const exitCode = await server.stop()
if (exitCode !== 0) problems.push(`the server ended with ${exitCode}`)
await rm(dataDir, { recursive: true })
const statuses = [...seen].sort().map(([status, count]) => `${status} × ${count}`)
conclude({
  lane: 'lane fuzz',
  repeat: `pnpm run lane:fuzz --requests ${requests} --seed ${seed}`,
  problems,
  summary: `${sent} requests over ${operationIds.length} operations: ${statuses.join(', ')}.`,
})

async function sendMany(): Promise<void> {
  while (sent < requests) {
    sent += 1
    const operationId = random.pick(operationIds)
    const call = requestFor(operationId)
    const started = performance.now()
    const answer = await answerTo(call)
    if (answer === null) continue
    seen.set(String(answer.status), (seen.get(String(answer.status)) ?? 0) + 1)
    const faults = faultsOfAnswer({ operationId, answer, ms: performance.now() - started })
    for (const fault of faults) {
      const shown = `${call.method} ${call.path} ${(JSON.stringify(call.body) ?? String(call.raw)).slice(0, 300)}`
      problems.push(`${operationId}: ${fault} — ${shown} → ${answer.status} ${answer.text.slice(0, 300)}`)
    }
  }
}

/** A connection that breaks is a fault of its own: null, and reported. */
async function answerTo(call: Call): Promise<Answer | null> {
  try {
    return await api.call(call)
  } catch (error) {
    problems.push(`${call.method} ${call.path} got no answer: ${String(error)}`)
    return null
  }
}

function requestFor(operationId: OperationId): Call {
  const { method, path } = operations[operationId]
  const call: Call = { method, path: concretePath(path), headers: headersFor() }
  const schema = bodySchema(path, method)
  if (schema === undefined) return call
  const body = valueFor(schema, random, known)
  const dice = random.fraction()
  if (dice < 0.45) return { ...call, body }
  if (dice < 0.85) return { ...call, body: broken(body, random) }
  return { ...call, raw: brokenText(body, random), headers: { ...call.headers, 'content-type': 'application/json' } }
}

function concretePath(template: string): string {
  const hashes = known['PlanHash'] ?? []
  const filled = template
    .replace('{id}', () => random.pick(known[idKind(template)] ?? []))
    .replace('{artifact_type}', () => random.pick(['cci_csv', 'cci_json', 'manifest', 'nothing', '..%2f..']))
    .replace('{planHash}', () => random.pick([...hashes, unknownHash, 'sha256:1', '%2e%2e']))
    .replace('{ruleId}', () => random.pick(['INV-07', 'PLAN-03', 'PGA-EPA-ODS%2FHFC', 'INV-99', 'inv', '%2F']))
  if (template.endsWith('/diff') && random.chance(0.8)) {
    return `${filled}?against=${random.pick([...hashes, unknownHash, 'last'])}`
  }
  if (!random.chance(0.3)) return filled
  const query = random.pick([
    'limit=5',
    'limit=0',
    'limit=x',
    'state=blocked',
    'after=1',
    'cursor=zz',
    'wait=99',
    'asOf=2026-11-24',
    'asOf=soon',
    'externalId=F-1&externalId=BOOK-1',
    'externalId=&limit=2',
    'a=b',
  ])
  return `${filled}?${query}`
}

function idKind(template: string): string {
  return idKinds.find(([part]) => template.includes(part))?.[1] ?? 'ExportId'
}

function headersFor(): Record<string, string> {
  const headers: Record<string, string> = {}
  if (random.chance(0.3)) headers['idempotency-key'] = random.pick(['k1', '"k2"', 'k3', 'x'.repeat(256), '"open', 'é'])
  if (random.chance(0.1)) headers['accept'] = 'application/problem+json'
  if (random.chance(0.03)) headers['authorization'] = random.pick(['', 'Bearer nonsense', `Bearer ${server.apiKey}x`])
  if (random.chance(0.02)) headers['content-encoding'] = 'gzip'
  if (random.chance(0.02)) headers['content-type'] = 'text/plain'
  return headers
}

async function knownValues(): Promise<Record<string, readonly string[]>> {
  const { accountId, warehouseId, brokerId } = server
  const product = await syncBook(api, accountId)
  const order = await syncOrder(api, accountId, bookOrder('F-1', product))
  const plan = await planned(api, order)
  const body = { accountId, batchId: plan.exportId }
  const executed = await post<{ customs_package_id: string }>(api, { path: '/api/exports/execute', body }, [201])
  const others = await Promise.all([2, 3, 4].map((n) => syncOrder(api, accountId, bookOrder(`F-${n}`, product))))
  const open = await planned(api, others[0] ?? order)
  const endpoint = { accountId, externalId: 'F-WMS', url: 'https://wms.example/hooks' }
  const webhook = await post<{ id: string }>(api, { path: '/api/webhooks', body: endpoint }, [201])
  return {
    AccountId: [accountId],
    WarehouseId: [warehouseId],
    BrokerId: [brokerId],
    ProductId: [product],
    OrderId: [order, ...others],
    ExportId: [plan.exportId, open.exportId, 'batch_unknown', 'batch_dry_1'],
    CustomsPackageId: [executed.customs_package_id, 'cp_unknown'],
    WebhookId: [webhook.id, 'whk_unknown', 'batch_1'],
    PlanHash: [plan.planHash, open.planHash],
  } satisfies KnownValues
}

function planned(to: Api, order: string): Promise<ExportPlan> {
  const { accountId, warehouseId, brokerId } = server
  const body = { accountId, warehouseId, brokerId, orderIds: [order], asOf: '2026-11-21', shipment: bookShipment }
  return post<ExportPlan>(to, { path: '/api/exports/plan', body }, [201])
}

function isOperationId(name: string): name is OperationId {
  return name in operations
}
