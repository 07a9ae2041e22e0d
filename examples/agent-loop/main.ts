/**
 * An agent's loop without a language model: what may go goes, what may not is asked about or stops, and every outcome has
 * its branch. Then an agent that cheats has the same loop over MCP. Ends non-zero when anything is off.
 */
import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { createEntryGo, type EntryGo, type GatePolicy } from '@entrygo/sdk'
import type { OrderInput, Scope, Shipment } from '@entrygo/sdk/contract'
import { exampleAsOf, startDev } from '@entrygo/server/dev'
import { parse } from 'yaml'
import { cheat } from './cheating-agent.ts'
import { folderDesk } from './desk.ts'
import { type Ending, exportOrders, type Loop, settled, type Work } from './loop.ts'
import { personAt } from './person.ts'

/** Told once at most: where nobody knows whether the mail arrived, a person decides. */
const carefulBroker = {
  externalId: 'BR-CAREFUL',
  name: 'Example Careful Brokers LLC',
  filerCode: 'X5Z',
  poaOnFile: true,
  submission: { type: 'email', email: 'careful@broker.example', policy: 'at_most_once' },
} as const

const folder = await mkdtemp(join(tmpdir(), 'entrygo-agent-loop-'))
const dataDir = join(folder, 'data')
const faults = join(folder, 'faults.txt')
const inbox = join(folder, 'inbox')
await mkdir(inbox)
await writeFile(faults, '')
const dev = await startDev({ port: 0, dataDir, faults, log: 'error' })
try {
  const [agentKey, personKey] = await Promise.all([keyWith('sync', 'plan', 'read', 'execute'), keyWith('approve')])
  // Few and quick attempts, so that an unknown outcome is reached at once.
  const client = clientWith(agentKey)
  const loop: Loop = {
    client,
    policy: await policyIn('entrygo.policy.yaml'),
    desk: folderDesk(client, inbox),
    log: (line) => console.log(`  ${line}`),
  }
  const person = personAt(inbox, clientWith(personKey))
  await goesAlone(loop)
  await asksAPerson(loop, person)
  await outcomes(loop)
  await cheats(loop, person)
} finally {
  await dev.stop()
  await rm(folder, { recursive: true, force: true })
}
console.log('\nThe loop holds what it promises.')

type Person = ReturnType<typeof personAt>

async function goesAlone(loop: Loop): Promise<void> {
  title('READY goes alone')
  const work = await workOf('ready', 'alone')
  const done = await exportOrders(work, loop)
  assert.equal(done.ending, 'completed')

  title('the process died and is started again: the same keys, the same export')
  assert.deepEqual(await exportOrders(work, loop), done)
  const { broker_submission } = await loop.client.inspect({ id: done.exportId })
  assert.equal(broker_submission?.attempts.length, 1)

  title('a fact is missing: nobody invents it, and once it is supplied the same work goes on')
  const [order] = work.items
  assert.ok(order)
  const { buyer: _, ...unknown } = { ...order, externalId: 'NO-BUYER' }
  const blocked = await exportOrders({ ...work, id: 'no-buyer', items: [unknown] }, loop)
  assert.ok(blocked.ending === 'data_missing')
  for (const { field, requiredBy } of blocked.missing.slice(0, 3)) {
    console.log(`  missing: ${field}, asked for by ${requiredBy.join(', ')}`)
  }
  assert.ok(blocked.missing.length > 0)
  const mended = await exportOrders({ ...work, id: 'no-buyer', items: [{ ...order, externalId: 'NO-BUYER' }] }, loop)
  assert.deepEqual([mended.ending, mended.exportId], ['completed', blocked.exportId])

  title('a policy with a typing error lets nothing pass')
  const policy = JSON.parse('{"maxValueUSD": 2500}')
  const stopped = await exportOrders(await workOf('ready', 'typo'), { ...loop, policy })
  assert.ok(stopped.ending === 'stopped' && stopped.reasons[0]?.code === 'POLICY')
}

async function asksAPerson(loop: Loop, person: Person): Promise<void> {
  title('REVIEW_REQUIRED: a person says yes')
  const work = await workOf('review', 'asked')
  const [yes] = await Promise.all([exportOrders(work, loop), person.answer({ says: 'yes' })])
  assert.equal(yes.ending, 'completed')

  title('a person says no')
  const [no] = await Promise.all([
    exportOrders(await workOf('review', 'declined'), loop),
    person.answer({ says: 'no' }),
  ])
  assert.equal(no.ending, 'declined')
  await untouched(no)

  title('the order changes while the person reads: PLAN_STALE, and they are asked about what it is now')
  const moving = await workOf('review', 'moving')
  const dearer = moving.items.map((order) => ({
    ...order,
    items: order.items.map((line) => ({ ...line, unitValueUsd: 21 })),
  }))
  const change = async (): Promise<void> => {
    await loop.client.orders.sync({ items: dearer })
  }
  const [stale] = await Promise.all([
    exportOrders(moving, loop),
    person.answer({ says: 'yes', before: change }).then(() => person.answer({ says: 'yes' })),
  ])
  assert.equal(stale.ending, 'completed')
  const { approvals, export_units } = await loop.client.inspect({ id: stale.exportId })
  assert.deepEqual(
    approvals.map(({ live }) => live),
    [false, true],
  )
  assert.equal(export_units[0]?.value_usd, 126)
}

