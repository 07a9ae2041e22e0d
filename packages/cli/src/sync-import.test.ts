import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { runCli } from './testing/run-cli.ts'
import { example, type ScriptedAccount, startScriptedAccount } from './testing/scripted-account.ts'
import type { ScriptedAnswer, SeenRequest } from './testing/scripted-server.ts'

let account: ScriptedAccount
let orders: (items: readonly Item[], request: SeenRequest) => ScriptedAnswer
/** What the server has stored: how often each order came. */
let stored: Map<string, number>

interface Item {
  readonly externalId: string
  readonly items?: readonly { readonly productId?: string; readonly quantity?: number }[]
}

beforeEach(async () => {
  account = await startScriptedAccount()
  stored = new Map()
  orders = accept
  account.answers['POST /api/orders/sync'] = (request) => orders(itemsOf(request), request)
  account.answers['GET /api/products'] = ({ path }) => {
    const asked = new URL(path, 'http://x').searchParams.getAll('externalId')
    const data = asked
      .filter((id) => !id.startsWith('NEW'))
      .map((id) => ({ ...productExample, id: `prod_${id}`, externalId: id }))
    return { status: 200, json: { data, next_cursor: null } }
  }
})
afterEach(() => account.server.stop())

const [orderExample] = (example('OrdersSynced') as { data: object[] }).data
const [productExample] = (example('ProductsSynced') as { data: object[] }).data

function itemsOf({ body }: SeenRequest): readonly Item[] {
  return (body as { items: Item[] }).items
}

function accept(items: readonly Item[]): ScriptedAnswer {
  for (const { externalId } of items) stored.set(externalId, (stored.get(externalId) ?? 0) + 1)
  const data = items.map(({ externalId }) => ({ ...orderExample, externalId, id: `ord_${externalId}`, created: true }))
  return { status: 200, json: { data } }
}

function refuse(items: readonly Item[]): ScriptedAnswer {
  const issues = items.flatMap(({ items: [line] = [] }, index) =>
    line?.quantity === 0
      ? [{ path: `items.${index}.items.0.quantity`, message: 'must be above 0', code: 'too_small' }]
      : [],
  )
  if (issues.length === 0) return accept(items)
  return { status: 400, json: { ...example('Error_VALIDATION_ERROR'), details: { issues } } }
}

const environment = (): Record<string, string> => ({
  ...{ ENTRYGO_BASE_URL: account.server.url, ENTRYGO_API_KEY: 'eg_test_abc', ENTRYGO_ACCOUNT_ID: 'acc_1' },
  XDG_STATE_HOME: join(account.folder, 'state'),
})
const put = (name: string, text: string): Promise<void> => writeFile(join(account.folder, name), text)
const read = (name: string): Promise<string> => readFile(join(account.folder, name), 'utf8')

const table = 'externalId,destinationCountry,items.productId,items.quantity,items.unitValueUsd'

