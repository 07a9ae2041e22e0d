import { createHash } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { answer, batchId, example, type ScriptedAccount, startScriptedAccount } from './testing/scripted-account.ts'

const id = 'whk_01k9m4wv7n3q8s2t5x1z6b9d4f'
const secret = 'whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oDoUE3w8Nz5yA='

let account: ScriptedAccount
beforeEach(async () => {
  account = await startScriptedAccount()
  account.answers['POST /api/webhooks'] = answer('WebhookRegistered', 201)
  account.answers['GET /api/webhooks'] = answer('Webhooks')
  account.answers[`POST /api/webhooks/${id}/test`] = answer('WebhookTested', 202)
  account.answers[`POST /api/webhooks/${id}/rotate-secret`] = answer('WebhookRotated')
  account.answers[`POST /api/webhooks/${id}/replay`] = answer('WebhookReplayed', 202)
})
afterEach(() => account.server.stop())

const register = ['webhooks', 'register', '--external-id', 'WMS', '--url', 'https://wms.example/hooks/entrygo']

describe('webhooks register', () => {
  it('sends the endpoint with its types, and the answer has the secret and the next command', async () => {
    const types = ['--event', 'EXPORT_EXECUTED', '--event', 'BROKER_SUBMISSION_SENT']
    const { exitCode, stdout, stderr } = await account.cli([...register, ...types, '--inactive', '--json'])
    expect([exitCode, stderr]).toEqual([0, ''])
    expect(account.server.seen[0]?.body).toEqual({
      accountId: 'acc_1',
      externalId: 'WMS',
      url: 'https://wms.example/hooks/entrygo',
      events: ['EXPORT_EXECUTED', 'BROKER_SUBMISSION_SENT'],
      active: false,
    })
    expect(JSON.parse(stdout)).toMatchObject({
      data: { id, secret },
      next: [{ argv: ['entrygo', 'webhooks', 'test', id] }],
    })
  })

  it('leaves types and activity to the server where no flag says them', async () => {
    await account.cli(register)
    expect(Object.keys(Object(account.server.seen[0]?.body))).toEqual(['externalId', 'url', 'accountId'])
  })

  it('in words prints the secret once, with a note that no later answer shows it', async () => {
    const { stdout, stderr } = await account.cli(register)
    expect(stdout.split(secret)).toHaveLength(2)
    expect(stderr).toMatch(/^No later answer shows this secret/)
  })

  it('an endpoint that was there is changed, and nothing is said of a secret', async () => {
    account.answers['POST /api/webhooks'] = answer('WebhookUpdated')
    const { stdout, stderr } = await account.cli(register)
    expect(stdout).toMatch(/^Changed WMS/)
    expect([stdout.includes('secret'), stderr]).toEqual([false, ''])
  })

  it('an unknown type is a usage error', async () => {
    expect((await account.cli([...register, '--event', 'EXPORT_TELEPORTED', '--json'])).exitCode).toBe(2)
  })
})

it('webhooks list shows what waits and how the newest messages ended', async () => {
  expect((await account.cli(['webhooks', 'list'])).stdout).toBe(`WMS ${id}
  active
  https://wms.example/hooks/entrygo
  EXPORT_EXECUTED, BROKER_SUBMISSION_SENT
  0 messages waiting
    evt_01k9m4wq2j6n9x3z5b8d1g4s7v  sent
      of ${batchId}
      #1 2026-11-21T15:04:05Z, 130 ms accepted: the receiver answered HTTP 204
`)
})

it('webhooks test queues one message for the endpoint', async () => {
  const { exitCode, stdout } = await account.cli(['webhooks', 'test', id, '--idempotency-key', 'k', '--json'])
  expect([exitCode, account.keys()]).toEqual([0, ['k']])
  expect(JSON.parse(stdout)).toMatchObject({
    data: { message_id: 'evt_01k9m4wx5c8f1h4k7m0p3r6t9v', status: 'prepared' },
    next: [{ argv: ['entrygo', 'webhooks', 'list'] }],
  })
})

it('webhooks test --wait ends with how the message ended', async () => {
  const message_id = 'evt_01k9m4wx5c8f1h4k7m0p3r6t9v'
  let asked = 0
  account.answers['GET /api/webhooks'] = () => {
    asked += 1
    const delivery = { ...example('WebhookTested'), message_id, status: asked < 2 ? 'sending' : 'failed' }
    return { status: 200, json: { data: [{ ...example('WebhookUpdated'), recent_deliveries: [delivery] }] } }
  }
  const { exitCode, stdout } = await account.cli(['webhooks', 'test', id, '--wait', '--json'])
  expect([exitCode, JSON.parse(stdout)]).toMatchObject([7, { data: { message_id, status: 'failed' }, next: [] }])
})

