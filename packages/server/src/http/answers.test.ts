import { errorCodes } from '@entrygo/sdk/contract'
import { contractDocument } from '@entrygo/sdk/contract/document'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { StoreUnavailable } from '../ports.ts'
import { openTestApp, type TestApp } from '../testing/test-app.ts'
import { errorAnswer, errorAnswers } from './error-envelope.ts'
import { allowedMethods, apiOperations } from './routes.ts'

let test: TestApp

beforeAll(async () => {
  test = await openTestApp()
})
afterAll(() => test.close())

it('every error code has the status that the contract shows it with', () => {
  const shown = new Map<string, string>()
  for (const path of Object.values(Object(contractDocument['paths']))) {
    for (const operation of Object.values(Object(path))) {
      for (const [status, { $ref }] of Object.entries<{ $ref?: string }>(Object(operation).responses ?? {})) {
        const response = Object(contractDocument['components']).responses[$ref?.split('/').at(-1) ?? '']
        for (const code of Object.keys(response?.content?.['application/json']?.examples ?? {})) shown.set(code, status)
      }
    }
  }
  expect(errorCodes.map((code) => [code, shown.get(code)])).toEqual(
    errorCodes.map((code) => [code, String(errorAnswers[code].status)]),
  )
})

it('the server answers every operation of the contract that needs a key, and no path beside them', async () => {
  expect(apiOperations).toHaveLength(33)
  const routed = test.app.routes.map(({ method, path }) => `${method} ${path.replaceAll(/:(\w+)/g, '{$1}')}`)
  const described = Object.entries(Object(contractDocument['paths'])).flatMap(([path, methods]) =>
    Object.keys(Object(methods)).map((method) => `${method.toUpperCase()} ${path}`),
  )
  expect(routed.filter((route) => !/^GET \/(docs|docs\.md|docs\/\*|llms\.txt)$/.test(route)).sort()).toEqual(
    described.sort(),
  )
})

it.each([
  ['OPTIONS', '/api/exports', 'GET, HEAD'],
  ['DELETE', '/api/account/profile', 'GET, HEAD, PUT'],
  ['GET', '/api/orders/sync', 'POST'],
  ['GET', '/api/exports/plan', 'POST'],
  ['POST', '/api/orders/ord_1', 'GET, HEAD'],
  ['POST', '/api/exports/batch_1', 'GET, HEAD'],
  ['POST', '/docs', 'GET, HEAD'],
])('%s %s is METHOD_NOT_ALLOWED and the answer lists %s', async (method, path, allow) => {
  const response = await test.app.request(path, { method })
  expect([response.status, response.headers.get('allow')]).toEqual([405, allow])
  expect(await response.json()).toMatchObject({ errorCode: 'METHOD_NOT_ALLOWED', retryable: false })
})

it.each(['/', '/api', '/api/unknown', '/api/orders/sync/', '/docs/nowhere', '/docs/../package.json', '/docs/%2e%2e/x'])(
  '%s is NOT_FOUND',
  async (path) => {
    const response = await test.app.request(path)
    expect(response.status).toBe(404)
    expect(await response.json()).toMatchObject({ errorCode: 'NOT_FOUND' })
  },
)

it('HEAD answers what GET does, without the body', async () => {
  const answer = await test.call('getHealth', { method: 'HEAD' })
  expect([answer.status, answer.text]).toEqual([200, ''])
})

it('a refusal becomes problem details when the caller prefers them', async () => {
  const answer = await test.call('getHealth', { apiKey: null, headers: { accept: 'application/problem+json' } })
  expect(answer.headers.get('content-type')).toBe('application/problem+json')
  expect(answer.json).toMatchObject({
    type: '/docs/errors/INVALID_API_KEY',
    title: 'Invalid api key',
    status: 401,
    detail: 'Missing API key.',
  })
})

