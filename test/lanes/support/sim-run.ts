import { perform } from './sim-acts.ts'
import { insist } from './sim-clients.ts'
import { endOf, runOf, type SimRun } from './sim-end.ts'
import { prepareExport } from './sim-export.ts'
import { startNext } from './sim-lives.ts'
import { planRestore } from './sim-restore.ts'
import { newWorld, type SimSettings, type World } from './sim-world.ts'

/** Later than any round of sends with its outages can last. */
const horizonMs = 90 * 24 * 3_600_000

/** Runs one world to its end. The same seed gives the same trace. */
export async function runWorld(settings: SimSettings): Promise<SimRun> {
  const world = await newWorld(settings)
  const { store } = world.settings
  const execute = await prepareExport(world)
  // A round of the group writer belongs to whoever began it: none may be running when the lives begin.
  await world.time.settled()
  for (const { at, act } of world.plan.acts) world.time.at(at, () => perform(world, act))
  for (const { at, forMs } of world.plan.approvals ?? [])
    world.time.at(at, () => perform(world, { do: 'approve', forMs }))
  startNext(world)
  if (world.plan.hasTwoLives) startNext(world)
  for (let client = 0; client < world.plan.executes; client += 1) insist(world, (life) => execute(life, client))
  if ('restore' in store) planRestore(world, store)
  await untilAtRest(world)
  for (const life of world.lives) life.kill()
  await world.time.settled()
  const end = await endOf(world)
  if ('restore' in store) await store.close()
  else store.eye.beginAnew()
  return runOf(world, end)
}

/** Passes time until nothing is under way, nothing is left to be done and everybody waits for nothing. */
async function untilAtRest(world: World): Promise<void> {
  const { time, plan } = world
  const later = [...plan.afterRest]
  let idle = 0
  let seen = ''
  for (;;) {
    await time.settled()
    const work = world.halted
    world.halted = null
    await work?.()
    const poll = nextPoll(world, idle)
    const next = time.nextAt()
    const moved = `${world.claims.length} ${world.decisions.length}`
    if (moved !== seen) idle = 0
    seen = moved
    if (time.now() > horizonMs || idle > 400) {
      world.faults.push(`nothing comes to rest: ${idle} polls without a step, ${Math.round(time.now() / 3_600_000)} h`)
      return
    }
    if (poll !== null && (next === null || poll.at <= next)) {
      idle += 1
      time.passTo(poll.at)
      poll.fire()
    } else if (next !== null) time.step()
    else {
      const act = later.shift()
      if (act === undefined) return
      time.at(60_000, () => perform(world, act))
    }
  }
}

/** The next poll that finds something: others change nothing, so time passes over them. */
function nextPoll(world: World, idle: number): { readonly at: number; readonly fire: () => void } | null {
  const { time, settings } = world
  const polls = world.lives.flatMap((life) => life.poll() ?? [])
  const [first] = polls.toSorted((a, b) => a.notBefore - b.notBefore)
  if (first === undefined) return null
  const due = settings.store.eye.dueAt()
  // In quarantine nothing is due, whatever the rows say.
  if (due === null || (world.loss !== null && world.loss.liftedAt === null)) return null
  const patience = idle < 4 ? 0 : Math.min(30_000, 500 * 2 ** Math.min(idle - 3, 6))
  return { at: Math.max(first.notBefore + patience, due - time.wall() + time.now()), fire: first.fire }
}
