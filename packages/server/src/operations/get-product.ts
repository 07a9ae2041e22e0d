import type { ReadOperation } from './operation.ts'
import { getRecord, type RecordParams } from './read-records.ts'

export const getProduct: ReadOperation<RecordParams> = getRecord('product')
