import { rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type JournaledAccount, startJournaledAccount } from './testing/journaled-account.ts'
import { answer, batchId, example, planHash, planned } from './testing/scripted-account.ts'

let account: JournaledAccount
beforeEach(async () => {
  account = await startJournaledAccount()
})
afterEach(() => account.stop())

const lost = (): 'break' => 'break'
const plan = ['plan', '--order-id', 'ord_1', '--no-retry']

describe('pending', () => {
  it('says what is known of a run and how to finish it', async () => {
    account.answers['POST /api/exports/execute'] = lost
    await account.cli(['run', 'orders.json', '--no-retry'])
    const { data, next } = await account.json(['pending'])
    expect(data).toEqual([
      {
        id: 1,
        idempotencyKey: expect.stringMatching(/^cli_/),
        argv: ['entrygo', 'run', 'orders.json', '--no-retry'],
        cwd: account.folder,
        startedAt: expect.stringMatching(/^2\d{3}-.*Z$/),
        baseUrl: account.server.url,
        accountId: 'acc_1',
        state: 'unfinished',
        done: 'planned',
        exportId: batchId,
        canResume: 'yes',
      },
    ])
    expect(next.map(({ argv }: { argv: string[] }) => argv)).toEqual([
      ['entrygo', 'resume', '1'],
      ['entrygo', 'inspect', batchId],
    ])
    const { stdout } = await account.cli(['pending'])
    expect(stdout).toContain('known: planned')
    expect(stdout).toContain('entrygo resume 1')
  })

  it('forgets a run that is never finished', async () => {
    account.answers['POST /api/exports/plan'] = lost
    await account.cli(plan)
    expect(await account.json(['pending', '--forget', '1'])).toMatchObject({ data: [], exitCode: 0 })
    expect(await account.json(['pending', '--forget', '1'])).toMatchObject({ errorCode: 'USAGE_ERROR', exitCode: 2 })
  })
})

