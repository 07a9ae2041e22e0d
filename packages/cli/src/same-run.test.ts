import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type JournaledAccount, startJournaledAccount } from './testing/journaled-account.ts'
import { answer, batchId } from './testing/scripted-account.ts'

let account: JournaledAccount
beforeEach(async () => {
  account = await startJournaledAccount()
})
afterEach(() => account.stop())

const lost = (): 'break' => 'break'
const plan = ['plan', '--order-id', 'ord_1', '--no-retry']

describe('the same command line', () => {
  it('keeps its key until it has an answer, and has a fresh one after it', async () => {
    account.answers['POST /api/exports/plan'] = lost
    await account.cli(plan)
    await account.cli([...plan, '--timeout', '7s', '--json'])
    account.answers['POST /api/exports/plan'] = answer('PlanReady', 201)
    await account.cli(plan)
    await account.cli(plan)
    const [first, second, third, fourth] = account.keys()
    expect([second, third]).toEqual([first, first])
    expect(fourth).not.toBe(first)
    expect((await account.json(['pending'])).data).toEqual([])
  })

  it('has a fresh key after a refusal, which is an answer', async () => {
    account.answers['POST /api/exports/plan'] = answer('Error_VALIDATION_ERROR', 400)
    await account.cli(plan)
    await account.cli(plan)
    expect(new Set(account.keys()).size).toBe(2)
  })

  it('is another run with other orders, another file content or another warehouse', async () => {
    account.answers['POST /api/orders/sync'] = lost
    account.answers['POST /api/exports/plan'] = lost
    await account.cli(['sync', 'orders.json', '--no-retry'])
    await writeFile(join(account.folder, 'orders.json'), '[{"externalId":"WEB-2","items":[]}]')
    await account.cli(['sync', 'orders.json', '--no-retry'])
    await account.cli(plan)
    await account.cli([...plan, '--order-id', 'ord_2'])
    await account.cli(plan, { env: { ENTRYGO_WAREHOUSE_ID: 'wh_2' } })
    expect(new Set(account.keys()).size).toBe(5)
  })

  it('knows a short stdin again by its content', async () => {
    account.answers['POST /api/orders/sync'] = lost
    const sync = ['sync', '-', '--input-format', 'json', '--no-retry']
    const stdin = '[{"externalId":"WEB-1","items":[]}]'
    await account.cli(sync, { stdin })
    await account.cli(sync, { stdin })
    await account.cli(sync, { stdin: '[{"externalId":"WEB-2","items":[]}]' })
    const [first, second, third] = account.keys()
    expect(second).toBe(first)
    expect(third).not.toBe(first)
  })

  it('has the key that is given', async () => {
    account.answers['POST /api/exports/plan'] = lost
    await account.cli(plan)
    await account.cli([...plan, '--idempotency-key', 'nightly'])
    expect(account.keys()[1]).toBe('nightly')
    expect((await account.json(['pending'])).data.map((run: { idempotencyKey: string }) => run.idempotencyKey)).toEqual(
      [account.keys()[0], 'nightly'],
    )
  })

  it('keeps nothing of a dry run or with --no-journal', async () => {
    account.answers['POST /api/exports/plan'] = lost
    await account.cli([...plan, '--dry-run'])
    const { next } = await account.json([...plan, '--no-journal', '--idempotency-key', 'mine'])
    expect(next[0].argv).toEqual(['entrygo', ...plan, '--no-journal', '--json', '--idempotency-key', 'mine'])
    expect((await account.json(['pending'])).data).toEqual([])
  })

  it('says so when it goes on with an unfinished run', async () => {
    account.answers['POST /api/exports/plan'] = lost
    await account.cli(plan)
    const { stderr } = await account.cli(plan)
    expect(stderr.replace(/\s+/g, ' ')).toContain(
      `Going on with the unfinished run of this command, key ${account.keys()[0]}.`,
    )
  })
})

it('nothing is sent when nothing can be kept', async () => {
  const folder = join(account.state, 'full')
  await writeFile(folder, '')
  const found = await account.json(plan, { env: { XDG_STATE_HOME: folder } })
  expect(found).toMatchObject({ errorCode: 'JOURNAL_ERROR', exitCode: 2 })
  expect(found.message).toContain(`${folder}/entrygo`)
  expect(account.writes()).toEqual([])
})

it('reading needs no journal', async () => {
  expect(await account.json(['inspect', batchId], { env: { XDG_STATE_HOME: '/dev/null' } })).toMatchObject({
    exitCode: 0,
  })
})

it('no file of the journal holds the API key', async () => {
  account.answers['POST /api/webhooks'] = lost
  account.answers['POST /api/exports/plan'] = lost
  await account.cli([...plan, '--api-key', 'eg_test_canary_in_argv', '--insecure-argv'], {
    env: { ENTRYGO_API_KEY: '' },
  })
  await account.cli([...plan, '--order-id', 'eg_test_canary'])
  const texts = await Promise.all(
    (await readdir(join(account.state, 'entrygo'))).map((file) =>
      readFile(join(account.state, 'entrygo', file), 'latin1'),
    ),
  )
  expect(texts.join('')).toContain('--order-id')
  expect(texts.join('')).not.toContain('canary')
  const { data } = await account.json(['pending'])
  expect(data.map(({ canResume }: { canResume: string }) => canResume)).toEqual(['yes', 'secret'])
  expect(await account.json(['resume', '2'])).toMatchObject({ errorCode: 'USAGE_ERROR', exitCode: 2 })
})
