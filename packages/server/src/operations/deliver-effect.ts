import type { ClaimedEffect, Ports, Sighting } from '../ports.ts'
import type { CircuitBreaker } from './circuit-breaker.ts'
import { recordOutcome } from './record-outcome.ts'
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
 * Sends one claimed effect and commits what was seen. Never rejects: an outcome that cannot be committed leaves the
 * attempt open, its lease ends, and it is closed as `unknown`.
 */
export async function deliver(effect: ClaimedEffect, sending: Sending, ports: Ports): Promise<void> {
  const { destination } = effect.submission
  const lease = keepLease(effect, sending, ports)
  const release = sending.slots.take(destination)
  try {
    // No byte has left yet: whoever holds the effect now sends it.
    if (!(await lease.isHeld())) return
    sending.breaker.started(destination, ports.clock.now())
    const sighting = await send(effect, sending, ports)
    report(sighting, destination, { sending, ports })
    await recordOutcome(effect, sighting, { timers: sending.timers, ports })
  } catch (error) {
    ports.log.error({ cause: String(error), submission: effect.submission.id }, 'an outcome was not recorded')
  } finally {
    lease.stop()
    release()
  }
}

/** What a transport that does not listen to the abort may still take. */
const graceMs = 1_000

async function send({ submission, payload }: ClaimedEffect, sending: Sending, ports: Ports): Promise<Sighting> {
  const { id: submissionId, destination } = submission
  const { signal } = sending.shutdown
  const transport = ports.transports.get(submission.transport)
  if (transport === undefined) return { outcome: 'not_sent', evidence: 'connect_failed' }
  if (signal.aborted) return { outcome: 'not_sent', evidence: 'shutdown' }
  const limit = unknownAfterAbort(signal, sending.timers)
  try {
    return await Promise.race([transport.send(payload, { submissionId, destination, signal }), limit.sighting])
  } catch (error) {
    // A transport reports and does not throw; what it had sent by then nobody knows.
    ports.log.error({ cause: String(error), submission: submissionId }, 'a transport failed')
    return { outcome: 'unknown', evidence: 'bad_answer' }
  } finally {
    limit.cancel()
  }
}

function unknownAfterAbort(signal: AbortSignal, timers: Timers): { sighting: Promise<Sighting>; cancel: () => void } {
  const { promise: sighting, resolve } = Promise.withResolvers<Sighting>()
  const end = (): void => void timers.after(graceMs, () => resolve({ outcome: 'unknown', evidence: 'shutdown' }))
  signal.addEventListener('abort', end)
  return { sighting, cancel: () => signal.removeEventListener('abort', end) }
}

function report(
  { outcome }: Sighting,
  destination: string,
  { sending: { breaker }, ports }: { sending: Sending; ports: Ports },
): void {
  // A refusal is an answer: the destination works.
  if (outcome === 'accepted' || outcome === 'rejected') breaker.succeeded(destination)
  else breaker.failed(destination, ports.clock.now())
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
    return isRenewed
  }
  const renewAgain = (): void => {
    cancel = timers.after(renewMs, renewAgain)
    renew().catch((error: unknown) => {
      ports.log.warn({ cause: String(error), submission: outbox.submissionId }, 'a lease was not renewed')
    })
  }
  let cancel = timers.after(renewMs, renewAgain)
  return {
    isHeld: async () => ports.clock.now() < heldUntil || renew(),
    stop: () => cancel(),
  }
}
