import { inspect } from 'node:util'
import { EntryGoError, OutcomeUnknownError } from '@entrygo/sdk'
import { BareRefusal, canary } from './calls.ts'
import type { Trial } from './trial.ts'

/** What is demanded of a call that fails, each by the id of its promise. */
export const demands = {
  S1: 'as many requests as the code of the answer asks for',
  S2: 'one idempotency key and one body on every request of a write',
  S3: 'ended by a deadline of its own',
  S4: '`Retry-After` not undercut; not slept out when it does not fit',
  S6: 'an unclear write says so, with key, operation, hint and attempts',
  S7: 'no raw exception, no broken body as an answer, the status kept',
  S13: 'no secret in the error, though the server repeats it',
} as const

export type Demand = keyof typeof demands

/** Whether a demand was met; null where the trial does not touch it. */
export type Verdict = boolean | null

export function verdictOn(demand: Demand, trial: Trial): Verdict {
  return judges[demand](trial)
}

const judges: Readonly<Record<Demand, (trial: Trial) => Verdict>> = {
  S1: sendsAsMany,
  S2: keepsItsKey,
  S3: ({ ending, scenario }) => (scenario.deadlineMs === undefined ? null : ending.type === 'error'),
  S4: keepsToRetryAfter,
  S6: saysThatItIsUnclear,
  S7: isNeverRaw,
  S13: showsNoSecret,
}

/** On a machine that does much else, a deadline can strike before the request or the headers of its answer have travelled. */
function sendsAsMany({ requests, scenario }: Trial): Verdict {
  const isEnough = requests.length === scenario.requests
  return isEnough || (scenario.deadlineMs !== undefined && requests.length < scenario.requests)
}

function keepsItsKey({ operation, requests }: Trial): Verdict {
  if (!operation.isWrite || requests.length === 0) return null
  const keys = new Set(requests.map(({ headers }) => headers['idempotency-key']))
  return keys.size === 1 && !keys.has(undefined) && new Set(requests.map(({ body }) => body)).size === 1
}

function keepsToRetryAfter({ client, scenario, requests, ending }: Trial): Verdict {
  const { retryAfterMs, plays } = scenario
  if (scenario.name === 'a Retry-After of an hour') {
    return requests.length === 1 && ending.type === 'error' && (client === 'bare' || hoursOf(ending.error) === 1)
  }
  if (retryAfterMs === undefined) return null
  const gaps = requests.slice(1).map(({ at }, index) => at - (requests[index]?.at ?? 0))
  return gaps.length === plays.length - 1 && gaps.every((gap) => gap >= retryAfterMs - timerSlackMs)
}

/** Timers may fire a millisecond early, and a request is seen a little later than its answer was sent. */
const timerSlackMs = 2

function hoursOf(error: unknown): number {
  return error instanceof EntryGoError ? (error.retryAfterMs ?? 0) / 3_600_000 : 0
}

function saysThatItIsUnclear({ operation, scenario, ending }: Trial): Verdict {
  if (!operation.isWrite || scenario.isUnclear === undefined) return null
  if (ending.type !== 'error' || !(ending.error instanceof OutcomeUnknownError)) return false
  const { idempotencyKey, inspectHint, attempts, mayHaveHappened } = ending.error
  const hasFacts = idempotencyKey !== null && inspectHint !== null && attempts.length > 0 && mayHaveHappened
  return hasFacts && ending.error.operation === operation.id
}

/** A refusal that openapi-fetch hands over with its status is not raw; the exceptions of `fetch` and of `JSON.parse` are. */
function isNeverRaw({ client, operation, scenario, ending, requests }: Trial): Verdict {
  if (scenario.isForJson && operation.isFile) return null
  if (scenario.ends === 'answer') return ending.type === 'answer'
  if (ending.type !== 'error') return false
  const { error } = ending
  if (client === 'bare') return error instanceof BareRefusal && error.status === scenario.status
  if (!(error instanceof EntryGoError)) return false
  const { kind, status, attempts, requestId } = error
  const isUnclear = operation.isWrite && scenario.isUnclear === true
  return (
    kind === (isUnclear ? 'outcome_unknown' : scenario.kind) &&
    (status === scenario.status || (scenario.deadlineMs !== undefined && status === null)) &&
    attempts.length === Math.max(requests.length, scenario.isDown ? 4 : 1) &&
    requestId !== null &&
    error.operation === operation.id
  )
}

function showsNoSecret({ ending }: Trial): Verdict {
  if (ending.type !== 'error') return null
  const { error } = ending
  const stack = error instanceof Error ? (error.stack ?? '') : ''
  const shown = [String(error), stack, JSON.stringify(error) ?? '', inspect(error, { depth: 20 })]
  return shown.every((text) => !text.includes(canary))
}
