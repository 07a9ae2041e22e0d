import {
  drop,
  hang,
  type Play,
  type Recorded,
  raw,
  stall,
} from '../../../packages/sdk/src/transport/scripted-server.conformance.ts'

/** What a server does to a call, and what a careful client makes of it. */
export interface Scenario {
  readonly name: string
  readonly plays: readonly Play[]
  /** Nobody listens at the address. */
  readonly isDown?: true
  /** Requests that a call should send, no more and no less. */
  readonly requests: number
  /** The answer that a call should end with; a failure when absent. */
  readonly ends?: 'answer'
  /** Status that the failure of a read should show. */
  readonly status: number | null
  /** A write that ends so may have happened. */
  readonly isUnclear?: true
  /** Kind of the SDK's error of a read. */
  readonly kind?: string
  /** The deadline that should end the call, in milliseconds. */
  readonly deadlineMs?: number
  /** Least wait before each further request, in milliseconds. */
  readonly retryAfterMs?: number
  /** Any bytes are a right file. */
  readonly isForJson?: true
}

export const scenarios: readonly Scenario[] = [
  {
    name: 'a conflict of idempotency keys',
    plays: [refusal(409, 'IDEMPOTENCY_CONFLICT')],
    requests: 1,
    status: 409,
    kind: 'api',
  },
  {
    name: 'the first request still runs, twice, then its answer',
    plays: [...twice(refusal(409, 'IDEMPOTENCY_IN_PROGRESS', { 'retry-after-ms': '60' })), fine()],
    requests: 3,
    ends: 'answer',
    status: 200,
    retryAfterMs: 60,
  },
  { name: 'a refusal for good', plays: [refusal(422, 'UNKNOWN_PRODUCT')], requests: 1, status: 422, kind: 'api' },
  {
    name: 'a code of a newer server, not retryable, as 503',
    plays: [refusal(503, 'A_NEWER_CODE')],
    requests: 1,
    status: 503,
    kind: 'api',
  },
  { name: 'unavailable, for ever', plays: [refusal(503, 'UNAVAILABLE')], requests: 4, status: 503, kind: 'api' },
  {
    name: 'a Retry-After of an hour',
    plays: [refusal(429, 'RATE_LIMITED', { 'retry-after': '3600' })],
    requests: 1,
    status: 429,
    kind: 'api',
  },
  { name: 'no answer', plays: [hang], requests: 1, status: null, isUnclear: true, kind: 'timeout', deadlineMs: 700 },
  {
    name: 'a body that never ends',
    plays: [stall],
    requests: 1,
    status: 200,
    isUnclear: true,
    kind: 'timeout',
    deadlineMs: 700,
  },
  { name: 'a lost answer, then the stored one', plays: [drop, fine()], requests: 2, ends: 'answer', status: 200 },
  {
    name: 'connections that break, for ever',
    plays: [drop],
    requests: 4,
    status: null,
    isUnclear: true,
    kind: 'network',
  },
  { name: 'nobody at the address', plays: [], isDown: true, requests: 0, status: null, kind: 'network' },
  {
    name: 'a proxy’s page with 502, for ever',
    plays: [raw('<html>Bad gateway', 502, { 'content-type': 'text/html' })],
    requests: 4,
    status: 502,
    isUnclear: true,
    kind: 'api',
  },
  {
    name: 'a good status with half a JSON text',
    plays: [raw('{"data": [', 200, { 'content-type': 'application/json' })],
    requests: 1,
    status: 200,
    kind: 'parse',
    isForJson: true,
  },
]

/** A refusal that repeats the key and the body that it got, as careless servers do. */
function refusal(status: number, errorCode: string, headers: Readonly<Record<string, string>> = {}): Play {
  const retryable = ['IDEMPOTENCY_IN_PROGRESS', 'RATE_LIMITED', 'UNAVAILABLE'].includes(errorCode)
  return (response, request) => {
    const message = `No: ${JSON.stringify(seenIn(request))}`
    response.writeHead(status, { 'content-type': 'application/json', 'x-request-id': 'req_00000001', ...headers })
    response.end(JSON.stringify({ errorCode, message, requestId: 'req_00000001', retryable }))
  }
}

function seenIn({ headers, body }: Recorded): unknown {
  return { authorization: headers.authorization, body }
}

/** `{}` with its digest, so that it is a right file too. */
function fine(): Play {
  const digest = 'sha-256=:RBNvo1WzZ4oRRq0W9+hknpT7T8If536DEMBg9hyq/4o=:'
  return raw('{}', 200, { 'content-type': 'application/json', 'content-digest': digest })
}

function twice(play: Play): readonly Play[] {
  return [play, play]
}
