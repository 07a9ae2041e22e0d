import type { Sent } from './api.ts'
import { Breach } from './breach.ts'
import type { ConformanceFailure } from './report.ts'

/** What was expected where no requirement was broken, but a request failed. */
export const unanswered = 'an answer'

/** What a report tells of an error, without the keys of the run and without any other secret. */
export function failureOf(error: unknown, secrets: readonly string[]): ConformanceFailure {
  const told = (text: string): string => redacted(text, secrets)
  if (!(error instanceof Breach)) {
    return { sent: null, expected: unanswered, got: told(shortened(causes(error))) }
  }
  const { answer, expected, got } = error
  return {
    sent: answer === null ? null : told(shownRequest(answer.sent)),
    expected: told(shortened(expected)),
    got: told(shortened(typeof got === 'string' ? got : shownValue(got))),
  }
}

/** The text without secrets, whatever their form in it. */
export function redacted(text: string, secrets: readonly string[]): string {
  const known = secrets.flatMap((secret) => [
    secret,
    Buffer.from(secret).toString('base64'),
    encodeURIComponent(secret),
  ])
  return known
    .reduce((shown, secret) => shown.replaceAll(secret, '[secret]'), text)
    .replaceAll(/whsec_[A-Za-z0-9+/=]+/g, 'whsec_[secret]')
}

const mostCharacters = 700

function shortened(text: string): string {
  return text.length <= mostCharacters ? text : `${text.slice(0, mostCharacters)} … ${text.length} characters in all`
}

/** Headers that matter to the protocol; never the key. */
const shownHeaders = new Set(['accept', 'content-type', 'content-encoding', 'idempotency-key', 'if-none-match'])

function shownRequest({ method, path, headers, body }: Sent): string {
  const lines = Object.entries(headers).flatMap(([name, value]) =>
    shownHeaders.has(name) && value !== 'application/json' ? [`${name}: ${shortened(value)}`] : [],
  )
  return [`${method} ${path}`, ...lines, ...(body === undefined ? [] : [shortened(body)])].join('\n')
}

function shownValue(value: unknown): string {
  return JSON.stringify(value, (_, item: unknown) => (typeof item === 'bigint' ? String(item) : item)) ?? 'nothing'
}

function causes(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return error.cause === undefined ? error.message : `${error.message}: ${causes(error.cause)}`
}
