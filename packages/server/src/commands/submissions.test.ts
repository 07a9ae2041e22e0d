import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createDispatcher, type Dispatcher } from '../operations/dispatch-effects.ts'
import { operations } from '../operations/operations.ts'
import type { Sighting } from '../ports.ts'
import { openSqliteLedger, type SqliteLedger } from '../storage/sqlite/ledger.ts'
import { aBroker, testAccountId } from '../testing/builders.ts'
import { aCaller, accepted, type ManualTimers, manualTimers } from '../testing/fakes.ts'
import {
  aWrite,
  bodyOf,
  execute,
  latestSubmission,
  openWorkbench,
  plan,
  reachesState,
  setUpAccount,
  type Workbench,
} from '../testing/workbench.ts'
import { type Desk, resolveSubmission, retrySubmission } from './submission-acts.ts'

const unknown: Sighting = { outcome: 'unknown', evidence: 'timeout' }
const rejected: Sighting = { outcome: 'rejected', evidence: 'smtp_550' }
let bench: Workbench
let ledger: SqliteLedger
let desk: Desk
let timers: ManualTimers
let dispatcher: Dispatcher
let exportId: string

/** A server with one executed export, and an operator beside it on connections of his own. */
beforeEach(async () => {
  bench = await openWorkbench()
  ledger = await openSqliteLedger({ file: join(bench.folder, 'entrygo.sqlite') })
  const { clock, ids, log, budget } = bench.ports
  desk = { ledger, clock, ids, log, budget }
  timers = manualTimers(bench.clock)
  dispatcher = createDispatcher(bench.ports, { worker: 'worker-1', timers })
  const setUp = await setUpAccount(bench.ports)
  const submission = { type: 'email', email: 'entries@broker.example', policy: 'at_most_once' } as const
  const items = [aBroker({ submission })]
  await operations.syncBrokers(aWrite({ accountId: testAccountId, items }), aCaller(), bench.ports)
  exportId = (await plan(bench.ports, setUp)).exportId
  await execute(bench.ports, exportId)
})

afterEach(async () => {
  await dispatcher.drain(0)
  await ledger.close()
  await bench.close()
})

async function comesToRest(sighting: Sighting, state: 'UNCONFIRMED' | 'REJECTED' | 'ACCEPTED'): Promise<string> {
  bench.transport.sees(sighting)
  dispatcher.start()
  await reachesState(bench, exportId, state)
  return (await latestSubmission(bench, exportId))?.id ?? ''
}

async function inspected(): Promise<ReturnType<typeof JSON.parse>> {
  return bodyOf(await operations.inspectExport({ id: exportId }, aCaller(), bench.ports))
}

async function lastEvents(count: number): Promise<[string, unknown][]> {
  const events = (await bench.store.loadExport(testAccountId, exportId))?.events ?? []
  return events
    .slice(-count)
    .map(({ type, data }) => [type, data.reason ?? data.broker_reference ?? data.previous_status])
}

it('a long-poll of the running server tells what an operator decided beside it', async () => {
  const id = await comesToRest(unknown, 'UNCONFIRMED')
  const events = bodyOf(await operations.listExportEvents({ id: exportId }, aCaller(), bench.ports))
  const feed = bodyOf(await operations.listEvents({}, aCaller(), bench.ports))
  const ofExport = operations.listExportEvents(
    { id: exportId, after: events.next_after, wait: 25 },
    aCaller(),
    bench.ports,
  )
  const ofAccount = operations.listEvents({ after: feed.next_after, wait: 25 }, aCaller(), bench.ports)
  await resolveSubmission(id, { isReceived: true, reference: 'E-1' }, desk)
  expect(bodyOf(await ofExport).data[0]?.type).toBe('BROKER_SUBMISSION_SENT')
  expect(bodyOf(await ofAccount).data[0]?.event.type).toBe('BROKER_SUBMISSION_SENT')
})

