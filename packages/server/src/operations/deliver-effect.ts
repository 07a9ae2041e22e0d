import { eventDocument } from '../domain/delivery/webhook-documents.ts'
import { sha256Hex } from '../domain/fingerprint.ts'
import type { ClaimedEffect, Envelope, Ports, QuerySighting, Sighting } from '../ports.ts'
import { failpoint } from '../testing/failpoints.ts'
import type { CircuitBreaker } from './circuit-breaker.ts'
import { recordOutcome, type Seen } from './record-outcome.ts'
import type { Slots } from './slots.ts'
import type { Timers } from './timers.ts'

/** What the deliveries of one process share. */
export interface Sending {
  readonly worker: string
  readonly timers: Timers
  readonly leaseMs: number
  readonly renewMs: number
  readonly breaker: CircuitBreaker
  readonly slots: Slots
  readonly shutdown: AbortController
}

/**
 * Makes the claimed attempt, a send or a question, and commits what was seen. Never rejects: an outcome that cannot be
 * committed leaves the attempt open, its lease ends, and it is closed as `unknown`.
 */
export async function deliver(effect: ClaimedEffect, sending: Sending, ports: Ports): Promise<void> {
  const { id, destination, terms } = effect.delivery
  const lease = keepLease(effect, sending, ports)
  const release = sending.slots.take(destination, terms.concurrency)
  try {
    // No byte has left yet: whoever holds the effect now sends it.
    if (!(await lease.isHeld())) return
    sending.breaker.started(destination, ports.clock.now())
    const seen = await attempted(effect, sending, ports)
    report(seen, destination, { sending, ports })
    await recordOutcome(effect, seen, { timers: sending.timers, ports })
  } catch (error) {
    ports.log.error({ cause: String(error), delivery: id }, 'an outcome was not recorded')
  } finally {
    lease.stop()
    release()
  }
}

async function attempted(effect: ClaimedEffect, sending: Sending, ports: Ports): Promise<Seen> {
  const moment = effect.attempt.kind === 'query' ? 'query' : moments[effect.delivery.kind]
  failpoint(`${moment}.beforeFirstByte`)
  const seen: Seen =
    effect.attempt.kind === 'query'
      ? { kind: 'query', sighting: await ask(effect, sending, ports) }
      : { kind: 'send', sighting: await send(effect, sending, ports) }
  failpoint(`${moment}.afterReply`)
  return seen
}

const moments = { submission: 'send', notification: 'notify', event: 'event' } as const

/** What a transport that does not listen to the abort may still take. */
const graceMs = 1_000

async function send(effect: ClaimedEffect, sending: Sending, ports: Ports): Promise<Sighting> {
  const { delivery, content, outbox } = effect
  const transport = ports.transports.get(delivery.transport)
  if (transport === undefined) return { outcome: 'not_sent', evidence: 'no_transport' }
  // The process was paused after its claim for so long that the receiver may take the repeat for something new.
  if (outbox.notAfter !== null && ports.clock.now() > outbox.notAfter)
    return { outcome: 'not_sent', evidence: 'key_lapsed' }
  const { signal } = sending.shutdown
  if (signal.aborted) return { outcome: 'not_sent', evidence: 'shutdown' }
  const payload = 'bytes' in content ? content.bytes : eventDocument(content.exportId, content.event)
  const envelope = envelopeOf(effect, payload, signal)
  if (delivery.payloadSha !== null && delivery.payloadSha !== envelope.payloadSha256) {
    ports.log.error({ delivery: delivery.id }, 'the stored message is damaged and was not sent')
    return { outcome: 'not_sent', evidence: 'payload_damaged' }
  }
  const attempt = (): Promise<Sighting> => transport.send(payload, envelope)
  const otherwise = (evidence: string): Sighting => ({ outcome: 'unknown', evidence })
  return bounded({ attempt, otherwise, deliveryId: delivery.id }, sending, ports)
}

