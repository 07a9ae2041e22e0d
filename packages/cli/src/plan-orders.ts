import type { ExportPlan, PlanRequest, Shipment } from '@entrygo/sdk/contract'
import type { CommandContext } from './command.ts'
import { inputError, usageError } from './errors.ts'
import { readOrderIds } from './input/order-ids.ts'
import { isRecord } from './input/record.ts'
import { readValue } from './input/records.ts'
import { openSource } from './input/source.ts'

export interface PlanOrders {
  readonly orderIds: readonly string[]
  readonly key: string
  /** What the command wants whatever the flags say. */
  readonly forced?: Pick<PlanRequest, 'dryRun' | 'includeSnapshot'>
}

/** Plans the orders with the flags of the command line. */
export async function planOrders(
  context: CommandContext,
  { orderIds, key, forced = {} }: PlanOrders,
): Promise<ExportPlan> {
  const client = await context.connect()
  const settings = await context.settings()
  const { flags, terminal } = context
  const shipment = await shipmentOf(context)
  const batchId = flags.text('batchId')
  const asOf = flags.text('asOf')
  const request: PlanRequest = {
    accountId: await settings.need('accountId'),
    warehouseId: await settings.need('warehouseId'),
    brokerId: await settings.need('brokerId'),
    orderIds: [...orderIds],
    destinationCountry: flags.text('destinationCountry') ?? 'US',
    idempotencyKey: key,
    ...(flags.isSet('dryRun') && { dryRun: true }),
    ...(flags.isSet('includeSnapshot') && { includeSnapshot: true }),
    ...(batchId !== undefined && { batchId }),
    ...(asOf !== undefined && { asOf }),
    ...(shipment !== undefined && { shipment }),
    ...forced,
  }
  return client.plan(request, { signal: terminal.signal })
}

/** The orders that the flags name, each once; a usage error when they name none. */
export async function orderIdsOf({ flags, terminal }: CommandContext): Promise<readonly string[]> {
  const file = flags.text('ordersFrom')
  const listed = flags.list('orderId')
  const read = file === undefined ? [] : await readOrderIds(await openSource(terminal, file, undefined))
  const orderIds = [...new Set([...listed, ...read])]
  if (orderIds.length > 0) return orderIds
  const message = 'No orders: give --order-id (repeated), or --orders-from with the answer of `entrygo sync --json`.'
  throw usageError(message, '--order-id')
}

async function shipmentOf({ flags, terminal }: CommandContext): Promise<Shipment | undefined> {
  const file = flags.text('shipment')
  if (file === undefined) return undefined
  const value = await readValue(await openSource(terminal, file, undefined))
  if (!isShipment(value))
    throw inputError(`${file} is not an object: write fields such as modeOfTransport.`, '--shipment')
  return value
}

/** An object; its fields are checked by the server, which names every problem at once. */
function isShipment(value: unknown): value is Shipment {
  return isRecord(value)
}
