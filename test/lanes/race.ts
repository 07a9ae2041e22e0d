/**
 * Many clients in several processes execute the same batch at the same time, with the same, different and no keys. Each
 * round must end with one package, one execution and one mail.
 *
 *   pnpm run lane:race [--rounds 25] [--processes 4] [--calls 16]
 */
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ExecutedExport, ExportPlan } from '@entrygo/sdk/contract'
import { type Answer, type Api, connect, post } from './support/api.ts'
import { type DevServer, startDev } from './support/dev-server.ts'
import { bookOrder, bookShipment, syncBook, syncOrder } from './support/goods.ts'
import { conclude, mailsBySubmission, option } from './support/report.ts'

export interface RaceOrder {
  readonly server: { readonly url: string; readonly apiKey: string }
  readonly calls: number
  readonly body: unknown
  /** Null: no key at all. */
  readonly keys: readonly (string | null)[]
}

const rounds = option('rounds', 25)
const processes = option('processes', 4)
const calls = option('calls', 16)
const dataDir = await mkdtemp(join(tmpdir(), 'entrygo-race-'))
const server = await startDev(dataDir)
const api = connect(server)
const product = await syncBook(api, server.accountId)
const clients = Array.from({ length: processes }, () => fork(new URL('./support/race-client.ts', import.meta.url)))
const problems: string[] = []
const submissions: string[] = []

for (let round = 0; round < rounds; round += 1) {
  const plan = await planOf(api, server, `R-${round}`)
  const answers = (await Promise.all(clients.map((client, at) => run(client, orderOf(plan, round, at))))).flat()
  problems.push(...judge(answers, round))
  const first = answers.find(({ status }) => status === 201)
  if (first) submissions.push(JSON.parse(first.text).broker_submission.id)
}

for (const client of clients) client.disconnect()
problems.push(...(await judgeMails()))
api.close()
await server.stop()
await rm(dataDir, { recursive: true })
conclude({
  lane: 'lane race',
  repeat: `pnpm run lane:race --rounds ${rounds} --processes ${processes} --calls ${calls}`,
  problems,
  summary: `${rounds} rounds of ${processes * calls} concurrent executes from ${processes} processes.`,
})

async function planOf(to: Api, place: DevServer, name: string): Promise<ExportPlan> {
  const { accountId, warehouseId, brokerId } = place
  const orderId = await syncOrder(to, accountId, bookOrder(name, product))
  const body = { accountId, warehouseId, brokerId, orderIds: [orderId], asOf: '2026-11-21', shipment: bookShipment }
  return post<ExportPlan>(to, { path: '/api/exports/plan', body }, [201])
}

/** A third of the rounds share one key, a third has a key per call, a third has none. */
function orderOf(plan: ExportPlan, round: number, client: number): RaceOrder {
  const kind = round % 3
  const keys = Array.from({ length: calls }, (_, call) =>
    kind === 0 ? `race-${round}` : kind === 1 ? `race-${round}-${client}-${call}` : null,
  )
  return { server, calls, keys, body: { accountId: server.accountId, batchId: plan.exportId } }
}

async function run(client: ChildProcess, order: RaceOrder): Promise<Answer[]> {
  const answered = once(client, 'message')
  client.send(order)
  const [answers] = await answered
  return answers
}

function judge(answers: readonly Answer[], round: number): string[] {
  const found: string[] = []
  const refused = answers.filter(({ status, text }) => status >= 300 && !text.includes('IDEMPOTENCY_IN_PROGRESS'))
  for (const { status, text } of refused) found.push(`round ${round}: ${status} ${text.slice(0, 200)}`)
  const done = answers.filter(({ status }) => status < 300)
  const executed: ExecutedExport[] = done.map(({ text }) => JSON.parse(text))
  const packages = new Set(executed.map(({ customs_package_id }) => customs_package_id))
  if (packages.size !== 1) found.push(`round ${round}: ${packages.size} packages`)
  const firsts = done.filter(({ status, headers }) => status === 201 && headers['idempotent-replayed'] === undefined)
  if (firsts.length !== 1) found.push(`round ${round}: ${firsts.length} first executions`)
  return found
}

async function judgeMails(): Promise<string[]> {
  const stop = Date.now() + 60_000
  let mails = await brokerMails()
  while (mails.size < submissions.length && Date.now() < stop) {
    await new Promise((resolve) => setTimeout(resolve, 100))
    mails = await brokerMails()
  }
  const found: string[] = []
  for (const id of submissions) {
    const sent = mails.get(id)?.length ?? 0
    if (sent !== 1) found.push(`${id} was mailed ${sent} times`)
  }
  if (mails.size !== submissions.length) found.push(`${mails.size} submissions were mailed, not ${submissions.length}`)
  return found
}

/** The warehouse gets its mails in the same folder. */
async function brokerMails(): Promise<Map<string, Buffer[]>> {
  const mails = await mailsBySubmission(server.mailDir)
  return new Map([...mails].filter(([id]) => id.startsWith('sub_')))
}
