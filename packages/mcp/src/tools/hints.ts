import type { Hints } from '../tool.ts'

/** A read of the EntryGo server: it changes nothing and reaches nobody else. */
export const reads: Hints = { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false }
