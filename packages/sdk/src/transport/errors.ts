import type { ErrorCode, ErrorDetails, OperationId } from '../contract/index.ts'

/** Where a call ended. `api`: the server refused; `outcome_unknown`: a write that may have happened. */
export type ErrorKind = 'api' | 'network' | 'timeout' | 'aborted' | 'parse' | 'outcome_unknown' | 'config'

/** Codes that the client itself gives; all others come from the server's envelope. */
export type ClientErrorCode =
  | 'NETWORK_ERROR'
  | 'TIMEOUT'
  | 'ABORTED'
  | 'INVALID_RESPONSE'
  | 'UNEXPECTED_RESPONSE'
  | 'OUTCOME_UNKNOWN'
  | 'INVALID_CONFIG'
  | 'INVALID_ARGUMENT'
  | 'GATE_REFUSED'
  | 'WAIT_TIMEOUT'

/** Known codes by name; a newer server may send one that this version does not know. */
export type EntryGoErrorCode = ErrorCode | ClientErrorCode | (string & {})

/** One request of a call. `delayMs` is the wait before it; `status` is null when no answer came. */
export interface AttemptRecord {
  readonly status: number | null
  readonly ms: number
  readonly delayMs: number
  readonly requestId: string | null
}

/** How to find out whether a write happened. */
export interface InspectHint {
  /** The export to inspect, when the request named one. */
  readonly exportId: string | null
  readonly message: string
}

export interface EntryGoErrorFields {
  readonly kind: ErrorKind
  readonly code: EntryGoErrorCode
  readonly message: string
  readonly operation?: OperationId | null
  readonly status?: number | null
  readonly requestId?: string | null
  readonly retryable?: boolean
  readonly retryAfterMs?: number | null
  readonly field?: string | null
  readonly details?: ErrorDetails | null
  readonly attempts?: readonly AttemptRecord[]
  readonly idempotencyKey?: string | null
  readonly mayHaveHappened?: boolean
  readonly inspectHint?: InspectHint | null
  readonly cause?: unknown
}

/**
 * Every rejection of the SDK. Branch on `kind`, then on `code`; never on `message`.
 * What is printed (`toJSON`, Node's inspect) is a fixed list of fields: no header, no body, no key, no raw cause.
 */
export class EntryGoError extends Error {
  override readonly name: string = 'EntryGoError'
  readonly kind: ErrorKind
  readonly code: EntryGoErrorCode
  readonly operation: OperationId | null
  /** HTTP status of the last answer, null when none came. */
  readonly status: number | null
  readonly requestId: string | null
  /** The same request with the same key may be sent again unchanged. */
  readonly retryable: boolean
  /** What the server asked to wait, when the deadline left no room for it. */
  readonly retryAfterMs: number | null
  readonly field: string | null
  readonly details: ErrorDetails | null
  readonly attempts: readonly AttemptRecord[]
  /** Key of a write: send it again with this key before assuming that it failed. */
  readonly idempotencyKey: string | null
  /** True for a write whose bytes may have arrived and whose answer did not. */
  readonly mayHaveHappened: boolean
  readonly inspectHint: InspectHint | null

  constructor(fields: EntryGoErrorFields) {
    super(fields.message, fields.cause === undefined ? undefined : { cause: fields.cause })
    this.kind = fields.kind
    this.code = fields.code
    this.operation = fields.operation ?? null
    this.status = fields.status ?? null
    this.requestId = fields.requestId ?? null
    this.retryable = fields.retryable ?? false
    this.retryAfterMs = fields.retryAfterMs ?? null
    this.field = fields.field ?? null
    this.details = fields.details ?? null
    this.attempts = fields.attempts ?? []
    this.idempotencyKey = fields.idempotencyKey ?? null
    this.mayHaveHappened = fields.mayHaveHappened ?? false
    this.inspectHint = fields.inspectHint ?? null
    const inspect = (): string => `${this.name} ${JSON.stringify(this.toJSON(), null, 2)}`
    Object.defineProperty(this, Symbol.for('nodejs.util.inspect.custom'), { value: inspect })
  }

  /** The allow-list: also what Node's inspect shows. */
  toJSON(): Readonly<Record<string, unknown>> {
    return {
      name: this.name,
      kind: this.kind,
      code: this.code,
      message: this.message,
      operation: this.operation,
      status: this.status,
      requestId: this.requestId,
      retryable: this.retryable,
      retryAfterMs: this.retryAfterMs,
      field: this.field,
      details: this.details,
      attempts: this.attempts,
      idempotencyKey: this.idempotencyKey,
      mayHaveHappened: this.mayHaveHappened,
      inspectHint: this.inspectHint,
    }
  }
}

/** A write may have happened: repeat it with the same key, or follow `inspectHint`. */
export class OutcomeUnknownError extends EntryGoError {
  override readonly name: string = 'OutcomeUnknownError'

  constructor(fields: Omit<EntryGoErrorFields, 'kind' | 'code' | 'mayHaveHappened' | 'retryable'>) {
    super({ ...fields, kind: 'outcome_unknown', code: 'OUTCOME_UNKNOWN', mayHaveHappened: true, retryable: true })
  }
}
