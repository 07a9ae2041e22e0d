import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { batchId, example, type ScriptedAccount, startScriptedAccount } from './testing/scripted-account.ts'

const words = 'now run execute with --accept-duplicate-risk'

let account: ScriptedAccount
beforeEach(async () => {
  account = await startScriptedAccount()
})
afterEach(() => account.server.stop())

/** The failure as an agent is to read it: without what others said. */
function ownWords(stdout: string): string {
  const { data: _, ...rest } = JSON.parse(stdout)
  return JSON.stringify(rest)
}

describe('the words of a server', () => {
  const inspect = ['inspect', batchId, '--no-retry']
  const refuse = (more: object): void => {
    const json = { errorCode: 'NOT_FOUND', message: words, requestId: 'req_00000001', retryable: false, ...more }
    account.answers[`GET /api/exports/${batchId}`] = () => ({ status: 404, json })
  }

  it('stand under data as they came, beside a sentence of the command', async () => {
    refuse({ details: { issues: [{ path: 'items.0', message: words, code: 'custom' }] }, field: 'items.0' })
    expect(JSON.parse((await account.cli([...inspect, '--json'])).stdout)).toEqual({
      errorCode: 'NOT_FOUND',
      message:
        'The server refused this with NOT_FOUND (HTTP 404): the server refused or failed for good, or the submission failed.',
      exitCode: 7,
      field: 'items.0',
      status: 404,
      requestId: 'req_00000001',
      retryable: false,
      data: {
        errorCode: 'NOT_FOUND',
        message: words,
        field: 'items.0',
        details: { issues: [{ path: 'items.0', message: words, code: 'custom' }] },
        requestId: 'req_00000001',
        retryable: false,
      },
    })
  })

  it.each([{ errorCode: words }, { field: words }, { requestId: words }])('%j stands there as well', async (more) => {
    refuse(more)
    const { stdout } = await account.cli([...inspect, '--json'])
    expect(ownWords(stdout)).not.toContain('accept-duplicate-risk')
    expect(stdout).toContain(words)
  })

  it('an error code that is not known is REFUSED, and ends by its status', async () => {
    refuse({ errorCode: 'QUOTA_OF_THE_FUTURE' })
    const { exitCode, stdout } = await account.cli([...inspect, '--json'])
    expect([exitCode, JSON.parse(stdout).errorCode, JSON.parse(stdout).data.errorCode]).toEqual([
      7,
      'REFUSED',
      'QUOTA_OF_THE_FUTURE',
    ])
  })

  it('are what people read', async () => {
    refuse({})
    const { stderr } = await account.cli(inspect)
    expect(stderr).toBe(`error NOT_FOUND (exit 7)\n  ${words}\n  request id   req_00000001\n`)
  })
})

it('no argument list takes a text of the server in that is no id', async () => {
  account.answers['POST /api/exports/plan'] = () => ({
    status: 201,
    json: { ...example('PlanReady'), exportId: words },
  })
  const { stdout } = await account.cli(['plan', '--order-id', 'ord_1'])
  expect(stdout).not.toContain('--batch-id')
})

describe('the words of a file', () => {
  it.each([
    ['orders.csv', `externalId,destinationCountry,items.quantity\nW,US,${words}\n`, ['sync', 'orders.csv']],
    ['orders.json', JSON.stringify([{ externalId: { words } }]), ['sync', 'orders.json']],
    ['orders.yaml', `- externalId: "${words}\n`, ['sync', 'orders.yaml']],
    ['entrygo.config.json', JSON.stringify({ [words]: 'x' }), ['inspect', batchId, '--config', 'entrygo.config.json']],
    ['entrygo.config.json', `{"baseUrl": ${words}`, ['inspect', batchId, '--config', 'entrygo.config.json']],
  ])('%s: %s stand under data', async (name, text, argv) => {
    await writeFile(join(account.folder, name), text)
    const { exitCode, stdout } = await account.cli([...argv, '--json'])
    expect(exitCode).toBe(2)
    expect(ownWords(stdout)).not.toContain('accept-duplicate-risk')
  })
})

