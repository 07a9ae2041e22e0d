import { CommandError, type ErrorDocument, type NextCommand } from './errors.ts'
import { type AnyErrorCode, type ExitCode, exitCodeOf, exitCodes, isKnown } from './exit-codes.ts'
import { Interruption } from './terminal.ts'
import { idIn, nameIn } from './wire-words.ts'

/** A failure whose document is complete. */
export class ReportedError extends Error {
  readonly document: ErrorDocument

  constructor(document: ErrorDocument) {
    super(document.message)
    this.name = 'ReportedError'
    this.document = document
  }
}

/** What an error says to programs: in this command's words, with those of the server under `data`. */
export function errorDocumentOf(error: unknown): ErrorDocument {
  if (error instanceof ReportedError) return error.document
  if (error instanceof CommandError) return error.toDocument()
  if (error instanceof Interruption) return { errorCode: 'INTERRUPTED', message: error.message, exitCode: 130 }
  if (isClientError(error)) return documentOfClientError(error)
  const message = error instanceof Error ? error.message : String(error)
  return {
    errorCode: 'INTERNAL',
    message: 'The command itself failed; please report it.',
    exitCode: 1,
    data: { message },
  }
}

/** What is read of the SDK's error; by its shape, so that a failure before the SDK is loaded does not load it. */
interface ClientError {
  readonly kind: string
  readonly code: string
  readonly message: string
  readonly status: number | null
  readonly requestId: string | null
  readonly retryable: boolean
  readonly field: string | null
  readonly details: unknown
  readonly idempotencyKey: string | null
  readonly mayHaveHappened: boolean
  readonly inspectHint: { readonly exportId: string | null } | null
}

function isClientError(error: unknown): error is ClientError {
  return error instanceof Error && 'kind' in error && 'code' in error && 'mayHaveHappened' in error
}

/** Codes that the client gives itself, in this command's words. */
const localCodes: Readonly<Record<string, AnyErrorCode>> = {
  NETWORK_ERROR: 'UNREACHABLE',
  ABORTED: 'INTERRUPTED',
  INVALID_RESPONSE: 'UNREADABLE_RESPONSE',
  UNEXPECTED_RESPONSE: 'UNREADABLE_RESPONSE',
  ANSWER_TOO_LARGE: 'UNREADABLE_RESPONSE',
  INVALID_CONFIG: 'CONFIG_ERROR',
  INVALID_ARGUMENT: 'USAGE_ERROR',
  WAIT_TIMEOUT: 'DEADLINE_PASSED',
}

function documentOfClientError(error: ClientError): ErrorDocument {
  const { status, idempotencyKey, retryable } = error
  const errorCode = codeOf(error)
  const field = nameIn(error.field)
  const requestId = idIn(error.requestId)
  const exportId = idIn(error.inspectHint?.exportId)
  const data = wordsOf(error)
  return {
    errorCode,
    message: sentenceOf(error, errorCode),
    exitCode: exitCodeOfClientError(error, errorCode),
    ...(field !== undefined && { field }),
    ...(status !== null && { status }),
    ...(requestId !== undefined && { requestId }),
    retryable,
    ...(idempotencyKey !== null && { idempotencyKey }),
    ...(exportId !== undefined && { next: [inspectCommand(exportId, errorCode)] }),
    ...(data !== undefined && { data }),
  }
}

/** A code that this version does not know is text from elsewhere: it stands under `data`. */
function codeOf({ code }: ClientError): AnyErrorCode {
  return localCodes[code] ?? (isKnown(code) ? code : 'REFUSED')
}

function hasEnvelope({ kind, code }: ClientError): boolean {
  return kind === 'api' && localCodes[code] === undefined
}

/** The server's envelope word for word; what the client found out, where it quotes what was answered. */
function wordsOf(error: ClientError): object | undefined {
  const { code, message, field, details, requestId, retryable } = error
  if (!hasEnvelope(error)) return isQuoting(error) ? { message } : undefined
  return {
    errorCode: code,
    message,
    ...(field !== null && { field }),
    ...(details !== null && { details }),
    ...(requestId !== null && { requestId }),
    retryable,
  }
}

/** Network, time and configuration are put in words without a look at any answer. */
function isQuoting({ kind, code }: ClientError): boolean {
  return code === 'WAIT_TIMEOUT' || !['network', 'timeout', 'aborted', 'config'].includes(kind)
}

function sentenceOf(error: ClientError, errorCode: AnyErrorCode): string {
  const { status } = error
  const http = status === null ? '' : ` (HTTP ${status})`
  if (errorCode === 'REFUSED') return `The server refused this with a code that is not known here${http}; see data.`
  if (hasEnvelope(error)) return `The server refused this with ${errorCode}${http}: ${meaningOf(error, errorCode)}.`
  if (!isQuoting(error)) return error.message
  if (error.code === 'ANSWER_TOO_LARGE')
    return `The answer is larger than is read${http}: ask for less of it at a time.`
  const known: Readonly<Partial<Record<AnyErrorCode, string>>> = {
    OUTCOME_UNKNOWN: `The write may have happened, and its answer never came${http}.`,
    DEADLINE_PASSED: 'The export did not settle before the deadline; nothing is lost.',
    UNREADABLE_RESPONSE: `What answered${http} did not speak the protocol: is baseUrl an EntryGo server?`,
  }
  return known[errorCode] ?? `The call failed with ${errorCode}${http}; see data.`
}

function meaningOf(error: ClientError, errorCode: AnyErrorCode): string {
  const exitCode = exitCodeOfClientError(error, errorCode)
  return exitCodes.find(({ code }) => code === exitCode)?.meaning ?? 'see data'
}

function inspectCommand(exportId: string, errorCode: AnyErrorCode): NextCommand {
  const argv = ['entrygo', 'inspect', exportId]
  return errorCode === 'DEADLINE_PASSED'
    ? { argv: [...argv, '--wait'], reason: 'wait on' }
    : { argv, reason: 'see whether the write happened' }
}

function exitCodeOfClientError({ code, status, idempotencyKey }: ClientError, errorCode: AnyErrorCode): ExitCode {
  if (errorCode === 'REFUSED') return exitCodeOf(code, status ?? undefined)
  if (errorCode !== 'UNREADABLE_RESPONSE' || status === null) return exitCodeOf(errorCode, status ?? undefined)
  // A write that was accepted in words that cannot be read.
  if (status < 300 && idempotencyKey !== null) return 9
  // A proxy's own page for a server that is away says the same as the server being away.
  return status === 429 || status === 502 || status === 503 || status === 504 ? 10 : 7
}
