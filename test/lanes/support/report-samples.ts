import { readFileSync } from 'node:fs'
import { waitForExport } from '@entrygo/sdk'
import type { Export, ExportPlan, PlanSnapshot } from '@entrygo/sdk/contract'
import { readShop } from '../../../examples/first-export/orders.ts'
import type { ReportSource } from '../../../packages/cli/src/render/html/report.ts'
import { startDevAccount } from '../../../packages/cli/src/testing/dev-account.conformance.ts'
import { troubledExport } from '../../../packages/cli/src/testing/example-exports.ts'
import { manyOrders } from './report-texts.ts'

/** Reports as users make them: plans of each readiness and an executed export from the real server, and harder ones. */
export async function reportSamples(): Promise<ReadonlyMap<string, ReportSource>> {
  await using account = await startDevAccount()
  const { client, dev } = account
  const folder = new URL('../../../examples/first-export/data/', import.meta.url)
  const shop = await readShop(folder)
  const products = await client.products.sync({
    items: JSON.parse(readFileSync(new URL('products.json', folder), 'utf8')),
  })
  const productIds = new Map(products.data.map(({ externalId, id }) => [externalId, id]))
  const samples = new Map<string, ReportSource>()
  const { warehouseId, brokerId } = dev
  const shipment = { carrierScac: 'EXMP', proBill: 'EXMP000012345', estimatedEntryDate: '2026-11-24' }
  for (const name of ['ready', 'review', 'blocked'] as const) {
    const synced = await client.orders.sync({ items: shop.ordersOf(name, productIds) })
    const orderIds = synced.data.map(({ id }) => id)
    const plan = await client.plan({
      warehouseId,
      brokerId,
      orderIds,
      shipment,
      asOf: '2026-11-21',
      includeSnapshot: true,
    })
    samples.set(name, sourceOf(plan, plan.snapshot))
  }
  const ready = samples.get('ready')?.plan
  if (ready === undefined) throw new Error('there is no plan that may go')
  await client.execute({ batchId: ready.exportId, planHash: ready.planHash })
  samples.set('executed', sourceOf(await waitForExport(client, ready.exportId), samples.get('ready')?.snapshot))
  samples.set('in-doubt', sourceOf(troubledExport(), undefined))
  const blocked = samples.get('blocked')
  if (blocked !== undefined) samples.set('a-thousand', manyOrders(blocked, 1000))
  return samples
}

function sourceOf(plan: ExportPlan | Export, snapshot: PlanSnapshot | undefined): ReportSource {
  const { exportId, planHash } = plan
  const argv = ['entrygo', 'approve', '--batch-id', exportId, '--plan-hash', planHash, '--reason', '<why>']
  const next = [{ argv, reason: 'after a person has looked at the findings' }]
  return { plan, next, ...(snapshot !== undefined && { snapshot }) }
}
