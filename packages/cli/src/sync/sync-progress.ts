/** How far a sync has come, as its journal keeps it. */
export interface SyncProgress {
  /** In words, for `entrygo pending`. */
  done: string
  /** Items of the input that are dealt with: sent and answered, rejected or skipped. */
  items: number
  batches: number
  count: number
  created: number
  rejected: number
  /** How long the file of rejected input was then. */
  rejectedBytes: number
  /** Absolute; empty as long as nothing was rejected. */
  rejectedPath: string
  skipped: { because: string; records: number; lines: number; externalIds: string[] }[]
}

/** What the journal kept, or the beginning. */
export function progressIn(kept: unknown): SyncProgress {
  if (isProgress(kept)) return { ...kept, skipped: kept.skipped.map((one) => ({ ...one })) }
  return {
    done: '',
    items: 0,
    batches: 0,
    count: 0,
    created: 0,
    rejected: 0,
    rejectedBytes: 0,
    rejectedPath: '',
    skipped: [],
  }
}

function isProgress(kept: unknown): kept is SyncProgress {
  if (typeof kept !== 'object' || kept === null || !('skipped' in kept) || !Array.isArray(kept.skipped)) return false
  if (!('rejectedPath' in kept) || typeof kept.rejectedPath !== 'string') return false
  const numbers: Readonly<Record<string, unknown>> = { ...kept }
  const names = ['items', 'batches', 'count', 'created', 'rejected', 'rejectedBytes']
  return names.every((name) => Number.isSafeInteger(numbers[name]))
}
