import { sha256Hex } from '../../../packages/server/src/domain/fingerprint.ts'
import { isRefusal, type Refusal } from '../../../packages/server/src/domain/refusal.ts'
import { operations } from '../../../packages/server/src/operations/operations.ts'
import { type Reply, StoreUnavailable } from '../../../packages/server/src/ports.ts'
import { aCaller } from '../../../packages/server/src/testing/fakes.ts'
import { aWrite } from '../../../packages/server/src/testing/workbench.ts'
import type { SimLife } from './sim-life.ts'
import type { SimAct } from './sim-plan.ts'
import type { World } from './sim-world.ts'

export interface Asked {
  readonly takesRisk: boolean
  readonly key: string | null
}

export async function executeAgain(world: World, { name, ports }: SimLife, { takesRisk, key }: Asked): Promise<void> {
  const { accountId } = world.template
  if (takesRisk) world.isRiskTaken = true
  const body = { accountId, batchId: world.exportId, ...(takesRisk && { acceptDuplicateRisk: true }) }
  const unique = key && `${world.settings.seed}-${key}`
  const answer = await operations.executeExport(aWrite(body, unique), aCaller(accountId), ports)
  world.note(`${name} execute again: ${isRefusal(answer) ? answer.errorCode : answer.status}`)
  if (isRefusal(answer)) {
    if (!mayRefuse.has(answer.errorCode) && !mayGiveUp(world, answer.errorCode))
      world.faults.push(`execute was refused: ${answer.errorCode} ${answer.message}`)
    throw new Refused(answer.errorCode)
  }
  if (unique !== null) world.replays.push({ key: unique, status: answer.status, body: textOf(answer) })
}

/** A copy shares its order with its template, so that nobody but the copied execute can execute it first. */
const mayRefuse: ReadonlySet<string> = new Set([
  'APPROVAL_REQUIRED',
  'EXPORT_ALREADY_EXECUTED',
  'IDEMPOTENCY_CONFLICT',
  'IDEMPOTENCY_IN_PROGRESS',
  'PLAN_STALE',
])

/** The disk may be full; a request that was held up, or whose clock jumped, may have no time left for another try. */
function mayGiveUp({ pauses, plan }: World, code: string): boolean {
  const isExcused = plan.restore !== null || plan.acts.some(({ act }) => act.do === 'jump' || act.do === 'fillDisk')
  return code === 'UNAVAILABLE' && (pauses > 0 || isExcused)
}

/** The server answered, and said no. */
class Refused extends Error {}

function textOf({ body }: Reply): string {
  return sha256Hex(typeof body === 'string' ? body : Buffer.from(body).toString('utf8'))
}

export function replayEvents(world: World): void {
  const { accountId } = world.template
  insist(
    world,
    async (life) => {
      const endpoints = await life.ports.store.listWebhooks(accountId)
      for (const { record } of endpoints) {
        const params = { id: record.id }
        const body = { accountId, exportId: world.exportId, after: world.random.below(8) }
        const answer: Reply | Refusal = await operations.replayWebhook(
          { ...aWrite(body), params },
          aCaller(accountId),
          life.ports,
        )
        if (isRefusal(answer) && !mayRefuse.has(answer.errorCode) && !mayGiveUp(world, answer.errorCode))
          world.faults.push(`a replay was refused: ${answer.message}`)
      }
    },
    3,
  )
}

/** Somebody approves the plan for a while. */
export function approve(world: World, forMs: number): void {
  const { accountId } = world.template
  const actor = { type: 'person', name: 'Export Desk' } as const
  insist(world, async ({ name, ports }) => {
    const expiresAt = new Date(ports.clock.now() + forMs).toISOString()
    const body = { accountId, planHash: world.planHash, reason: 'Values agree with the invoices.', actor, expiresAt }
    const request = { ...aWrite(body), params: { id: world.exportId } }
    const answer = await operations.approveExport(request, aCaller(accountId), ports)
    answered(world, answer, `${name} approve`)
  })
}

/** The account corrects the address of an endpoint, or switches it off. */
export function register(world: World, act: Extract<SimAct, { do: 'correct' | 'switchOff' }>): void {
  const { accountId } = world.template
  insist(
    world,
    async ({ name, ports }) => {
      const record = world.endpoints.now()[act.endpoint]
      if (record === undefined) return
      const { externalId, url: now, events } = record.doc
      const url = act.do === 'correct' ? `https://${externalId}-at-${act.to}.example/events` : now
      const body = { accountId, externalId, url, events, active: act.do === 'correct' }
      const answer = await operations.registerWebhook(aWrite(body), aCaller(accountId), ports)
      answered(world, answer, `${name} register ${url}`)
    },
    3,
  )
}

export function rotate(world: World, endpoint: number): void {
  const { accountId } = world.template
  insist(
    world,
    async ({ name, ports }) => {
      const id = world.endpoints.now()[endpoint]?.id
      if (id === undefined) return
      const request = { ...aWrite({ accountId }), params: { id } }
      const answer = await operations.rotateWebhookSecret(request, aCaller(accountId), ports)
      answered(world, answer, `${name} rotate ${id}`)
    },
    3,
  )
}

function answered(world: World, answer: Reply | Refusal, what: string): void {
  world.note(`${what}: ${isRefusal(answer) ? answer.errorCode : answer.status}`)
  if (!isRefusal(answer)) return
  if (!mayRefuse.has(answer.errorCode) && !mayGiveUp(world, answer.errorCode))
    world.faults.push(`${what} was refused: ${answer.errorCode} ${answer.message}`)
  throw new Refused(answer.errorCode)
}

/** A client that asks again, a few seconds later, until it is answered. */
export function insist(world: World, act: (life: SimLife) => Promise<void>, tries = 40): void {
  let isAnswered = false
  const attempt = (left: number): void => {
    if (isAnswered || left === 0) return
    const running = world.lives.filter((life) => life.isRunning())
    const life = running.length === 0 ? undefined : world.random.pick(running)
    const answered = (): void => {
      isAnswered = true
    }
    life
      ?.run(() => act(life))
      .then(answered, (error: unknown) => {
        world.note(`${life.name} client: ${String(error)}`)
        if (error instanceof Refused && error.message === 'IDEMPOTENCY_CONFLICT') answered()
        if (!(error instanceof Refused) && !(error instanceof StoreUnavailable))
          world.faults.push(`a request failed: ${String(error)}`)
      })
    world.time.at(5_000 * 2 ** Math.min(40 - left, 12), () => attempt(left - 1))
  }
  attempt(tries)
}
