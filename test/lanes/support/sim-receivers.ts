import { sha256Hex } from '../../../packages/server/src/domain/fingerprint.ts'
import type { DeliveryTransport } from '../../../packages/server/src/domain/records.ts'
import type { Envelope, QuerySighting, Sighting, Transport } from '../../../packages/server/src/ports.ts'
import type { Random } from './random.ts'
import type { SimClaim, SimEffect, SimSend } from './sim-history.ts'
import type { SimEye } from './sim-store.ts'
import type { SimTime } from './sim-time.ts'

export interface ReceiversOf {
  readonly time: SimTime
  readonly random: Random
  readonly eye: SimEye
  readonly note: (line: string) => void
  readonly claims: readonly SimClaim[]
}

/** Receivers that keep their word, behind a network that does not. */
export interface SimReceivers {
  readonly sends: readonly SimSend[]
  readonly effects: readonly SimEffect[]
  transports(life: SenderLife): Map<DeliveryTransport, Transport>
  /** Whether the receiver acted on the delivery: what a person is told who asks. */
  holds(deliveryId: string): boolean
}

export interface SenderLife {
  readonly name: string
  readonly isDead: () => boolean
}

/** How often each fate of a send comes, in parts of their sum. */
type Weather = Readonly<Record<Fate, number>>
type Fate = 'answered' | 'notSent' | 'later' | 'refused' | 'lostBefore' | 'lostAfter' | 'slow' | 'hung'

const weathers: readonly Weather[] = [
  { answered: 90, notSent: 3, later: 1, refused: 1, lostBefore: 2, lostAfter: 2, slow: 1, hung: 0 },
  { answered: 40, notSent: 14, later: 5, refused: 4, lostBefore: 10, lostAfter: 15, slow: 6, hung: 6 },
  { answered: 8, notSent: 5, later: 1, refused: 1, lostBefore: 25, lostAfter: 50, slow: 4, hung: 6 },
  { answered: 0, notSent: 90, later: 4, refused: 0, lostBefore: 4, lostAfter: 0, slow: 0, hung: 2 },
  { answered: 20, notSent: 10, later: 5, refused: 25, lostBefore: 10, lostAfter: 20, slow: 5, hung: 5 },
]

const second = 1_000
const httpCapMs = 30 * second
const mailCapMs = 600 * second

export function simReceivers({ time, random, eye, note, claims }: ReceiversOf): SimReceivers {
  const sends: SimSend[] = []
  const effects: SimEffect[] = []
  const brokers = new Map<string, KeyedBroker>()
  const stormy = random.pick(weathers)
  const clearsUpAfter = 1 + random.below(random.pick([6, 30]))

  const fateOf = (): Fate => {
    const weather = sends.length > clearsUpAfter ? weathers[0] : stormy
    return weather === undefined ? 'answered' : drawn(weather, random)
  }
  const claimOf = (life: string, { messageId, destination }: Envelope): SimClaim | undefined => {
    const own = claims.filter((claim) => claim.life === life && claim.delivery.destination === destination)
    return own.findLast(({ delivery }) => delivery.id.split('.')[0] === messageId) ?? own.at(-1)
  }
  const brokerOf = (claim: SimClaim): KeyedBroker => {
    const { destination, terms } = claim.delivery
    const broker = brokers.get(destination) ?? keyedBroker(terms, random)
    brokers.set(destination, broker)
    return broker
  }

  const send =
    (life: SenderLife, way: DeliveryTransport): Transport['send'] =>
    async (payload, envelope) => {
      const claim = claimOf(life.name, envelope)
      const deliveryId = claim?.delivery.id ?? envelope.messageId
      const n = claim?.kind === 'send' ? claim.n : null
      const committed = n === null ? 'absent' : eye.outcomeOf(deliveryId, n)
      const isLate = !eye.isLeasedTo(life.name, { deliveryId, n, wall: time.wall() })
      const sha256 = sha256Hex(payload)
      sends.push({ at: time.now(), life: life.name, deliveryId, messageId: envelope.messageId, sha256, n, committed })
      const fate = fateOf()
      note(`send ${deliveryId} ${n} ${fate}${isLate ? ' late' : ''}`)
      const acts = (): Sighting => {
        const { messageId } = envelope
        const seen =
          way === 'borderbuddy' && claim !== undefined
            ? brokerOf(claim).receives({ messageId, sha256, now: time.now(), isRefusing: fate === 'refused' })
            : fate === 'refused'
              ? { isNew: false, sighting: refused }
              : { isNew: true, sighting: accepted }
        if (seen.isNew) effects.push({ at: time.now(), deliveryId, n, isLate })
        note(`received ${messageId} ${seen.isNew ? 'new' : 'known'} ${seen.sighting.outcome}`)
        return seen.sighting
      }
      return carried({ fate, way, acts, life, signal: envelope.signal }, { time, random })
    }

  const query =
    (life: SenderLife): NonNullable<Transport['query']> =>
    async (envelope) => {
      const claim = claimOf(life.name, envelope)
      const fate = random.fraction()
      await waits(time, fate > 0.95 ? 20 * second : random.below(2 * second))
      const seen: QuerySighting =
        claim === undefined || fate < 0.15
          ? { found: false, isReliable: false, evidence: 'http_502' }
          : fate < 0.2
            ? { found: false, isReliable: false, evidence: 'http_429', retryAfterMs: 90 * second }
            : brokerOf(claim).holds(envelope.messageId, time.now())
      note(`asked ${envelope.messageId} ${seen.found ? 'found' : seen.evidence}`)
      return seen
    }

  return {
    ...{ sends, effects },
    holds: (deliveryId) => effects.some((effect) => effect.deliveryId === deliveryId),
    transports: (life) =>
      new Map<DeliveryTransport, Transport>([
        ['email', { send: send(life, 'email') }],
        ['byob_email', { send: send(life, 'byob_email') }],
        ['byob_webhook', { send: send(life, 'byob_webhook') }],
        ['webhook', { send: send(life, 'webhook') }],
        ['borderbuddy', { send: send(life, 'borderbuddy'), query: query(life) }],
      ]),
  }
}

