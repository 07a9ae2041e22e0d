/**
 * Kills the whole product with SIGKILL while clients write, starts it again on the same data and judges what it finds:
 * no acknowledged write is lost, no repeated write acts twice, every duplicate mail is a recorded unknown attempt.
 *
 *   pnpm run lane:crash [--kills 200] [--seed 1] [--workers 12]
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { ExportPlan, OrdersSyncResponse } from '@entrygo/sdk/contract'
import { type Api, connect } from './support/api.ts'
import { judgeExports, judgeReplays, Refused, settle, type Written } from './support/crash-history.ts'
import { startDev } from './support/dev-server.ts'
import { bookOrder, bookShipment, syncBook } from './support/goods.ts'
import { seededRandom } from './support/random.ts'
import { conclude, option } from './support/report.ts'

const kills = option('kills', 200)
const seed = option('seed', 1)
const workers = option('workers', 12)

const random = seededRandom(seed)
const dataDir = await mkdtemp(join(tmpdir(), 'entrygo-crash-'))
const written: Written[] = []
const problems: string[] = []
let serial = 0

for (let kill = 0; kill < kills; kill += 1) {
  const server = await startDev(dataDir)
  const api = connect(server)
  const product = await syncBook(api, server.accountId)
  problems.push(...(await settle(api, written)))
  problems.push(...(await judgeReplays(api, written.slice(-60))))
  const load = Array.from({ length: workers }, () => lifeOfAnOrder(api, { ...server, product }))
  await sleep(5 + random.below(120))
  await server.kill()
  await Promise.all(load)
  api.close()
}

const server = await startDev(dataDir)
const api = connect(server)
problems.push(...(await settle(api, written)))
problems.push(...(await judgeReplays(api, written)))
problems.push(...(await judgeExports(api, written, server.mailDir)))
api.close()
await server.stop()
await rm(dataDir, { recursive: true })

const acknowledged = written.filter(({ answer }) => answer !== null).length
conclude({
  lane: 'lane crash',
  repeat: `pnpm run lane:crash --kills ${kills} --seed ${seed} --workers ${workers}`,
  problems,
  summary: `${kills} kills, ${acknowledged} acknowledged writes, ${written.filter((w) => w.wasInDoubt).length} in doubt at a kill.`,
})

interface Place {
  readonly accountId: string
  readonly warehouseId: string
  readonly brokerId: string
  readonly product: string
}

/** Sync, plan and execute, one order after another, until the connection breaks. */
async function lifeOfAnOrder(api: Api, place: Place): Promise<void> {
  try {
    for (;;) {
      serial += 1
      const name = `L${seed}-${serial}`
      const { accountId, warehouseId, brokerId } = place
      const order = bookOrder(name, place.product, 1 + (serial % 20))
      const synced = await write<OrdersSyncResponse>(api, {
        operation: 'syncOrders',
        key: `${name}:sync`,
        path: '/api/orders/sync',
        body: { accountId, items: [order] },
      })
      const orderIds = synced.data.map(({ id }) => id)
      const plan = await write<ExportPlan>(api, {
        operation: 'planExport',
        key: `${name}:plan`,
        path: '/api/exports/plan',
        body: { accountId, warehouseId, brokerId, orderIds, asOf: '2026-11-21', shipment: bookShipment },
      })
      if (random.chance(0.3)) continue
      await write(api, {
        operation: 'executeExport',
        key: `${name}:execute`,
        path: '/api/exports/execute',
        body: { accountId, batchId: plan.exportId, planHash: plan.planHash },
      })
    }
  } catch (error) {
    if (error instanceof Refused) problems.push(error.message)
  }
}

async function write<T>(api: Api, wish: Pick<Written, 'operation' | 'key' | 'path' | 'body'>): Promise<T> {
  const intent: Written = { ...wish, answer: null, wasInDoubt: true }
  written.push(intent)
  const { path, body, key, operation } = wish
  const answer = await api.call({ method: 'POST', path, body, headers: { 'idempotency-key': key } })
  if (answer.status >= 300) throw new Refused(`${operation} ${key} answered ${answer.status}: ${answer.text}`)
  intent.answer = { status: answer.status, text: answer.text }
  intent.wasInDoubt = false
  return JSON.parse(answer.text)
}
