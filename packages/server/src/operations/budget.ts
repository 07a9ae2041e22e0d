import type { SubmissionBudget, Write } from '../ports.ts'

/** Counts one submission to the broker in the window that `at` lies in. */
export function submissionBudget(
  { limit, windowMs }: SubmissionBudget,
  { brokerId, at }: { readonly brokerId: string; readonly at: number },
): Write {
  return { write: 'budget', brokerId, windowStart: windowStart(at, windowMs), limit }
}

/** How long until the next window opens. */
export function budgetOpensInMs({ windowMs }: SubmissionBudget, at: number): number {
  return windowStart(at, windowMs) + windowMs - at
}

function windowStart(at: number, windowMs: number): number {
  return at - (at % windowMs)
}
