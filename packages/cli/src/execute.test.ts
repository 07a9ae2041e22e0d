import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  answer,
  batchId,
  example,
  planHash,
  planned,
  type ScriptedAccount,
  startScriptedAccount,
} from './testing/scripted-account.ts'

let account: ScriptedAccount
beforeEach(async () => {
  account = await startScriptedAccount()
})
afterEach(() => account.server.stop())

describe('execute', () => {
  const execute = ['execute', '--batch-id', batchId, '--json']

  it('passes a READY plan on, with the hash that was looked at', async () => {
    const { exitCode, stdout } = await account.cli([...execute, '--idempotency-key', 'k'])
    expect(exitCode).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({ data: { status: 'executed' }, idempotencyKey: 'k' })
    expect(account.server.seen.at(-1)?.body).toEqual({ accountId: 'acc_1', batchId, planHash })
    expect(account.keys()).toEqual(['k'])
  })

  it.each([
    ['BLOCKED', {}, 5, 'EXPORT_BLOCKED'],
    ['REVIEW_REQUIRED', {}, 3, 'APPROVAL_REQUIRED'],
    ['READY', { excluded_order_ids: ['ord_9'] }, 3, 'APPROVAL_REQUIRED'],
    ['READY', { readinessState: 'PROBABLY' }, 5, 'EXPORT_BLOCKED'],
  ] as const)('stops a plan that is %s %j with %i, and sends nothing', async (...given) => {
    const [readiness, more, exitCode, errorCode] = given
    account.answers[`GET /api/exports/${batchId}`] = planned(readiness, more)
    const result = await account.cli(execute)
    expect(result.exitCode).toBe(exitCode)
    expect(JSON.parse(result.stdout)).toMatchObject({ errorCode, exitCode, data: { planHash } })
    expect(account.writes()).toEqual([])
  })

  it('takes the export and its planHash from the file of a plan, or from stdin', async () => {
    const plan = JSON.stringify(example('PlanReady'))
    await writeFile(join(account.folder, 'plan.json'), plan)
    expect((await account.cli(['execute', 'plan.json', '--json'])).exitCode).toBe(0)
    expect((await account.cli(['execute', '-', '--json'], plan)).exitCode).toBe(0)
    expect(account.server.seen.at(-1)?.body).toEqual({ accountId: 'acc_1', batchId, planHash })
  })

  it('a plan that has changed since its file was written is refused with 11', async () => {
    const old = { ...example('PlanReady'), planHash: `sha256:${'0'.repeat(64)}` }
    await writeFile(join(account.folder, 'plan.json'), JSON.stringify(old))
    const { exitCode, stdout } = await account.cli(['execute', 'plan.json', '--json'])
    expect([exitCode, JSON.parse(stdout).errorCode, account.writes()]).toEqual([11, 'PLAN_HASH_MISMATCH', []])
  })

  it.each([
    [['orders.json'], 'INPUT_ERROR', 'orders.json holds no plan'],
    [['nope.json'], 'INPUT_ERROR', 'nope.json cannot be read (ENOENT)'],
    [['plan.json', '--plan-hash', 'sha256:1'], 'USAGE_ERROR', '--plan-hash is sha256:1, and plan.json holds the plan'],
    [['plan.json', '--batch-id', 'batch_2'], 'USAGE_ERROR', `Two exports are named, ${batchId} and batch_2`],
  ])('%j is refused before anything is sent', async (argv, errorCode, message) => {
    await writeFile(join(account.folder, 'plan.json'), JSON.stringify(example('PlanReady')))
    const { exitCode, stdout } = await account.cli(['execute', ...argv, '--json'])
    expect(JSON.parse(stdout)).toMatchObject({ errorCode, message: expect.stringContaining(message) })
    expect([exitCode, account.server.seen]).toEqual([2, []])
  })

  it('in words a plan that is stopped comes with the findings that stop it', async () => {
    account.answers[`GET /api/exports/${batchId}`] = planned('REVIEW_REQUIRED')
    const { stderr } = await account.cli(['execute', batchId])
    expect(stderr).toMatch(/^ {2}- [A-Z]{2,4}-\d\d: /m)
  })

  it('passes a plan for review whose hash has a live approval', async () => {
    const approvals = [{ ...example('ApprovalStored'), planHash, live: true }]
    account.answers[`GET /api/exports/${batchId}`] = planned('REVIEW_REQUIRED', { approvals })
    expect((await account.cli(execute)).exitCode).toBe(0)
  })

  it.each([{ live: false }, { live: true, planHash: `sha256:${'0'.repeat(64)}` }])(
    'an approval that is %j does not count',
    async (approval) => {
      const approvals = [{ ...example('ApprovalStored'), planHash, ...approval }]
      account.answers[`GET /api/exports/${batchId}`] = planned('REVIEW_REQUIRED', { approvals })
      expect((await account.cli(execute)).exitCode).toBe(3)
    },
  )

  describe('at a terminal', () => {
    const atTerminal = ['execute', '--batch-id', batchId]
    beforeEach(() => {
      account.answers[`GET /api/exports/${batchId}`] = planned('REVIEW_REQUIRED')
    })

    it('shows the reasons, and a reason and a name are an approval of exactly this plan', async () => {
      const { exitCode, stderr } = await account.atTerminal(atTerminal, ['origin checked\r', '\r'])
      expect(exitCode).toBe(0)
      expect(stderr).toContain('The plan is REVIEW_REQUIRED, which the policy does not allow.\n')
      expect(account.writes()).toEqual([`/api/exports/${batchId}/approvals`, '/api/exports/execute'])
      expect(account.server.seen.at(-2)?.body).toEqual({
        accountId: 'acc_1',
        planHash,
        reason: 'origin checked',
        actor: { type: 'person', name: 'exports' },
      })
    })

    it.each([
      ['no reason', ['\r'], 3, 'DECLINED'],
      ['the end of input', ['\u0004'], 3, 'DECLINED'],
      ['Ctrl-C', ['\u0003'], 130, 'INTERRUPTED'],
      ['Ctrl-C at the name', ['checked\r', '\u0003'], 130, 'INTERRUPTED'],
    ] as const)('%s executes nothing', async (...row) => {
      const [, typed, exitCode, errorCode] = row
      const result = await account.atTerminal(atTerminal, typed)
      expect([result.exitCode, account.writes()]).toEqual([exitCode, []])
      expect(result.stderr).toContain(errorCode)
    })

    it.each(['--json', '--no-input'])('%s asks nothing', async (flag) => {
      const { exitCode, stderr } = await account.atTerminal([...atTerminal, flag], [])
      expect([exitCode, stderr.includes('Your reason')]).toEqual([3, false])
    })
  })

  it('refuses every other plan than the named one with 11', async () => {
    const { exitCode, stdout } = await account.cli([...execute, '--plan-hash', `sha256:${'0'.repeat(64)}`])
    expect([exitCode, JSON.parse(stdout).errorCode, account.writes()]).toEqual([11, 'PLAN_HASH_MISMATCH', []])
  })

  it('orders stay behind with --allow-exclusions alone', async () => {
    account.answers[`GET /api/exports/${batchId}`] = planned('READY', { excluded_order_ids: ['ord_9'] })
    expect((await account.cli([...execute, '--allow-exclusions'])).exitCode).toBe(0)
  })

  it('a dry run is refused without a look-up', async () => {
    const { exitCode } = await account.cli(['execute', '--batch-id', 'batch_dry_1', '--json'])
    expect([exitCode, account.server.seen]).toEqual([7, []])
  })

  it('an export that was executed before is executed again, whatever its plan says now', async () => {
    account.answers[`GET /api/exports/${batchId}`] = planned('BLOCKED', { status: 'executed', state: 'needs_action' })
    expect((await account.cli(execute)).exitCode).toBe(0)
  })

  it.each([
    ['sent', 'completed', 0],
    ['failed', 'needs_action', 7],
    ['unknown', 'needs_action', 9],
  ])('waits for the submission: %s ends with %s and %i', async (status, state, exitCode) => {
    let polls = 0
    account.answers[`GET /api/exports/${batchId}`] = () => {
      polls += 1
      if (polls === 1) return planned('READY')()
      const inspected = example('Inspected')
      const submission = { ...(inspected['broker_submission'] as object), status }
      return { status: 200, json: { ...inspected, state, broker_submission: submission } }
    }
    const result = await account.cli([...execute, '--wait'])
    expect([result.exitCode, JSON.parse(result.stdout).data.state]).toEqual([exitCode, state])
  })

  it('no export is a usage error, two different ones as well', async () => {
    expect((await account.cli(['execute'])).exitCode).toBe(2)
    expect((await account.cli(['execute', 'batch_1', '--batch-id', 'batch_2'])).exitCode).toBe(2)
  })
})

