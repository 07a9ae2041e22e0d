import type { TableHead } from './table.ts'

/** One record of a sync and where it stands: `orders.csv row 12`. */
export interface InputRecord {
  readonly value: Readonly<Record<string, unknown>>
  readonly at: string
  /** The rows that it came of, where it came of rows. */
  readonly rows?: OriginalRows
  /** Lines of the order that were left out, one reason each. */
  readonly skippedLines?: readonly string[]
}

export interface OriginalRows {
  readonly head: TableHead
  readonly rows: readonly (readonly string[])[]
}

/** Input that cannot be sent as it is: the reason, and all that is needed to mend it. */
export interface RejectedInput {
  readonly rejected: string
  readonly field?: string
  readonly at: string
  readonly rows?: OriginalRows
  readonly value?: unknown
}

/** Input that a map leaves out on purpose. */
export interface SkippedInput {
  readonly skipped: string
  readonly at: string
  readonly externalId: string
}

export type InputItem = InputRecord | RejectedInput | SkippedInput

export function isInputRecord(item: InputItem): item is InputRecord {
  return !('rejected' in item) && !('skipped' in item)
}

/** Where the reason of a refusal stands in a file of rejected input; reading takes it away again. */
export const reasonTitle = 'rejectedBecause'

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The answer inside the document that this command prints (`{data, next}`); anything else is an answer already. */
export function answerIn(value: unknown): unknown {
  return isRecord(value) && 'data' in value && Array.isArray(value['next']) ? value['data'] : value
}
