import { once } from 'node:events'
import { request } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openTestApp, type TestApp } from '../testing/test-app.ts'
import { createHttpServer } from './http-server.ts'

let test: TestApp
let server: ReturnType<typeof createHttpServer>
let port: number

beforeAll(async () => {
  test = await openTestApp()
  server = createHttpServer(test.app, { ids: test.ports.ids, log: test.ports.log })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  port = (server.address() as AddressInfo).port
})
afterAll(async () => {
  server.close()
  server.closeAllConnections()
  await test.close()
})

/** What the server says to these bytes before it or we end the connection. */
async function exchange(
  text: string,
  to = port,
): Promise<{ status: number; head: string; json: Record<string, unknown> }> {
  const socket = connect(to, '127.0.0.1')
  let heard = ''
  socket.setEncoding('utf8').on('data', (chunk) => {
    heard += String(chunk)
  })
  socket.on('error', () => {})
  socket.write(text)
  await once(socket, 'close')
  const [head = '', body = ''] = heard.split('\r\n\r\n')
  return { status: Number(/^HTTP\/1\.1 (\d+)/.exec(head)?.[1]), head, json: JSON.parse(body) }
}

it.each([
  ['a first line that is none', 'NOT HTTP\r\n\r\n', 400, 'INVALID_REQUEST'],
  [
    'two lengths',
    'POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n',
    400,
    'INVALID_REQUEST',
  ],
  ['headers of 20 KiB', `GET / HTTP/1.1\r\nHost: a\r\nX: ${'x'.repeat(20_480)}\r\n\r\n`, 431, 'HEADERS_TOO_LARGE'],
])('%s is answered with an envelope', async (...[, text, status, errorCode]) => {
  const answer = await exchange(text)
  expect([answer.status, answer.json['errorCode']]).toEqual([status, errorCode])
  expect(answer.head).toMatch(/X-Request-Id: req_[0-9a-z]{26}/)
  expect(answer.json['requestId']).toMatch(/^req_/)
})

it('a body that does not arrive is REQUEST_TIMEOUT and may be sent again', async () => {
  const { ids, log } = test.ports
  const impatient = createHttpServer(test.app, { ids, log }, { headersMs: 100, requestMs: 100, checkEveryMs: 50 })
  impatient.listen(0, '127.0.0.1')
  await once(impatient, 'listening')
  const head = `POST /api/orders/sync HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer ${test.apiKey}\r\n`
  const started = `${head}Content-Type: application/json\r\nContent-Length: 100\r\n\r\n{`
  const answer = await exchange(started, (impatient.address() as AddressInfo).port)
  expect([answer.status, answer.json['errorCode'], answer.json['retryable']]).toEqual([408, 'REQUEST_TIMEOUT', true])
  impatient.close()
})

it('a host that is none is INVALID_REQUEST', async () => {
  const answer = await exchange('GET /livez HTTP/1.1\r\nHost: a b\r\nConnection: close\r\n\r\n')
  expect([answer.status, answer.json['errorCode']]).toEqual([400, 'INVALID_REQUEST'])
})

it('what Node would refuse without an envelope has one, with the headers of every answer', async () => {
  const head = 'GET /livez HTTP/1.1\r\nConnection: close\r\n'
  for (const text of [`${head}\r\n`, `${head}Host: a b\r\n\r\n`]) {
    const answer = await exchange(text)
    expect([answer.status, answer.json['errorCode']]).toEqual([400, 'INVALID_REQUEST'])
    expect(answer.head).toMatch(/x-request-id: req_[0-9a-z]{26}/i)
    expect(answer.head).toMatch(/x-content-type-options: nosniff/i)
  }
})

it('an expectation that nobody knows is passed over', async () => {
  const answer = await exchange('GET /livez HTTP/1.1\r\nHost: a\r\nExpect: fish\r\nConnection: close\r\n\r\n')
  expect([answer.status, answer.json]).toEqual([200, { status: 'ok' }])
})

it('a sender that reads only when it has sent everything still hears PAYLOAD_TOO_LARGE', async () => {
  const body = Buffer.alloc(9 * 1024 * 1024, 0x20)
  const head = `POST /api/orders/sync HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer ${test.apiKey}\r\n`
  const socket = connect({ port, host: '127.0.0.1' }).pause()
  socket.write(`${head}Content-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n`)
  await new Promise((resolve) => socket.write(body, resolve))
  let heard = ''
  socket.setEncoding('utf8').on('data', (chunk) => {
    heard += String(chunk)
  })
  socket.resume()
  await once(socket, 'close')
  expect(heard).toMatch(/^HTTP\/1\.1 413 /)
})

