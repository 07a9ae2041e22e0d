import type { OrderInput } from '@entrygo/sdk/contract'
import { productIdsOf, unknownProductIssues } from '../domain/orders/unknown-products.ts'
import { upsertOrders } from '../domain/orders/upsert-orders.ts'
import { type Refusal, refuseIssues } from '../domain/refusal.ts'
import type { Caller, Ports } from '../ports.ts'
import type { WriteOperation } from './operation.ts'
import { type SyncBody, syncRecords } from './sync-records.ts'

/** Upserts orders. Lines are replaced; every product they name must exist. */
export const syncOrders: WriteOperation<SyncBody<OrderInput>> = syncRecords({
  operation: 'syncOrders',
  kind: 'order',
  idPrefix: 'ord',
  upsert: upsertOrders,
  refuse: refuseUnknownProducts,
})

async function refuseUnknownProducts(
  items: readonly OrderInput[],
  caller: Caller,
  ports: Ports,
): Promise<Refusal | null> {
  const known = await ports.store.knownProducts(caller.accountId, productIdsOf(items))
  const issues = unknownProductIssues(items, known)
  if (issues.length === 0) return null
  return refuseIssues('UNKNOWN_PRODUCT', 'Some lines name products that this account has not synced.', issues)
}
