import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type CliResult, type CliWorld, runCli } from './testing/run-cli.ts'
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
let state: string

beforeEach(async () => {
  account = await startScriptedAccount()
  state = await mkdtemp(join(tmpdir(), 'entrygo-resume-'))
})
afterEach(async () => {
  await account.server.stop()
  await rm(account.folder, { recursive: true })
  await rm(state, { recursive: true })
})

function cli(argv: readonly string[], world: CliWorld = {}): Promise<CliResult> {
  const env = {
    XDG_STATE_HOME: state,
    ENTRYGO_BASE_URL: account.server.url,
    ENTRYGO_API_KEY: 'eg_test_canary',
    ENTRYGO_ACCOUNT_ID: 'acc_1',
    ENTRYGO_WAREHOUSE_ID: 'wh_1',
    ENTRYGO_BROKER_ID: 'br_1',
    ...world.env,
  }
  return runCli(argv, { cwd: account.folder, ...world, env })
}

async function json(argv: readonly string[], world: CliWorld = {}) {
  const { exitCode, stdout } = await cli([...argv, '--json'], world)
  return { exitCode, ...JSON.parse(stdout) }
}

const lost = (): 'break' => 'break'
const plan = ['plan', '--order-id', 'ord_1', '--no-retry']

describe('the same command line', () => {
  it('keeps its key until it has an answer, and has a fresh one after it', async () => {
    account.answers['POST /api/exports/plan'] = lost
    await cli(plan)
    await cli([...plan, '--timeout', '7s', '--json'])
    account.answers['POST /api/exports/plan'] = answer('PlanReady', 201)
    await cli(plan)
    await cli(plan)
    const [first, second, third, fourth] = account.keys()
    expect([second, third]).toEqual([first, first])
    expect(fourth).not.toBe(first)
    expect((await json(['pending'])).data).toEqual([])
  })

  it('has a fresh key after a refusal, which is an answer', async () => {
    account.answers['POST /api/exports/plan'] = answer('Error_VALIDATION_ERROR', 400)
    await cli(plan)
    await cli(plan)
    expect(new Set(account.keys()).size).toBe(2)
  })

  it('is another run with other orders, another file content or another warehouse', async () => {
    account.answers['POST /api/orders/sync'] = lost
    account.answers['POST /api/exports/plan'] = lost
    await cli(['sync', 'orders.json', '--no-retry'])
    await writeFile(join(account.folder, 'orders.json'), '[{"externalId":"WEB-2","items":[]}]')
    await cli(['sync', 'orders.json', '--no-retry'])
    await cli(plan)
    await cli([...plan, '--order-id', 'ord_2'])
    await cli(plan, { env: { ENTRYGO_WAREHOUSE_ID: 'wh_2' } })
    expect(new Set(account.keys()).size).toBe(5)
  })

  it('knows a short stdin again by its content', async () => {
    account.answers['POST /api/orders/sync'] = lost
    const sync = ['sync', '-', '--input-format', 'json', '--no-retry']
    const stdin = '[{"externalId":"WEB-1","items":[]}]'
    await cli(sync, { stdin })
    await cli(sync, { stdin })
    await cli(sync, { stdin: '[{"externalId":"WEB-2","items":[]}]' })
    const [first, second, third] = account.keys()
    expect(second).toBe(first)
    expect(third).not.toBe(first)
  })

  it('has the key that is given', async () => {
    account.answers['POST /api/exports/plan'] = lost
    await cli(plan)
    await cli([...plan, '--idempotency-key', 'nightly'])
    expect(account.keys()[1]).toBe('nightly')
    expect((await json(['pending'])).data.map((run: { idempotencyKey: string }) => run.idempotencyKey)).toEqual([
      account.keys()[0],
      'nightly',
    ])
  })

  it('keeps nothing of a dry run or with --no-journal', async () => {
    account.answers['POST /api/exports/plan'] = lost
    await cli([...plan, '--dry-run'])
    const { next } = await json([...plan, '--no-journal', '--idempotency-key', 'mine'])
    expect(next[0].argv).toEqual(['entrygo', ...plan, '--no-journal', '--json', '--idempotency-key', 'mine'])
    expect((await json(['pending'])).data).toEqual([])
  })

  it('says so when it goes on with an unfinished run', async () => {
    account.answers['POST /api/exports/plan'] = lost
    await cli(plan)
    const { stderr } = await cli(plan)
    expect(stderr.replace(/\s+/g, ' ')).toContain(
      `Going on with the unfinished run of this command, key ${account.keys()[0]}.`,
    )
  })
})