it.each([
  ['application/problem+json, application/json', 'application/problem+json'],
  ['application/json, application/problem+json', 'application/json'],
  ['application/json, application/problem+json;q=0.5', 'application/json'],
  ['application/json;q=0.1, application/problem+json', 'application/problem+json'],
  ['application/problem+json;q=0', 'application/json'],
  ['*/*', 'application/json'],
])('Accept: %s gets %s', (accept, contentType) => {
  const refusal = { refused: true, errorCode: 'NOT_FOUND', message: 'Nothing here.' } as const
  expect(errorAnswer(refusal, 'req_12345678', accept).contentType).toBe(contentType)
})

it('a good request id is kept, any other is replaced', async () => {
  const kept = await test.call('getHealth', { headers: { 'x-request-id': 'order-desk_42' } })
  expect(kept.headers.get('x-request-id')).toBe('order-desk_42')
  for (const id of ['short', 'x'.repeat(65), 'with space', '<script>']) {
    const replaced = await test.call('getHealth', { headers: { 'x-request-id': id } })
    expect(replaced.headers.get('x-request-id')).toMatch(/^req_[0-9a-z]{26}$/)
  }
})

it.each([
  ['text/plain', {}, 'text/plain is not read. Send application/json in UTF-8.'],
  [
    'application/json; charset=latin1',
    {},
    'application/json; charset=latin1 is not read. Send application/json in UTF-8.',
  ],
  [
    'application/json',
    { 'content-encoding': 'gzip' },
    'The content coding gzip is not read. Send the body uncompressed.',
  ],
])('a body as %s %j is UNSUPPORTED_MEDIA_TYPE', async (type, more, message) => {
  const answer = await test.call('syncOrders', { body: {}, headers: { 'content-type': type, ...more } })
  expect([answer.status, answer.json['message']]).toEqual([415, message])
})

it.each(['application/json; charset=utf-8', 'application/json;charset="UTF-8"', 'Application/JSON'])(
  'a body as %s is read',
  async (type) => {
    const answer = await test.call('syncOrders', { body: {}, headers: { 'content-type': type } })
    expect(answer.json['errorCode']).toBe('VALIDATION_ERROR')
  },
)

it('no answer may be kept or taken for another type', async () => {
  const { headers } = await test.call('getHealth')
  expect(headers.get('cache-control')).toBe('no-store')
  expect(headers.get('x-content-type-options')).toBe('nosniff')
  expect(headers.get('access-control-allow-origin')).toBe(null)
})

it('a bug is INTERNAL_ERROR with an id that finds it in the log, and says nothing of its inside', async () => {
  const broken = await openTestApp()
  const { store } = broken
  Object.assign(store, { loadProfile: () => Promise.reject(new Error('SELECT secret FROM /var/lib')) })
  const response = await broken.app.request('/api/account/profile', {
    headers: { authorization: `Bearer ${broken.apiKey}` },
  })
  const body = await response.text()
  expect(response.status).toBe(500)
  expect(body).not.toContain('SELECT')
  expect(broken.logged).toMatchObject([
    { level: 'error', facts: { requestId: response.headers.get('x-request-id') }, message: 'request failed' },
  ])
  await broken.close()
})

it('a store that cannot serve is UNAVAILABLE and may be asked again', async () => {
  const broken = await openTestApp()
  Object.assign(broken.store, { findApiKey: () => Promise.reject(new StoreUnavailable('disk full')) })
  const answer = await broken.call('getHealth')
  expect([answer.status, answer.headers.get('retry-after'), answer.json['retryable']]).toEqual([503, '1', true])
  await broken.close()
})

it('paths with parameters know their methods', () => {
  expect(allowedMethods('/api/exports/x/approvals')).toEqual(['POST'])
  expect(allowedMethods('/api/webhooks')).toEqual(['GET', 'HEAD', 'POST'])
  expect(allowedMethods('/api/exports/plan')).toEqual(['POST'])
  expect(allowedMethods('/api/exports/planned')).toEqual(['GET', 'HEAD'])
  expect(allowedMethods('/nowhere')).toEqual([])
})
