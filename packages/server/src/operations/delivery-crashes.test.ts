import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import type { DeliveryRecord } from '../domain/records.ts'
import { openSqliteStore } from '../storage/sqlite/sqlite-store.ts'
import { testAccountId } from '../testing/builders.ts'

const script = fileURLToPath(new URL('delivery-life.conformance.ts', import.meta.url))

/**
 * What one process alone cannot prove: that after the kernel ended it in the middle of a delivery, another process finds in
 * the file all that it needs. After each kind of it: a reply that nobody wrote down, then a death while that is closed; a
 * send that nobody made in time; a death between two events of a lane. `lane:crash` kills at every moment, and
 * `lane:simulate` lets all of them meet in one process.
 */
const crashes: readonly (readonly string[])[] = [
  ['send.afterReply:2', 'expire.decided:1'],
  ['whileRetrying', 'lapse.decided:1'],
  ['event.afterReply:2'],
]

it.each(crashes.map((killings) => [killings.join(', then '), killings] as const))(
  'killed at %s, the broker acts once, and every repetition is on record',
  { timeout: 120_000 },
  (_, killings) => survives(killings),
)

async function survives(killings: readonly string[]): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'entrygo-deliveries-'))
  for (const crash of killings) {
    // The key of the submission is trusted for 216 s.
    const pauseMs = crash.startsWith('lapse.') ? 220_000 : 0
    expect([crash, await live(folder, { pauseMs, crash })]).toEqual([crash, 'SIGKILL'])
  }
  expect([killings, await live(folder, { pauseMs: 0, crash: '-' })]).toEqual([killings, null])
  const found = await read(folder)
  const { effects, sends, history } = found
  expect([killings, effects.length]).toEqual([killings, 1])
  expect([killings, history.submissions.map(({ state }) => state)]).toEqual([killings, ['REJECTED', 'ACCEPTED']])
  expect([killings, history.events.map(({ seq }) => seq)]).toEqual([
    killings,
    history.events.map((_, index) => index + 1),
  ])
  for (const delivery of [...history.submissions, ...history.notifications.flatMap(({ delivery: one }) => one ?? [])])
    expect([killings, delivery.id, arrivedOf(delivery.id, sends) <= possibleArrivals(delivery)]).toEqual([
      ...[killings, delivery.id, true],
    ])
  // Each event reaches the endpoint, for the first time in the order of the export.
  const ids = history.events.map(({ id }) => id)
  expect([killings, [...new Set(sends)].filter((id) => id.startsWith('evt_'))]).toEqual([killings, ids])
  rmSync(folder, { recursive: true })
}

function arrivedOf(id: string, sends: readonly string[]): number {
  return sends.filter((messageId) => messageId === id).length
}

function possibleArrivals({ attempts }: DeliveryRecord): number {
  return attempts.filter(({ kind, outcome }) => kind === 'send' && (outcome === 'accepted' || outcome === 'unknown'))
    .length
}

async function read(folder: string) {
  const lines = (file: string): string[] =>
    readFileSync(join(folder, file), 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line).messageId)
  const store = await openSqliteStore({ file: join(folder, 'entrygo.sqlite') })
  const history = await store.loadExport(testAccountId, readFileSync(join(folder, 'export'), 'utf8'))
  await store.close()
  if (history === null) throw new Error('the export is lost')
  return { effects: lines('effects'), sends: lines('sends'), history }
}

/** The signal that ended the process; null when its life came to its end. */
function live(
  folder: string,
  { pauseMs, crash }: { readonly pauseMs: number; readonly crash: string },
): Promise<string | null> {
  const child = spawn(process.execPath, ['--conditions=entrygo-src', script, folder, String(pauseMs), crash], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const limit = setTimeout(() => child.kill('SIGTERM'), 60_000)
  return new Promise((resolve) => {
    child.once('close', (code, signal) => {
      clearTimeout(limit)
      resolve(code === 0 || signal !== null ? signal : `exit ${code}`)
    })
  })
}
