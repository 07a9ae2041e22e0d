import { readFileSync } from 'node:fs'
import type { Export, ExportPlan, PlanSnapshot } from '@entrygo/sdk/contract'
import { readShop } from '../../../examples/first-export/orders.ts'
import type { ReportSource } from '../../../packages/cli/src/render/html/report.ts'
import { startDevAccount } from '../../../packages/cli/src/testing/dev-account.ts'
import { troubledExport } from '../../../packages/cli/src/testing/example-exports.ts'

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
  samples.set('executed', sourceOf(await client.inspect({ id: ready.exportId }), samples.get('ready')?.snapshot))
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

/** The orders of a plan again and again under other ids. */
export function manyOrders({ plan, snapshot, next }: ReportSource, count: number): ReportSource {
  const orders: Record<string, Record<string, unknown>> = {}
  const included = plan.included_order_ids
  const all = [...included, ...plan.excluded_order_ids]
  const ids = Array.from({ length: count }, (_, index) => `${all[index % all.length]}_${index}`)
  const sourceId = (id: string): string => id.replace(/_\d+$/, '')
  for (const [index, id] of ids.entries())
    orders[id] = { ...snapshot?.inputs.orders[sourceId(id)], externalId: `MANY-${index + 1}` }
  const isIn = (id: string): boolean => included.includes(sourceId(id))
  const of = <T extends { readonly order_id?: string }>(list: readonly T[]): T[] =>
    ids.flatMap((id) =>
      list.filter(({ order_id }) => order_id === sourceId(id)).map((one) => ({ ...one, order_id: id })),
    )
  return {
    next,
    plan: {
      ...plan,
      included_order_ids: ids.filter(isIn),
      excluded_order_ids: ids.filter((id) => !isIn(id)),
      excluded: of(plan.excluded),
      treatments: of(plan.treatments),
      validationMessages: [
        ...plan.validationMessages.filter(({ order_id }) => order_id === undefined),
        ...of(plan.validationMessages),
      ],
      missing_data: plan.missing_data.map((gap) => ({
        ...gap,
        releases: ids.filter((id) => gap.releases.includes(sourceId(id))),
      })),
    },
    ...(snapshot !== undefined && { snapshot: { ...snapshot, inputs: { ...snapshot.inputs, orders } } }),
  }
}

/** The same report with other texts in place of every one that somebody outside wrote; `text` gives the next one. */
export function withTexts({ plan, snapshot, next }: ReportSource, text: () => string): ReportSource {
  const told = {
    ...plan,
    validationMessages: plan.validationMessages.map((finding) => ({
      ...finding,
      message: text(),
      citation: text(),
      fix: { ...finding.fix, field: text(), example: text() },
      ...(finding.expected !== undefined && { expected: text() }),
    })),
    export_units: plan.export_units.map((unit) => ({ ...unit, importer: text() })),
    strategy: { ...plan.strategy, reasons: [text()] },
    treatments: plan.treatments.map((line) => ({
      ...line,
      trade_actions: line.trade_actions.map((action) => ({ ...action, rate: text() })),
    })),
    ...('events' in plan && {
      approvals: plan.approvals.map((one) => ({ ...one, reason: text(), actor: { ...one.actor, name: text() } })),
      events: plan.events.map((event) => ({
        ...event,
        data: {
          ...event.data,
          ...(event.data.reason !== undefined && { reason: text(), actor: { type: 'person', name: text() } }),
          ...(event.data.filename !== undefined && { filename: text() }),
        },
      })),
    }),
  }
  const renamed = (records: Readonly<Record<string, unknown>> | undefined): Record<string, Record<string, unknown>> =>
    Object.fromEntries(
      Object.entries(records ?? {}).map(([id, record]) => [
        id,
        { ...(typeof record === 'object' ? record : {}), externalId: text(), description: text() },
      ]),
    )
  const { orders, products } = snapshot?.inputs ?? {}
  return {
    plan: told,
    next,
    ...(snapshot !== undefined && {
      snapshot: {
        ...snapshot,
        inputs: { ...snapshot.inputs, orders: renamed(orders), products: renamed(products) },
      },
    }),
  }
}
