import type { Export } from '@entrygo/sdk/contract'
import { operations } from '../../../packages/server/src/operations/operations.ts'
import type { Ports } from '../../../packages/server/src/ports.ts'
import { aCaller } from '../../../packages/server/src/testing/fakes.ts'
import { bodyOf } from '../../../packages/server/src/testing/workbench.ts'
import type { SimEnd, SimHistory } from './sim-history.ts'
import type { SimPlan } from './sim-plan.ts'
import type { World } from './sim-world.ts'

export interface SimRun {
  readonly plan: SimPlan
  readonly history: SimHistory
  readonly trace: readonly string[]
  readonly figures: SimFigures
}

export interface SimFigures {
  readonly deaths: number
  readonly pauses: number
  /** Failpoints at which a life ended or was paused. */
  readonly met: readonly string[]
  readonly acts: readonly string[]
  /** Longest time that an attempt stayed open after its process had died and another one had started. */
  readonly slowestClosing: number
}

export async function endOf(world: World): Promise<SimEnd> {
  const { settings, template, exportId, time, desk } = world
  const { eye } = settings.store
  const { accountId } = template
  const history = await desk.loadExport(accountId, exportId)
  const found = await Promise.all(
    eye.eventDeliveries(accountId, exportId).map((id) => desk.loadDelivery(accountId, id)),
  )
  const ports: Ports = {
    ...settings.base,
    store: { ...desk, loadExport: async () => history },
    clock: { now: time.wall },
  }
  const shown: Export | null =
    history === null ? null : bodyOf(await operations.inspectExport({ id: exportId }, aCaller(accountId), ports))
  const submission = shown?.broker_submission
  return {
    ...{ at: time.now(), history, events: (await desk.loadAllEvents(accountId, exportId)) ?? [] },
    eventDeliveries: found.filter((delivery) => delivery !== null),
    executions: eye.rows('executions', accountId, exportId),
    packages: eye.rows('packages', accountId, exportId),
    outboxRows: eye.outboxRows(),
    shown:
      shown === null || submission == null
        ? null
        : { state: shown.state, status: submission.status, duplicatePossible: submission.duplicate_possible },
  }
}

export function runOf(world: World, end: SimEnd): SimRun {
  const { plan, acts, exportId, claims, decisions, replays, isRiskTaken, faults, receivers, met, pauses } = world
  const first = end.history?.submissions[0]
  const { policy, terms } = first ?? {
    policy: 'at_least_once' as const,
    terms: { keyWindowMs: 0, isQueryable: false, settleMs: 0, concurrency: 1 },
  }
  const { sends, effects } = receivers
  const { loss } = world
  // What a restore lost is judged no more, but for what came of it.
  const from = loss?.restore ?? { claims: 0, sends: 0, decisions: 0, replays: 0 }
  return {
    plan,
    trace: world.trace,
    history: {
      exportId,
      policy,
      terms,
      told: world.endpoints.due(),
      isGated: plan.approvals !== null,
      quarantine: loss && { from: loss.restoredAt, to: loss.liftedAt ?? Number.POSITIVE_INFINITY },
      claims: claims.slice(from.claims),
      sends: sends.slice(from.sends),
      effects,
      ...lostEffects(world),
      unreported: new Set(
        effects.filter(
          ({ isLate, life: by, deliveryId, n }) => isLate && !world.reported.has(`${by} ${deliveryId} ${n}`),
        ),
      ),
      decisions: decisions.slice(from.decisions),
      replays: replays.slice(from.replays),
      isRiskTaken,
      faults,
      end,
    },
    figures: { deaths: world.died.size, pauses, met, acts, slowestClosing: Math.max(0, ...world.closings) },
  }
}

function lostEffects({ loss, receivers: { effects }, decisions }: World): Pick<SimHistory, 'lost' | 'untold'> {
  if (loss === null) return { lost: new Set(), untold: new Set() }
  const { backup, restore, atRest } = loss
  const lost = effects.filter(({ claim }) => claim >= backup.claims && claim < restore.claims)
  const decided = new Set(decisions.slice(restore.decisions).map(({ deliveryId }) => deliveryId))
  const untold = lost.filter(({ deliveryId }) => atRest.has(deliveryId) && !decided.has(deliveryId))
  return { lost: new Set(lost), untold: new Set(untold) }
}
