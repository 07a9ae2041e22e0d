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

describe('sync', () => {
  it('prints the records, the counts and its key', async () => {
    const { exitCode, stdout } = await account.cli(['sync', 'orders.json', '--idempotency-key', 'k', '--json'])
    expect(exitCode).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({
      data: { count: 1, created: 1, updated: 0, batches: 1 },
      idempotencyKey: 'k',
    })
  })

  it('sends batches of 500, each under its own key, and gives the same ones the next time', async () => {
    const lines = Array.from({ length: 1001 }, (_, index) => `{"externalId":"WEB-${index}"}`).join('\n')
    for (const _ of [1, 2]) {
      await account.cli(['sync', '-', '--idempotency-key', 'k', '--json'], lines)
    }
    const sizes = account.server.seen.map(({ body }) => (body as { items: unknown[] }).items.length)
    expect(sizes).toEqual([500, 500, 1, 500, 500, 1])
    expect(account.keys()).toEqual(['k', 'k:2', 'k:3', 'k', 'k:2', 'k:3'])
  })

  it('a batch that fails names the key of the run, with which the same command line goes on', async () => {
    let sent = 0
    account.answers['POST /api/orders/sync'] = () => {
      sent += 1
      return sent === 1 ? { status: 200, json: example('OrdersSynced') } : 'break'
    }
    const lines = Array.from({ length: 501 }, (_, index) => `{"externalId":"WEB-${index}"}`).join('\n')
    const argv = ['sync', '-', '--idempotency-key', 'k', '--no-retry', '--json']
    const { exitCode, stdout } = await account.cli(argv, lines)
    expect(account.keys()).toEqual(['k', 'k:2'])
    expect([exitCode, JSON.parse(stdout).idempotencyKey]).toEqual([9, 'k'])
    expect(JSON.parse(stdout).next[0].argv.slice(-2)).toEqual(['--idempotency-key', 'k'])
  })

  it('gives a fresh key when none is given', async () => {
    const { stdout } = await account.cli(['sync', 'orders.json', '--json'])
    expect(JSON.parse(stdout).idempotencyKey).toMatch(/^cli_[0-9a-f-]{36}$/)
    expect(account.keys()).toEqual([JSON.parse(stdout).idempotencyKey])
  })

  it('says in which row of the file the server found something', async () => {
    const issues = [{ path: 'items.1.quantity', message: 'Number must be greater than 0', code: 'too_small' }]
    account.answers['POST /api/orders/sync'] = () => ({
      status: 400,
      json: { ...example('Error_VALIDATION_ERROR'), details: { issues } },
    })
    const text = 'externalId,items.quantity\nA,1\nB,0\n'
    const { exitCode, stdout } = await account.cli(['sync', '-', '--input-format', 'csv', '--json'], text)
    expect(exitCode).toBe(2)
    expect(JSON.parse(stdout).data.details.issues).toEqual([{ ...issues[0], at: 'stdin row 3' }])
    const inWords = await account.cli(['sync', '-', '--input-format', 'csv'], text)
    expect(inWords.stderr).toContain('  - stdin row 3 quantity: Number must be greater than 0\n')
  })

  it('puts the configured product on lines that name none, and on no other, and says how many they were', async () => {
    const order = '{"externalId":"A","items":[{"quantity":1},{"productId":"prod_2","quantity":1}]}'
    const text = `${order}\n${order.replace('"A"', '"B"')}`
    const { stdout } = await account.cli(['sync', '-', '--product-id', 'prod_1', '--json'], text)
    const items = [{ productId: 'prod_1' }, { productId: 'prod_2' }]
    expect(account.server.seen[0]?.body).toMatchObject({ items: [{ items }, { items }] })
    expect(JSON.parse(stdout).data.productIdFilled).toEqual({ productId: 'prod_1', lines: 2, origin: '--product-id' })
    const inWords = await account.cli(['sync', '-', '--product-id', 'prod_1'], text)
    expect(inWords.stderr).toBe('2 lines that name no product: prod_1 (--product-id).\n')
  })

  it('fills no line in where every line names its product', async () => {
    const text = '{"externalId":"A","items":[{"productId":"prod_2","quantity":1}]}'
    const { stdout } = await account.cli(['sync', '-', '--product-id', 'prod_1', '--json'], text)
    expect(JSON.parse(stdout).data.productIdFilled).toBeNull()
    expect((await account.cli(['sync', '-', '--product-id', 'prod_1'], text)).stderr).toBe('')
  })

  it('sends orders of many lines in smaller batches, so that none is refused for its company', async () => {
    const items = Array.from({ length: 2000 }, () => ({ productId: 'prod_01k9m4w2t8q5z7v3x6c1b0n9h2', quantity: 1 }))
    const lines = Array.from({ length: 50 }, (_, index) => JSON.stringify({ externalId: `WEB-${index}`, items }))
    await account.cli(['sync', '-', '--json'], lines.join('\n'))
    const bytes = account.server.seen.map(({ body }) => JSON.stringify(body).length)
    expect([bytes.length, Math.max(...bytes) < 2_200_000]).toEqual([3, true])
  })

  it.each([
    [7, 'has the externalId 7, which is no text: put it into quotes.'],
    [null, 'has no externalId: give it your own id.'],
  ])('an externalId that is %s is refused', async (externalId, message) => {
    const { exitCode, stdout } = await account.cli(['sync', '-', '--json'], JSON.stringify({ externalId }))
    expect([exitCode, JSON.parse(stdout).message]).toEqual([2, `stdin item 1 ${message}`])
  })
})

