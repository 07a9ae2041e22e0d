import { createHash } from 'node:crypto'
import { expect, it, onTestFinished } from 'vitest'
import type { Envelope, Sighting, Transport } from '../ports.ts'

/** How to reach a receiver of one kind that behaves in a certain way. */
export interface Bench {
  /** Bytes that a receiver of this kind takes. */
  readonly payload: () => Promise<Uint8Array>
  readonly messageId: string
  readonly secrets: readonly string[]
  /** A transport and a receiver that does this with what it gets. */
  readonly open: (behaviour: Behaviour) => Promise<OpenBench>
}

export interface OpenBench {
  readonly transport: Transport
  readonly destination: string
  /** Payloads as they arrived, whole ones alone. */
  readonly received: () => readonly Buffer[]
  readonly connections: () => number
  readonly close: () => Promise<void>
}

export type Behaviour =
  | 'accepts'
  /** Nobody listens. */
  | 'absent'
  /** Takes connections and never says a word; short limits are set on the transport. */
  | 'silent'
  /** Breaks off as soon as it is connected to. */
  | 'drops'
  /** Takes the whole message, then breaks off. */
  | 'drops after all'
  /** Takes the whole message and never answers. */
  | 'silent after all'
  /** Asks to come again later. */
  | 'busy'
  /** Refuses for good, in words that must not be repeated. */
  | 'refuses'
  /** Answers the whole message with this text instead of its protocol. */
  | { readonly says: string }

/** What every transport guarantees to the dispatcher (delivery.md §7.3). */
export function transportConformance(name: string, bench: Bench): void {
  it.each<[Behaviour, Sighting['outcome'], string]>([
    ['accepts', 'accepted', 'every'],
    ['absent', 'not_sent', 'no'],
    ['drops after all', 'unknown', 'every'],
    ['silent after all', 'unknown', 'every'],
    ['busy', 'not_sent', 'any'],
    ['refuses', 'rejected', 'any'],
  ])(`${name}: a receiver that %s gives %s`, async (behaviour, outcome, bytes) => {
    const { transport, envelope, received, payload } = await opened(bench, behaviour)
    const sighting = await transport.send(payload, envelope)
    expect(sighting).toMatchObject({ outcome })
    if (bytes === 'no') expect(received()).toEqual([])
    if (bytes === 'every') expect(received().map((given) => given.equals(payload))).toEqual([true])
    expectHarmless(sighting, bench)
  })

  it.each<Behaviour>(['silent', 'drops'])(
    `${name}: a receiver that is %s is never taken for one that accepts`,
    async (how) => {
      const { transport, envelope, payload } = await opened(bench, how)
      const sighting = await transport.send(payload, envelope)
      expect(['not_sent', 'unknown']).toContain(sighting.outcome)
      expectHarmless(sighting, bench)
    },
  )

  it(`${name}: a message that was aborted before makes no connection`, async () => {
    const { transport, envelope, connections, payload } = await opened(bench, 'accepts')
    const sighting = await transport.send(payload, { ...envelope, signal: AbortSignal.abort() })
    expect(sighting).toEqual({ outcome: 'not_sent', evidence: 'shutdown' })
    expect(connections()).toBe(0)
  })

  it(`${name}: a message that is aborted when it is given over is unknown`, async () => {
    const { transport, envelope, received, payload } = await opened(bench, 'silent after all')
    const shutdown = new AbortController()
    const watch = setInterval(() => received().length > 0 && shutdown.abort(), 5)
    onTestFinished(() => clearInterval(watch))
    expect(await transport.send(payload, { ...envelope, signal: shutdown.signal })).toEqual({
      outcome: 'unknown',
      evidence: 'shutdown',
    })
  })

  it(`${name}: each attempt brings the same bytes over a connection of its own`, async () => {
    const { transport, envelope, received, connections, payload } = await opened(bench, 'accepts')
    for (let n = 0; n < 3; n += 1) await transport.send(payload, envelope)
    expect(connections()).toBe(3)
    expect(received().map((given) => given.equals(payload))).toEqual([true, true, true])
  })

  it.each(hostileTexts.map((text) => [text.slice(0, 50), text]))(
    `${name}: a receiver that says %j is not taken for one that accepts`,
    async (_shown, says) => {
      const { transport, envelope, payload } = await opened(bench, { says })
      const sighting = await transport.send(payload, envelope)
      expect(sighting.outcome).not.toBe('accepted')
      expectHarmless(sighting, bench)
    },
  )

  it.each(['', ' ', 'nonsense', '\u0000', 'a'.repeat(10_000), 'https://10.0.0.1/', 'http://[::1', 'a@b, c@d'])(
    `${name}: the destination %j is never taken for one that accepts`,
    async (destination) => {
      const { transport, envelope, payload, received } = await opened(bench, 'refuses')
      const sighting = await transport.send(payload, { ...envelope, destination })
      expect(['not_sent', 'rejected']).toContain(sighting.outcome)
      expect(received()).toEqual([])
      expectHarmless(sighting, bench)
    },
  )
}

/** What no protocol here says after a message, and words that a broken or hostile receiver may say. */
const hostileTexts: readonly string[] = [
  '\r\n',
  '\u0000\u0001\u0002\r\n',
  'ok\r\n',
  'accepted 250 ok\r\n',
  '999 ok\r\n',
  '2\r\n',
  'HTTP/1.1 2000 OK\r\n\r\n',
  'HTTP/1.1 099 Low\r\n\r\n',
  'HTTP/1.1 600 High\r\n\r\n',
  'HTTP/1.1 101 Switching Protocols\r\nconnection: upgrade\r\nupgrade: x\r\n\r\n',
  'HTTP/1.1 100 Continue\r\n\r\n',
  `HTTP/1.1 200 OK\r\ncontent-length: 100000\r\n\r\n${'a'.repeat(100_000)}`,
  `HTTP/1.1 200 OK\r\n${'xxxxxxxx: yyyyyyyy\r\n'.repeat(5_000)}\r\n`,
  'HTTP/1.1 200 OK\r\ncontent-length: 50\r\n\r\n{"reference":"cut"}',
  'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n{"reference":"r"}\r\n0\r\n\r\n',
  'HTTP/1.1 200 OK\r\ncontent-length: -1\r\n\r\n',
  '\u001b]0;title\u0007\u202e550 <script>alert(1)</script>\r\n',
]

interface Opened extends OpenBench {
  readonly payload: Uint8Array
  readonly envelope: Envelope
}

async function opened(bench: Bench, behaviour: Behaviour): Promise<Opened> {
  const open = await bench.open(behaviour)
  onTestFinished(open.close)
  const payload = await bench.payload()
  const { messageId, secrets } = bench
  const payloadSha256 = createHash('sha256').update(payload).digest('hex')
  const signal = new AbortController().signal
  return { ...open, payload, envelope: { messageId, destination: open.destination, secrets, payloadSha256, signal } }
}

/** Evidence is a code of ours, never words of the receiver, and nothing that was kept secret. */
function expectHarmless(sighting: Sighting, { secrets }: Bench): void {
  expect(sighting.evidence).toMatch(/^[a-z][a-z0-9_]{1,39}$/)
  const text = JSON.stringify(sighting)
  for (const secret of secrets) expect(text).not.toContain(secret)
  expect(text).not.toMatch(/script|title/)
}
