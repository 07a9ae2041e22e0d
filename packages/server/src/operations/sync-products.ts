import type { ProductInput } from '@entrygo/sdk/contract'
import { upsertProducts } from '../domain/products/upsert-products.ts'
import type { WriteOperation } from './operation.ts'
import { type SyncBody, syncRecords } from './sync-records.ts'

/** Upserts products with their customs facts. */
export const syncProducts: WriteOperation<SyncBody<ProductInput>> = syncRecords({
  operation: 'syncProducts',
  kind: 'product',
  idPrefix: 'prod',
  upsert: upsertProducts,
})
