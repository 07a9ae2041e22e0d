import { isFinal } from '../../../packages/server/src/domain/delivery/decision.ts'
import { executeAgain, insist } from './sim-clients.ts'
import { startNext } from './sim-lives.ts'
import type { LoneStore } from './sim-lone-store.ts'
import type { World } from './sim-world.ts'

/** How far the lists of a world had come at a moment. */
export interface SimMark {
  readonly claims: number
  readonly sends: number
  readonly decisions: number
  readonly replays: number
}

/** What was committed after a backup was made, and lost when it was restored. */
export interface SimLoss {
  readonly backup: SimMark
  readonly restore: SimMark
  /** Deliveries that nothing was to be sent of when the backup was made. */
  readonly atRest: ReadonlySet<string>
  /** Nothing may be sent between the restore and this moment of the world; null before it has come. */
  liftedAt: number | null
  readonly restoredAt: number
}

/** Somebody makes a backup, restores it later, looks through what waits, and lets the server send again. */
export function planRestore(world: World, store: LoneStore): void {
  const { time, plan, note } = world
  if (plan.restore === null) return
  const { backupAt, restoreAt, liftAt } = plan.restore
  // Real files are copied: nothing else may be under way.
  const alone = (at: number, work: () => Promise<void>): void => {
    time.at(at, () => {
      world.halted = work
    })
  }
  let backup = markOf(world)
  let atRest: ReadonlySet<string> = new Set()
  alone(backupAt, async () => {
    note('backup')
    await store.backUp(time.wall())
    backup = markOf(world)
    atRest = restingIn(world)
    world.endpoints.keep()
  })
  alone(restoreAt, async () => {
    note('restore')
    await restore(world, store)
    world.endpoints.putBack()
    world.loss = { backup, atRest, restore: markOf(world), restoredAt: time.now(), liftedAt: null }
    startNext(world)
  })
  alone(liftAt, async () => {
    note('quarantine is lifted')
    await store.liftQuarantine()
    if (world.loss !== null) world.loss.liftedAt = time.now()
    // Whoever executed in the lost time is told so, and executes again.
    insist(world, (life) => executeAgain(world, life, { takesRisk: false, key: null }))
  })
}

async function restore(world: World, store: LoneStore): Promise<void> {
  for (const life of world.lives) life.kill()
  await world.time.settled()
  for (const old of [...world.stores.values(), ...world.pool]) world.closed.add(old)
  await store.restore(world.time.wall())
  const stores = await store.stores()
  const [desk] = stores
  if (desk === undefined) throw new Error('there is no store')
  world.desk = desk
  world.pool = [...stores]
  world.overslept.clear()
}

function restingIn({ decisions }: World): Set<string> {
  const last = new Map(decisions.map(({ deliveryId, state }) => [deliveryId, state]))
  return new Set([...last].flatMap(([id, state]) => (isFinal(state) ? [id] : [])))
}

function markOf({ claims, receivers: { sends }, decisions, replays }: World): SimMark {
  return { claims: claims.length, sends: sends.length, decisions: decisions.length, replays: replays.length }
}
