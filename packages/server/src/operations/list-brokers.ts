import type { ReadOperation } from './operation.ts'
import { type ListRecordsParams, listRecords } from './read-records.ts'

export const listBrokers: ReadOperation<ListRecordsParams> = listRecords('broker')
