import { resolveSubmission, retrySubmission } from '../../../packages/server/src/commands/submission-acts.ts'
import { UsageError } from '../../../packages/server/src/commands/usage-error.ts'
import type { DeliveryState } from '../../../packages/server/src/domain/records.ts'
import type { Change } from '../../../packages/server/src/ports.ts'
import { approve, executeAgain, insist, register, replayEvents, rotate } from './sim-clients.ts'
import { restart, silent } from './sim-lives.ts'
import type { SimAct } from './sim-plan.ts'
import type { World } from './sim-world.ts'

export function perform(world: World, act: SimAct): void {
  const { time, note } = world
  note(`act ${JSON.stringify(act)}`)
  world.acts.push(act.do)
  switch (act.do) {
    case 'executeAgain':
      for (let call = 0; call < act.calls; call += 1) insist(world, (life) => executeAgain(world, life, act), 4)
      return
    case 'resolve':
    case 'retry':
      void decideByHand(world, act)
      return
    case 'replayEvents':
      replayEvents(world)
      return
    case 'approve':
      approve(world, act.forMs)
      return
    case 'correct':
    case 'switchOff':
      register(world, act)
      return
    case 'rotate':
      rotate(world, act.endpoint)
      return
    case 'leave': {
      const url = world.endpoints.now()[act.endpoint]?.doc.url
      if (url !== undefined) world.receivers.leave(url)
      return
    }
    case 'jump':
      time.jump(act.ms)
      return
    case 'fillDisk':
      world.fullUntil = time.now() + act.ms
      return
    case 'restart':
      restart(world)
      return
  }
}

/** An operator who asks the broker, and is told the truth. */
async function decideByHand(world: World, act: Extract<SimAct, { do: 'resolve' | 'retry' }>): Promise<void> {
  const { time, ids, settings, receivers, note } = world
  const { ledger: bare } = settings.store
  const ledger = {
    ...bare,
    async commit(change: Change) {
      const outcome = await bare.commit(change)
      if (outcome.outcome === 'committed') world.endpoints.note(change)
      return outcome
    },
  }
  const budget = { limit: Number.MAX_SAFE_INTEGER, windowMs: 60_000 }
  const desk = { ledger, clock: { now: time.wall }, ids, log: silent, budget }
  time.started()
  try {
    const latest = (await ledger.loadExport(world.template.accountId, world.exportId))?.submissions.at(-1)
    if (latest === undefined) return
    if (act.do === 'retry') {
      world.isRiskTaken ||= act.takesRisk
      await retrySubmission(latest.id, { acceptDuplicateRisk: act.takesRisk }, desk)
    } else {
      const says = receivers.holds(latest.id)
        ? ({ isReceived: true, reference: 'REF-BY-HAND' } as const)
        : ({ isReceived: false } as const)
      const { submission } = await resolveSubmission(latest.id, says, desk)
      noteState(world, submission)
    }
  } catch (error) {
    if (!(error instanceof UsageError)) world.faults.push(`an operator's act failed: ${String(error)}`)
    note(`act refused: ${String(error).slice(0, 60)}`)
  } finally {
    time.ended()
  }
}

function noteState(world: World, { id, state }: { readonly id: string; readonly state: DeliveryState }): void {
  world.decisions.push({
    at: world.time.now(),
    life: 'operator',
    deliveryId: id,
    state,
    openAttempts: 0,
    isStale: false,
  })
}
