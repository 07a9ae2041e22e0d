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
  | 'ANSWER_TOO_LARGE'
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

/** What is known about a failure beside its kind, code and message. */
export interface ErrorFacts {
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
}

export interface EntryGoErrorFields extends Partial<ErrorFacts> {
  readonly kind: ErrorKind
  readonly code: EntryGoErrorCode
  readonly message: string
  readonly cause?: unknown
}

const unknownFacts: ErrorFacts = {
  operation: null,
  status: null,
  requestId: null,
  retryable: false,
  retryAfterMs: null,
  field: null,
  details: null,
  attempts: [],
  idempotencyKey: null,
  mayHaveHappened: false,
  inspectHint: null,
}

/**
 * Every rejection of the SDK. Branch on `kind`, then on `code`; never on `message`.
 * What is printed (`toJSON`, Node's inspect) is a fixed list of fields: no header, no body, no key, no raw cause.
 */
export class EntryGoError extends Error implements ErrorFacts {
  override readonly name: string = 'EntryGoError'
  readonly kind: ErrorKind
  readonly code: EntryGoErrorCode
  declare readonly operation: ErrorFacts['operation']
  declare readonly status: ErrorFacts['status']
  declare readonly requestId: ErrorFacts['requestId']
  declare readonly retryable: ErrorFacts['retryable']
  declare readonly retryAfterMs: ErrorFacts['retryAfterMs']
  declare readonly field: ErrorFacts['field']
  declare readonly details: ErrorFacts['details']
  declare readonly attempts: ErrorFacts['attempts']
  declare readonly idempotencyKey: ErrorFacts['idempotencyKey']
  declare readonly mayHaveHappened: ErrorFacts['mayHaveHappened']
  declare readonly inspectHint: ErrorFacts['inspectHint']

  constructor({ kind, code, message, cause, ...facts }: EntryGoErrorFields) {
    super(message, cause === undefined ? undefined : { cause })
    this.kind = kind
    this.code = code
    Object.assign(this, unknownFacts, facts)
    const inspect = (): string => `${this.name} ${JSON.stringify(this.toJSON(), null, 2)}`
    Object.defineProperty(this, Symbol.for('nodejs.util.inspect.custom'), { value: inspect })
  }

  /** The allow-list: also what Node's inspect shows. */
  toJSON(): Readonly<Record<string, unknown>> {
    const { name, kind, code, message } = this
    const facts = Object.keys(unknownFacts).map((fact) => [fact, Reflect.get(this, fact)])
    return { name, kind, code, message, ...Object.fromEntries(facts) }
  }
}

/** A write may have happened: repeat it with the same key, or follow `inspectHint`. */
export class OutcomeUnknownError extends EntryGoError {
  override readonly name: string = 'OutcomeUnknownError'

  constructor(fields: Omit<EntryGoErrorFields, 'kind' | 'code' | 'mayHaveHappened' | 'retryable'>) {
    super({ ...fields, kind: 'outcome_unknown', code: 'OUTCOME_UNKNOWN', mayHaveHappened: true, retryable: true })
  }
}
