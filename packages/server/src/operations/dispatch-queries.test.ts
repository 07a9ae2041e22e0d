import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { QuerySighting, Sighting, Store } from '../ports.ts'
import { aBroker, testAccountId } from '../testing/builders.ts'
import { aCaller, accepted, type ManualTimers, manualTimers, notFound } from '../testing/fakes.ts'
import {
  aWrite,
  bodyOf,
  execute,
  latestSubmission,
  openWorkbench,
  passing,
  plan,
  reachesState,
  type SetUp,
  setUpAccount,
  type Workbench,
} from '../testing/workbench.ts'
import { createDispatcher, type Dispatcher } from './dispatch-effects.ts'
import { operations } from './operations.ts'

const accountId = testAccountId
const hour = 3_600_000
const unknown: Sighting = { outcome: 'unknown', evidence: 'timeout' }
let bench: Workbench
let setUp: SetUp
let timers: ManualTimers
let dispatcher: Dispatcher

beforeEach(async () => {
  bench = await openWorkbench({ submissionTypes: ['email', 'borderbuddy', 'byob_webhook'] })
  setUp = await setUpAccount(bench.ports)
  timers = manualTimers(bench.clock)
  dispatcher = createDispatcher(bench.ports, { worker: 'worker-1', timers })
})

afterEach(async () => {
  await dispatcher.drain(0)
  await bench.close()
})

async function executed(): Promise<string> {
  const { exportId } = await plan(bench.ports, setUp)
  await execute(bench.ports, exportId)
  return exportId
}

async function inspected(exportId: string): Promise<ReturnType<typeof JSON.parse>> {
  return bodyOf(await operations.inspectExport({ id: exportId }, aCaller(), bench.ports))
}

