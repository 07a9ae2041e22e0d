import type { InputRecord } from '../input/record.ts'
import type { SyncProgress } from './sync-progress.ts'

/** Far below the server's limit of 1,000, so that a refusal names its record soon and a repeat is cheap. */
const batchSize = 500

/** A quarter of the largest body that the server takes: orders of many lines must not be refused for their company. */
const batchBytes = 2 * 1024 * 1024

/** The records that one request takes. */
export class Batch {
  records: InputRecord[] = []
  bytes = 0
  /** Position of the last item that is in it or was dealt with. */
  items: number

  constructor({ items }: Pick<SyncProgress, 'items'>) {
    this.items = items
  }

  get isEmpty(): boolean {
    return this.records.length === 0
  }

  isFullWith(bytes: number): boolean {
    return this.records.length === batchSize || (!this.isEmpty && this.bytes + bytes > batchBytes)
  }

  take(): readonly InputRecord[] {
    const taken = this.records
    this.records = []
    this.bytes = 0
    return taken
  }
}
