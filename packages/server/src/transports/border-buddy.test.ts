import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { type BrokerStandIn, startBrokerStandIn } from '../dev/broker-stand-in.ts'
import type { Envelope, QuerySighting, Transport } from '../ports.ts'
import { fixedClock } from '../testing/fakes.ts'
import { httpReceiver } from '../testing/http-servers.ts'
import { contractAt, schemaNamed } from './border-buddy.contract.conformance.ts'
import { borderBuddyTransport } from './border-buddy.ts'
import { outgoingHttp } from './outgoing-http.ts'

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
