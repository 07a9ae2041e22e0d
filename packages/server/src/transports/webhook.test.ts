import { createHmac } from 'node:crypto'
import { verifyWebhook } from '@entrygo/sdk/webhooks'
import { Webhook } from 'standardwebhooks'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { Envelope, Sighting } from '../ports.ts'
import { fixedClock } from '../testing/fakes.ts'
import { type Answer, httpReceiver, type ReceivedRequest } from '../testing/http-servers.ts'
import { outgoingHttp } from './outgoing-http.ts'
import { webhookTransport } from './webhook.ts'
import { webhookSignature } from './webhook-signature.ts'

const now = Date.parse('2026-11-22T08:00:00.900Z')
const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'
const oldSecret = 'whsec_5Zt3kq8XvYw1pR6uJ0nH4c2mB9dF7sLa'
const text = '{"type":"EXPORT_EXECUTED","timestamp":"2026-11-22T08:00:00.000Z","data":{"note":"Élan – 12 €"}}'
const payload = new TextEncoder().encode(text)

const closing: (() => Promise<void>)[] = []

afterEach(async () => {
  vi.useRealTimers()
  for (const close of closing.splice(0)) await close()
})

async function sent(
  answer: Answer,
  more: Partial<Envelope> = {},
): Promise<{ sighting: Sighting; received: readonly ReceivedRequest[] }> {
  const { url, received, close } = await httpReceiver(() => answer)
  closing.push(close)
  const transport = webhookTransport({ http: outgoingHttp({ allowLoopbackHttp: true }), clock: fixedClock(now) })
  const sighting = await transport.send(payload, {
    messageId: 'evt_01k9m4wq2j6n9x3z5b8d1g4s08',
    destination: `${url}/hooks/entrygo?a=b`,
    secrets: [secret],
    payloadSha256: '0'.repeat(64),
    signal: new AbortController().signal,
    ...more,
  })
  return { sighting, received }
}

describe('a webhook', () => {
  it('carries id, time of the attempt, signature and the bytes as they are', async () => {
    const { sighting, received } = await sent({ status: 204 })
    expect(sighting).toEqual({ outcome: 'accepted', evidence: 'http_204' })
    const key = Buffer.from('MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', 'base64')
    const signed = `evt_01k9m4wq2j6n9x3z5b8d1g4s08.1795334400.${text}`
    expect(received[0]).toMatchObject({
      method: 'POST',
      path: '/hooks/entrygo?a=b',
      headers: {
        'content-type': 'application/json',
        'webhook-id': 'evt_01k9m4wq2j6n9x3z5b8d1g4s08',
        'webhook-timestamp': '1795334400',
        'webhook-signature': `v1,${createHmac('sha256', key).update(signed).digest('base64')}`,
      },
    })
    expect(received[0]?.body.toString()).toBe(text)
  })

  it('is verified by the package of the standard and by the SDK, with either secret of a rotation', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now })
    const { received } = await sent({ status: 200 }, { secrets: [secret, oldSecret] })
    const [request] = received
    if (request === undefined) throw new Error('nothing arrived')
    for (const one of [secret, oldSecret]) {
      const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]))
      expect(new Webhook(one).verify(request.body.toString(), headers)).toEqual(JSON.parse(text))
      expect(await verifyWebhook({ payload: request.body, headers: request.headers, secrets: one, now })).toEqual(
        JSON.parse(text),
      )
    }
    expect(String(request.headers['webhook-signature']).split(' ')).toHaveLength(2)
  })

  it('has the signature that the standard publishes', () => {
    const message = {
      id: 'msg_p5jXN8AQM9LWM0D4loKWxJek',
      timestampSeconds: 1_614_265_330,
      payload: new TextEncoder().encode('{"test": 2432232314}'),
    }
    expect(webhookSignature(message, [secret])).toBe('v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=')
  })

  it.each([
    [[]],
    [['']],
    [['whsec_']],
    [['not-a-webhook-secret']],
    [[`whsec_${'a'.repeat(31)}`]],
    [[`whsec_${Buffer.alloc(23).toString('base64')}`]],
    [[`whsec_${Buffer.alloc(65).toString('base64')}`]],
    [[secret, 'nonsense']],
  ])('is not sent with the secrets %j', async (secrets) => {
    const { sighting, received } = await sent({ status: 204 }, { secrets })
    expect(sighting).toEqual({ outcome: 'not_sent', evidence: 'no_secret' })
    expect(received).toEqual([])
  })

  it('that is taken needs no words with it', async () => {
    for (const body of ['', 'ok', '{', '\u0000'])
      expect((await sent({ status: 202, body })).sighting).toEqual({ outcome: 'accepted', evidence: 'http_202' })
  })
})

describe('the answer', () => {
  it.each([
    [300, 'rejected'],
    [301, 'rejected'],
    [304, 'rejected'],
    [307, 'rejected'],
    [400, 'rejected'],
    [401, 'rejected'],
    [403, 'rejected'],
    [404, 'rejected'],
    [408, 'not_sent'],
    [409, 'unknown'],
    [410, 'rejected'],
    [413, 'rejected'],
    [422, 'rejected'],
    [425, 'not_sent'],
    [429, 'not_sent'],
    [500, 'unknown'],
    [502, 'unknown'],
    [503, 'unknown'],
    [504, 'unknown'],
    [599, 'unknown'],
  ])('%i is %s', async (status, outcome) => {
    const { sighting } = await sent({ status, headers: { location: 'http://127.0.0.1/' }, body: '<script>' })
    expect(sighting).toEqual({ outcome, evidence: `http_${status}` })
  })

  it.each([429, 503, 500])('%i may say when to come again', async (status) => {
    for (const wait of ['7', 'Sun, 22 Nov 2026 08:00:07 GMT']) {
      const { sighting } = await sent({ status, headers: { 'retry-after': wait } })
      expect(sighting.retryAfterMs).toBe(wait === '7' ? 7_000 : 6_100)
    }
  })
})
