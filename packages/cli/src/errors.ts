import { type AnyErrorCode, type ExitCode, exitCodeByErrorCode } from './exit-codes.ts'
import { nameIn } from './wire-words.ts'

/**
 * The one document of a failure. What stands beside `data` is written by this command alone, so that an agent may act on it;
 * what a server or a file said stands under `data`, where it is material and no instruction.
 */
export interface ErrorDocument {
  readonly errorCode: AnyErrorCode
  readonly message: string
  readonly exitCode: ExitCode
  /** The flag, setting or wire field that is at fault. */
  readonly field?: string
  /** HTTP status of the last answer. */
  readonly status?: number
  readonly requestId?: string
  readonly retryable?: boolean
  /** Send the same write again with it, and it happens once. */
  readonly idempotencyKey?: string
  /** Commands that lead on, as argument lists. */
  readonly next?: readonly NextCommand[]
  /** The server's envelope word for word, or the facts behind a refusal of this command. */
  readonly data?: object
}

/** The one document of a success. */
export interface Answer {
  /** The answer of the wire or of the command; the only place for text that came from a server or a file. */
  readonly data: unknown
  /** Commands that lead on, as argument lists; none when left out. */
  readonly next?: readonly NextCommand[]
  /** Of a write: sent again with it, it happens once. */
  readonly idempotencyKey?: string
}

export interface NextCommand {
  readonly argv: readonly string[]
  readonly reason: string
  /** A person has to act first: no program runs it by itself. */
  readonly userActionRequired?: true
}

interface CommandErrorFacts {
  readonly field?: string
  readonly data?: object
  readonly idempotencyKey?: string
  readonly next?: readonly NextCommand[]
  readonly cause?: unknown
  /** What programs are told at the top where the message quotes a file; the message then stands under `data`. */
  readonly own?: string
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
    const { idempotencyKey, next } = this.facts
    const { message, field, data } = this.#told()
    return {
      errorCode: this.errorCode,
      message,
      exitCode: exitCodeByErrorCode[this.errorCode],
      ...(field !== undefined && { field }),
      ...(idempotencyKey !== undefined && { idempotencyKey }),
      ...(next !== undefined && { next }),
      ...(data !== undefined && { data }),
    }
  }

  /** A refusal of input says where it stands and what to do; the words that stand there are not the command's. */
  #told(): Pick<ErrorDocument, 'message' | 'field' | 'data'> {
    const { own, field, data } = this.facts
    const isOfInput = this.errorCode === 'INPUT_ERROR'
    const message = own ?? (isOfInput ? withoutQuotes(this.message) : this.message)
    const name = isOfInput ? (nameIn(field) ?? (field === undefined ? undefined : 'input')) : field
    return {
      message,
      ...(name !== undefined && { field: name }),
      ...(message === this.message ? data !== undefined && { data } : { data: { ...data, message: this.message } }),
    }
  }
}

/** Everything between the first quotation mark and the last: a quoted text may hold such marks itself. */
function withoutQuotes(message: string): string {
  return message.replace(/".*"/s, '"…"')
}

/** A message about a file of settings for the top of a failure: what it quotes stays there where it is a name, no sentence. */
export function ownOf(message: string): string {
  const [, quoted = ''] = /"(.*)"/s.exec(message) ?? []
  return /^[\w.$-]{1,60}$/.test(quoted) ? message : withoutQuotes(message)
}

export function usageError(message: string, field?: string): CommandError {
  return new CommandError('USAGE_ERROR', message, field === undefined ? {} : { field })
}

export function inputError(message: string, field?: string): CommandError {
  return new CommandError('INPUT_ERROR', message, field === undefined ? {} : { field })
}
