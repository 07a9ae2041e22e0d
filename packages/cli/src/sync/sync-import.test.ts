import { readFile } from 'node:fs/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type ScriptedShop, sentIn, startScriptedShop } from '../testing/scripted-shop.ts'

let shop: ScriptedShop
beforeEach(async () => {
  shop = await startScriptedShop()
})
afterEach(() => shop.account.server.stop())

describe('a line that names a SKU', () => {
  const lines = (skus: readonly string[]): string =>
    skus.map((sku, at) => `{"externalId":"A${at}","items":[{"sku":"${sku}","quantity":1}]}`).join('\n')

  it('is sent with the id of the product that has it as its externalId, asked for once', async () => {
    await shop.account.cli(['sync', '-', '--json'], lines(['TEE', 'PAN', 'TEE']))
    expect(sentIn(shop.account.server.seen.at(-1)).map(({ items }) => items?.[0])).toEqual([
      { productId: 'prod_TEE', quantity: 1 },
      { productId: 'prod_PAN', quantity: 1 },
      { productId: 'prod_TEE', quantity: 1 },
    ])
    expect(shop.account.server.seen.map(({ path }) => path)).toEqual([
      '/api/products?externalId=TEE&externalId=PAN&limit=2',
      '/api/orders/sync',
    ])
  })

  it('is asked for in groups, and again only where it is new', async () => {
    const skus = Array.from({ length: 620 }, (_, index) => `S${index % 120}`)
    await shop.account.cli(['sync', '-', '--json'], lines(skus))
    expect(shop.account.server.seen.map(({ method }) => method)).toEqual(['GET', 'GET', 'GET', 'POST', 'POST'])
  })

  it('that nobody has is refused with what to do', async () => {
    const { exitCode, stdout } = await shop.account.cli(['sync', '-', '--json'], lines(['NEW']))
    expect([exitCode, JSON.parse(stdout).data.message, shop.account.writes()]).toEqual([
      2,
      'stdin item 1 names the SKU "NEW", and no product has that externalId: sync the product first, or give --products-from.',
      [],
    ])
  })

  it('that a shop left empty is rejected by name, and the configured product is not sent for it', async () => {
    const titles = 'Name,Lineitem quantity,Lineitem price,Lineitem sku,Shipping Country,Currency'
    await shop.put('shop.csv', `${titles}\n#1,1,5.00,,US,USD\n`)
    await shop.put('entrygo.config.json', JSON.stringify({ productId: 'prod_9' }))
    const argv = ['sync', 'shop.csv', '--map', 'shopify-orders', '--json']
    const { exitCode, stdout } = await shop.account.cli(argv)
    expect([exitCode, shop.account.writes()]).toEqual([2, []])
    expect(stdout).toContain('shop.csv row 2 has a line without SKU')
    await shop.account.cli([...argv, '--product-id', 'prod_8'])
    expect(shop.account.server.seen.at(-1)?.body).toMatchObject({ items: [{ items: [{ productId: 'prod_8' }] }] })
  })

  it.each([
    ['the answer of products sync', { data: { data: [{ id: 'prod_9', externalId: 'X', sku: 'TEE' }] }, next: [] }],
    ['a list of products', [{ id: 'prod_9', externalId: 'TEE' }]],
  ])('is found in %s, and the server is not asked', async (_, document) => {
    await shop.put('products.json', JSON.stringify(document))
    await shop.account.cli(['sync', '-', '--products-from', 'products.json', '--json'], lines(['TEE']))
    expect(shop.account.server.seen.map(({ path }) => path)).toEqual(['/api/orders/sync'])
    expect(shop.account.server.seen[0]?.body).toMatchObject({ items: [{ items: [{ productId: 'prod_9' }] }] })
  })

  it('that two products have is refused', async () => {
    await shop.put(
      'products.json',
      '[{"id":"prod_1","externalId":"A","sku":"T"},{"id":"prod_2","externalId":"B","sku":"T"}]',
    )
    const { stdout } = await shop.account.cli(['sync', '-', '--products-from', 'products.json', '--json'], lines(['T']))
    expect(JSON.parse(stdout).data.message).toBe(
      'products.json has two products of the SKU "T": name the lines by productId.',
    )
  })
})

it('--summary answers counts alone', async () => {
  const { stdout } = await shop.account.cli(['sync', 'orders.json', '--summary', '--json'])
  expect(JSON.parse(stdout).data).not.toHaveProperty('data')
  expect(JSON.parse(stdout).data.count).toBe(1)
})

describe('--map', () => {
  it('says in words what was left out and where rejected input is', async () => {
    const file = new URL('../../../../examples/shopify-csv/data/orders_export.csv', import.meta.url)
    await shop.put('export.csv', await readFile(file, 'utf8'))
    const { exitCode, stdout } = await shop.account.cli([
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
    [
      ['sync', 'o.csv', '--map', 'shopify-orders', '--usd-per', 'CAD=0.7', '--usd-per', 'CAD=0.8'],
      '--usd-per gives CAD twice: give one rate.',
    ],
    [
      ['sync', 'o.csv', '--map', 'shopify-orders', '--usd-per', 'USD=2'],
      '--usd-per USD: a dollar is a dollar, leave it out.',
    ],
    [['sync', 'o.csv', '--usd-per', 'CAD=1'], '--usd-per is for amounts that a --map reads.'],
  ])('%j is refused: %s', async (argv, message) => {
    await shop.put('o.csv', 'Name\n#1\n')
    const { exitCode, stdout } = await shop.account.cli([...argv, '--json'])
    expect([exitCode, JSON.parse(stdout).message]).toEqual([2, message])
  })
})

it('maps list and maps show print the shipped maps', async () => {
  const list = JSON.parse((await shop.account.cli(['maps', 'list', '--json'])).stdout)
  expect(list.data.maps.map(({ name }: { name: string }) => name)).toEqual([
    'product-sheet',
    'shopify-orders',
    'woocommerce-orders',
  ])
  const { stdout } = await shop.account.cli(['maps', 'show', 'shopify-orders'])
  await shop.put('mine.yaml', stdout)
  expect((await shop.account.cli(['maps', 'show', './mine.yaml'])).stdout).toBe(stdout)
})

it('lint checks a sheet by its map', async () => {
  const file = new URL('../../../../examples/shopify-csv/data/products.csv', import.meta.url)
  await shop.put('products.csv', await readFile(file, 'utf8'))
  const { stdout } = await shop.account.cli(['lint', 'products.csv', '--map', 'product-sheet', '--json'])
  expect(JSON.parse(stdout).data.products.map(({ externalId }: { externalId: string }) => externalId)).toEqual([
    'TEE-COTTON',
    'PAN-STEEL',
  ])
})
