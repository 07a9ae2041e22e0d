import type { ExportEvent } from '@entrygo/sdk/contract'
import type { EventRecord } from '../records.ts'
import { timestamp } from './timestamp.ts'

export function eventView({ id, seq, type, at, data }: EventRecord): ExportEvent {
  return { id, seq, type, at: timestamp(at), data }
}