describe('resume', () => {
  it('with nothing pending says so and ends with 0', async () => {
    expect(await account.cli(['resume'])).toMatchObject({ exitCode: 0, stdout: 'Nothing is pending.\n' })
    expect(await account.json(['resume', '--all'])).toMatchObject({ exitCode: 0, data: [] })
  })

  it('finishes a run from another folder, with other settings around it, under the same keys', async () => {
    account.answers['POST /api/exports/execute'] = lost
    await account.cli(['run', 'orders.json', '--no-retry', '--json'])
    account.answers['POST /api/exports/execute'] = answer('Executed', 201)
    account.answers[`GET /api/exports/${batchId}`] = answer('Inspected')
    const elsewhere = { cwd: account.state, env: { ENTRYGO_WAREHOUSE_ID: 'wh_9', ENTRYGO_ACCOUNT_ID: 'acc_9' } }
    const { exitCode, data, idempotencyKey } = await account.json(['resume'], elsewhere)
    expect([exitCode, data.plan.planHash]).toEqual([0, planHash])
    const keys = account.keys()
    expect(keys.slice(3)).toEqual(keys.slice(0, 3))
    expect(keys).toEqual(expect.arrayContaining([`${idempotencyKey}:sync`, `${idempotencyKey}:execute`]))
    expect((await account.json(['pending'])).data).toEqual([])
  })

  it('waits on for a run whose time was up', async () => {
    const waiting = { ...example('Inspected'), state: 'handing_off', next_recommended_action: 'WAIT' }
    const asked: string[] = []
    account.answers[`GET /api/exports/${batchId}`] = () => {
      asked.push('')
      return asked.length === 1 ? planned('READY')() : { status: 200, json: waiting }
    }
    const stopped = await account.json(['run', 'orders.json', '--timeout', '1s'])
    expect(stopped).toMatchObject({ errorCode: 'DEADLINE_PASSED', exitCode: 8 })
    expect(stopped.next.map(({ argv }: { argv: string[] }) => argv)).toEqual([
      ['entrygo', 'resume', stopped.idempotencyKey],
      ['entrygo', 'inspect', batchId, '--wait'],
    ])
    account.answers[`GET /api/exports/${batchId}`] = answer('Inspected')
    expect(await account.json(['resume', stopped.idempotencyKey])).toMatchObject({ exitCode: 0 })
  })

  it('refuses an input that is not the one of the run', async () => {
    account.answers['POST /api/orders/sync'] = lost
    await account.cli(['sync', 'orders.json', '--no-retry'])
    await writeFile(join(account.folder, 'orders.json'), '[{"externalId":"WEB-2","items":[]}]')
    const found = await account.json(['resume', '1'])
    expect(found).toMatchObject({ errorCode: 'IDEMPOTENCY_CONFLICT', exitCode: 6 })
    expect(found.message).toContain('entrygo pending --forget 1')
    expect(account.writes()).toHaveLength(1)
  })

  it('names an input file that is not there any more', async () => {
    account.answers['POST /api/orders/sync'] = lost
    await account.cli(['sync', 'orders.json', '--no-retry'])
    await rename(join(account.folder, 'orders.json'), join(account.folder, 'moved.json'))
    const found = await account.json(['resume', '1'])
    expect(found).toMatchObject({ errorCode: 'INPUT_ERROR', exitCode: 2, field: 'file' })
    expect(found.message).toContain('orders.json, which run 1 reads, is not there any more')
    await rename(join(account.folder, 'moved.json'), join(account.folder, 'orders.json'))
    account.answers['POST /api/orders/sync'] = answer('OrdersSynced')
    expect(await account.json(['resume', '1'])).toMatchObject({ exitCode: 0 })
  })

  it.each([
    ['a flag', ['--policy', 'policy.yaml'], {}],
    ['the configuration', [], { 'entrygo.config.json': '{"policyFile":"policy.yaml"}' }],
  ])('stands before the policy of %s that it was begun under', async (_, flags, files) => {
    const policy = join(account.folder, 'policy.yaml')
    await writeFile(policy, 'maxValueUsd: 100000\n')
    for (const [name, text] of Object.entries(files)) await writeFile(join(account.folder, name), text)
    account.answers['POST /api/exports/execute'] = lost
    const run = ['run', 'orders.json', '--no-retry', ...flags]
    await account.cli(run)
    await writeFile(policy, 'maxValueUsd: 99999999\n')
    const found = await account.json(['resume', '1'])
    expect(found).toMatchObject({ errorCode: 'POLICY_INVALID', exitCode: 2, field: '--policy' })
    expect(found.next[0]).toMatchObject({
      argv: [
        'entrygo',
        ...run,
        '--idempotency-key',
        account
          .keys()[0]
          ?.toString()
          .replace(/:sync$/, ''),
      ],
      userActionRequired: true,
    })
    await writeFile(policy, 'maxValueUsd: 100000\n')
    account.answers['POST /api/exports/execute'] = answer('Executed', 201)
    account.answers[`GET /api/exports/${batchId}`] = answer('Inspected')
    expect(await account.json(['resume', '1'])).toMatchObject({ exitCode: 0 })
  })

  it('takes the input of stdin from whoever resumes', async () => {
    account.answers['POST /api/orders/sync'] = lost
    const stdin = '[{"externalId":"WEB-1","items":[]}]'
    await account.cli(['sync', '-', '--input-format', 'json', '--no-retry'], { stdin })
    expect(await account.json(['resume', '1'], { isTTY: true })).toMatchObject({
      errorCode: 'USAGE_ERROR',
      exitCode: 2,
    })
    expect(await account.json(['resume', '--all'])).toMatchObject({
      exitCode: 0,
      data: [{ exitCode: null, answer: null }],
    })
    account.answers['POST /api/orders/sync'] = answer('OrdersSynced')
    expect(await account.json(['resume', '1'], { stdin })).toMatchObject({ exitCode: 0 })
    expect(new Set(account.keys()).size).toBe(1)
  })

  it('asks which one, and does all of them in one document', async () => {
    account.answers['POST /api/exports/plan'] = lost
    account.answers['POST /api/orders/sync'] = lost
    await account.cli(plan)
    await account.cli(['sync', 'orders.json', '--no-retry'])
    expect(await account.json(['resume'])).toMatchObject({ errorCode: 'USAGE_ERROR', exitCode: 2 })
    account.answers['POST /api/exports/plan'] = answer('PlanReady', 201)
    const { exitCode, data } = await account.json(['resume', '--all'])
    expect(exitCode).toBe(9)
    expect(data).toMatchObject([
      { run: { id: 1 }, exitCode: 0, answer: { data: { planHash } } },
      { run: { id: 2 }, exitCode: 9, answer: { errorCode: 'OUTCOME_UNKNOWN' } },
    ])
    expect((await account.json(['pending'])).data).toMatchObject([{ id: 2 }])
  })

  it('names what it cannot find', async () => {
    expect(await account.json(['resume', 'cli_x'])).toMatchObject({
      errorCode: 'USAGE_ERROR',
      exitCode: 2,
      field: 'key',
    })
  })
})
