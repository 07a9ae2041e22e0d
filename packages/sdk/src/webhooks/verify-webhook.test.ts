import { Webhook } from 'standardwebhooks'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { verifyWebhook, type WebhookRefusal, WebhookVerificationError } from './index.ts'
import { mutations, type Sent } from './mutations.conformance.ts'
import type { VerifyWebhookInput } from './verify-webhook.ts'

const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'
const otherSecret = 'whsec_5Zt3kq8XvYw1pR6uJ0nH4c2mB9dF7sLa'
const message = {
  type: 'EXPORT_EXECUTED',
  timestamp: '2026-11-22T08:00:00.000Z',
  data: { export_id: 'batch_01k9m4wk6f9g2a5d8s3j1p7y4r', note: 'Élan – 12 €' },
}
const payload = JSON.stringify(message)
const seconds = 1_795_334_400
const now = seconds * 1000

// The peer has no clock to set, so the clock of the machine stands.
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now })
})

afterEach(() => {
  vi.useRealTimers()
})

function signed(more: { payload?: string; secret?: string; at?: number; id?: string } = {}): Sent {
  const { id = 'evt_01k9m4wq2j6n9x3z5b8d1g4s08', at = seconds } = more
  const body = more.payload ?? payload
  const signature = new Webhook(more.secret ?? secret).sign(id, new Date(at * 1000), body)
  return { payload: body, id, timestamp: String(at), signature }
}

function inputOf(sent: Sent, more: Partial<VerifyWebhookInput> = {}): VerifyWebhookInput {
  const headers = { 'webhook-id': sent.id, 'webhook-timestamp': sent.timestamp, 'webhook-signature': sent.signature }
  return { payload: sent.payload, headers, secrets: secret, ...more }
}

async function refusalOf(input: VerifyWebhookInput): Promise<WebhookRefusal | null> {
  try {
    await verifyWebhook(input)
    return null
  } catch (error) {
    if (error instanceof WebhookVerificationError) return error.reason
    throw error
  }
}

describe('a genuine message', () => {
  it('is answered', async () => {
    expect(await verifyWebhook(inputOf(signed()))).toEqual(message)
  })

  it('is answered from bytes as well as from text', async () => {
    expect(await verifyWebhook(inputOf(signed(), { payload: new TextEncoder().encode(payload) }))).toEqual(message)
    expect(await verifyWebhook(inputOf(signed(), { payload: Buffer.from(payload) }))).toEqual(message)
  })

  it('may bring its headers in any form and case', async () => {
    const { id, timestamp, signature } = signed()
    for (const headers of [
      new Headers({ 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signature }),
      { 'Webhook-Id': id, 'WEBHOOK-TIMESTAMP': timestamp, 'webhook-Signature': signature },
      { 'webhook-id': [id], 'webhook-timestamp': timestamp, 'webhook-signature': [signature], other: undefined },
    ])
      expect(await verifyWebhook({ payload, headers, secrets: [secret] })).toEqual(message)
  })

  it('need not be signed with the first secret, nor by the first signature', async () => {
    const old = signed({ secret: otherSecret })
    const rotated = { ...old, signature: `v1a,AAAA ${signed().signature} ${old.signature}` }
    for (const secrets of [[secret, otherSecret], [otherSecret, secret], [otherSecret], `${secret} ${otherSecret}`]) {
      expect(await refusalOf(inputOf(rotated, { secrets }))).toBeNull()
      expect(await refusalOf(inputOf(old, { secrets }))).toBeNull()
    }
    expect(await refusalOf(inputOf(old, { secrets: [secret] }))).toBe('no_match')
  })
})

