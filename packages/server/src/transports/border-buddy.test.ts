import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { type BrokerStandIn, startBrokerStandIn } from '../dev/broker-stand-in.ts'
import type { Envelope, QuerySighting, Sighting, Transport } from '../ports.ts'
import { fixedClock } from '../testing/fakes.ts'
import { httpReceiver } from '../testing/http-servers.ts'
import { contractAt, schemaNamed } from './border-buddy.contract.conformance.ts'
import { borderBuddyTransport } from './border-buddy.ts'
import { type Exchange, outgoingHttp } from './outgoing-http.ts'

const secret = 'a-secret-of-the-broker'
const id = 'sub_4kq7z2m9x1v8c3n6b5a0s7d2f'
const example = contractAt('paths', '/v1/submissions', 'post', 'requestBody', 'content', 'application/json', 'example')
const payload = new TextEncoder().encode(JSON.stringify(example))
const payloadSha256 = createHash('sha256').update(payload).digest('hex')
const clock = fixedClock(Date.parse('2026-11-22T08:00:00.000Z'))
const transport = borderBuddyTransport({ http: outgoingHttp({ allowLoopbackHttp: true, totalTimeoutMs: 400 }), clock })

function envelope(destination: string, more: Partial<Envelope> = {}): Envelope {
  const signal = new AbortController().signal
  return { messageId: id, destination, secrets: [secret, 'the-one-before'], payloadSha256, signal, ...more }
}

async function standIn(): Promise<BrokerStandIn> {
  const folder = mkdtempSync(join(tmpdir(), 'entrygo-broker-'))
  const broker = await startBrokerStandIn({ folder, port: 0, secret })
  onTestFinished(async () => {
    await broker.close()
    rmSync(folder, { recursive: true })
  })
  return broker
}

async function ask(to: Transport, given: Envelope): Promise<QuerySighting> {
  if (to.query === undefined) throw new Error('the transport cannot ask')
  return to.query(given)
}

describe('with a broker that keeps the contract', () => {
  it('a submission is accepted with its reference, however often it is sent', async () => {
    const broker = await standIn()
    const first = await transport.send(payload, envelope(broker.url))
    expect(first).toEqual({ outcome: 'accepted', evidence: 'http_201', brokerRef: 'BB-AB77239268' })
    expect(await transport.send(payload, envelope(broker.url))).toEqual({ ...first, evidence: 'http_200' })
    expect(broker.effects()).toHaveLength(1)
  })

  it('a lost reply is unknown, and the broker says that it holds the submission', async () => {
    const broker = await standIn()
    broker.faults.next({ fault: 'lost-reply' })
    expect(await transport.send(payload, envelope(broker.url))).toEqual({ outcome: 'unknown', evidence: 'reset' })
    expect(await ask(transport, envelope(broker.url))).toEqual({
      found: true,
      evidence: 'http_200',
      payloadSha256,
      brokerRef: 'BB-AB77239268',
    })
  })

  it('what it does not hold it says reliably', async () => {
    const broker = await standIn()
    expect(await ask(transport, envelope(broker.url))).toEqual({ found: false, isReliable: true, evidence: 'http_404' })
  })

  it('another payload under the same key is an alarm', async () => {
    const broker = await standIn()
    await transport.send(payload, envelope(broker.url))
    const other = new TextEncoder().encode(JSON.stringify({ ...Object(example), revision: 2 }))
    const otherSha = createHash('sha256').update(other).digest('hex')
    expect(await transport.send(other, envelope(broker.url, { payloadSha256: otherSha }))).toEqual({
      outcome: 'rejected',
      evidence: 'key_reused',
    })
  })

  it('faults are told apart', async () => {
    const broker = await standIn()
    for (const [fault, sighting] of [
      [
        { fault: 'status', status: 503, retryAfterSeconds: 9 },
        { outcome: 'not_sent', evidence: 'http_503', retryAfterMs: 9_000 },
      ],
      [
        { fault: 'status', status: 429 },
        { outcome: 'not_sent', evidence: 'http_429' },
      ],
      [
        { fault: 'status', status: 500 },
        { outcome: 'unknown', evidence: 'http_500' },
      ],
      [
        { fault: 'status', status: 409, retryAfterSeconds: 1 },
        { outcome: 'unknown', evidence: 'http_409', retryAfterMs: 1_000 },
      ],
      [
        { fault: 'status', status: 410 },
        { outcome: 'rejected', evidence: 'http_410' },
      ],
      [
        { fault: 'status', status: 302 },
        { outcome: 'rejected', evidence: 'http_302' },
      ],
      [{ fault: 'cut' }, { outcome: 'unknown', evidence: 'reset' }],
      [{ fault: 'garbage' }, { outcome: 'unknown', evidence: 'bad_answer' }],
      [{ fault: 'silence' }, { outcome: 'unknown', evidence: 'timeout' }],
    ] as const) {
      broker.faults.next(fault)
      expect(await transport.send(payload, envelope(broker.url))).toEqual(sighting)
    }
    expect(broker.effects()).toHaveLength(1)
  })

  it('the request is the one of the contract', async () => {
    const { url, received, close } = await httpReceiver(() => ({ status: 201, body: '{"reference":"r"}' }))
    onTestFinished(close)
    await transport.send(payload, envelope(`${url}/api/`))
    await ask(transport, envelope(`${url}/api?tenant=1`))
    expect(received.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'POST /api/v1/submissions',
      `GET /api/v1/submissions/${id}?tenant=1`,
    ])
    expect(received[0]?.headers).toMatchObject({
      authorization: `Bearer ${secret}`,
      'content-type': 'application/json',
      'idempotency-key': id,
      'entrygo-payload-sha256': payloadSha256,
    })
    expect(received[0]?.body.equals(payload)).toBe(true)
    expect(schemaNamed('Submission')(JSON.parse(String(received[0]?.body)))).toBe(true)
  })
})

