import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { answer, example, type ScriptedAccount, startScriptedAccount } from './testing/scripted-account.ts'

const kinds = [
  { noun: 'orders', list: 'Orders', one: 'OrderStored', externalId: 'WEB-100234' },
  { noun: 'products', list: 'Products', one: 'ProductStored', externalId: 'BOOK-A5-10' },
  { noun: 'warehouses', list: 'Warehouses', one: 'WarehouseStored', externalId: 'YYZ-1' },
  { noun: 'brokers', list: 'Brokers', one: 'BrokerStored', externalId: 'BROKER-1' },
] as const

let account: ScriptedAccount
beforeAll(async () => {
  account = await startScriptedAccount()
  for (const { noun, list, one } of kinds) {
    account.answers[`GET /api/${noun}`] = answer(list)
    account.answers[`GET /api/${noun}/${idOf(one)}`] = answer(one)
  }
})
afterAll(() => account.server.stop())

function idOf(one: string): string {
  return String(example(one)['id'])
}

const asked = (): string | undefined => account.server.seen.at(-1)?.path

describe.each(kinds)('$noun', ({ noun, list, one, externalId }) => {
  it('list prints the page of the server', async () => {
    const { exitCode, stdout, stderr } = await account.cli([noun, 'list', '--json'])
    expect([exitCode, JSON.parse(stdout), stderr]).toEqual([0, { data: example(list), next: [] }, ''])
    expect(asked()).toBe(`/api/${noun}`)
  })

  it('list in words gives each record a line of at most 80 columns with its whole id', async () => {
    const { stdout } = await account.cli([noun, 'list'])
    expect(stdout).toContain(idOf(one))
    expect(stdout).toContain(externalId)
    expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80)
  })

  it('show takes the id', async () => {
    const { stdout } = await account.cli([noun, 'show', idOf(one), '--json'])
    expect([JSON.parse(stdout), asked()]).toEqual([{ data: example(one), next: [] }, `/api/${noun}/${idOf(one)}`])
  })

  it('show takes the external id', async () => {
    const { stdout } = await account.cli([noun, 'show', '--external-id', externalId, '--json'])
    expect(JSON.parse(stdout)).toEqual({ data: example(one), next: [] })
    expect(asked()).toBe(`/api/${noun}?externalId=${externalId}&limit=1`)
  })

  it('show in words has one field a line', async () => {
    expect((await account.cli([noun, 'show', idOf(one)])).stdout).toMatch(
      new RegExp(`^externalId +${externalId}$`, 'm'),
    )
  })
})

it('external ids are asked for together, and those that are not stored are named', async () => {
  const ids = ['--external-id', 'WEB-100234', '--external-id', 'GONE/1']
  const { exitCode, stderr } = await account.cli(['orders', 'list', ...ids])
  expect([exitCode, asked()]).toEqual([0, '/api/orders?externalId=WEB-100234&externalId=GONE%2F1&limit=100'])
  expect(stderr).toBe('Not stored: GONE/1.\n')
})

it('more external ids than one request takes are a usage error', async () => {
  const ids = Array.from({ length: 101 }, (_, index) => ['--external-id', `WEB-${index}`]).flat()
  const { exitCode, stdout } = await account.cli(['orders', 'list', ...ids, '--json'])
  expect([exitCode, JSON.parse(stdout)]).toMatchObject([2, { errorCode: 'USAGE_ERROR', field: '--external-id' }])
})

