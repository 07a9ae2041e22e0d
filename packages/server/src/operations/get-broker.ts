import type { ReadOperation } from './operation.ts'
import { getRecord, type RecordParams } from './read-records.ts'

export const getBroker: ReadOperation<RecordParams> = getRecord('broker')