it.each([[[]], [['']], [['two words']], [['line\nbreak']], [['é']], [['a'.repeat(257)]]])(
  'nothing is sent with the secrets %j',
  async (secrets) => {
    const { url, connections, close } = await httpReceiver(() => ({ status: 201, body: '{"reference":"r"}' }))
    onTestFinished(close)
    expect(await transport.send(payload, envelope(url, { secrets }))).toEqual({
      outcome: 'not_sent',
      evidence: 'no_secret',
    })
    expect(await ask(transport, envelope(url, { secrets }))).toEqual({
      found: false,
      isReliable: false,
      evidence: 'no_secret',
    })
    expect(connections()).toBe(0)
  },
)

/** A broker that gives this answer; the client between is the port. */
function answering(status: number, body: string | Uint8Array, headers: Record<string, string> = {}): Transport {
  const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body
  const exchange: Exchange = { reached: 'answer', status, headers, body: bytes }
  return borderBuddyTransport({ http: async () => exchange, clock })
}

function sendTo(status: number, body: string | Uint8Array): Promise<Sighting> {
  return answering(status, body).send(payload, envelope('https://broker.example'))
}

describe('a hostile answer', () => {
  it.each([
    '',
    ' ',
    'null',
    'true',
    '1',
    '"r"',
    '[]',
    '["reference"]',
    '{}',
    '{',
    '{"reference":"r"',
    '{"reference":"r"}}',
    "{'reference':'r'}",
    '{"Reference":"r"}',
    '{"reference":null}',
    '{"reference":true}',
    '{"reference":1}',
    '{"reference":[]}',
    '{"reference":["r"]}',
    '{"reference":{"a":"r"}}',
    '{"reference":""}',
    '{"reference":" "}',
    '{"reference":" r"}',
    '{"reference":"r\\n"}',
    '{"reference":"a\\u0000b"}',
    '{"reference":"a\\u001b[2Jb"}',
    '{"reference":"a\\u007fb"}',
    '{"reference":"a\\u0085b"}',
    '{"reference":"a\\u2028b"}',
    '{"reference":"a\\u202eb"}',
    '{"reference":"a\\u2066b"}',
    '{"reference":"a\\ufeffb"}',
    '{"reference":"a\\ud800b"}',
    `{"reference":"${'r'.repeat(129)}"}`,
    `{"reference":"${'😀'.repeat(129)}"}`,
    '{"__proto__":{"reference":"r"}}',
    '{"constructor":{"prototype":{"reference":"r"}}}',
    '<html><body>{"reference":"r"}</body></html>',
    'HTTP/1.1 200 OK\r\n\r\n{"reference":"r"}',
    '['.repeat(30_000),
  ])('%j does not accept', async (body) => {
    expect(await sendTo(200, body)).toEqual({ outcome: 'unknown', evidence: 'bad_answer' })
    expect(await sendTo(201, body)).toEqual({ outcome: 'unknown', evidence: 'bad_answer' })
  })

  it('that is no UTF-8 does not accept', async () => {
    const body = Uint8Array.from([...new TextEncoder().encode('{"reference":"'), 0xff, 0xfe, 0x22, 0x7d])
    expect(await sendTo(200, body)).toMatchObject({ outcome: 'unknown' })
  })

  it.each(['r', 'BB-7F3K9Q2M', 'é–€', 'r'.repeat(128), '😀'.repeat(128), 'a b'])(
    'but the reference %j is one',
    async (reference) => {
      expect(await sendTo(201, JSON.stringify({ reference, more: 1 }))).toEqual({
        outcome: 'accepted',
        evidence: 'http_201',
        brokerRef: reference,
      })
    },
  )

  it.each([
    [200, '{}', 'bad_answer'],
    [200, '{"reference":"r"}', 'bad_answer'],
    [200, '{"reference":"r","payloadSha256":"abc"}', 'bad_answer'],
    [200, `{"reference":"","payloadSha256":"${'a'.repeat(64)}"}`, 'bad_answer'],
    [200, `{"reference":"r","payloadSha256":"${'A'.repeat(64)}"}`, 'bad_answer'],
    [201, `{"reference":"r","payloadSha256":"${'a'.repeat(64)}"}`, 'http_201'],
    [204, '', 'http_204'],
    [302, '', 'http_302'],
    [404, '', 'http_404'],
    [404, '<html>Not Found</html>', 'http_404'],
    [404, '{"code":"OTHER"}', 'http_404'],
    [410, '{"code":"NOT_FOUND"}', 'http_410'],
    [401, '{"code":"UNAUTHORIZED"}', 'http_401'],
    [500, '{"code":"NOT_FOUND"}', 'http_500'],
  ])('%i %s to a question says nothing', async (status, body, evidence) => {
    expect(await ask(answering(status, body), envelope('https://broker.example'))).toEqual({
      found: false,
      isReliable: false,
      evidence,
    })
  })

  it('to a question may say when to ask again', async () => {
    const busy = answering(503, '', { 'retry-after': '30' })
    expect(await ask(busy, envelope('https://broker.example'))).toMatchObject({
      isReliable: false,
      retryAfterMs: 30_000,
    })
  })
})

it('a question that does not arrive says nothing', async () => {
  for (const cause of ['refused_address', 'timeout', 'shutdown'] as const) {
    const lost = borderBuddyTransport({ http: async () => ({ reached: 'nothing', cause }), clock })
    expect(await ask(lost, envelope('nonsense'))).toEqual({ found: false, isReliable: false, evidence: cause })
  }
})
