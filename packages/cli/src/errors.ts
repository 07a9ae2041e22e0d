import { type AnyErrorCode, type ExitCode, exitCodeByErrorCode } from './exit-codes.ts'

/** The one JSON document of a failure: what the server said, or the same fields found here, and the exit code. */
export interface ErrorDocument {
  readonly errorCode: string
  readonly message: string
  readonly field?: string
  readonly details?: unknown
  readonly requestId?: string
  readonly retryable?: boolean
  readonly status?: number
  /** Send the same write again with it, and it happens once. */
  readonly idempotencyKey?: string
  /** Commands that lead on, as argument lists. */
  readonly next?: readonly NextCommand[]
  readonly exitCode: ExitCode
}

export interface NextCommand {
  readonly argv: readonly string[]
  readonly reason: string
  /** A person has to act first: no program runs it by itself. */
  readonly userActionRequired?: true
}

interface CommandErrorFacts {
  readonly field?: string
  readonly details?: unknown
  readonly idempotencyKey?: string
  readonly next?: readonly NextCommand[]
  readonly cause?: unknown
}

/** A "no" that this command says by itself; its message states the fact, the value and the remedy. */
export class CommandError extends Error {
  readonly errorCode: AnyErrorCode
  readonly facts: CommandErrorFacts

  constructor(errorCode: AnyErrorCode, message: string, facts: CommandErrorFacts = {}) {
    super(message, facts.cause === undefined ? undefined : { cause: facts.cause })
    this.name = 'CommandError'
    this.errorCode = errorCode
    this.facts = facts
  }

  toDocument(): ErrorDocument {
    const { field, details, idempotencyKey, next } = this.facts
    return {
      errorCode: this.errorCode,
      message: this.message,
      ...(field !== undefined && { field }),
      ...(details !== undefined && { details }),
      ...(idempotencyKey !== undefined && { idempotencyKey }),
      ...(next !== undefined && { next }),
      exitCode: exitCodeByErrorCode[this.errorCode],
    }
  }
}

export function usageError(message: string, field?: string): CommandError {
  return new CommandError('USAGE_ERROR', message, field === undefined ? {} : { field })
}

export function inputError(message: string, field?: string): CommandError {
  return new CommandError('INPUT_ERROR', message, field === undefined ? {} : { field })
}
