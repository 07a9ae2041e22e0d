import { CommandError, type ErrorDocument, type NextCommand } from './errors.ts'
import { type ExitCode, exitCodeOf } from './exit-codes.ts'
import { Interruption } from './terminal.ts'

/** A failure whose document is complete. */
export class ReportedError extends Error {
  readonly document: ErrorDocument

  constructor(document: ErrorDocument) {
    super(document.message)
    this.name = 'ReportedError'
    this.document = document
  }
}

/** What an error says to programs: the fields of the server's refusal, or of what was found here, and the exit code. */
export function errorDocumentOf(error: unknown): ErrorDocument {
  if (error instanceof ReportedError) return error.document
  if (error instanceof CommandError) return error.toDocument()
  if (error instanceof Interruption) return { errorCode: 'INTERRUPTED', message: error.message, exitCode: 130 }
  if (isClientError(error)) return documentOfClientError(error)
  const message = error instanceof Error ? error.message : String(error)
  return { errorCode: 'INTERNAL', message: `The command failed: ${message}`, exitCode: 1 }
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
const localCodes: Readonly<Record<string, string>> = {
  NETWORK_ERROR: 'UNREACHABLE',
  ABORTED: 'INTERRUPTED',
  INVALID_RESPONSE: 'UNREADABLE_RESPONSE',
  UNEXPECTED_RESPONSE: 'UNREADABLE_RESPONSE',
  INVALID_CONFIG: 'CONFIG_ERROR',
  INVALID_ARGUMENT: 'USAGE_ERROR',
  WAIT_TIMEOUT: 'DEADLINE_PASSED',
}

function documentOfClientError(error: ClientError): ErrorDocument {
  const { message, status, requestId, field, idempotencyKey } = error
  const errorCode = localCodes[error.code] ?? error.code
  const exportId = error.inspectHint?.exportId ?? undefined
  const exitCode = exitCodeOfClientError(error, errorCode)
  return {
    errorCode,
    message,
    ...(field !== null && { field }),
    ...(error.details !== null && { details: error.details }),
    ...(requestId !== null && { requestId }),
    retryable: error.retryable,
    ...(status !== null && { status }),
    ...(idempotencyKey !== null && { idempotencyKey }),
    ...(exportId !== undefined && { next: [inspectCommand(exportId, errorCode)] }),
    exitCode,
  }
}

function inspectCommand(exportId: string, errorCode: string): NextCommand {
  const argv = ['entrygo', 'inspect', exportId]
  return errorCode === 'DEADLINE_PASSED'
    ? { argv: [...argv, '--wait'], reason: 'wait on' }
    : { argv, reason: 'see whether the write happened' }
}

function exitCodeOfClientError({ status, idempotencyKey }: ClientError, errorCode: string): ExitCode {
  if (errorCode !== 'UNREADABLE_RESPONSE' || status === null) return exitCodeOf(errorCode, status ?? undefined)
  // A write that was accepted in words that cannot be read.
  if (status < 300 && idempotencyKey !== null) return 9
  // A proxy's own page for a server that is away says the same as the server being away.
  return status === 429 || status === 502 || status === 503 || status === 504 ? 10 : 7
}