describe('retry', () => {
  it('of an unknown submission under at_most_once takes the risk only when told to', async () => {
    const id = await comesToRest(unknown, 'UNCONFIRMED')
    await expect(retrySubmission(id, { acceptDuplicateRisk: false }, desk)).rejects.toThrow(
      `${id} is UNCONFIRMED (unknown): it may have arrived, and its policy at_most_once forbids to repeat it.`,
    )
    bench.transport.sees(accepted)
    const { submission } = await retrySubmission(id, { acceptDuplicateRisk: true }, desk)
    expect(submission).toMatchObject({ id, state: 'QUEUED', resendRisk: true, roundFromN: 2 })
    expect(await lastEvents(1)).toEqual([['BROKER_SUBMISSION_PREPARED', 'unknown']])
    timers.advance(1_000)
    await reachesState(bench, exportId, 'ACCEPTED')
    const [first, second] = bench.transport.sent
    expect(second).toEqual(first)
    expect(bench.log.lines).toContainEqual({
      level: 'info',
      facts: {
        ...{ act: 'retry', submission: id, account: testAccountId, export: exportId },
        ...{ from: 'UNCONFIRMED', to: 'QUEUED' },
      },
      message: 'an operator decided a submission',
    })
  })

  it('of a rejected submission is refused: it takes a new message', async () => {
    const id = await comesToRest(rejected, 'REJECTED')
    await expect(retrySubmission(id, { acceptDuplicateRisk: true }, desk)).rejects.toThrow(
      `${id} is REJECTED (failed), and the broker would refuse the same message again. Correct what was wrong, then execute ${exportId} again`,
    )
  })

  it('of what is accepted, of what is under way and of what does not exist is refused', async () => {
    const waiting = (await latestSubmission(bench, exportId))?.id ?? ''
    const retry = (id: string) => retrySubmission(id, { acceptDuplicateRisk: true }, desk)
    await expect(retry(waiting)).rejects.toThrow('is QUEUED (prepared): it is being sent already')
    await expect(retry('sub_none')).rejects.toThrow('There is no submission "sub_none". "submissions list" names them.')
    await expect(retry(await comesToRest(accepted, 'ACCEPTED'))).rejects.toThrow(
      'what was accepted is never sent again',
    )
  })

  it('of a revision that was followed by another is refused', async () => {
    const id = await comesToRest(rejected, 'REJECTED')
    await execute(bench.ports, exportId)
    await expect(retrySubmission(id, { acceptDuplicateRisk: true }, desk)).rejects.toThrow(
      /^sub_\w+ is revision 1 of batch_\w+, and revision 2, sub_\w+, followed it\./,
    )
  })

  it('to a broker that is reached elsewhere now is refused', async () => {
    const id = await comesToRest(unknown, 'UNCONFIRMED')
    const items = [aBroker({ submission: { type: 'email', email: 'desk@broker.example' } })]
    await operations.syncBrokers(aWrite({ accountId: testAccountId, items }), aCaller(), bench.ports)
    await expect(retrySubmission(id, { acceptDuplicateRisk: true }, desk)).rejects.toThrow(
      'the broker is no longer reached at entries@broker.example',
    )
  })

  it('counts against the budget', async () => {
    const id = await comesToRest(unknown, 'UNCONFIRMED')
    const poor = { ...desk, budget: { limit: 1, windowMs: 60_000 } }
    await expect(retrySubmission(id, { acceptDuplicateRisk: true }, poor)).rejects.toThrow('budget of submissions')
  })
})

