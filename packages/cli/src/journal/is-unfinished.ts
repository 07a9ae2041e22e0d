import type { ErrorDocument } from '../errors.ts'
import type { JournaledRun } from './journaled-run.ts'

/** Internal failure, deadline passed, outcome unknown, unavailable, interrupted. */
const openExitCodes: ReadonlySet<number> = new Set([1, 8, 9, 10, 130])

/**
 * Whether a run that failed so has no answer yet, and keeps its key. A refusal of the write that was sent is an answer, and
 * so is a "no" of this command itself; where a write was accepted before, a read that fails, or a key that is not accepted
 * any more, says nothing about the run.
 */
export function isUnfinished(document: ErrorDocument, { progress }: Pick<JournaledRun, 'progress'>): boolean {
  const { exitCode, retryable, status, idempotencyKey, errorCode } = document
  if (openExitCodes.has(exitCode) || retryable === true) return true
  if (progress === null) return false
  if (exitCode === 4 || errorCode === 'UNREADABLE_RESPONSE') return true
  return status !== undefined && idempotencyKey === undefined
}