describe('plan', () => {
  it.each([
    ['PlanReady', [], 0],
    ['PlanReview', [], 0],
    ['PlanBlocked', [], 0],
    ['PlanReady', ['--detailed-exitcode'], 0],
    ['PlanReview', ['--detailed-exitcode'], 3],
    ['PlanBlocked', ['--detailed-exitcode'], 5],
    ['PlanReview', ['--fail-on', 'blocked'], 0],
    ['PlanBlocked', ['--fail-on', 'blocked'], 5],
    ['PlanReview', ['--fail-on', 'review'], 3],
  ])('%s with %j ends with %i and still prints the plan', async (name, argv, exitCode) => {
    account.answers['POST /api/exports/plan'] = answer(name, 201)
    const result = await account.cli(['plan', '--order-id', 'ord_1', ...argv, '--json'])
    expect(result.exitCode).toBe(exitCode)
    expect(JSON.parse(result.stdout).data).toEqual(example(name))
  })

  it('sends the flags under their wire names, orders from both places once', async () => {
    const synced = JSON.stringify({ data: [{ id: 'ord_2' }, { id: 'ord_1' }] })
    const argv = [
      '--order-id',
      'ord_1',
      '--orders-from',
      '-',
      '--as-of',
      '2026-11-21',
      '--dry-run',
      '--include-snapshot',
    ]
    await account.cli(['plan', ...argv, '--batch-id', batchId, '--json'], synced)
    expect(account.server.seen[0]?.body).toEqual({
      accountId: 'acc_1',
      warehouseId: 'wh_1',
      brokerId: 'br_1',
      orderIds: ['ord_1', 'ord_2'],
      destinationCountry: 'US',
      batchId,
      asOf: '2026-11-21',
      dryRun: true,
      includeSnapshot: true,
    })
  })

  it('a readiness that this version does not know is no success where the exit code was asked for', async () => {
    account.answers['POST /api/exports/plan'] = planned('READY', { readinessState: 'PROBABLY' })
    const plan = ['plan', '--order-id', 'ord_1', '--json']
    expect((await account.cli([...plan, '--fail-on', 'blocked'])).exitCode).toBe(5)
    expect((await account.cli(plan)).exitCode).toBe(0)
  })

  it('names the command that leads on', async () => {
    const { stdout } = await account.cli(['plan', '--order-id', 'ord_1', '--json'])
    expect(JSON.parse(stdout).next[0].argv).toEqual([
      ...['entrygo', 'execute', '--batch-id', batchId, '--plan-hash', planHash],
    ])
  })
})
