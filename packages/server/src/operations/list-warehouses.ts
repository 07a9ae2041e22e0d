import type { ReadOperation } from './operation.ts'
import { type ListRecordsParams, listRecords } from './read-records.ts'

export const listWarehouses: ReadOperation<ListRecordsParams> = listRecords('warehouse')
