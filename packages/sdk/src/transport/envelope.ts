import type { ErrorDetails } from '../contract/index.ts'
import { blanked } from './attempt.ts'

/** A refusal as the server worded it; `retryable` is null where the server does not say. */
export interface Refusal {
  readonly code: string
  readonly message: string
  readonly field: string | null
  readonly details: ErrorDetails | null
  readonly requestId: string | null
  readonly retryable: boolean | null
}

/**
 * The error envelope in a body, or null when the body is something else (a proxy's HTML page, say). Values are told without
 * `secrets`, in whatever form JSON has them.
 */
export function refusalOf(text: string, secrets: readonly string[] = []): Refusal | null {
  const body = parsed(text, secrets)
  if (!isObject(body) || typeof body['errorCode'] !== 'string') return null
  const details = body['details']
  return {
    code: body['errorCode'],
    message: textOf(body['message']) ?? textOf(body['detail']) ?? textOf(body['title']) ?? body['errorCode'],
    field: textOf(body['field']),
    details: isDetails(details) ? details : null,
    requestId: textOf(body['requestId']),
    retryable: typeof body['retryable'] === 'boolean' ? body['retryable'] : null,
  }
}

function parsed(text: string, secrets: readonly string[]): unknown {
  try {
    return JSON.parse(text, (_, value: unknown) => (typeof value === 'string' ? blanked(value, secrets) : value))
  } catch {
    return null
  }
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isDetails(value: unknown): value is ErrorDetails {
  return isObject(value) && (value['issues'] === undefined || Array.isArray(value['issues']))
}