describe('--rejected', () => {
  it('sets aside what cannot be read and what the server refuses, sends the rest, and ends with 2', async () => {
    orders = refuse
    await put('orders.csv', `${table}\nA,US,prod_1,1,5\nB,US,prod_1,two,5\nC,US,prod_1,0,5\nD,US,prod_1,4,5\n`)
    const argv = ['sync', 'orders.csv', '--rejected', 'bad.csv', '--json', '--idempotency-key', 'k']
    const { exitCode, stdout } = await account.cli(argv)
    expect([exitCode, JSON.parse(stdout)]).toMatchObject([
      2,
      {
        data: { count: 2, rejected: 2, data: [{ externalId: 'A' }, { externalId: 'D' }] },
        next: [
          { argv: ['entrygo', 'sync', 'bad.csv', '--rejected', 'bad.csv.again', '--json', '--idempotency-key', 'k'] },
        ],
      },
    ])
    expect(await read('bad.csv')).toBe(
      [
        `rejectedBecause,${table}`,
        '"orders.csv row 3, column items.quantity is ""two"": give a plain number such as 1234.50.",B,US,prod_1,two,5',
        'orders.csv row 4 items.0.quantity: must be above 0,C,US,prod_1,0,5\n',
      ].join('\n'),
    )
    expect(account.keys()).toEqual(['k', expect.stringMatching(/^k:[0-9a-f]{16}$/)])
    expect(stored).toEqual(
      new Map([
        ['A', 1],
        ['D', 1],
      ]),
    )
  })

  it('mended and given again is sent', async () => {
    orders = refuse
    await put('orders.csv', `${table}\nA,US,prod_1,0,5\nA,,prod_2,1,5\n`)
    await account.cli(['sync', 'orders.csv', '--rejected', 'bad.csv'])
    await put('bad.csv', (await read('bad.csv')).replace(',0,5', ',3,5'))
    const { exitCode } = await account.cli(['sync', 'bad.csv'])
    expect([exitCode, stored]).toEqual([0, new Map([['A', 1]])])
    expect(account.server.seen.at(-1)?.body).toMatchObject({
      items: [{ externalId: 'A', items: [{ quantity: 3 }, { quantity: 1 }] }],
    })
  })

  it('lines of NDJSON stay lines of NDJSON', async () => {
    await put('orders.ndjson', '{"externalId":"A"}\n{"externalId":1}\n{"a":}\n')
    await account.cli(['sync', 'orders.ndjson', '--rejected', 'bad.ndjson'])
    expect(
      (await read('bad.ndjson'))
        .split('\n')
        .slice(0, -1)
        .map((line) => JSON.parse(line)),
    ).toEqual([
      { rejectedBecause: expect.stringContaining('is no text'), externalId: 1 },
      { rejectedBecause: expect.stringContaining('orders.ndjson row 3 line 1'), line: '{"a":}' },
    ])
  })

  it('a file that is there is left alone, and nothing is sent', async () => {
    await put('orders.csv', `${table}\nA,US,prod_1,1,5\n`)
    await put('bad.csv', 'mine')
    const { exitCode, stdout } = await account.cli(['sync', 'orders.csv', '--rejected', 'bad.csv', '--json'])
    expect([exitCode, JSON.parse(stdout).message]).toEqual([
      2,
      'bad.csv is there already: name another file, or take it away.',
    ])
    expect([account.writes(), await read('bad.csv')]).toEqual([[], 'mine'])
  })

  it('nothing rejected leaves no file', async () => {
    await put('orders.csv', `${table}\nA,US,prod_1,1,5\n`)
    const { exitCode } = await account.cli(['sync', 'orders.csv', '--rejected', 'bad.csv'])
    expect(exitCode).toBe(0)
    await expect(read('bad.csv')).rejects.toThrow('ENOENT')
  })

  it('a refusal that names no record ends the run', async () => {
    orders = () => ({ status: 400, json: { ...example('Error_VALIDATION_ERROR'), details: { issues: [] } } })
    await put('orders.csv', `${table}\nA,US,prod_1,1,5\n`)
    const { exitCode, stdout } = await account.cli(['sync', 'orders.csv', '--rejected', 'bad.csv', '--json'])
    expect([exitCode, JSON.parse(stdout).errorCode, account.writes().length]).toEqual([2, 'VALIDATION_ERROR', 1])
  })
})

it('without it the first record that cannot be sent ends the run, by its place, and what came before is counted', async () => {
  const rows = Array.from({ length: 600 }, (_, index) => `A${index},US,prod_1,${index === 550 ? 'x' : 1},5`)
  await put('orders.csv', `${table}\n${rows.join('\n')}\n`)
  const { exitCode, stdout } = await account.cli(['sync', 'orders.csv', '--json'])
  expect([exitCode, JSON.parse(stdout)]).toMatchObject([
    2,
    {
      errorCode: 'INPUT_ERROR',
      message: expect.stringContaining('orders.csv row 552, column items.quantity'),
      data: { synced: 500 },
    },
  ])
})