const accepted: Sighting = { outcome: 'accepted', evidence: 'accepted' }
const refused: Sighting = { outcome: 'rejected', evidence: 'refused' }

function drawn(weather: Weather, random: Random): Fate {
  const all = Object.entries(weather)
  let left = random.fraction() * all.reduce((sum, [, weight]) => sum + weight, 0)
  for (const [fate, weight] of all) {
    left -= weight
    // The keys of the record are the fates.
    if (left < 0) return fate as Fate
  }
  return 'answered'
}

interface Carried {
  readonly fate: Fate
  readonly way: DeliveryTransport
  /** The bytes have arrived: what the receiver answers. */
  readonly acts: () => Sighting
  readonly life: SenderLife
  readonly signal: AbortSignal
}

/** The way of the bytes to the receiver and of its answer back. */
function carried(
  { fate, way, acts, life, signal }: Carried,
  { time, random }: Pick<ReceiversOf, 'time' | 'random'>,
): Promise<Sighting> {
  const cap = way === 'email' || way === 'byob_email' ? mailCapMs : httpCapMs
  const there = random.below(fate === 'slow' ? 20 * second : 300)
  const back = fate === 'slow' ? random.below(cap - 20 * second) : random.below(300)
  const hasLeft = random.chance(0.5)
  const { promise, resolve } = Promise.withResolvers<Sighting>()
  const later = (ms: number, seen: Sighting): void => void time.at(ms, () => resolve(seen))
  const unknown: Sighting = { outcome: 'unknown', evidence: random.pick(['timeout', 'reset']) }
  if (fate === 'notSent') later(there, { outcome: 'not_sent', evidence: 'connect_failed' })
  else if (fate === 'later')
    later(there, { outcome: 'not_sent', evidence: 'http_429', retryAfterMs: random.below(3_600 * second) })
  else if (fate === 'lostBefore') later(there + back, unknown)
  else {
    const arrive = (): void => {
      // The bytes of a process that died before may have died with it.
      if (life.isDead() && !hasLeft) return
      const seen = acts()
      if (fate === 'lostAfter') later(back, unknown)
      else if (fate === 'hung') later(cap - there, unknown)
      else later(back, seen)
    }
    const cancel = time.at(there, arrive)
    const abort = (): void => {
      if (!hasLeft) cancel()
      later(0, hasLeft ? { outcome: 'unknown', evidence: 'shutdown' } : { outcome: 'not_sent', evidence: 'shutdown' })
    }
    // What had arrived may have been acted upon: that is never called not sent.
    const arrivesAt = time.now() + there
    signal.addEventListener('abort', () => (time.now() < arrivesAt ? abort() : later(0, unknown)), { once: true })
  }
  return promise
}

function waits(time: SimTime, ms: number): Promise<void> {
  return new Promise((resolve) => {
    time.at(ms, resolve)
  })
}

interface Received {
  readonly messageId: string
  readonly sha256: string
  readonly now: number
  readonly isRefusing: boolean
}

interface KeyedBroker {
  receives(received: Received): { readonly isNew: boolean; readonly sighting: Sighting }
  holds(messageId: string, now: number): QuerySighting
}

/** A broker that remembers keys for its window, works for a while, and tells after its settle time what it holds. */
function keyedBroker(
  { keyWindowMs, settleMs }: { readonly keyWindowMs: number; readonly settleMs: number },
  random: Random,
): KeyedBroker {
  const kept = new Map<string, { sha256: string; doneAt: number; shownAt: number }>()
  const byKey = new Map<string, number>()
  return {
    receives({ messageId, sha256, now, isRefusing }) {
      const since = byKey.get(messageId)
      const known = since !== undefined && now <= since + keyWindowMs ? kept.get(messageId) : undefined
      if (known !== undefined) {
        if (known.sha256 !== sha256) return { isNew: false, sighting: { outcome: 'rejected', evidence: 'key_reused' } }
        if (now < known.doneAt) return { isNew: false, sighting: { outcome: 'unknown', evidence: 'http_409' } }
        return { isNew: false, sighting: { ...accepted, brokerRef: `REF-${messageId.slice(-6)}` } }
      }
      if (isRefusing) return { isNew: false, sighting: refused }
      const doneAt = now + (random.chance(0.1) ? random.below(20 * second) : 0)
      byKey.set(messageId, now)
      // What it showed before the key was forgotten, it goes on showing.
      const shownAt = kept.get(messageId)?.shownAt ?? now + random.below(settleMs)
      kept.set(messageId, { sha256, doneAt, shownAt })
      return { isNew: true, sighting: { ...accepted, brokerRef: `REF-${messageId.slice(-6)}` } }
    },
    holds(messageId, now) {
      const found = kept.get(messageId)
      if (found === undefined || now < found.shownAt) return { found: false, isReliable: true, evidence: 'http_404' }
      return { found: true, evidence: 'http_200', payloadSha256: found.sha256, brokerRef: `REF-${messageId.slice(-6)}` }
    },
  }
}
