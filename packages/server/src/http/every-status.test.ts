import { type OperationId, operations } from '@entrygo/sdk/contract'
import { contractDocument } from '@entrygo/sdk/contract/document'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { StoreUnavailable } from '../ports.ts'
import { assertValidResponse } from '../testing/contract-check.ts'
import { type GivenCall, openTestApp, type TestApp } from '../testing/test-app.ts'
import { maxBodyBytes } from './limits.ts'
import { apiOperations } from './routes.ts'

/** Statuses that each operation answers for reasons of its own; its own tests see them. */
const ofTheOperation = new Set([200, 201, 202, 304, 404, 409, 422])
/** Answered before there is an operation, by the socket. */
const ofTheSocket = new Set([408, 431])

const path = {
  ...{ id: 'whk_1', artifact_type: 'cci_csv', ruleId: 'INV-06' },
  planHash: `sha256:${'0'.repeat(64)}`,
}

let test: TestApp
let limited: TestApp
let failing: TestApp
let unavailable: TestApp
let powerless: string

beforeAll(async () => {
  test = await openTestApp()
  powerless = await test.addKey(test.accountId, [])
  limited = await openTestApp({ rate: { requests: 1, windowSeconds: 3_600 } })
  await limited.call('getHealth')
  failing = await openTestApp()
  Object.assign(failing.store, { findApiKey: () => Promise.reject(new Error('a bug')) })
  unavailable = await openTestApp()
  Object.assign(unavailable.store, { findApiKey: () => Promise.reject(new StoreUnavailable('disk full')) })
})
afterAll(() => Promise.all([test, limited, failing, unavailable].map((app) => app.close())))

function documented(operation: OperationId): number[] {
  const { path: template, method } = operations[operation]
  const described = Object(Object(contractDocument['paths'])[template])[method.toLowerCase()]
  return Object.keys(Object(described).responses).map(Number)
}

/** A request that this status answers, whatever the operation. */
function provoking(status: number, operation: OperationId): { app: TestApp; given: GivenCall } {
  const { isWrite } = operations[operation]
  const body = isWrite ? {} : undefined
  switch (status) {
    case 400:
      return { app: test, given: isWrite ? { path, body: '{broken' } : { path, query: '?nonsense=1' } }
    case 401:
      return { app: test, given: { path, apiKey: null } }
    case 403:
      return { app: test, given: { path, apiKey: powerless, body } }
    case 405:
      return { app: test, given: { path, method: 'DELETE' } }
    case 413:
      return { app: test, given: { path, body: `"${' '.repeat(maxBodyBytes(operation))}"` } }
    case 415:
      return { app: test, given: { path, body, headers: { 'content-type': 'text/plain' } } }
    case 429:
      return { app: limited, given: { path, body } }
    case 500:
      return { app: failing, given: { path, body } }
    case 503:
      return { app: unavailable, given: { path, body } }
    default:
      throw new Error(`Nobody knows how to provoke ${status} of ${operation}.`)
  }
}

const general = apiOperations.flatMap((operation) =>
  documented(operation)
    .filter((status) => !ofTheOperation.has(status) && !ofTheSocket.has(status))
    // Any key may call an operation that names no scope.
    .filter((status) => status !== 403 || operations[operation].scopes.length > 0)
    .map((status) => [operation, status] as const),
)

it.each(general)('%s answers %i as the contract describes it', async (operation, status) => {
  const { app, given } = provoking(status, operation)
  const { method, path: template } = operations[operation]
  const url = template.replaceAll(/\{(\w+)\}/g, (_, name: string) => Object(path)[name])
  const headers = new Headers({ 'content-type': 'application/json', ...given.headers })
  if (given.apiKey !== null) headers.set('authorization', `Bearer ${given.apiKey ?? app.apiKey}`)
  const body = typeof given.body === 'string' ? given.body : JSON.stringify(given.body)
  const init = { method: given.method ?? method, headers, ...(body === undefined ? {} : { body }) }
  const response = await app.app.request(url + (given.query ?? ''), init)
  const text = await response.text()
  expect([response.status, text]).toEqual([status, expect.stringContaining('"errorCode"')])
  assertValidResponse({ operation, status, headers: response.headers, body: text })
})
