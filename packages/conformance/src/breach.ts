import { isDeepStrictEqual } from 'node:util'
import type { Answer } from './api.ts'

/** A requirement that does not hold: what was expected, what came, and the answer that shows it. */
export class Breach extends Error {
  readonly answer: Answer | null
  readonly expected: string
  readonly got: unknown

  constructor({
    answer,
    expected,
    got,
  }: { readonly answer?: Answer; readonly expected: string; readonly got: unknown }) {
    super(expected)
    this.name = 'Breach'
    this.answer = answer ?? null
    this.expected = expected
    this.got = got
  }
}

/** What is expected, with what came instead where that is more telling than the answer. */
export type Told = string | { readonly expected: string; readonly got: unknown }

/** A breach unless the condition holds. */
export function expectThat(answer: Answer, holds: boolean, told: Told): void {
  if (holds) return
  if (typeof told === 'string') throw new Breach({ answer, expected: told, got: shownAnswer(answer) })
  throw new Breach({ answer, ...told })
}

/** A breach unless the two are deeply equal. */
export function expectSame(answer: Answer, got: unknown, wanted: { readonly [what: string]: unknown }): void {
  for (const [what, value] of Object.entries(wanted)) {
    if (isDeepStrictEqual(got, value)) continue
    throw new Breach({ answer, expected: `${what}: ${JSON.stringify(value)}`, got })
  }
}

/** A breach unless the status is one of these. */
export function expectStatus(answer: Answer, ...statuses: readonly number[]): Answer {
  if (statuses.includes(answer.status)) return answer
  throw new Breach({ answer, expected: `status ${statuses.join(' or ')}`, got: shownAnswer(answer) })
}

/** A breach unless the answer is this refusal, by status and code. */
export function expectRefusal(answer: Answer, status: number, errorCode: string): Answer {
  const found = answer.value
  const code = typeof found === 'object' && found !== null && 'errorCode' in found ? found.errorCode : undefined
  if (answer.status === status && code === errorCode) return answer
  throw new Breach({ answer, expected: `${status} ${errorCode}`, got: shownAnswer(answer) })
}

/** Status and body, as they came. */
export function shownAnswer({ status, text }: Answer): string {
  return text === '' ? `${status} without a body` : `${status} ${text}`
}
