import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { runCli } from '../testing/run-cli.ts'
import { example } from '../testing/scripted-account.ts'
import { type ScriptedShop, startScriptedShop, wireTitles } from '../testing/scripted-shop.ts'

let shop: ScriptedShop
beforeEach(async () => {
  shop = await startScriptedShop()
})
afterEach(() => shop.account.server.stop())

describe('--rejected', () => {
  it('sets aside what cannot be read and what the server refuses, sends the rest, and ends with 2', async () => {
    shop.orders = shop.refuse
    await shop.put(
      'orders.csv',
      `${wireTitles}\nA,US,prod_1,1,5\nB,US,prod_1,two,5\nC,US,prod_1,0,5\nD,US,prod_1,4,5\n`,
    )
    const argv = ['sync', 'orders.csv', '--rejected', 'bad.csv', '--json', '--idempotency-key', 'k']
    const { exitCode, stdout } = await shop.account.cli(argv)
    expect([exitCode, JSON.parse(stdout)]).toMatchObject([
      2,
      {
        data: { count: 2, rejected: 2, data: [{ externalId: 'A' }, { externalId: 'D' }] },
        next: [{ argv: ['entrygo', 'sync', 'bad.csv', '--rejected', 'bad.again.csv', '--json'] }],
      },
    ])
    expect(await shop.read('bad.csv')).toBe(
      [
        `rejectedBecause,${wireTitles}`,
        '"orders.csv row 3, column items.quantity is ""two"": give a plain number such as 1234.50.",B,US,prod_1,two,5',
        'orders.csv row 4 items.0.quantity: must be above 0,C,US,prod_1,0,5\n',
      ].join('\n'),
    )
    expect(shop.account.keys()).toEqual(['k', expect.stringMatching(/^k:[0-9a-f]{16}$/)])
    expect(shop.stored).toEqual(
      new Map([
        ['A', 1],
        ['D', 1],
      ]),
    )
  })

  it('mended and given again is sent', async () => {
    shop.orders = shop.refuse
    await shop.put('orders.csv', `${wireTitles}\nA,US,prod_1,0,5\nA,,prod_2,1,5\n`)
    await shop.account.cli(['sync', 'orders.csv', '--rejected', 'bad.csv'])
    await shop.put('bad.csv', (await shop.read('bad.csv')).replace(',0,5', ',3,5'))
    const { exitCode } = await shop.account.cli(['sync', 'bad.csv'])
    expect([exitCode, shop.stored]).toEqual([0, new Map([['A', 1]])])
    expect(shop.account.server.seen.at(-1)?.body).toMatchObject({
      items: [{ externalId: 'A', items: [{ quantity: 3 }, { quantity: 1 }] }],
    })
  })

  it('mended in part and given again, the rest is rejected by its new reason alone', async () => {
    await shop.put('orders.csv', `${wireTitles}\nA,US,prod_1,two,5\nB,US,prod_1,two,5\n`)
    await shop.account.cli(['sync', 'orders.csv', '--rejected', '1.csv'])
    await shop.put('1.csv', (await shop.read('1.csv')).replace('A,US,prod_1,two', 'A,US,prod_1,2'))
    const { stdout } = await shop.account.cli(['sync', '1.csv', '--rejected=2.csv', '--json'])
    expect(JSON.parse(stdout).next).toMatchObject([
      { argv: ['entrygo', 'sync', '2.csv', '--rejected=2.again.csv', '--json'] },
    ])
    expect(await shop.read('2.csv')).toBe(
      `rejectedBecause,${wireTitles}\n"1.csv row 3, column items.quantity is ""two"": give a plain number such as 1234.50.",B,US,prod_1,two,5\n`,
    )
    await shop.put('2.csv', (await shop.read('2.csv')).replace(',two,', ',3,'))
    expect((await shop.account.cli(['sync', '2.csv', '--rejected', '3.csv'])).exitCode).toBe(0)
    expect([...shop.stored.keys()]).toEqual(['A', 'B'])
  })

  it.each(['-', ''])('is a file, and not %j', async (name) => {
    await shop.put('orders.csv', `${wireTitles}\nA,US,prod_1,two,5\n`)
    const { exitCode, stdout } = await shop.account.cli(['sync', 'orders.csv', '--rejected', name, '--json'])
    expect([exitCode, JSON.parse(stdout)]).toMatchObject([2, { errorCode: 'USAGE_ERROR', field: '--rejected' }])
    expect(shop.account.writes()).toEqual([])
  })

  it('lines of NDJSON stay lines of NDJSON', async () => {
    await shop.put('orders.ndjson', '{"externalId":"A"}\n{"externalId":1}\n{"a":}\n')
    await shop.account.cli(['sync', 'orders.ndjson', '--rejected', 'bad.ndjson'])
    expect(
      (await shop.read('bad.ndjson'))
        .split('\n')
        .slice(0, -1)
        .map((line) => JSON.parse(line)),
    ).toEqual([
      { rejectedBecause: expect.stringContaining('is no text'), externalId: 1 },
      { rejectedBecause: expect.stringContaining('orders.ndjson row 3 line 1'), line: '{"a":}' },
    ])
  })

  it('a file that is there is left alone, and nothing is sent', async () => {
    await shop.put('orders.csv', `${wireTitles}\nA,US,prod_1,1,5\n`)
    await shop.put('bad.csv', 'mine')
    const { exitCode, stdout } = await shop.account.cli(['sync', 'orders.csv', '--rejected', 'bad.csv', '--json'])
    expect([exitCode, JSON.parse(stdout).message]).toEqual([
      2,
      'bad.csv is there already: name another file, or take it away.',
    ])
    expect([shop.account.writes(), await shop.read('bad.csv')]).toEqual([[], 'mine'])
  })

  it('nothing rejected leaves no file', async () => {
    await shop.put('orders.csv', `${wireTitles}\nA,US,prod_1,1,5\n`)
    const { exitCode } = await shop.account.cli(['sync', 'orders.csv', '--rejected', 'bad.csv'])
    expect(exitCode).toBe(0)
    await expect(shop.read('bad.csv')).rejects.toThrow('ENOENT')
  })

  it('rows of an order that was read without them end the run: given again alone they would replace it', async () => {
    await shop.put('orders.csv', `${wireTitles}\nA,US,prod_1,1,5\nB,US,prod_1,1,5\nA,,prod_2,1,5\n`)
    const { exitCode, stdout } = await shop.account.cli(['sync', 'orders.csv', '--rejected', 'bad.csv', '--json'])
    expect([exitCode, JSON.parse(stdout)]).toMatchObject([2, { errorCode: 'INPUT_ERROR', field: 'externalId' }])
    expect(stdout).toContain('Sort the file')
    expect(shop.account.writes()).toEqual([])
    await expect(shop.read('bad.csv')).rejects.toThrow('ENOENT')
  })

  it('a refusal that names no record ends the run', async () => {
    shop.orders = () => ({ status: 400, json: { ...example('Error_VALIDATION_ERROR'), details: { issues: [] } } })
    await shop.put('orders.csv', `${wireTitles}\nA,US,prod_1,1,5\n`)
    const { exitCode, stdout } = await shop.account.cli(['sync', 'orders.csv', '--rejected', 'bad.csv', '--json'])
    expect([exitCode, JSON.parse(stdout).errorCode, shop.account.writes().length]).toEqual([2, 'VALIDATION_ERROR', 1])
  })
})