describe('a broker that can be asked', () => {
  const url = 'https://api.broker.example'

  beforeEach(async () => {
    const submission = { type: 'borderbuddy', url, secret: 'token-1', keyWindowSeconds: 60, settleSeconds: 30 } as const
    const items = [aBroker({ submission })]
    await operations.syncBrokers(aWrite({ accountId, items }), aCaller(), bench.ports)
  })

  it('is sent the package as one document, by its key and its secret', async () => {
    const exportId = await executed()
    bench.transport.sees({ ...accepted, brokerRef: 'BB-1' })
    dispatcher.start()
    await reachesState(bench, exportId, 'ACCEPTED')
    const [sent] = bench.transport.sent
    expect(sent).toMatchObject({ destination: url, secrets: ['token-1'] })
    const { id, brokerRef } = (await latestSubmission(bench, exportId)) ?? {}
    expect([sent?.messageId, brokerRef]).toEqual([id, 'BB-1'])
    expect(JSON.parse(sent?.payload ?? '')).toMatchObject({ submissionId: id, revision: 1, exportId })
  })

  it('is asked when its key may be forgotten, and what it holds is accepted', async () => {
    const exportId = await executed()
    bench.transport.sees(unknown)
    bench.transport.finds({ found: true, evidence: 'http_200', payloadSha256: null, brokerRef: 'BB-2' })
    dispatcher.start()
    await reachesState(bench, exportId, 'RETRY_WAIT')
    await passing(timers, 5_000, async () => (await latestSubmission(bench, exportId))?.state === 'ACCEPTED')
    expect(bench.transport.asked).toHaveLength(1)
    // Sends at once and after 5 s; the next would be later than nine tenths of the window.
    expect(bench.transport.sent).toHaveLength(2)
    expect(await inspected(exportId)).toMatchObject({
      state: 'completed',
      broker_submission: { status: 'sent', duplicate_possible: false },
    })
    expect((await latestSubmission(bench, exportId))?.attempts.at(-1)).toMatchObject({
      ...{ kind: 'query', outcome: 'accepted', evidence: 'found_by_query' },
    })
  })

  it('is sent the package again when it says twice that it does not hold it', async () => {
    const exportId = await executed()
    bench.transport.sees(unknown, unknown, accepted)
    bench.transport.finds(notFound)
    dispatcher.start()
    await reachesState(bench, exportId, 'RETRY_WAIT')
    await passing(timers, 5_000, async () => (await latestSubmission(bench, exportId))?.state === 'ACCEPTED')
    expect(bench.transport.asked).toHaveLength(2)
    const attempts = (await latestSubmission(bench, exportId))?.attempts
    expect(attempts?.map(({ kind, outcome }) => `${kind} ${outcome}`)).toEqual([
      ...['send unknown', 'send unknown'],
      ...['query not_sent', 'query not_sent', 'send accepted'],
    ])
    expect((await inspected(exportId)).broker_submission.duplicate_possible).toBe(false)
  })

  it('is asked instead of told by a process that slept past the trust in its key after the claim', async () => {
    const exportId = await executed()
    bench.transport.sees(unknown, accepted)
    bench.transport.finds({ found: true, evidence: 'http_200', payloadSha256: null, brokerRef: 'BB-2' })
    const { store } = bench.ports
    const sleepy: Store = {
      ...store,
      claimEffect: async (claim) => {
        const effect = await store.claimEffect(claim)
        if (effect?.attempt.n === 2) bench.clock.advance(2 * hour)
        return effect
      },
    }
    dispatcher = createDispatcher({ ...bench.ports, store: sleepy }, { worker: 'worker-1', timers })
    dispatcher.start()
    await reachesState(bench, exportId, 'RETRY_WAIT')
    timers.advance(6_000)
    await reachesState(bench, exportId, 'RECONCILE')
    await passing(timers, 5_000, async () => (await latestSubmission(bench, exportId))?.state === 'ACCEPTED')
    expect(bench.transport.sent).toHaveLength(1)
    const attempts = (await latestSubmission(bench, exportId))?.attempts
    expect(attempts?.map(({ kind, outcome, evidence }) => `${kind} ${outcome} ${evidence}`)).toEqual([
      ...['send unknown timeout', 'send not_sent key_lapsed'],
      'query accepted found_by_query',
    ])
  })

  it('that holds another message is an alarm in the log', async () => {
    const exportId = await executed()
    bench.transport.sees(unknown)
    const other: QuerySighting = { found: true, evidence: 'http_200', payloadSha256: 'f'.repeat(64), brokerRef: 'BB-3' }
    bench.transport.finds(other)
    dispatcher.start()
    await reachesState(bench, exportId, 'RETRY_WAIT')
    await passing(timers, 5_000, async () => (await latestSubmission(bench, exportId))?.state === 'UNCONFIRMED')
    expect(bench.log.lines.filter(({ level }) => level === 'error')).toMatchObject([
      { facts: { alarm: 'other_payload_found' } },
    ])
  })

  it('is asked, and not sent to, when the server slept past the window', async () => {
    const exportId = await executed()
    bench.transport.sees(unknown)
    dispatcher.start()
    await reachesState(bench, exportId, 'RETRY_WAIT')
    await dispatcher.drain(0)
    bench.clock.advance(24 * hour)
    dispatcher = createDispatcher(bench.ports, { worker: 'worker-2', timers })
    dispatcher.start()
    await passing(timers, 1_000, () => bench.transport.asked.length > 0)
    expect(bench.transport.sent).toHaveLength(1)
  })

  it('whose transport fails to ask stays unresolved', async () => {
    const exportId = await executed()
    bench.transport.sees(unknown)
    bench.transport.finds(() => Promise.reject(new Error('bug in the transport')))
    dispatcher = createDispatcher(bench.ports, { worker: 'worker-1', timers, pollMs: hour / 4 })
    dispatcher.start()
    await reachesState(bench, exportId, 'RETRY_WAIT')
    await passing(timers, hour / 4, async () => (await latestSubmission(bench, exportId))?.state === 'UNCONFIRMED')
    expect(bench.transport.asked).toHaveLength(10)
    const events = (await inspected(exportId)).events.map(({ type }: { type: string }) => type)
    expect(events.at(-1)).toBe('BROKER_SUBMISSION_UNKNOWN')
  })
})
