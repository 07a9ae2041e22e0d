import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { afterEach, expect, it } from 'vitest'
import type { ExportHistory } from '../../domain/records.ts'
import type { ClaimedEffect } from '../../ports.ts'
import { type FailpointName, installFailpoints, storeFailpointNames } from '../../testing/failpoints.ts'
import { accountId, at, exportId } from '../conformance/fixtures.conformance.ts'
import { openSqliteStore, type SqliteStore } from './sqlite-store.ts'
import { temporaryFile } from './temporary-file.conformance.ts'
import { flow } from './write-flow.conformance.ts'

const script = fileURLToPath(new URL('write-flow.conformance.ts', import.meta.url))
const executeIsStep = 4
const outcomeIsStep = 6
const moveIsStep = 8
const endIsStep = 9

afterEach(() => installFailpoints(null))

it('one life of an export passes every failpoint of the store', async () => {
  const passed = new Set<FailpointName>()
  installFailpoints((name) => passed.add(name))
  const store = await openSqliteStore({ file: await temporaryFile() })
  for (const step of flow) await step(store)
  await store.close()
  expect(storeFailpointNames.filter((name) => !passed.has(name))).toEqual([])
})

// The first hit of most falls into the first step; the later ones into execute and outcome.
const later = [
  'migration.applied:3',
  'migration.versioned:3',
  'apply.fanOut:4',
  'group.beforeCommit:4',
  'group.afterCommit:4',
  'apply.event:3',
  'apply.event:4',
  'group.beforeCommit:6',
  'group.beforeCommit:8',
  'group.afterCommit:9',
  'tidy.applied:2',
  'tidy.committed:2',
]
const crashes = [...storeFailpointNames.map((name) => `${name}:1`), ...later]

it('after a crash at any failpoint every told step stands, the next stands whole or not at all, and the life goes on', {
  timeout: 120_000,
}, async () => {
  const queue = [...crashes]
  const work = async (): Promise<void> => {
    for (let crash = queue.shift(); crash !== undefined; crash = queue.shift()) await survives(crash)
  }
  await Promise.all([work(), work()])
})

async function survives(crash: string): Promise<void> {
  const file = await temporaryFile()
  const { signal, told } = await runFlow(file, crash)
  expect([crash, signal]).toEqual([crash, 'SIGKILL'])
  const store = await openSqliteStore({ file })
  const found = await store.loadExport(accountId, exportId)
  expect([crash, stepsIn(found) >= Math.min(told, outcomeIsStep) && stepsIn(found) <= told + 1]).toEqual([crash, true])
  expect([crash, isWhole(found)]).toEqual([crash, true])
  await endpointIsDecided(store, { crash, told })
  for (const step of flow) await step(store)
  expect([crash, await anyClaim(store)]).toEqual([crash, null])
  const complete = await store.loadExport(accountId, exportId)
  expect([crash, complete?.events.length, complete?.submissions[0]?.state]).toEqual([crash, 4, 'ACCEPTED'])
  expect([crash, complete?.submissions[0]?.attempts.length]).toEqual([crash, 1])
  await store.close()
}

interface Crashed {
  readonly crash: string
  readonly told: number
}

/** What was decided about the endpoint holds for all that waits for it, whether or not its rows were brought in line. */
async function endpointIsDecided(store: SqliteStore, { crash, told }: Crashed): Promise<void> {
  const [endpoint] = await store.listWebhooks(accountId)
  if (told >= moveIsStep) expect([crash, endpoint?.record.doc.url]).toEqual([crash, 'https://erp.example/moved'])
  if (told >= endIsStep) expect([crash, await anyClaim(store)]).toEqual([crash, null])
}

function anyClaim(store: SqliteStore): Promise<ClaimedEffect | null> {
  return store.claimEffect({ worker: 'w2', now: at, leaseUntil: at + 45_000, avoidDestinations: [] })
}

/** Steps that left a trace; the sync leaves none in the history, so it counts as told. */
function stepsIn(history: ExportHistory | null): number {
  if (history === null) return 1
  const submission = history.submissions[0]
  if (submission?.state === 'ACCEPTED') return outcomeIsStep
  if (submission?.attempts.length === 1) return 5
  if (history.execution !== null) return executeIsStep
  return history.approvals.length === 1 ? 3 : 2
}

function isWhole(history: ExportHistory | null): boolean {
  if (history === null) return true
  const { export: record, events, execution, artifacts, notifications, submissions } = history
  const count = execution === null ? 0 : 1
  return (
    record.eventSeq === events.length &&
    (record.status === 'executed') === (execution !== null) &&
    (history.package === null) === (execution === null) &&
    [artifacts, notifications, submissions].every(({ length }) => length === count)
  )
}

function runFlow(file: string, crash: string): Promise<{ signal: string | null; told: number }> {
  const child = spawn(process.execPath, ['--conditions=entrygo-src', script, file, crash], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let output = ''
  child.stdout.on('data', (data) => {
    output += String(data)
  })
  return new Promise((resolve) => {
    child.once('close', (_, signal) => resolve({ signal, told: output.split('\n').length - 1 }))
  })
}
