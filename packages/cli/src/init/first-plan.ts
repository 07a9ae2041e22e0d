import type { EntryGo } from '@entrygo/sdk'
import type { ExportPlan, OrderInput, PlanRequest, Shipment } from '@entrygo/sdk/contract'
import type { CommandContext } from '../command.ts'
import type { FirstRecords } from './first-records.ts'
import { sampleOrder, sampleShipment } from './sample-records.ts'

/** A plan of a sample order, and the input that gives it again. */
export interface FirstPlan {
  /** With its snapshot. */
  readonly plan: ExportPlan
  readonly order: OrderInput
  readonly shipment: Shipment
  /** The day of the law, where today's is not in the rule pack of the server. */
  readonly asOf: string | null
}

/** Syncs a sample order of the product and plans it: for a border in two days, under law that the server has. */
export async function firstPlan(
  { terminal }: CommandContext,
  {
    client,
    accountId,
    records,
  }: { readonly client: EntryGo; readonly accountId: string; readonly records: FirstRecords },
): Promise<FirstPlan> {
  const { signal } = terminal
  const today = new Date()
  const { warehouseId, brokerId, productId } = records
  const order = sampleOrder(productId, { name: crypto.randomUUID().slice(0, 8), day: dayOf(today) })
  const { data } = await client.orders.sync({ accountId, items: [order] }, { signal })
  const request = (entryDay: string): PlanRequest => ({
    ...{ accountId, warehouseId, brokerId },
    orderIds: data.map(({ id }) => id),
    shipment: sampleShipment(entryDay),
    includeSnapshot: true,
  })
  const entryDay = dayOf(new Date(today.getTime() + 2 * dayMs))
  const trial = await client.plan({ ...request(entryDay), dryRun: true }, { signal })
  const asOf = trial.flags.includes('RULE_PACK_OUT_OF_RANGE') ? trial.rulePack.validThrough : null
  const wanted = request(asOf ?? entryDay)
  const plan = await client.plan({ ...wanted, ...(asOf !== null && { asOf }) }, { signal })
  return { plan, order, shipment: sampleShipment(asOf ?? entryDay), asOf }
}

const dayMs = 86_400_000

function dayOf(time: Date): string {
  return time.toISOString().slice(0, 10)
}
