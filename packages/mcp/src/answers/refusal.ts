import { EntryGoError, type GateResult } from '@entrygo/sdk'
import { errorCodes } from '@entrygo/sdk/contract'
import type { CallToolResult } from '@modelcontextprotocol/server'
import type { NextStep } from './answer.ts'

/** A "no" of this server itself, in its own words. */
export class Refusal extends Error {
  override readonly name: string = 'Refusal'
  readonly errorCode: string
  readonly field: string | null
  readonly details: object | null
  readonly next: readonly NextStep[]

  constructor(errorCode: string, message: string, more: RefusalFacts = {}) {
    super(message)
    this.errorCode = errorCode
    this.field = more.field ?? null
    this.details = more.details ?? null
    this.next = more.next ?? []
  }
}

export interface RefusalFacts {
  readonly field?: string
  readonly details?: object
  readonly next?: readonly NextStep[]
}

/** The details of a refusal by the gate, with what it quotes from the plan. */
export function gateDetails({ decision, reasons }: GateResult): object {
  return { decision, reasons }
}

/**
 * A failure as a tool result that the model can act on. `message` is this server's; the words of the EntryGo server stand
 * under `data`, since they may quote what somebody else wrote.
 */
export function resultOfFailure(error: unknown): CallToolResult {
  const { next = [], ...facts } = factsOf(error)
  const structuredContent = { error: facts, ...(next.length > 0 && { next }) }
  return {
    content: [
      { type: 'text', text: `${facts.errorCode}: ${facts.message}` },
      { type: 'text', text: JSON.stringify(structuredContent) },
    ],
    structuredContent,
    isError: true,
  }
}

interface FailureFacts {
  readonly errorCode: string
  readonly message: string
  readonly retryable: boolean
  readonly [more: string]: unknown
  readonly next?: readonly NextStep[]
}

function factsOf(error: unknown): FailureFacts {
  if (error instanceof Refusal) {
    const { errorCode, message, field, details, next } = error
    return {
      errorCode,
      message,
      retryable: false,
      ...(field !== null && { field }),
      ...(details !== null && { data: details }),
      next,
    }
  }
  if (error instanceof EntryGoError) return factsOfClientError(error)
  return {
    errorCode: 'INTERNAL',
    message: 'The tool failed inside this server. Its stderr says why.',
    retryable: false,
  }
}

function factsOfClientError(error: EntryGoError): FailureFacts {
  const { code, retryable, status, requestId, field, details, message, retryAfterMs, mayHaveHappened } = error
  const errorCode = knownCodes.has(code) ? code : 'REFUSED'
  return {
    errorCode,
    message: mayHaveHappened ? unknownOutcome : (ownWords[errorCode] ?? otherwise(status)),
    retryable,
    ...(field !== null && /^[\w.[\]/$-]{1,120}$/.test(field) && { field }),
    ...(status !== null && { status }),
    ...(requestId !== null && /^[\w-]{1,64}$/.test(requestId) && { requestId }),
    ...(retryAfterMs !== null && { retryAfterMs }),
    data: { errorCode: code, message, ...(details !== null && { details }) },
  }
}

const unknownOutcome =
  'It is not known whether this happened. Call the tool again with the same arguments: it does nothing twice.'

/** What an agent should do, by code; all codes have a page: entrygo://docs/errors/CODE. */
const ownWords: Readonly<Record<string, string>> = {
  VALIDATION_ERROR: 'The server refused a value: `data.details.issues` names each.',
  PLAN_STALE:
    'Something changed since this plan was made. Plan the export again with its batchId and read the new plan.',
  PLAN_HASH_MISMATCH: 'The export has another plan than this planHash. Inspect it and read the plan it has now.',
  APPROVAL_REQUIRED:
    'A person or a policy of the operator has to approve this planHash. Ask; do not try again until then.',
  EXPORT_BLOCKED: 'The plan is BLOCKED. Supply or change what its findings name, then plan again.',
  EXPORT_NOT_FOUND: 'There is no such export in this account.',
  EXPORT_ALREADY_EXECUTED: 'This export was executed. Inspect it; plan other orders as a new export.',
  DRY_RUN_NOT_EXECUTABLE: 'A dry run was never stored. Plan without dryRun.',
  UNKNOWN_ORDER: 'An order id is not in this account. Sync the order and use the id that it answers.',
  UNKNOWN_PRODUCT: 'A product id is not in this account. Sync the product and use the id that it answers.',
  INSUFFICIENT_SCOPE: "The operator's key does not allow this.",
  INVALID_API_KEY: 'The server does not take the key of this MCP server. The operator has to give another one.',
  INVALID_ACCOUNT_SCOPE: "The operator's key is not one of the configured account.",
  RATE_LIMITED: 'Too many calls. Wait, then try again.',
  NETWORK_ERROR: 'The EntryGo server cannot be reached. The operator has to start it, or mend the address.',
  TIMEOUT: 'The EntryGo server did not answer in time. Try again.',
  WAIT_TIMEOUT: 'The export is still moving. Inspect it again.',
  ABORTED: 'The call was cancelled.',
  ANSWER_TOO_LARGE: 'The answer is larger than this server reads. Ask for less, or for smaller pages.',
}

/** A code that this version does not know is not repeated outside `data`. */
const knownCodes: ReadonlySet<string> = new Set([
  ...errorCodes,
  ...Object.keys(ownWords),
  ...['OUTCOME_UNKNOWN', 'INVALID_RESPONSE', 'UNEXPECTED_RESPONSE', 'INVALID_CONFIG', 'INVALID_ARGUMENT'],
])

function otherwise(status: number | null): string {
  return status !== null && status < 500
    ? 'The server refused this. entrygo://docs/api/errors lists every code with its remedy.'
    : 'The EntryGo server failed or answered with what is no answer of the contract.'
}
