import type { ReadOperation } from './operation.ts'
import { getRecord, type RecordParams } from './read-records.ts'

export const getWarehouse: ReadOperation<RecordParams> = getRecord('warehouse')
