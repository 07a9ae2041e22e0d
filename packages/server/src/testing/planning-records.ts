import type { AccountProfileInput, BrokerInput, OrderInput, ProductInput, WarehouseInput } from '@entrygo/sdk/contract'
import { upsertOrders } from '../domain/orders/upsert-orders.ts'
import { upsertProducts } from '../domain/products/upsert-products.ts'
import type { PlannedRequest, PlanningRecords } from '../domain/records.ts'
import { isRefusal, type Refusal } from '../domain/refusal.ts'
import { profileOf, unsetProfile } from '../domain/setup/profile.ts'
import { upsertBrokers } from '../domain/setup/upsert-brokers.ts'
import { upsertWarehouses } from '../domain/setup/upsert-warehouses.ts'
import { aBroker, aLine, anOrder, aProduct, aProfile, aUsParty, aWarehouse, completeShipment } from './builders.ts'

export interface SetUp {
  readonly orders?: readonly OrderInput[]
  readonly products?: readonly ProductInput[]
  readonly warehouse?: WarehouseInput
  readonly broker?: BrokerInput
  readonly profile?: AccountProfileInput
}

/** Records as the store would give them; ids are `prod_1`, `ord_1`, `wh_1`, `br_1`, counted in the order given. */
export function planningRecords(setUp: SetUp = {}): PlanningRecords {
  const { products = [aProduct()], orders = [anOrder('prod_1')] } = setUp
  const profile = setUp.profile ?? aProfile()
  const [warehouse = null] = stored(
    upsertWarehouses([setUp.warehouse ?? aWarehouse()], new Map(), counted('wh')),
  ).records
  const [broker = null] = stored(upsertBrokers([setUp.broker ?? aBroker()], new Map(), counted('br'))).records
  return {
    orders: stored(upsertOrders(orders, new Map(), counted('ord'))).records,
    products: stored(upsertProducts(products, new Map(), counted('prod'))).records,
    warehouse,
    broker,
    profile: profileOf(profile, unsetProfile(profile.accountId)),
  }
}

/** Five orders of three products with findings of every severity, one order excluded and one executed before. */
export function mixedRecords(): PlanningRecords {
  const { manufacturer: _, ...noMaker } = aProduct({ externalId: 'p2', description: 'Bound paper diary, A6, lined' })
  const { htsCode: __, ...noNumber } = aProduct({ externalId: 'p3' })
  const orders = ['a', 'b', 'c', 'd'].map((name, index) =>
    anOrder('prod_1', {
      externalId: `SO-${name}`,
      consignee: aUsParty({ name: `Example Store ${name}`, street: `${index} Côté Avenue` }),
      items: [
        aLine('prod_1', { lineId: '1', quantity: index + 1.5 }),
        aLine(index === 1 ? 'prod_2' : 'prod_1', { lineId: '2', unitValueUsd: 0.335 }),
      ],
    }),
  )
  const blocked = anOrder('prod_3', { externalId: 'SO-e' })
  const made: PlanningRecords = JSON.parse(
    JSON.stringify(
      planningRecords({
        products: [aProduct(), noMaker, noNumber],
        orders: [...orders, blocked],
        warehouse: aWarehouse({ notification: { channel: 'none' } }),
      }),
    ),
  )
  return {
    ...made,
    orders: made.orders.map((record, index) => (index === 2 ? { ...record, executedExport: 'batch_1' } : record)),
  }
}

/** A request for all orders of the records. */
export function plannedRequest(records: PlanningRecords, more: Partial<PlannedRequest> = {}): PlannedRequest {
  return {
    warehouseId: 'wh_1',
    brokerId: 'br_1',
    orderIds: records.orders.map(({ id }) => id).sort(),
    destinationCountry: 'US',
    shipment: completeShipment,
    ...more,
  }
}

function counted(prefix: string): () => string {
  let count = 0
  return () => {
    count += 1
    return `${prefix}_${count}`
  }
}

function stored<Result extends object>(result: Result | Refusal): Result {
  if (isRefusal(result)) throw new Error(result.message)
  return result
}