async function outcomes(loop: Loop): Promise<void> {
  title('the answer of execute is lost: OUTCOME_UNKNOWN, and inspect knows')
  await writeFile(faults, 'lost-reply:executeExport*2')
  const lost = await exportOrders(await workOf('ready', 'lost'), loop)
  await writeFile(faults, '')
  assert.equal(lost.ending, 'completed')
  await onceExecuted(loop.client, lost)

  title('the request of execute is lost: the same key once more')
  const never = { ...loop, client: losingRequests(2) }
  const resent = await exportOrders(await workOf('ready', 'never-sent'), never)
  assert.equal(resent.ending, 'completed')
  await onceExecuted(loop.client, resent)

  title('the broker refuses the mail: a person mends it and executes again under a key of its own')
  await writeFile(faults, 'smtp:550*1')
  const refused = await exportOrders(await workOf('ready', 'refused'), loop)
  assert.ok(refused.ending === 'person_needed' && refused.action === 'FIX_AND_EXECUTE_AGAIN')
  await writeFile(faults, '')
  const { planHash, customs_package_id } = await loop.client.inspect({ id: refused.exportId })
  await loop.client.execute({ batchId: refused.exportId, planHash, idempotencyKey: 'refused:mended:1' })
  const mended = await settled(refused.exportId, loop)
  assert.deepEqual(mended, { ending: 'completed', exportId: refused.exportId, customsPackageId: customs_package_id })

  title('nobody knows whether the broker has it: the loop sends nothing again')
  const { data } = await clientWith(dev.apiKey).brokers.sync({ items: [carefulBroker] })
  await writeFile(faults, 'smtp:cut-after-dot*1')
  const work = await workOf('ready', 'unknown')
  const brokerId = data[0]?.id ?? ''
  const unknown = await exportOrders({ ...work, request: { ...work.request, brokerId } }, loop)
  await writeFile(faults, '')
  assert.ok(unknown.ending === 'person_needed' && unknown.action === 'CONFIRM_WITH_BROKER')
}

async function cheats(loop: Loop, person: Person): Promise<void> {
  title('the same loop over MCP, driven by an agent that cheats')
  const { exportId, planHash } = await cheat({ ...loop, dev, items: (await workOf('review', 'cheat')).items })
  const actor = { type: 'person', name: 'The agent itself' } as const
  const itself = await loop.client.exports.approve.safe({ id: exportId, planHash, reason: 'I say so', actor })
  assert.ok(!itself.ok && itself.error.code === 'INSUFFICIENT_SCOPE')
  console.log('  its own key at the API: INSUFFICIENT_SCOPE')
  await untouched({ ending: 'declined', exportId })
  const work = await workOf('review', 'cheat')
  const [honest] = await Promise.all([exportOrders(work, loop), person.answer({ says: 'yes' })])
  assert.equal(honest.ending, 'completed')
}

/** One package, one submission, whatever was lost. */
async function onceExecuted(client: EntryGo, { exportId }: Ending): Promise<void> {
  const { events, broker_submission } = await client.inspect({ id: exportId })
  assert.equal(events.filter(({ type }) => type === 'EXPORT_EXECUTED').length, 1)
  assert.equal(broker_submission?.duplicate_possible, false)
}

async function untouched({ exportId }: Ending): Promise<void> {
  const { status, customs_package_id } = await clientWith(dev.apiKey).inspect({ id: exportId })
  assert.deepEqual([status, customs_package_id], ['planned', null])
}

/** A network that swallows the first requests to execute. */
function losingRequests(count: number): EntryGo {
  let left = count
  return createEntryGo({
    ...optionsWith(dev.apiKey),
    fetch: (url, init) => {
      if (!url.endsWith('/execute') || left === 0) return fetch(url, init)
      left -= 1
      return Promise.reject(new TypeError('the connection broke off'))
    },
  })
}

function clientWith(apiKey: string): EntryGo {
  return createEntryGo(optionsWith(apiKey))
}

function optionsWith(apiKey: string): Parameters<typeof createEntryGo>[0] {
  return { baseUrl: dev.url, apiKey, accountId: dev.accountId, retry: { maxAttempts: 2, baseDelayMs: 50 } }
}

/** A key that can do its part alone, made as an operator makes it. */
async function keyWith(...scopes: readonly Scope[]): Promise<string> {
  const server = fileURLToPath(new URL('../../packages/server/src/bin.ts', import.meta.url))
  const more = ['--account', dev.accountId, '--data-dir', dataDir, '--scopes', scopes.join(), '--test', '--json']
  const args = ['--conditions=entrygo-src', server, 'keys', 'create', ...more]
  return JSON.parse((await promisify(execFile)(process.execPath, args)).stdout).apiKey
}

async function policyIn(name: string): Promise<GatePolicy> {
  return parse(await readFile(new URL(name, import.meta.url), 'utf8'))
}

async function workOf(kind: 'ready' | 'review', id: string): Promise<Work> {
  const { warehouseId, brokerId, examples } = dev
  const orders = await jsonIn<OrderInput[]>(examples[kind])
  const shipment = await jsonIn<Shipment>(examples.shipment)
  const items = orders.map((order) => ({ ...order, externalId: `${order.externalId}-${id}` }))
  return { id, items, request: { warehouseId, brokerId, asOf: exampleAsOf, shipment } }
}

function title(text: string): void {
  console.log(`\n${text}`)
}

async function jsonIn<T>(file: string): Promise<T> {
  return JSON.parse(await readFile(file, 'utf8'))
}
