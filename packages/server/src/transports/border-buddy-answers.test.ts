import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Envelope, QuerySighting, Sighting, Transport } from '../ports.ts'
import { fixedClock } from '../testing/fakes.ts'
import { borderBuddyTransport } from './border-buddy.ts'
import type { Exchange } from './outgoing-http.ts'

const clock = fixedClock(Date.parse('2026-11-22T08:00:00.000Z'))
const payload = new TextEncoder().encode('{}')

function envelope(destination: string): Envelope {
  const sent = { messageId: 'sub_4kq7z2m9x1v8c3n6b5a0s7d2f', secrets: ['an-api-key'], payloadSha256: 'a'.repeat(64) }
  return { ...sent, destination, signal: new AbortController().signal }
}

async function ask(to: Transport, given: Envelope): Promise<QuerySighting> {
  if (to.query === undefined) throw new Error('the transport cannot ask')
  return to.query(given)
}

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

describe('any answer', () => {
  const reference = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 140 }),
    fc.string({ maxLength: 130 }),
    fc.jsonValue(),
  )
  const said = fc.oneof(
    fc.record({
      reference,
      payloadSha256: fc.oneof(fc.constant('a'.repeat(64)), fc.jsonValue()),
      code: fc.jsonValue(),
    }),
    fc.jsonValue(),
  )
  const body = fc.oneof(
    said.map((value) => new TextEncoder().encode(JSON.stringify(value))),
    fc.uint8Array({ maxLength: 200 }),
  )
  const status = fc.oneof(fc.constantFrom(200, 201, 204, 404, 422), fc.integer({ min: -1, max: 1000 }))

  it('accepts only with the reference in it, and is a code and nothing else otherwise', async () => {
    await fc.assert(
      fc.asyncProperty(status, body, fc.string(), async (code, bytes, retryAfter) => {
        const exchange: Exchange = {
          reached: 'answer',
          status: code,
          headers: { 'retry-after': retryAfter },
          body: bytes,
        }
        const broker = borderBuddyTransport({ http: async () => exchange, clock })
        const sighting = await broker.send(payload, envelope('https://broker.example'))
        const found = await ask(broker, envelope('https://broker.example'))
        expect([sighting.evidence, found.evidence].filter((one) => !/^[a-z]+_[a-z0-9]+$/.test(one))).toEqual([])
        for (const given of [sighting.brokerRef, found.found ? found.brokerRef : undefined]) {
          if (given === undefined) continue
          expect([code >= 200 && code < 300, Object(JSON.parse(Buffer.from(bytes).toString())).reference]).toEqual([
            true,
            given,
          ])
          expect(given).toMatch(/^[^\p{Cc}]{1,128}$/u)
        }
        expect(sighting.outcome === 'accepted').toBe(sighting.brokerRef !== undefined)
      }),
      { numRuns: 5_000, seed: 20_261_122 },
    )
  })
})
