import type {
  BrokersSyncRequest,
  OrdersSyncRequest,
  ProductsSyncRequest,
  WarehousesSyncRequest,
} from '@entrygo/sdk/contract'
import type { Answer } from '../answers/answer.ts'
import { schemaNamed } from '../schema/contract.ts'
import { inputSchema } from '../schema/input-schema.ts'
import { outputSchema, shapeNamed } from '../schema/output-schema.ts'
import { type CallContext, defineTool, type Tool } from '../tool.ts'
import type { World } from '../world.ts'

/** What an agent gives of a write: the account is the operator's, and keys are chosen here. */
export type Given<Body> = Omit<Body, 'accountId' | 'idempotencyKey'>

/** An upsert replaces what was there, so it may destroy; the same records once more change nothing. */
const upserts = { readOnlyHint: false, destructiveHint: true, idempotentHint: true, openWorldHint: false } as const

/** Order demand and the catalogue: facts about goods, which the plan checks. */
export const syncTools: readonly Tool[] = [
  syncTool<Given<ProductsSyncRequest>>({
    of: 'products',
    title: 'Sync products',
    description:
      'Upserts products by externalId with their customs facts. State only what the owner of the goods has said; leave out what is not known. Answers the prod_… ids that orders need.',
    schema: 'ProductsSync',
    send: ({ client }, body, options) => client.products.sync(body, options),
  }),
  syncTool<Given<OrdersSyncRequest>>({
    of: 'orders',
    title: 'Sync orders',
    description:
      'Upserts orders by externalId; the lines replace those of an earlier sync. productId is a prod_… id. Answers the ord_… ids that entrygo_plan takes.',
    schema: 'OrdersSync',
    send: ({ client }, body, options) => client.orders.sync(body, options),
  }),
]

/** Where goods leave from and where messages go: what execute tells, and whom. Offered by the operator alone. */
export const setUpTools: readonly Tool[] = [
  syncTool<Given<WarehousesSyncRequest>>({
    of: 'warehouses',
    title: 'Sync warehouses',
    description: 'Upserts warehouses by externalId, with where each is told of an executed export. Answers wh_… ids.',
    schema: 'WarehousesSync',
    send: ({ client }, body, options) => client.warehouses.sync(body, options),
  }),
  syncTool<Given<BrokersSyncRequest>>({
    of: 'brokers',
    title: 'Sync brokers',
    description: 'Upserts customs brokers by externalId, with where customs packages are sent. Answers br_… ids.',
    schema: 'BrokersSync',
    send: ({ client }, body, options) => client.brokers.sync(body, options),
  }),
]

interface SyncSpec<Body> {
  readonly of: string
  readonly title: string
  readonly description: string
  readonly schema: string
  readonly send: (
    world: World,
    body: Body & { accountId: string; idempotencyKey: string },
    options: { signal: AbortSignal },
  ) => Promise<{ readonly data: readonly { readonly created: boolean }[] }>
}

function syncTool<Body extends object>({ of, title, description, schema, send }: SyncSpec<Body>): Tool {
  const name = `entrygo_sync_${of}`
  return defineTool<Body>({
    name,
    title,
    description,
    inputSchema: inputSchema(schemaNamed(`${schema}Request`), { without: ['accountId', 'idempotencyKey'] }),
    outputSchema: outputSchema(shapeNamed(`${schema}Response`, 2)),
    annotations: upserts,
    run: async (world: World, args: Body, { signal }: CallContext): Promise<Answer> => {
      const accountId = await world.account()
      const synced = await world.keys.run({ tool: name, args }, (idempotencyKey) =>
        send(world, { ...args, accountId, idempotencyKey }, { signal }),
      )
      const created = synced.data.filter((record) => record.created).length
      const says = `Synced ${synced.data.length} ${of}: ${created} new, ${synced.data.length - created} updated.`
      return { says, data: synced }
    },
  })
}