it('nothing is sent when nothing can be kept', async () => {
  const folder = join(state, 'full')
  await writeFile(folder, '')
  const found = await json(plan, { env: { XDG_STATE_HOME: folder } })
  expect(found).toMatchObject({ errorCode: 'JOURNAL_ERROR', exitCode: 2 })
  expect(found.message).toContain(`${folder}/entrygo`)
  expect(account.writes()).toEqual([])
})

it('reading needs no journal', async () => {
  expect(await json(['inspect', batchId], { env: { XDG_STATE_HOME: '/dev/null' } })).toMatchObject({ exitCode: 0 })
})

describe('pending', () => {
  it('says what is known of a run and how to finish it', async () => {
    account.answers['POST /api/exports/execute'] = lost
    await cli(['run', 'orders.json', '--no-retry'])
    const { data, next } = await json(['pending'])
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
    const { stdout } = await cli(['pending'])
    expect(stdout).toContain('known: planned')
    expect(stdout).toContain('entrygo resume 1')
  })

  it('forgets a run that is never finished', async () => {
    account.answers['POST /api/exports/plan'] = lost
    await cli(plan)
    expect(await json(['pending', '--forget', '1'])).toMatchObject({ data: [], exitCode: 0 })
    expect(await json(['pending', '--forget', '1'])).toMatchObject({ errorCode: 'USAGE_ERROR', exitCode: 2 })
  })
})