async function ask(effect: ClaimedEffect, sending: Sending, ports: Ports): Promise<QuerySighting> {
  const { delivery, content } = effect
  const transport = ports.transports.get(delivery.transport)
  const otherwise = (evidence: string): QuerySighting => ({ found: false, isReliable: false, evidence })
  if (transport?.query === undefined) return otherwise('not_queryable')
  const { signal } = sending.shutdown
  if (signal.aborted) return otherwise('shutdown')
  const envelope = envelopeOf(effect, 'bytes' in content ? content.bytes : new Uint8Array(), signal)
  const attempt = async (): Promise<QuerySighting> => (await transport.query?.(envelope)) ?? otherwise('not_queryable')
  return bounded({ attempt, otherwise, deliveryId: delivery.id }, sending, ports)
}

function envelopeOf({ delivery, secrets }: ClaimedEffect, payload: Uint8Array, signal: AbortSignal): Envelope {
  const { id, kind, destination } = delivery
  // Of an event, the endpoint recognises the event; the rest of the id is the endpoint.
  const messageId = kind === 'event' ? (id.split('.')[0] ?? id) : id
  return { messageId, destination, secrets, payloadSha256: sha256Hex(payload), signal }
}

interface Bounded<Seen> {
  readonly attempt: () => Promise<Seen>
  /** What is known when the attempt does not tell. */
  readonly otherwise: (evidence: string) => Seen
  readonly deliveryId: string
}

/** A transport reports and does not throw; what it had sent by then nobody knows. */
async function bounded<Seen>(
  { attempt, otherwise, deliveryId }: Bounded<Seen>,
  { shutdown, timers }: Sending,
  { log }: Ports,
): Promise<Seen> {
  const { promise: aborted, resolve } = Promise.withResolvers<Seen>()
  const end = (): void => void timers.after(graceMs, () => resolve(otherwise('shutdown')))
  shutdown.signal.addEventListener('abort', end)
  try {
    return await Promise.race([attempt(), aborted])
  } catch (error) {
    log.error({ cause: String(error), delivery: deliveryId }, 'a transport failed')
    return otherwise('bad_answer')
  } finally {
    shutdown.signal.removeEventListener('abort', end)
  }
}

function report(
  seen: Seen,
  destination: string,
  { sending: { breaker }, ports }: { sending: Sending; ports: Ports },
): void {
  if (isAnswered(seen)) breaker.succeeded(destination)
  else breaker.failed(destination, ports.clock.now())
}

/** A refusal is an answer too: the destination works. */
function isAnswered({ kind, sighting }: Seen): boolean {
  if (kind === 'query') return sighting.found || sighting.isReliable
  return sighting.outcome === 'accepted' || sighting.outcome === 'rejected'
}

interface Lease {
  /** Asks the store only when the lease may be over, since the process was paused after its claim. */
  isHeld(): Promise<boolean>
  stop(): void
}

function keepLease({ outbox }: ClaimedEffect, { worker, timers, leaseMs, renewMs }: Sending, ports: Ports): Lease {
  let heldUntil = outbox.leaseUntil ?? 0
  const renew = async (): Promise<boolean> => {
    const leaseUntil = ports.clock.now() + leaseMs
    const lease = { outboxId: outbox.id, worker, epoch: outbox.leaseEpoch, leaseUntil }
    const isRenewed = await ports.store.renewLease(lease)
    if (isRenewed) heldUntil = leaseUntil
    failpoint('lease.renewed')
    return isRenewed
  }
  const renewAgain = (): void => {
    cancel = timers.after(renewMs, renewAgain)
    renew().catch((error: unknown) => {
      ports.log.warn({ cause: String(error), delivery: outbox.deliveryId }, 'a lease was not renewed')
    })
  }
  let cancel = timers.after(renewMs, renewAgain)
  return {
    isHeld: async () => ports.clock.now() < heldUntil || renew(),
    stop: () => cancel(),
  }
}