describe('resolve', () => {
  it('as received makes it sent, with the reference of the broker', async () => {
    const id = await comesToRest(unknown, 'UNCONFIRMED')
    await resolveSubmission(id, { isReceived: true, reference: 'BR-77' }, desk)
    expect(await inspected()).toMatchObject({
      state: 'completed',
      broker_submission: {
        status: 'sent',
        attempts: [{ n: 1, outcome: 'accepted', evidence: 'confirmed_by_operator' }],
      },
    })
    expect(await lastEvents(2)).toEqual([
      ['BROKER_SUBMISSION_SENT', 'BR-77'],
      ['BROKER_NOTIFIED', undefined],
    ])
  })

  it('as not received makes it failed, and what failed may be sent again', async () => {
    const id = await comesToRest(unknown, 'UNCONFIRMED')
    await resolveSubmission(id, { isReceived: false }, desk)
    expect(await inspected()).toMatchObject({
      ...{ state: 'needs_action', next_recommended_action: 'FIX_AND_EXECUTE_AGAIN' },
      broker_submission: { status: 'failed', attempts: [{ outcome: 'not_sent', evidence: 'denied_by_operator' }] },
    })
    expect(await lastEvents(1)).toEqual([['BROKER_SUBMISSION_FAILED', 'not_received']])
    const { submission } = await retrySubmission(id, { acceptDuplicateRisk: false }, desk)
    expect(submission).toMatchObject({ state: 'QUEUED', resendRisk: false })
  })

  it('is refused for every other state, with the remedy', async () => {
    const id = await comesToRest(rejected, 'REJECTED')
    await expect(resolveSubmission(id, { isReceived: false }, desk)).rejects.toThrow(
      `${id} is REJECTED (failed): the broker does not hold it. Use "submissions retry", or execute ${exportId} again.`,
    )
  })

  it('decides again when the running server was faster', async () => {
    const id = await comesToRest(unknown, 'UNCONFIRMED')
    let tries = 0
    const commit: Desk['ledger']['commit'] = (change) => {
      tries += 1
      return tries === 1 ? Promise.resolve({ outcome: 'stale' }) : ledger.commit(change)
    }
    const raced: Desk = { ...desk, ledger: { ...ledger, commit } }
    expect((await resolveSubmission(id, { isReceived: false }, raced)).submission.state).toBe('FAILED')
    expect(tries).toBe(2)
  })
})

describe('the command line', () => {
  function run(...args: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
    const bin = join(import.meta.dirname, '../bin.ts')
    const flags = ['--conditions=entrygo-src', bin, 'submissions', ...args, '--data-dir', bench.folder]
    return new Promise((resolve) => {
      execFile(process.execPath, flags, (error, stdout, stderr) => {
        resolve({ code: typeof error?.code === 'number' ? error.code : 0, stdout, stderr })
      })
    })
  }

  it('lists, resolves and retries beside the running server', { timeout: 60_000 }, async () => {
    const id = await comesToRest(unknown, 'UNCONFIRMED')
    const listed = await run('list', '--state', 'failed', '--state', 'unknown', '--json')
    expect(JSON.parse(listed.stdout).data).toMatchObject([
      {
        ...{ id, exportId, accountId: testAccountId, status: 'unknown', state: 'UNCONFIRMED', revision: 1 },
        ...{ submission_type: 'email', attempts: 1, attempts_in_doubt: [1], evidence: 'timeout' },
      },
    ])
    expect((await run('list', '--state', 'sent')).stdout).toBe('There are no such submissions.\n')
    const refused = await run('retry', id)
    expect([refused.code, refused.stderr]).toEqual([2, expect.stringContaining('--accept-duplicate-risk')])
    const resolved = await run('resolve', id, '--not-received')
    expect([resolved.code, resolved.stdout]).toEqual([
      0,
      expect.stringMatching(/is failed now\. Use "submissions retry/),
    ])
    expect(resolved.stderr).toContain('an operator decided a submission')
    expect((await run('retry', id, '--json')).stdout).toContain('"status":"prepared"')
  })

  it('says what is wrong with the call and exits with 2', { timeout: 60_000 }, async () => {
    const [state, none, both, reference] = await Promise.all([
      run('list', '--state', 'lost'),
      run('resolve', 'sub_1'),
      run('resolve', 'sub_1', '--received', '--not-received'),
      run('resolve', 'sub_1', '--not-received', '--reference', 'x'),
    ])
    expect([state.code, state.stderr]).toEqual([2, expect.stringContaining('Known are prepared, sending, sent')])
    expect([none.code, none.stderr]).toEqual([2, expect.stringContaining('Give --received or --not-received')])
    expect(both.code).toBe(2)
    expect([reference.code, reference.stderr]).toEqual([2, '--reference goes with --received alone.\n'])
  })
})