describe('resume', () => {
  it('with nothing pending says so and ends with 0', async () => {
    expect(await cli(['resume'])).toMatchObject({ exitCode: 0, stdout: 'Nothing is pending.\n' })
    expect(await json(['resume', '--all'])).toMatchObject({ exitCode: 0, data: [] })
  })

  it('finishes a run from another folder, with other settings around it, under the same keys', async () => {
    account.answers['POST /api/exports/execute'] = lost
    await cli(['run', 'orders.json', '--no-retry', '--json'])
    account.answers['POST /api/exports/execute'] = answer('Executed', 201)
    account.answers[`GET /api/exports/${batchId}`] = answer('Inspected')
    const elsewhere = { cwd: state, env: { ENTRYGO_WAREHOUSE_ID: 'wh_9', ENTRYGO_ACCOUNT_ID: 'acc_9' } }
    const { exitCode, data, idempotencyKey } = await json(['resume'], elsewhere)
    expect([exitCode, data.plan.planHash]).toEqual([0, planHash])
    const keys = account.keys()
    expect(keys.slice(3)).toEqual(keys.slice(0, 3))
    expect(keys).toEqual(expect.arrayContaining([`${idempotencyKey}:sync`, `${idempotencyKey}:execute`]))
    expect((await json(['pending'])).data).toEqual([])
  })

  it('waits on for a run whose time was up', async () => {
    const waiting = { ...example('Inspected'), state: 'handing_off', next_recommended_action: 'WAIT' }
    const asked: string[] = []
    account.answers[`GET /api/exports/${batchId}`] = () => {
      asked.push('')
      return asked.length === 1 ? planned('READY')() : { status: 200, json: waiting }
    }
    const stopped = await json(['run', 'orders.json', '--timeout', '1s'])
    expect(stopped).toMatchObject({ errorCode: 'DEADLINE_PASSED', exitCode: 8 })
    expect(stopped.next.map(({ argv }: { argv: string[] }) => argv)).toEqual([
      ['entrygo', 'resume', stopped.idempotencyKey],
      ['entrygo', 'inspect', batchId, '--wait'],
    ])
    account.answers[`GET /api/exports/${batchId}`] = answer('Inspected')
    expect(await json(['resume', stopped.idempotencyKey])).toMatchObject({ exitCode: 0 })
  })

  it('refuses an input that is not the one of the run', async () => {
    account.answers['POST /api/orders/sync'] = lost
    await cli(['sync', 'orders.json', '--no-retry'])
    await writeFile(join(account.folder, 'orders.json'), '[{"externalId":"WEB-2","items":[]}]')
    const found = await json(['resume', '1'])
    expect(found).toMatchObject({ errorCode: 'IDEMPOTENCY_CONFLICT', exitCode: 6 })
    expect(found.message).toContain('entrygo pending --forget 1')
    expect(account.writes()).toHaveLength(1)
  })

  it('takes the input of stdin from whoever resumes', async () => {
    account.answers['POST /api/orders/sync'] = lost
    const stdin = '[{"externalId":"WEB-1","items":[]}]'
    await cli(['sync', '-', '--input-format', 'json', '--no-retry'], { stdin })
    expect(await json(['resume', '1'], { isTTY: true })).toMatchObject({ errorCode: 'USAGE_ERROR', exitCode: 2 })
    expect(await json(['resume', '--all'])).toMatchObject({ exitCode: 0, data: [{ exitCode: null, answer: null }] })
    account.answers['POST /api/orders/sync'] = answer('OrdersSynced')
    expect(await json(['resume', '1'], { stdin })).toMatchObject({ exitCode: 0 })
    expect(new Set(account.keys()).size).toBe(1)
  })

  it('asks which one, and does all of them in one document', async () => {
    account.answers['POST /api/exports/plan'] = lost
    account.answers['POST /api/orders/sync'] = lost
    await cli(plan)
    await cli(['sync', 'orders.json', '--no-retry'])
    expect(await json(['resume'])).toMatchObject({ errorCode: 'USAGE_ERROR', exitCode: 2 })
    account.answers['POST /api/exports/plan'] = answer('PlanReady', 201)
    const { exitCode, data } = await json(['resume', '--all'])
    expect(exitCode).toBe(9)
    expect(data).toMatchObject([
      { run: { id: 1 }, exitCode: 0, answer: { data: { planHash } } },
      { run: { id: 2 }, exitCode: 9, answer: { errorCode: 'OUTCOME_UNKNOWN' } },
    ])
    expect((await json(['pending'])).data).toMatchObject([{ id: 2 }])
  })

  it('names what it cannot find', async () => {
    expect(await json(['resume', 'cli_x'])).toMatchObject({ errorCode: 'USAGE_ERROR', exitCode: 2, field: 'key' })
  })
})

it('no file of the journal holds the API key', async () => {
  account.answers['POST /api/webhooks'] = lost
  account.answers['POST /api/exports/plan'] = lost
  await cli([...plan, '--api-key', 'eg_test_canary_in_argv', '--insecure-argv'], { env: { ENTRYGO_API_KEY: '' } })
  await cli([...plan, '--order-id', 'eg_test_canary'])
  const texts = await Promise.all(
    (await readdir(join(state, 'entrygo'))).map((file) => readFile(join(state, 'entrygo', file), 'latin1')),
  )
  expect(texts.join('')).toContain('--order-id')
  expect(texts.join('')).not.toContain('canary')
  const { data } = await json(['pending'])
  expect(data.map(({ canResume }: { canResume: string }) => canResume)).toEqual(['yes', 'secret'])
  expect(await json(['resume', '2'])).toMatchObject({ errorCode: 'USAGE_ERROR', exitCode: 2 })
})