describe('the vector that Standard Webhooks publishes', () => {
  const vector: Sent = {
    payload: '{"test": 2432232314}',
    id: 'msg_p5jXN8AQM9LWM0D4loKWxJek',
    timestamp: '1614265330',
    signature: 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
  }
  const then = { now: 1_614_265_330_000 }

  it('has the right signature, and no message of ours inside', async () => {
    expect(await refusalOf(inputOf(vector, then))).toBe('bad_payload')
  })

  it('is refused when anything of it is changed', async () => {
    for (const [change, reason] of [
      [{ payload: '{"test":2432232314}' }, 'no_match'],
      [{ id: 'msg_p5jXN8AQM9LWM0D4loKWxJel' }, 'no_match'],
      [{ timestamp: '1614265331' }, 'no_match'],
      [{ signature: 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OF=' }, 'no_match'],
      [{ signature: 'v1a,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=' }, 'no_match'],
    ] as const)
      expect(await refusalOf(inputOf({ ...vector, ...change }, then))).toBe(reason)
  })
})

describe('what JavaScript may pass', () => {
  it.each([
    ['a body that was parsed', { payload: message }, 'bad_payload'],
    ['no body', { payload: undefined }, 'bad_payload'],
    ['an ArrayBuffer', { payload: new TextEncoder().encode(payload).buffer }, 'bad_payload'],
    ['no headers', { headers: undefined }, 'missing_header'],
    ['null for headers', { headers: null }, 'missing_header'],
  ])('%s is refused in words', async (_, wrong, reason) => {
    const checked = Reflect.apply(verifyWebhook, undefined, [{ ...inputOf(signed()), ...wrong }])
    await expect(checked).rejects.toMatchObject({ name: 'WebhookVerificationError', reason })
  })
})

describe('the time', () => {
  it.each([
    [-300, null],
    [-301, 'too_old'],
    [0, null],
    [300, null],
    [301, 'too_new'],
  ])('of a message %i s away decides: %s', async (offset, reason) => {
    expect(await refusalOf(inputOf(signed({ at: seconds + offset }), { now }))).toBe(reason)
  })

  it('may be apart as far as the receiver says', async () => {
    const old = signed({ at: seconds - 11 })
    expect(await refusalOf(inputOf(old, { toleranceSeconds: 10 }))).toBe('too_old')
    expect(await refusalOf(inputOf(old, { toleranceSeconds: 11 }))).toBeNull()
    expect(await refusalOf(inputOf(signed(), { toleranceSeconds: Number.NaN }))).not.toBeNull()
  })

  it.each(['now', '', '-1', '1.5', '1e9', '0x10', ' 1795334400', '01795334400', '9'.repeat(13)])(
    'is not %j',
    async (timestamp) => {
      const reason = await refusalOf(inputOf({ ...signed(), timestamp }))
      expect(reason).toBe(timestamp === '' ? 'missing_header' : 'bad_timestamp')
    },
  )
})

describe('a message is refused', () => {
  it.each(['webhook-id', 'webhook-timestamp', 'webhook-signature'])('without %s, or with two of it', async (name) => {
    const { headers } = inputOf(signed())
    const value = String(Object.entries(headers).find(([given]) => given === name)?.[1])
    expect(await refusalOf(inputOf(signed(), { headers: { ...headers, [name]: undefined } }))).toBe('missing_header')
    expect(await refusalOf(inputOf(signed(), { headers: { ...headers, [name]: [value, value] } }))).toBe(
      'missing_header',
    )
  })

  it.each([
    [[]],
    ['   '],
    ['whsec_'],
    ['MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'],
    ['whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaS'],
    [`whsec_${btoa('a'.repeat(23))}`],
    [`whsec_${btoa('a'.repeat(65))}`],
    ['whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaS!'],
    [[secret, 'nonsense']],
  ])('with the secret %j, and the error does not repeat it', async (secrets) => {
    const refused = verifyWebhook(inputOf(signed(), { secrets }))
    await expect(refused).rejects.toMatchObject({ name: 'WebhookVerificationError', reason: 'bad_secret' })
    await refused.catch((error: Error) => expect(error.message).not.toContain('MfKQ'))
  })

  it('with no secret at all, as JavaScript passes a variable that is not set', async () => {
    const { secrets: _, ...bare } = inputOf(signed())
    const refused: Promise<unknown> = Reflect.apply(verifyWebhook, undefined, [bare])
    await expect(refused).rejects.toMatchObject({ name: 'WebhookVerificationError', reason: 'bad_secret' })
  })

  it.each([
    '',
    'null',
    '[]',
    '"text"',
    '{}',
    '{"type":1,"timestamp":"a","data":{}}',
    '{"type":"a","timestamp":"b"}',
    '{',
  ])('that is signed and says %j', async (text) => {
    expect(await refusalOf(inputOf(signed({ payload: text })))).toBe('bad_payload')
  })
})

describe('the package of the standard', () => {
  it('agrees with every verdict on changed signatures, secrets and times', async () => {
    const cases = [
      signed(),
      signed({ secret: otherSecret }),
      signed({ at: seconds - 300 }),
      signed({ at: seconds - 301 }),
    ]
    for (const sent of [...cases, ...mutations(signed(), { seed: 7, count: 300 })]) {
      const { headers } = inputOf(sent)
      const theirs = verdict(() =>
        new Webhook(secret).verify(sent.payload, Object.fromEntries(Object.entries(headers))),
      )
      const ours = (await refusalOf(inputOf(sent))) === null
      // The peer takes a number that goes on in other characters, or begins with 0, and a signature with something after it.
      if (/^[1-9]\d*$/.test(sent.timestamp) && /^v1,[^,]+$/.test(sent.signature))
        expect({ sent, accepted: ours }).toEqual({ sent, accepted: theirs })
      else expect(ours).toBe(false)
    }
  })
})

describe('10,000 changed messages', () => {
  it('are all refused', async () => {
    const accepted: Sent[] = []
    for (const sent of mutations(signed(), { seed: 20_261_122, count: 10_000 }))
      if ((await refusalOf(inputOf(sent))) === null) accepted.push(sent)
    expect(accepted).toEqual([])
  })
})

function verdict(attempt: () => unknown): boolean {
  try {
    attempt()
    return true
  } catch {
    return false
  }
}
