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
