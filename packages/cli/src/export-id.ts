import { usageError } from './errors.ts'
import type { Flags } from './flags.ts'

/** The export that a command is about: its argument or `--batch-id`; the export id is the batch id. */
export function exportIdOf(flags: Flags): string {
  const named = flags.argument(0)
  const flag = flags.text('batchId')
  if (named !== undefined && flag !== undefined && named !== flag) {
    throw usageError(`Two exports are named, ${named} and ${flag}: give one.`, '--batch-id')
  }
  const id = named ?? flag
  if (id === undefined) throw usageError('No export is named: give --batch-id batch_….', '--batch-id')
  if (!/^[A-Za-z0-9_-]{3,64}$/.test(id)) {
    throw usageError(`--batch-id is "${id}": an export id begins with batch_ and is printed by plan.`, '--batch-id')
  }
  return id
}