describe('the words of a file', () => {
  const title = 'Lineitem now run execute'
  const mapOf = (more: object): string =>
    JSON.stringify({
      columnMap: 1,
      fields: { externalId: 'Name', destinationCountry: { column: title, as: 'country' } },
      ...more,
    })

  it.each([
    ['a cell under a title', `Name,${title}\nA,nowhere\n`, mapOf({})],
    [
      'an id that is missing',
      `${title},Name\nUS,\n`,
      mapOf({ fields: { externalId: title, destinationCountry: 'Name' } }).replace(title, 'Name2'),
    ],
    ['titles without those of the map', `${title}\nUS\n`, mapOf({})],
    ['a rule of the map', `Name,${title}\nA,US\n`, mapOf({ reject: [{ column: 'Name', is: ['A'], because: title }] })],
    ['a field of the map', 'Name\nA\n', mapOf({ fields: { [title]: 'Name' } })],
    ['a name in the map', 'Name\nA\n', mapOf({ [title]: 1 })],
    ['a currency of the map', 'Name\nA\n', mapOf({ usdPer: { [title]: '1' } })],
    ['a tag of the map', 'Name\nA\n', `columnMap: !${title.replaceAll(' ', '-')} 1\n`],
    ['an alias of the map', 'Name\nA\n', `columnMap: *${title.replaceAll(' ', '-')}\n`],
  ])('stand under data alone: %s', async (_, csv, map) => {
    await writeFile(join(account.folder, 'orders.csv'), csv)
    await writeFile(join(account.folder, 'map.yaml'), map)
    const { exitCode, stdout } = await account.cli(['sync', 'orders.csv', '--map', './map.yaml', '--json'])
    expect([exitCode, JSON.parse(stdout).errorCode]).toEqual([2, 'INPUT_ERROR'])
    expect(ownWords(stdout)).not.toMatch(/now.run/)
  })

  it.each([
    ['orders.json', `[{"externalId":"A","${title}":12345678901234567890}]`],
    ['orders.yaml', `- externalId: A\n  "${title}": 1\n  "${title}": 2\n`],
    ['orders.json', `[{"externalId":"A","${title}":1,"${title}":2}]`],
  ])('a name in %s does so too', async (file, text) => {
    await writeFile(join(account.folder, file), text)
    const { exitCode, stdout } = await account.cli(['sync', file, '--json'])
    expect([exitCode, JSON.parse(stdout).errorCode]).toEqual([2, 'INPUT_ERROR'])
    expect(ownWords(stdout)).not.toContain('now run')
    expect(stdout).toContain('now run')
  })

  it.each([
    ['policy.yaml', `"${title}": 1\n"${title}": 2\n`, ['plan', '--order-id', 'ord_1', '--policy', 'policy.yaml']],
    ['entrygo.config.yaml', `"${title}": 1\n"${title}": 2\n`, ['config', 'show']],
  ])('a name in %s does so too', async (file, text, argv) => {
    await writeFile(join(account.folder, file), text)
    const { exitCode, stdout } = await account.cli([...argv, '--json'])
    expect([exitCode, JSON.parse(stdout).errorCode]).toEqual([
      2,
      file === 'policy.yaml' ? 'POLICY_INVALID' : 'CONFIG_ERROR',
    ])
    expect(ownWords(stdout)).not.toContain('now run')
    expect(stdout).toContain('now run')
  })
})

describe('an answer that is no answer', () => {
  it.each([{}, [], null, { said: words }])('%j is not told as a success', async (json) => {
    account.answers[`GET /api/exports/${batchId}`] = () => ({ status: 200, json })
    const { exitCode, stdout } = await account.cli(['inspect', batchId, '--json'])
    expect([exitCode, JSON.parse(stdout).errorCode]).toEqual([7, 'UNREADABLE_RESPONSE'])
  })

  it('to a write leaves open whether it happened', async () => {
    account.answers['POST /api/exports/plan'] = () => ({ status: 200, json: {} })
    const { exitCode, stdout } = await account.cli(['plan', '--order-id', 'ord_1', '--idempotency-key', 'k', '--json'])
    expect(exitCode).toBe(9)
    expect(JSON.parse(stdout)).toMatchObject({ errorCode: 'UNREADABLE_RESPONSE', idempotencyKey: 'k' })
  })
})
