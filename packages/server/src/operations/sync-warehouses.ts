import type { WarehouseInput } from '@entrygo/sdk/contract'
import { upsertWarehouses } from '../domain/setup/upsert-warehouses.ts'
import type { WriteOperation } from './operation.ts'
import { type SyncBody, syncRecords } from './sync-records.ts'

/** Upserts warehouses outside the United States. */
export const syncWarehouses: WriteOperation<SyncBody<WarehouseInput>> = syncRecords({
  operation: 'syncWarehouses',
  kind: 'warehouse',
  idPrefix: 'wh',
  upsert: upsertWarehouses,
})