describe('a line that names a SKU', () => {
  const lines = (skus: readonly string[]): string =>
    skus.map((sku, at) => `{"externalId":"A${at}","items":[{"sku":"${sku}","quantity":1}]}`).join('\n')

  it('is sent with the id of the product that has it as its externalId, asked for once', async () => {
    await account.cli(['sync', '-', '--json'], lines(['TEE', 'PAN', 'TEE']))
    expect(itemsOf(account.server.seen.at(-1) as SeenRequest).map(({ items }) => items?.[0])).toEqual([
      { productId: 'prod_TEE', quantity: 1 },
      { productId: 'prod_PAN', quantity: 1 },
      { productId: 'prod_TEE', quantity: 1 },
    ])
    expect(account.server.seen.map(({ path }) => path)).toEqual([
      '/api/products?externalId=TEE&externalId=PAN&limit=2',
      '/api/orders/sync',
    ])
  })

  it('is asked for in groups, and again only where it is new', async () => {
    const skus = Array.from({ length: 620 }, (_, index) => `S${index % 120}`)
    await account.cli(['sync', '-', '--json'], lines(skus))
    expect(account.server.seen.map(({ method }) => method)).toEqual(['GET', 'GET', 'GET', 'POST', 'POST'])
  })

  it('that nobody has is refused with what to do', async () => {
    const { exitCode, stdout } = await account.cli(['sync', '-', '--json'], lines(['NEW']))
    expect([exitCode, JSON.parse(stdout).message, account.writes()]).toEqual([
      2,
      'stdin item 1 names the SKU "NEW", and no product has that externalId: sync the product first, or give --products-from.',
      [],
    ])
  })

  it.each([
    ['the answer of products sync', { data: { data: [{ id: 'prod_9', externalId: 'X', sku: 'TEE' }] }, next: [] }],
    ['a list of products', [{ id: 'prod_9', externalId: 'TEE' }]],
  ])('is found in %s, and the server is not asked', async (_, document) => {
    await put('products.json', JSON.stringify(document))
    await account.cli(['sync', '-', '--products-from', 'products.json', '--json'], lines(['TEE']))
    expect(account.server.seen.map(({ path }) => path)).toEqual(['/api/orders/sync'])
    expect(account.server.seen[0]?.body).toMatchObject({ items: [{ items: [{ productId: 'prod_9' }] }] })
  })

  it('that two products have is refused', async () => {
    await put(
      'products.json',
      '[{"id":"prod_1","externalId":"A","sku":"T"},{"id":"prod_2","externalId":"B","sku":"T"}]',
    )
    const { stdout } = await account.cli(['sync', '-', '--products-from', 'products.json', '--json'], lines(['T']))
    expect(JSON.parse(stdout).message).toBe(
      'products.json has two products of the SKU "T": name the lines by productId.',
    )
  })
})

describe('an interrupted sync', () => {
  const many = `${table}\n${Array.from({ length: 2600 }, (_, at) => `A${at},US,prod_1,${at % 1000 === 700 ? 0 : 1},5`).join('\n')}\n`

  it('goes on behind what was acknowledged, under the same key, and sends nothing twice', async () => {
    let sent = 0
    orders = (items) => {
      sent += 1
      return sent === 5 ? 'break' : refuse(items)
    }
    await put('orders.csv', many)
    const env = environment()
    const argv = ['sync', 'orders.csv', '--rejected', 'bad.csv', '--no-retry', '--json']
    const broken = await runCli(argv, { env, cwd: account.folder })
    expect(JSON.parse(broken.stdout)).toMatchObject({ exitCode: 9, data: { synced: 1499 } })
    const { exitCode, stdout } = await runCli(argv, { env, cwd: account.folder })
    expect([exitCode, JSON.parse(stdout)]).toMatchObject([
      2,
      {
        data: { count: 2598, rejected: 2, alreadySynced: 1499 },
        idempotencyKey: JSON.parse(broken.stdout).idempotencyKey,
      },
    ])
    expect([stored.size, [...stored.values()].every((times) => times === 1)]).toEqual([2598, true])
    expect((await read('bad.csv')).split('\n').map((row) => row.split(',')[1])).toEqual([
      'externalId',
      'A700',
      'A1700',
      undefined,
    ])
    expect(new Set(account.keys()).size).toBe(account.keys().length - 1)
  })

  it('begins anew where the input has changed', async () => {
    let sent = 0
    orders = (items) => {
      sent += 1
      return sent === 3 ? 'break' : accept(items)
    }
    await put('orders.csv', many)
    const env = environment()
    const argv = ['sync', 'orders.csv', '--no-retry', '--json', '--summary']
    await runCli(argv, { env, cwd: account.folder })
    await put('orders.csv', `${many}B,US,prod_1,1,5\n`)
    const { stdout } = await runCli(argv, { env, cwd: account.folder })
    expect(JSON.parse(stdout).data).toMatchObject({ count: 2601, alreadySynced: 0 })
  })
})