describe('run', () => {
  const run = ['run', 'orders.json', '--idempotency-key', 'nightly', '--json']

  beforeEach(() => {
    let polls = 0
    const before = planned('READY')
    account.answers[`GET /api/exports/${batchId}`] = () => {
      polls += 1
      return polls === 1 ? before() : answer('Inspected')()
    }
  })

  it('goes all the way under keys that follow from its own', async () => {
    const { exitCode, stdout } = await account.cli(run)
    expect(exitCode).toBe(0)
    expect(account.keys()).toEqual(['nightly:sync', 'nightly:plan', 'nightly:execute'])
    expect(JSON.parse(stdout)).toMatchObject({
      idempotencyKey: 'nightly',
      data: {
        sync: { count: 1 },
        plan: { planHash },
        execution: { status: 'executed' },
        export: { state: 'completed' },
      },
    })
  })

  it.each([
    ['PlanBlocked', 'BLOCKED', 5],
    ['PlanReview', 'REVIEW_REQUIRED', 3],
  ] as const)(
    'stops at the gate of %s: %s ends with %i, with all that is needed to go on',
    async (name, readiness, code) => {
      account.answers['POST /api/exports/plan'] = answer(name, 201)
      account.answers[`GET /api/exports/${batchId}`] = planned(readiness)
      const { exitCode, stdout } = await account.cli(run)
      expect(exitCode).toBe(code)
      expect(JSON.parse(stdout).data).toMatchObject({
        exportId: batchId,
        validationMessages: example(name)['validationMessages'],
      })
      expect(account.writes()).not.toContain('/api/exports/execute')
    },
  )

  it('approves for the one who is named, and for nobody else', async () => {
    account.answers[`GET /api/exports/${batchId}`] = planned('REVIEW_REQUIRED')
    const argv = ['--reason', 'origin checked', '--actor-name', 'nightly policy', '--actor-type', 'policy']
    const { exitCode } = await account.cli([...run, ...argv, '--timeout', '100ms'])
    expect(account.keys()).toEqual(['nightly:sync', 'nightly:plan', 'nightly:approve', 'nightly:execute'])
    // The scripted export stays where it was, so the wait for its hand-off ends by its deadline.
    expect(exitCode).toBe(8)
  })

  it('a reason without a name is a usage error before anything is sent', async () => {
    expect((await account.cli([...run, '--reason', 'ok'])).exitCode).toBe(2)
    expect(account.server.seen).toEqual([])
  })
})
