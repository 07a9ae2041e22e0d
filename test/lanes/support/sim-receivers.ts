import { sha256Hex } from '../../../packages/server/src/domain/fingerprint.ts'
import type { DeliveryTransport } from '../../../packages/server/src/domain/records.ts'
import type { Envelope, QuerySighting, Sighting, Transport } from '../../../packages/server/src/ports.ts'
import type { Random } from './random.ts'
import { accepted, type KeyedBroker, keyedBroker, refused } from './sim-broker.ts'
import type { SimEye } from './sim-eye.ts'
import type { SimClaim, SimEffect, SimSend } from './sim-history.ts'
import type { SimWeather } from './sim-plan.ts'
import type { SimTime } from './sim-time.ts'
import { calm, drawn, type Fate, storms, type Weather, weathers } from './sim-weather.ts'

export interface ReceiversOf {
  readonly time: SimTime
  readonly random: Random
  readonly store: { readonly eye: SimEye }
  readonly accountId: string
  readonly note: (line: string) => void
  readonly claims: readonly SimClaim[]
  /** A storm of its own; null: any. */
  readonly weather: SimWeather | null
}

/** Receivers that keep their word, behind a network that does not. */
export interface SimReceivers {
  readonly sends: readonly SimSend[]
  readonly effects: readonly SimEffect[]
  transports(life: SenderLife): Map<DeliveryTransport, Transport>
  /** Whether the receiver acted on the delivery: what a person is told who asks. */
  holds(deliveryId: string): boolean
  /** From now on the address answers that nobody is there any more. */
  leave(destination: string): void
}

export interface SenderLife {
  readonly name: string
  readonly isDead: () => boolean
}

const second = 1_000
const httpCapMs = 30 * second
const mailCapMs = 600 * second

export function simReceivers(world: ReceiversOf): SimReceivers {
  const network: Network = {
    ...world,
    ...{
      sends: [],
      effects: [],
      brokers: new Map(),
      left: new Set<string>(),
      stormy: storms[world.weather ?? world.random.pick(weathers)],
    },
    clearsUpAfter: 1 + world.random.below(world.random.pick([6, 30])),
  }
  const { sends, effects } = network
  const by = (life: SenderLife, way: DeliveryTransport): readonly [DeliveryTransport, Transport] => [
    way,
    {
      send: async (payload, envelope) => sendOver(network, { life, way, payload, envelope }),
      ...(way === 'borderbuddy' && { query: (envelope: Envelope) => askOver(network, life, envelope) }),
    },
  ]
  const ways = ['email', 'byob_email', 'byob_webhook', 'webhook', 'borderbuddy'] as const
  return {
    ...{ sends, effects },
    holds: (deliveryId) => effects.some((effect) => effect.deliveryId === deliveryId),
    leave: (destination) => void network.left.add(destination),
    transports: (life) => new Map(ways.map((way) => by(life, way))),
  }
}

interface Network extends ReceiversOf {
  readonly sends: SimSend[]
  readonly effects: SimEffect[]
  readonly brokers: Map<string, KeyedBroker>
  /** Addresses that nobody is at. */
  readonly left: Set<string>
  readonly stormy: Weather
  /** Sends after which the weather is fine. */
  readonly clearsUpAfter: number
}

interface Sent {
  readonly life: SenderLife
  readonly way: DeliveryTransport
  readonly payload: Uint8Array
  readonly envelope: Envelope
}

function sendOver(network: Network, { life, way, payload, envelope }: Sent): Promise<Sighting> {
  const { time, store, accountId, note, sends, effects, stormy, clearsUpAfter, random } = network
  const { messageId, signal } = envelope
  const claim = claimOf(network, life, envelope)
  const deliveryId = claim?.delivery.id ?? messageId
  const n = claim?.kind === 'send' ? claim.n : null
  const committed = n === null ? 'absent' : store.eye.outcomeOf(accountId, deliveryId, n)
  const isStale = !store.eye.isLeasedTo(life.name, { deliveryId, n, wall: time.wall() })
  const sha256 = sha256Hex(payload)
  sends.push({ at: time.now(), life: life.name, deliveryId, messageId, sha256, n, committed })
  const fate = drawn(sends.length > clearsUpAfter ? calm : stormy, random)
  note(`send ${deliveryId} ${n} ${fate}${isStale ? ' stale' : ''}`)
  const acts = (): Sighting => {
    if (network.left.has(envelope.destination)) {
      note(`nobody is at ${envelope.destination} for ${messageId}`)
      return gone
    }
    const isRefusing = fate === 'refused'
    const seen =
      way === 'borderbuddy' && claim !== undefined
        ? brokerOf(network, claim).receives({ messageId, sha256, now: time.now(), isRefusing })
        : { isNew: !isRefusing, sighting: isRefusing ? refused : accepted }
    if (seen.isNew)
      effects.push({
        at: time.now(),
        deliveryId,
        n,
        ...{ isLate: isStale, life: life.name },
        claim: claim === undefined ? -1 : network.claims.indexOf(claim),
      })
    note(`received ${messageId} ${seen.isNew ? 'new' : 'known'} ${seen.sighting.outcome}`)
    return seen.sighting
  }
  return carried({ fate, way, acts, life, signal }, network)
}

async function askOver(network: Network, life: SenderLife, envelope: Envelope): Promise<QuerySighting> {
  const { time, random, note } = network
  const claim = claimOf(network, life, envelope)
  const fate = random.fraction()
  await waits(time, fate > 0.95 ? 20 * second : random.below(2 * second))
  const unsure = { found: false, isReliable: false } as const
  const seen: QuerySighting =
    claim === undefined || fate < 0.15
      ? { ...unsure, evidence: 'http_502' }
      : fate < 0.2
        ? { ...unsure, evidence: 'http_429', retryAfterMs: 90 * second }
        : brokerOf(network, claim).holds(envelope.messageId, time.now())
  note(`asked ${envelope.messageId} ${seen.found ? 'found' : seen.evidence}`)
  return seen
}

/** What the life claimed last for this message; for this destination where the message is unknown. */
function claimOf(
  { claims }: Network,
  { name }: SenderLife,
  { messageId, destination }: Envelope,
): SimClaim | undefined {
  const own = claims.filter((claim) => claim.life === name && claim.delivery.destination === destination)
  return own.findLast(({ delivery }) => delivery.id.split('.')[0] === messageId) ?? own.at(-1)
}

function brokerOf({ brokers, random }: Network, { delivery: { destination, terms } }: SimClaim): KeyedBroker {
  const broker = brokers.get(destination) ?? keyedBroker(terms, random)
  brokers.set(destination, broker)
  return broker
}

const gone: Sighting = { outcome: 'rejected', evidence: 'http_410' }

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
