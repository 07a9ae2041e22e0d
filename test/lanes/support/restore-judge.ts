import { DatabaseSync } from 'node:sqlite'
import { isFinal } from '../../../packages/server/src/domain/delivery/decision.ts'
import { isDuplicatePossible } from '../../../packages/server/src/domain/delivery/doubt.ts'
import type { DeliveryRecord, ExportHistory } from '../../../packages/server/src/domain/records.ts'
import type { Life, Writer } from './restore-life.ts'
import type { Receivers } from './restore-receivers.ts'

/** What stood with the writers when a backup began and when it was there. */
export interface TakenBackup {
  readonly file: string
  readonly least: readonly number[]
  readonly most: readonly number[]
}

/** A backup is whole, and holds of each writer a prefix: all that was acknowledged before, nothing that was begun after. */
export function judgeBackup({ file, least, most }: TakenBackup, writers: readonly Writer[]): string[] {
  const copy = new DatabaseSync(file, { readOnly: true })
  const problems: string[] = []
  const [integrity] = copy.prepare('PRAGMA integrity_check').all()
  if (integrity?.['integrity_check'] !== 'ok') problems.push(`${file} is torn: ${JSON.stringify(integrity)}`)
  for (const [index, { name }] of writers.entries()) {
    const rows = copy.prepare("SELECT external_id AS id FROM orders WHERE external_id LIKE ? || '-%'").all(name)
    const numbers = rows.map(({ id }) => Number(String(id).slice(name.length + 1))).sort((a, b) => a - b)
    if (numbers.some((number, at) => number !== at + 1)) problems.push(`${file} lacks an order of ${name} in between`)
    if (numbers.length < (least[index] ?? 0)) problems.push(`${file} lacks what ${name} had acknowledged`)
    if (numbers.length > (most[index] ?? 0)) problems.push(`${file} holds what ${name} had not begun`)
  }
  copy.close()
  return problems
}

export interface Judged {
  readonly problems: string[]
  /** Messages that came more than once, each of them told. */
  readonly twice: number
  readonly exports: number
}

/** Whatever came more than once is told of, and brokers that know keys or were promised one mail got one. */
export async function judgeSends({ server, accountId }: Life, receivers: Receivers): Promise<Judged> {
  const { store } = server.ports
  const exports = await store.listExports(accountId, { limit: 100_000 })
  const [endpoint] = await store.listWebhooks(accountId)
  const problems: string[] = []
  let twice = 0
  const told = (id: string, count: number, isTold: boolean): void => {
    if (count < 2) return
    twice += 1
    if (!isTold) problems.push(`${id} came ${count} times, and nothing tells of it`)
  }
  for (const history of exports) {
    problems.push(...judgeSubmissions(history, receivers))
    for (const { id } of history.submissions)
      told(id, effectsOf(id, receivers), isDuplicatePossible(history.submissions))
    for (const { id, delivery } of history.notifications) told(id, effectsOf(id, receivers), hasDoubt(delivery))
    for (const { id } of history.events) {
      const delivery = await store.loadDelivery(accountId, `${id}.${endpoint?.record.id ?? ''}`)
      told(id, effectsOf(id, receivers), hasDoubt(delivery))
    }
  }
  return { problems, twice, exports: exports.length }
}

function judgeSubmissions({ export: { id: exportId }, submissions }: ExportHistory, receivers: Receivers): string[] {
  return submissions.flatMap(({ id, state, policy }) => {
    const count = effectsOf(id, receivers)
    if (!isFinal(state)) return [`${id} of ${exportId} is ${state} and did not come to rest`]
    if (policy !== 'at_least_once' && count > 1) return [`${id} of ${exportId} had ${count} effects under ${policy}`]
    return state === 'ACCEPTED' && count === 0 ? [`${id} of ${exportId} is ACCEPTED and never came`] : []
  })
}

function effectsOf(id: string, { counts, broker }: Receivers): number {
  return (counts.get(id) ?? 0) + broker.effects().filter(({ submissionId }) => submissionId === id).length
}

function hasDoubt(delivery: DeliveryRecord | null): boolean {
  return delivery?.attempts.some(({ kind, outcome }) => kind === 'send' && outcome === 'unknown') ?? false
}