describe('a list of several pages', () => {
  let paged: ScriptedAccount
  const order = example('OrderStored')
  beforeAll(async () => {
    paged = await startScriptedAccount()
    paged.answers['GET /api/orders'] = ({ path }) => {
      if (path.includes('cursor=x')) return { status: 400, json: example('Error_VALIDATION_ERROR') }
      if (path.includes('cursor=three')) return { status: 401, json: example('Error_INVALID_API_KEY') }
      const next_cursor = path.includes('cursor=two') ? null : path.includes('cursor=broken') ? 'three' : 'two'
      return { status: 200, json: { data: [order], next_cursor } }
    }
  })
  afterAll(() => paged.server.stop())

  it('names the command for the next page', async () => {
    const { stdout } = await paged.cli(['orders', 'list', '--external-id', 'A', '--limit', '1', '--json'])
    const argv = ['entrygo', 'orders', 'list', '--external-id', 'A', '--limit', '1', '--cursor', 'two']
    expect(JSON.parse(stdout)).toMatchObject({ next: [{ argv, reason: 'older ones' }] })
  })

  it('comes with --all as one record a line, between the version and the end', async () => {
    const { exitCode, stdout } = await paged.cli(['orders', 'list', '--all', '--json'])
    expect([exitCode, linesOf(stdout)]).toEqual([
      0,
      [
        { type: 'version', version: 1 },
        { type: 'record', data: order },
        { type: 'record', data: order },
        { type: 'end', data: { count: 2 }, next: [] },
      ],
    ])
  })

  it('comes with --all in words as one table with one head', async () => {
    const { stdout } = await paged.cli(['orders', 'list', '--all'])
    expect(stdout.split('\n').map((line) => line.slice(0, 9))).toEqual(['Order    ', 'ord_01k9m', 'ord_01k9m', ''])
    expect(
      new Set(
        stdout
          .trimEnd()
          .split('\n')
          .map((line) => line.length),
      ),
    ).toEqual(new Set([78]))
  })

  it('whose cursor is refused is begun anew', async () => {
    const { exitCode, stdout } = await paged.cli(['orders', 'list', '--all', '--limit', '2', '--cursor', 'x', '--json'])
    const argv = ['entrygo', 'orders', 'list', '--limit', '2', '--all']
    expect([exitCode, JSON.parse(stdout).next]).toEqual([2, [{ argv, reason: 'begin anew' }]])
  })

  it('that breaks off ends with the failure and the command that goes on', async () => {
    const { exitCode, stdout } = await paged.cli(['orders', 'list', '--all', '--cursor', 'broken', '--json'])
    const argv = ['entrygo', 'orders', 'list', '--all', '--cursor', 'three']
    expect([exitCode, linesOf(stdout).at(-1)]).toMatchObject([
      4,
      { type: 'error', errorCode: 'INVALID_API_KEY', next: [{ argv }] },
    ])
  })
})

function linesOf(stdout: string): object[] {
  return stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
}

it.each([
  [['orders', 'show'], '--external-id'],
  [['orders', 'show', 'ord_1', '--external-id', 'WEB-1'], '--external-id'],
])('%j names no record or two', async (argv, field) => {
  const { exitCode, stdout } = await account.cli([...argv, '--json'])
  expect([exitCode, JSON.parse(stdout)]).toMatchObject([2, { errorCode: 'USAGE_ERROR', field }])
})

it('an external id in the place of the id is a usage error that says where it goes', async () => {
  const { exitCode, stderr } = await account.cli(['orders', 'show', 'WEB-100234'])
  expect([exitCode, stderr.replaceAll(/\s+/g, ' ')]).toEqual([2, expect.stringContaining('with --external-id')])
})

it('a record that is not there ends with 7', async () => {
  account.answers['GET /api/brokers'] = () => ({ status: 200, json: { data: [], next_cursor: null } })
  const byExternalId = await account.cli(['brokers', 'show', '--external-id', 'GONE', '--json'])
  expect([byExternalId.exitCode, JSON.parse(byExternalId.stdout)]).toMatchObject([
    7,
    { errorCode: 'NOT_FOUND', field: '--external-id', data: { externalId: 'GONE' } },
  ])
  expect((await account.cli(['brokers', 'show', 'br_gone', '--json'])).exitCode).toBe(7)
  expect((await account.cli(['brokers', 'list'])).stdout).toBe('No brokers yet.\n')
  expect((await account.cli(['brokers', 'list', '--external-id', 'GONE'])).stdout).toBe(
    'None of these brokers is stored.\n',
  )
})
