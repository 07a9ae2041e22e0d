import type { Log, Store } from '../../../packages/server/src/ports.ts'
import { type SimLife, startLife } from './sim-life.ts'
import type { SimLifeEnd } from './sim-plan.ts'
import { watched } from './sim-watch.ts'
import type { World } from './sim-world.ts'

export const silent: Log = { info: () => {}, warn: () => {}, error: () => {} }

export function startNext(world: World): void {
  const { time, settings, ids, random, note, plan, begun } = world
  const store = world.pool.shift()
  // As many processes as there may be are there already.
  if (store === undefined) return
  const name = `life-${world.begun.size + 1}`
  const isAlone = world.lives.every((other) => other.isDead())
  // A server that holds the lock of the file ends the leases of the one before it.
  if (isAlone && random.chance(0.5)) settings.store.eye.endLeases()
  const end = world.ends.shift()
  let hits = 0
  const self = { name, isDead: (): boolean => life.isDead() }
  const life = startLife({
    ...{ name, time, concurrency: 16, aheadMs: plan.clocks[begun.size] ?? 0 },
    ports: {
      ...settings.base,
      ...{ ids, log: silent, store: watched(world, store, name), transports: world.receivers.transports(self) },
    },
    isFull: () => time.now() < world.fullUntil,
    reached: (point) => {
      if (end === undefined || !('failpoint' in end.at) || end.at.failpoint !== point) return 'go on'
      hits += 1
      if (hits !== end.at.hit) return 'go on'
      world.met.push(point)
      interrupted(world, life, { end, store, where: point })
      return end.how
    },
  })
  world.begun.set(name, time.now())
  world.stores.set(name, store)
  note(`${name} starts`)
  world.lives.push(life)
  life.begin(() => life.dispatcher.start())
  if (end !== undefined && 'moment' in end.at) time.at(end.at.moment, () => stopAtMoment(world, life, { end, store }))
}

function stopAtMoment(world: World, life: SimLife, { end, store }: { end: SimLifeEnd; store: Store }): void {
  if (!life.isRunning()) return
  interrupted(world, life, { end, store, where: 'a moment' })
  if (end.how === 'die') life.kill()
  else life.pause()
}

/** What follows the end of a life, or its pause. */
function interrupted(
  world: World,
  life: SimLife,
  { end, store, where }: { readonly end: SimLifeEnd; readonly store: Store; readonly where: string },
): void {
  const { time, random, note } = world
  note(`${life.name} ${end.how}s at ${where} for ${end.forMs}`)
  if (end.how === 'die') {
    world.died.set(life.name, time.now())
    time.at(end.forMs, () => startWith(world, store))
    return
  }
  world.pauses += 1
  time.at(end.forMs, () => {
    note(`${life.name} goes on`)
    world.begun.set(life.name, time.now())
    life.resume()
  })
  if (random.chance(0.7)) time.at(random.below(60_000), () => startNext(world))
}

function startWith(world: World, store: Store): void {
  // Its file may have been replaced meanwhile.
  if (world.closed.has(store)) return
  world.pool.push(store)
  startNext(world)
}

/** A clean shutdown, and the next start. */
export function restart(world: World): void {
  const { time, note } = world
  const index = world.lives.findIndex((life) => life.isRunning())
  const life = world.lives[index]
  if (life === undefined) return
  void life
    .begin(() => life.dispatcher.drain(5_000))
    .then(() => {
      note(`${life.name} has shut down`)
      const store = world.stores.get(life.name)
      if (life.isDead() || store === undefined) return
      life.kill()
      time.at(1_000, () => startWith(world, store))
    })
}