it('webhooks test --wait ends with 8 when the deadline passes', async () => {
  const { exitCode, stdout } = await account.cli(['webhooks', 'test', id, '--wait', '--timeout', '100ms', '--json'])
  expect([exitCode, JSON.parse(stdout).errorCode]).toEqual([8, 'DEADLINE_PASSED'])
})

it('webhooks rotate-secret prints the new secret and until when the old one signs', async () => {
  const { stdout } = await account.cli(['webhooks', 'rotate-secret', id])
  expect(stdout).toContain('secret  whsec_rnQ2cG9sbGVuIGFuZCBhIG5ldyBzZWNyZXQgaGVyZQ==')
  expect(stdout).toContain('the secret before signs too until 2026-11-22T15:04:05.000Z')
})

it('webhooks replay names the export and the event to begin behind', async () => {
  const argv = ['webhooks', 'replay', id, '--export-id', batchId, '--after', '2', '--json']
  expect((await account.cli(argv)).exitCode).toBe(0)
  expect(account.server.seen[0]?.body).toEqual({ accountId: 'acc_1', exportId: batchId, after: 2 })
})

it.each(['test', 'rotate-secret'])('webhooks %s refuses what is no id of an endpoint', async (name) => {
  const { exitCode, stdout } = await account.cli(['webhooks', name, 'WMS', '--json'])
  expect([exitCode, JSON.parse(stdout).errorCode, account.server.seen]).toEqual([2, 'USAGE_ERROR', []])
})

describe('bundle', () => {
  const zip = 'PK evidence'
  const sha256 = createHash('sha256').update(zip).digest('hex')
  const served = (digestOf: string): void => {
    const digest = createHash('sha256').update(digestOf).digest('base64')
    account.answers[`GET /api/exports/${batchId}/evidence`] = () => ({
      status: 200,
      text: zip,
      type: 'application/zip',
      headers: {
        'content-digest': `sha-256=:${digest}:`,
        'content-disposition': 'attachment; filename="evidence.zip"',
      },
    })
  }

  it('writes what has the announced digest, and says how to verify it', async () => {
    served(zip)
    const { exitCode, stdout } = await account.cli(['bundle', batchId, '--out', 'mine.zip', '--json'])
    expect(exitCode).toBe(0)
    expect(JSON.parse(stdout)).toEqual({
      data: { exportId: batchId, path: join(account.folder, 'mine.zip'), size: 11, sha256, verified: true },
      next: [{ argv: ['entrygo', 'verify', 'mine.zip'], reason: 'check it, without a server' }],
    })
    expect(await readFile(join(account.folder, 'mine.zip'), 'utf8')).toBe(zip)
  })

  it('takes the name that the server gives', async () => {
    served(zip)
    expect((await account.cli(['bundle', batchId])).stdout).toContain(
      `${sha256}  ${join(account.folder, 'evidence.zip')}`,
    )
  })

  it('writes nothing that has another digest', async () => {
    served('something else')
    const { exitCode, stdout } = await account.cli(['bundle', batchId, '--out', 'altered.zip', '--json'])
    expect([exitCode, JSON.parse(stdout).errorCode]).toEqual([7, 'UNREADABLE_RESPONSE'])
    await expect(readFile(join(account.folder, 'altered.zip'))).rejects.toThrow('ENOENT')
  })

  it('replaces another file with --force alone', async () => {
    served(zip)
    await writeFile(join(account.folder, 'evidence.zip'), 'mine')
    expect((await account.cli(['bundle', batchId])).exitCode).toBe(2)
    expect((await account.cli(['bundle', batchId, '--force'])).exitCode).toBe(0)
    expect((await account.cli(['bundle', batchId])).exitCode).toBe(0)
  })

  it('a folder that is not there is refused by its path', async () => {
    served(zip)
    const { exitCode, stdout } = await account.cli(['bundle', batchId, '--out', 'nowhere/e.zip', '--json'])
    expect([exitCode, JSON.parse(stdout)]).toMatchObject([2, { errorCode: 'OUTPUT_ERROR', field: '--out' }])
  })
})
