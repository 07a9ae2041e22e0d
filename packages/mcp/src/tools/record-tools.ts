import type { EntryGo, ListRecordsArgs } from '@entrygo/sdk'
import type { OperationId } from '@entrygo/sdk/contract'
import { parametersOf } from '../schema/contract.ts'
import { inputSchema } from '../schema/input-schema.ts'
import { outputSchema, shapeNamed } from '../schema/output-schema.ts'
import { defineTool, type Tool } from '../tool.ts'
import { reads } from './hints.ts'

/** What was synced, read back: an agent finds an id again, and the warehouse and broker that a plan needs. */
export const recordTools: readonly Tool[] = [
  recordTool('products', { operation: 'listProducts', list: 'ProductList', ids: 'prod_…' }),
  recordTool('orders', { operation: 'listOrders', list: 'OrderList', ids: 'ord_…' }),
  recordTool('warehouses', { operation: 'listWarehouses', list: 'WarehouseList', ids: 'wh_…' }),
  recordTool('brokers', { operation: 'listBrokers', list: 'BrokerList', ids: 'br_…' }),
]

interface RecordSpec {
  readonly operation: OperationId
  readonly list: string
  readonly ids: string
}

type Kind = keyof Pick<EntryGo, 'products' | 'orders' | 'warehouses' | 'brokers'>

function recordTool(kind: Kind, { operation, list, ids }: RecordSpec): Tool {
  return defineTool<NonNullable<ListRecordsArgs>>({
    name: `entrygo_list_${kind}`,
    title: `List ${kind}`,
    description: `Stored ${kind}, newest first, with their ${ids} ids; with externalId those alone. Follow next_cursor.`,
    inputSchema: inputSchema(parametersOf(operation)),
    outputSchema: outputSchema(shapeNamed(list, 1)),
    annotations: reads,
    run: async ({ client }, args, { signal }) => {
      const page = await client[kind].list(args, { signal })
      return { says: `${page.data.length} ${kind}${page.next_cursor === null ? '' : ', and more'}.`, data: page }
    },
  })
}
