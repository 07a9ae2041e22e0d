import { readFileSync } from 'node:fs'
import { beforeAll, expect, it } from 'vitest'
import { runAborts } from './aborts.ts'
import { requestsOfCalls } from './budget.ts'
import { everyOperation } from './calls.ts'
import { pageWithScenarios } from './page.ts'
import { refusedWait, runWaits } from './retry-after.ts'
import { runScenarios, unmet } from './run.ts'
import { scenarios } from './scenarios.ts'
import type { Trial } from './trial.ts'

// Bounds in milliseconds are wide here, for a machine that does other work; main.ts measures against the narrow ones.
const wideMs = 2000

let trials: readonly Trial[]
beforeAll(async () => {
  trials = await runScenarios()
}, 120_000)

it('the SDK keeps every promise for every operation in every scenario', () => {
  expect(everyOperation.length).toBeGreaterThan(30)
  expect(scenarios.length).toBeGreaterThanOrEqual(12)
  expect(unmet(trials, 'sdk')).toEqual([])
})

it('openapi-fetch alone does not keep them, so the trials see what they are for', () => {
  const missed = new Set(unmet(trials, 'bare').map((line) => line.split(',')[0]))
  expect([...missed].sort()).toEqual(['S1', 'S13', 'S2', 'S3', 'S4', 'S6', 'S7'])
})

it('a hang and a stalled body end with the deadline', () => {
  const ended = trials.filter(({ client, scenario }) => client === 'sdk' && scenario.deadlineMs !== undefined)
  expect(ended.length).toBe(2 * everyOperation.length)
  expect(Math.min(...ended.map(({ ms }) => ms))).toBeGreaterThan(650)
  expect(Math.max(...ended.map(({ ms }) => ms))).toBeLessThan(700 + wideMs)
})

it('the documentation shows what the run gave', () => {
  const page = readFileSync(new URL('../../../docs/conformance.md', import.meta.url), 'utf8')
  const remedy = 'run node --conditions=entrygo-src test/conformance/sdk/main.ts --write'
  expect(page === pageWithScenarios(page, trials) ? [] : [remedy]).toEqual([])
})

it('an abort ends every operation in every phase, with the reason as cause, and nothing is sent after it', async () => {
  const aborts = await runAborts('sdk')
  expect(aborts.length).toBe(5 * everyOperation.length + 1)
  expect(aborts.filter(({ showsReason, requestsAfter }) => !showsReason || requestsAfter > 0)).toEqual([])
  expect(Math.max(...aborts.map(({ ms }) => ms))).toBeLessThan(wideMs)
}, 60_000)

it('every form of Retry-After is waited for, and not slept over', async () => {
  for (const { form, askedMs, gapMs, delayMs } of await runWaits()) {
    expect([form, gapMs >= askedMs - 2]).toEqual([form, true])
    expect([form, delayMs >= askedMs && delayMs <= askedMs * 1.2 + 1]).toEqual([form, true])
  }
  const refused = await refusedWait()
  expect(refused.retryAfterMs).toBe(3_600_000)
  expect(refused.ms).toBeLessThan(wideMs)
})

it('a thousand calls to a server that is down send at most a tenth more requests', async () => {
  expect(await requestsOfCalls(1000)).toBeLessThanOrEqual(1100)
}, 60_000)
