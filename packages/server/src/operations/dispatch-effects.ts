import type { ClaimedEffect, EffectClaim, Ports } from '../ports.ts'
import { failpoint } from '../testing/failpoints.ts'
import { createCircuitBreaker } from './circuit-breaker.ts'
import { deliver } from './deliver-effect.ts'
import { closeExpiredLeases } from './record-outcome.ts'
import { createShares } from './shares.ts'
import { createSlots } from './slots.ts'
import { settlesWithin, type Timers } from './timers.ts'

export interface DispatchSettings {
  /** Names this process in leases; unique among those that share the store. */
  readonly worker: string
  readonly timers: Timers
  /** Attempts at a time, of which events and notifications take a part; to one destination as many as its deliveries allow. */
  readonly concurrency?: number
  readonly pollMs?: number
  readonly leaseMs?: number
  readonly renewMs?: number
}

export interface Dispatcher {
  /** An effect was committed: look now. */
  wake(): void
  /** Looks now and every `pollMs` from now on. */
  start(): void
  /**
   * Claims nothing more and waits for running sends; those that still run after `deadlineMs` are aborted and recorded
   * as what was seen (`shutdown`). Resolves when every outcome is committed or can no longer be.
   */
  drain(deadlineMs: number): Promise<void>
}

/**
 * Carries committed effects to their destinations (delivery.md §7.4): leases that are over are closed, an effect is
 * claimed together with its attempt row, and only then sent or asked for; the outcome is committed as evidence. Safe to run twice,
 * in one process or in several.
 */
export function createDispatcher(ports: Ports, settings: DispatchSettings): Dispatcher {
  const { worker, timers, concurrency = 16, pollMs = 1_000, leaseMs = 45_000, renewMs = 15_000 } = settings
  const sending = {
    ...{ worker, timers, leaseMs, renewMs },
    breaker: createCircuitBreaker(),
    slots: createSlots(),
    shutdown: new AbortController(),
  }
  const running = new Set<Promise<void>>()
  const shares = createShares(concurrency)
  let isDraining = false
  let cancelPoll = (): void => {}

  // Claims made at once share a commit. One is tried; while they find work, twice as many as the last time.
  let atOnce = 1
  const claimSome = async (): Promise<boolean> => {
    const now = ports.clock.now()
    const avoidDestinations = [...sending.slots.full(), ...sending.breaker.openAt(now)]
    const { atOnce: free, exceptKinds } = shares.free()
    const claim = { worker, now, leaseUntil: now + leaseMs, avoidDestinations, exceptKinds, taken: new Set<string>() }
    const wanted = Math.min(atOnce, free)
    const claims = await Promise.allSettled(Array.from({ length: wanted }, () => claimOne(claim)))
    const found = claims.filter((settled) => settled.status === 'fulfilled' && settled.value).length
    atOnce = Math.max(1, found * 2)
    for (const settled of claims) if (settled.status === 'rejected') throw settled.reason
    return found > 0
  }
  const claimOne = async (claim: EffectClaim): Promise<boolean> => {
    const effect = await ports.store.claimEffect(claim)
    if (effect === null) return false
    failpoint('dispatch.claimed')
    launch(effect)
    return true
  }
  const launch = (effect: ClaimedEffect): void => {
    const release = shares.take(effect.delivery.kind)
    const work = deliver(effect, sending, ports).finally(() => {
      running.delete(work)
      release()
      void look()
    })
    running.add(work)
  }
  const look = oneAtATime(async () => {
    try {
      while (!isDraining && running.size < concurrency && (await claimSome())) {}
    } catch (error) {
      // The next poll tries again.
      ports.log.warn({ cause: String(error) }, 'effects could not be claimed')
    }
  })
  const tidy = oneAtATime(() => tidyEndpoints(ports, () => isDraining))
  const poll = async (): Promise<void> => {
    cancelPoll = timers.after(pollMs, () => void poll())
    void tidy()
    await closeExpiredLeases(ports)
    if (!isDraining) await look()
  }

  return {
    wake: () => void Promise.all([tidy(), look()]),
    start: () => void poll(),
    async drain(deadlineMs) {
      isDraining = true
      cancelPoll()
      // A claim under way still becomes a send.
      await Promise.all([tidy(), look()])
      const ended = Promise.all(running)
      if (!(await settlesWithin(timers, ended, deadlineMs))) sending.shutdown.abort()
      await ended
    },
  }
}

/** Bounds how long a slice blocks the event loop: about 10 ms. */
const rowsInSlice = 200

/** Brings what waits for endpoints that moved or are gone in line with that. */
async function tidyEndpoints({ store, log }: Ports, isStopping: () => boolean): Promise<void> {
  try {
    while (!isStopping() && (await store.tidyEndpoints(rowsInSlice))) {}
  } catch (error) {
    // The next poll tries again.
    log.warn({ cause: String(error) }, 'what waits for an endpoint could not be brought in line')
  }
}

/** Runs the work when asked; asked while it runs, it runs once more. Resolves when it has come to rest. */
function oneAtATime(work: () => Promise<void>): () => Promise<void> {
  let current: Promise<void> | null = null
  let isAskedAgain = false
  const run = async (): Promise<void> => {
    do {
      isAskedAgain = false
      await work()
    } while (isAskedAgain)
    current = null
  }
  return () => {
    if (current === null) current = run()
    else isAskedAgain = true
    return current
  }
}