it('chunks without a length are PAYLOAD_TOO_LARGE as soon as the limit is passed', async () => {
  const { statusCode, body } = await send({
    path: '/api/exports/execute',
    chunks: Array.from({ length: 300 }, () => Buffer.alloc(1024, 0x20)),
  })
  expect(statusCode).toBe(413)
  expect(JSON.parse(body)).toMatchObject({
    errorCode: 'PAYLOAD_TOO_LARGE',
    message: 'The request body is larger than 262144 bytes. Split it into several requests.',
  })
})

it('an Idempotency-Key on two lines is refused', async () => {
  const { statusCode, body } = await send({
    path: '/api/products/sync',
    chunks: [Buffer.from(JSON.stringify({ accountId: test.accountId, items: [{ externalId: 'P' }] }))],
    headers: { 'idempotency-key': ['one', 'two'] },
  })
  expect(statusCode).toBe(400)
  expect(JSON.parse(body)).toMatchObject({ errorCode: 'VALIDATION_ERROR', field: 'Idempotency-Key' })
})

it('one key with a comma is one key', async () => {
  const body = JSON.stringify({ accountId: test.accountId, items: [{ externalId: 'P-COMMA' }] })
  const headers = { 'idempotency-key': 'night, first run' }
  const first = await send({ path: '/api/products/sync', chunks: [Buffer.from(body)], headers })
  expect(first.statusCode).toBe(200)
  expect(await test.store.findReply(test.accountId, 'night, first run')).not.toBe(null)
})

it('a GET with a body is answered as without', async () => {
  const { statusCode } = await send({
    path: '/api/system/health',
    method: 'GET',
    chunks: [Buffer.from('{"a":1}')],
    headers: { 'content-length': '7' },
  })
  expect(statusCode).toBe(200)
})

it('bytes beyond ASCII in the request line are refused, never read as another text', async () => {
  const socket = connect(port, '127.0.0.1')
  let heard = ''
  socket.setEncoding('utf8').on('data', (chunk) => {
    heard += String(chunk)
  })
  const head = `Host: a\r\nAuthorization: Bearer ${test.apiKey}\r\nConnection: close\r\n`
  socket.write(Buffer.from(`GET /api/products?externalId=é HTTP/1.1\r\n${head}\r\n`))
  await once(socket, 'close')
  expect(heard).toMatch(/^HTTP\/1\.1 400 .*"errorCode":"INVALID_REQUEST"/s)
})

it('a connection serves many requests, refused ones among them', async () => {
  const head = `Host: a\r\nAuthorization: Bearer ${test.apiKey}\r\nContent-Type: application/json\r\n`
  const bad = `POST /api/orders/sync HTTP/1.1\r\n${head}Content-Length: 2\r\n\r\n{}`
  const socket = connect(port, '127.0.0.1')
  let heard = ''
  socket.setEncoding('utf8').on('data', (chunk) => {
    heard += String(chunk)
  })
  socket.write(`${bad}${bad}GET /livez HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n`)
  await once(socket, 'close')
  expect([...heard.matchAll(/HTTP\/1\.1 (\d+)/g)].map(([, status]) => status)).toEqual(['400', '400', '200'])
})

interface Sent {
  readonly path: string
  readonly chunks: readonly Buffer[]
  readonly method?: string
  readonly headers?: Readonly<Record<string, string | string[]>>
}

function send({ path, chunks, method = 'POST', headers }: Sent): Promise<{ statusCode: number; body: string }> {
  return new Promise((resolve, reject) => {
    const sent = request({
      ...{ port, path, method, host: '127.0.0.1', agent: false },
      headers: { authorization: `Bearer ${test.apiKey}`, 'content-type': 'application/json', ...headers },
    })
    sent.on('error', reject)
    sent.on('response', async (response) => {
      let body = ''
      for await (const chunk of response) body += String(chunk)
      resolve({ statusCode: response.statusCode ?? 0, body })
    })
    for (const chunk of chunks) sent.write(chunk)
    sent.end()
  })
}
