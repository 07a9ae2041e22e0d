import type { Change, Store, Write } from '../../../packages/server/src/ports.ts'
import type { World } from './sim-world.ts'

/** The store of one life, with everything that it commits written down. */
export function watched(world: World, store: Store, life: string): Store {
  const { time, note, claims, endpoints, plan, random } = world
  const { eye } = world.settings.store
  return {
    ...store,
    async commit(change) {
      const outcome = await store.commit(change)
      if (outcome.outcome === 'committed') {
        world.endpoints.note(change)
        noteChange(world, change, life)
      }
      return outcome
    },
    tidyEndpoints: async (limit) =>
      random.chance(plan.tidies.chance) && store.tidyEndpoints(Math.min(limit, plan.tidies.atOnce)),
    async claimEffect(claim) {
      // A replay that the same transaction writes after the claim is none that the claim could have seen.
      const lastRow = eye.lastOutboxRow()
      const effect = await store.claimEffect(claim)
      if (effect === null) return null
      const { delivery, outbox, attempt } = effect
      const before = outbox.lane === null ? 0 : eye.before(outbox.lane, outbox.laneSeq, lastRow)
      const { n, kind } = attempt
      const faults = endpoints.faultsOfClaim(effect, claim.now)
      claims.push({ at: time.now(), wall: claim.now, life, delivery, n, kind, before, faults })
      note(`${life} claims ${delivery.id} ${kind} ${n} epoch ${outbox.leaseEpoch}`)
      return effect
    },
  }
}

function noteChange(world: World, change: Change, life: string): void {
  const { time, note, decisions } = world
  const { eye } = world.settings.store
  const isStale = change.writes.some((write) => write.write === 'attempt' && world.overslept.has(nameOf(write)))
  for (const write of change.writes) {
    if (write.write === 'attempt') noteAttempt(world, write, life)
    if (write.write !== 'delivery') continue
    const { id: deliveryId, state } = write.delivery
    // A worker that overslept may mark the delivery, which decides nothing.
    if (isStale && decisions.findLast((other) => other.deliveryId === deliveryId)?.state === state) continue
    const openAttempts = eye.openAttempts(change.accountId, deliveryId)
    decisions.push({ at: time.now(), life, deliveryId, state, openAttempts, isStale })
    note(`${life} ${deliveryId} is ${state}`)
  }
}

type AttemptWrite = Extract<Write, { write: 'attempt' }>

function noteAttempt({ time, note, claims, ...world }: World, write: AttemptWrite, life: string): void {
  const { n, outcome, evidence } = write.attempt
  note(`${life} attempt ${write.deliveryId} ${n} ${outcome} ${evidence}`)
  world.reported.add(`${life} ${nameOf(write)}`)
  if (evidence !== 'lease_expired') return
  world.overslept.add(nameOf(write))
  const claim = claims.findLast((other) => other.delivery.id === write.deliveryId && other.n === n)
  const died = world.died.get(claim?.life ?? '')
  if (died === undefined) return
  const since = Math.max(died, world.begun.get(life) ?? 0, world.fullUntil)
  world.closings.push(time.now() - since)
}

function nameOf({ deliveryId, attempt: { n } }: AttemptWrite): string {
  return `${deliveryId} ${n}`
}