it('--summary answers counts alone', async () => {
  const { stdout } = await account.cli(['sync', 'orders.json', '--summary', '--json'])
  expect(JSON.parse(stdout).data).not.toHaveProperty('data')
  expect(JSON.parse(stdout).data.count).toBe(1)
})

describe('--map', () => {
  it('says in words what was left out and where rejected input is', async () => {
    const file = new URL('../../../examples/shopify-csv/data/orders_export.csv', import.meta.url)
    await put('export.csv', await readFile(file, 'utf8'))
    const { exitCode, stdout } = await account.cli([
      'sync',
      'export.csv',
      '--map',
      'shopify-orders',
      '--rejected',
      'bad.csv',
    ])
    expect(exitCode).toBe(2)
    expect(stdout.split('\n').filter((line) => !line.includes('ord_'))).toEqual([
      'Synced 4 orders: 4 new, 0 updated',
      expect.stringContaining('Your id'),
      '  Skipped 1 order: ships outside the United States (#1003)',
      '  Skipped 1 order: refunded (#1004)',
      '  Skipped 1 order: cancelled (#1008)',
      '  Skipped 1 order: fulfilled already (#1009)',
      '  Skipped 1 line: needs no shipping',
      'Rejected 1 order: see bad.csv, whose first column says why',
      '',
    ])
  })

  it.each([
    [
      ['sync', 'o.csv', '--map', 'shopfy'],
      '--map is "shopfy": give one of product-sheet, shopify-orders, woocommerce-orders, or a file such as ./shopfy.yaml.',
    ],
    [['sync', 'o.csv', '--map', './m.yaml'], './m.yaml cannot be read (ENOENT): check the path.'],
    [['sync', 'orders.json', '--map', 'shopify-orders'], '--map is for CSV, and orders.json is json.'],
    [
      ['sync', 'o.csv', '--map', 'product-sheet'],
      '--map product-sheet is for products, and this command sends orders.',
    ],
    [
      ['sync', 'o.csv', '--map', 'shopify-orders', '--usd-per', 'CAD'],
      '--usd-per is "CAD": give the dollars for one unit, as in CAD=0.7312.',
    ],
    [['sync', 'o.csv', '--usd-per', 'CAD=1'], '--usd-per is for amounts that a --map reads.'],
  ])('%j is refused: %s', async (argv, message) => {
    await put('o.csv', 'Name\n#1\n')
    const { exitCode, stdout } = await account.cli([...argv, '--json'])
    expect([exitCode, JSON.parse(stdout).message]).toEqual([2, message])
  })
})

it('maps list and maps show print the shipped maps', async () => {
  const list = JSON.parse((await account.cli(['maps', 'list', '--json'])).stdout)
  expect(list.data.maps.map(({ name }: { name: string }) => name)).toEqual([
    'product-sheet',
    'shopify-orders',
    'woocommerce-orders',
  ])
  const { stdout } = await account.cli(['maps', 'show', 'shopify-orders'])
  await put('mine.yaml', stdout)
  expect((await account.cli(['maps', 'show', './mine.yaml'])).stdout).toBe(stdout)
})
