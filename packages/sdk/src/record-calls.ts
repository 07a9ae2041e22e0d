import type { Call, OptionalCall, Write } from './call.ts'
import type { ClientConfig } from './config.ts'
import type {
  BrokerId,
  BrokerList,
  BrokersSyncRequest,
  BrokersSyncResponse,
  OperationTypes,
  OrderId,
  OrderList,
  OrdersSyncRequest,
  OrdersSyncResponse,
  ProductId,
  ProductList,
  ProductsSyncRequest,
  ProductsSyncResponse,
  StoredBroker,
  StoredOrder,
  StoredProduct,
  StoredWarehouse,
  WarehouseId,
  WarehouseList,
  WarehousesSyncRequest,
  WarehousesSyncResponse,
} from './contract/index.ts'
import type { Api, Define } from './define.ts'
import { bodyOf, pathId } from './wire.ts'

/** Up to 100 external ids, or none for all records; the size of a page, and where it starts. */
export type ListRecordsArgs = NonNullable<OperationTypes['listOrders']['parameters']['query']>

/** What is synced, and reads back the same way. */
export interface RecordCalls {
  readonly orders: {
    readonly sync: Call<Write<OrdersSyncRequest>, OrdersSyncResponse>
    readonly list: OptionalCall<ListRecordsArgs, OrderList>
    readonly get: Call<{ readonly id: OrderId }, StoredOrder>
  }
  readonly products: {
    readonly sync: Call<Write<ProductsSyncRequest>, ProductsSyncResponse>
    readonly list: OptionalCall<ListRecordsArgs, ProductList>
    readonly get: Call<{ readonly id: ProductId }, StoredProduct>
  }
  readonly warehouses: {
    readonly sync: Call<Write<WarehousesSyncRequest>, WarehousesSyncResponse>
    readonly list: OptionalCall<ListRecordsArgs, WarehouseList>
    readonly get: Call<{ readonly id: WarehouseId }, StoredWarehouse>
  }
  readonly brokers: {
    readonly sync: Call<Write<BrokersSyncRequest>, BrokersSyncResponse>
    readonly list: OptionalCall<ListRecordsArgs, BrokerList>
    readonly get: Call<{ readonly id: BrokerId }, StoredBroker>
  }
}

export function recordCalls(api: Api, config: ClientConfig, define: Define): RecordCalls {
  return {
    orders: {
      sync: define.write('syncOrders', (args: Write<OrdersSyncRequest>, wire) =>
        api.POST('/api/orders/sync', { ...wire, body: bodyOf(config, args) }),
      ),
      list: define.read('listOrders', (args: ListRecordsArgs | undefined, wire) =>
        api.GET('/api/orders', { ...wire, ...asked(args) }),
      ),
      get: define.read('getOrder', ({ id }: { readonly id: OrderId }, wire) =>
        api.GET('/api/orders/{id}', { ...wire, ...at(id) }),
      ),
    },
    products: {
      sync: define.write('syncProducts', (args: Write<ProductsSyncRequest>, wire) =>
        api.POST('/api/products/sync', { ...wire, body: bodyOf(config, args) }),
      ),
      list: define.read('listProducts', (args: ListRecordsArgs | undefined, wire) =>
        api.GET('/api/products', { ...wire, ...asked(args) }),
      ),
      get: define.read('getProduct', ({ id }: { readonly id: ProductId }, wire) =>
        api.GET('/api/products/{id}', { ...wire, ...at(id) }),
      ),
    },
    warehouses: {
      sync: define.write('syncWarehouses', (args: Write<WarehousesSyncRequest>, wire) =>
        api.POST('/api/warehouses/sync', { ...wire, body: bodyOf(config, args) }),
      ),
      list: define.read('listWarehouses', (args: ListRecordsArgs | undefined, wire) =>
        api.GET('/api/warehouses', { ...wire, ...asked(args) }),
      ),
      get: define.read('getWarehouse', ({ id }: { readonly id: WarehouseId }, wire) =>
        api.GET('/api/warehouses/{id}', { ...wire, ...at(id) }),
      ),
    },
    brokers: {
      sync: define.write('syncBrokers', (args: Write<BrokersSyncRequest>, wire) =>
        api.POST('/api/brokers/sync', { ...wire, body: bodyOf(config, args) }),
      ),
      list: define.read('listBrokers', (args: ListRecordsArgs | undefined, wire) =>
        api.GET('/api/brokers', { ...wire, ...asked(args) }),
      ),
      get: define.read('getBroker', ({ id }: { readonly id: BrokerId }, wire) =>
        api.GET('/api/brokers/{id}', { ...wire, ...at(id) }),
      ),
    },
  }
}

function asked(query: ListRecordsArgs = {}): { params: { query: ListRecordsArgs } } {
  return { params: { query } }
}

function at(id: string): { params: { path: { id: string } } } {
  return { params: { path: { id: pathId('id', id) } } }
}