it('without it the first record that cannot be sent ends the run, by its place, and what came before is counted', async () => {
  const rows = Array.from({ length: 600 }, (_, index) => `A${index},US,prod_1,${index === 550 ? 'x' : 1},5`)
  await shop.put('orders.csv', `${wireTitles}\n${rows.join('\n')}\n`)
  const { exitCode, stdout } = await shop.account.cli(['sync', 'orders.csv', '--json'])
  expect([exitCode, JSON.parse(stdout)]).toMatchObject([
    2,
    {
      errorCode: 'INPUT_ERROR',
      message: expect.stringContaining('orders.csv row 552, column items.quantity'),
      data: { synced: 500 },
    },
  ])
})

describe('an interrupted sync', () => {
  const many = `${wireTitles}\n${Array.from({ length: 2600 }, (_, at) => `A${at},US,prod_1,${at % 1000 === 700 ? 0 : 1},5`).join('\n')}\n`

  it('goes on behind what was acknowledged, under the same key, and sends nothing twice', async () => {
    let sent = 0
    shop.orders = (items) => {
      sent += 1
      return sent === 5 ? 'break' : shop.refuse(items)
    }
    await shop.put('orders.csv', many)
    const { env } = shop
    const argv = ['sync', 'orders.csv', '--rejected', 'bad.csv', '--no-retry', '--json']
    const broken = await runCli(argv, { env, cwd: shop.account.folder })
    expect(JSON.parse(broken.stdout)).toMatchObject({ exitCode: 9, data: { synced: 1499 } })
    const { exitCode, stdout } = await runCli(argv, { env, cwd: shop.account.folder })
    expect([exitCode, JSON.parse(stdout)]).toMatchObject([
      2,
      {
        data: { count: 2598, rejected: 2, alreadySynced: 1499 },
        idempotencyKey: JSON.parse(broken.stdout).idempotencyKey,
      },
    ])
    expect([shop.stored.size, [...shop.stored.values()].every((times) => times === 1)]).toEqual([2598, true])
    expect((await shop.read('bad.csv')).split('\n').map((row) => row.split(',')[1])).toEqual([
      'externalId',
      'A700',
      'A1700',
      undefined,
    ])
    expect(new Set(shop.account.keys()).size).toBe(shop.account.keys().length - 1)
  })

  it('begins anew where the input has changed', async () => {
    let sent = 0
    shop.orders = (items) => {
      sent += 1
      return sent === 3 ? 'break' : shop.accept(items)
    }
    await shop.put('orders.csv', many)
    const { env } = shop
    const argv = ['sync', 'orders.csv', '--no-retry', '--json', '--summary']
    await runCli(argv, { env, cwd: shop.account.folder })
    await shop.put('orders.csv', `${many}B,US,prod_1,1,5\n`)
    const { stdout } = await runCli(argv, { env, cwd: shop.account.folder })
    expect(JSON.parse(stdout).data).toMatchObject({ count: 2601, alreadySynced: 0 })
  })
})
