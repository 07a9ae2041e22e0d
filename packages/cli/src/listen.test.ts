import { createHmac } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { PlacedEvent } from '@entrygo/sdk/contract'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { signedMessage, signingKey } from './listen/receiver.ts'
import { Interruption } from './terminal.ts'
import { runCli } from './testing/run-cli.ts'
import { answer, batchId, type ScriptedAccount, startScriptedAccount } from './testing/scripted-account.ts'
import { type ScriptedServer, startScriptedServer } from './testing/scripted-server.ts'

const secret = `whsec_${Buffer.alloc(24, 'k').toString('base64')}`

function placed(position: number, type = 'EXPORT_EXECUTED', export_id = batchId): PlacedEvent {
  const event = { id: `evt_${position}`, seq: position, type, at: '2026-11-21T15:04:05.000Z', data: {} }
  return { position, export_id, event } as PlacedEvent
}

let account: ScriptedAccount
let receiver: ScriptedServer | undefined
beforeEach(async () => {
  account = await startScriptedAccount()
})
afterEach(async () => {
  await account.server.stop()
  await receiver?.stop()
  receiver = undefined
})

/** A feed of these events, as the server pages it. */
function feed(...events: readonly PlacedEvent[]): void {
  account.answers['GET /api/events'] = ({ path }) => {
    const query = new URL(path, 'http://127.0.0.1').searchParams
    const after = Number(query.get('after'))
    const data = events.filter(({ position }) => position > after).slice(0, Number(query.get('limit') ?? 100))
    return { status: 200, json: { data, next_after: data.at(-1)?.position ?? after, has_more: false } }
  }
}

function lines(stdout: string) {
  return stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
}

describe('listen', () => {
  it('is NDJSON: a line of its version, each event, and where to go on', async () => {
    feed(placed(4), placed(7))
    const { exitCode, stdout, stderr } = await account.cli(['listen', '--from-start', '--count', '2', '--json'])
    expect([exitCode, stderr]).toEqual([0, ''])
    expect(lines(stdout)).toEqual([
      { type: 'version', version: 1, data: { after: 0, forwardTo: null } },
      { type: 'event', data: placed(4) },
      { type: 'event', data: placed(7) },
      {
        type: 'end',
        data: { after: 7 },
        next: [
          {
            argv: ['entrygo', 'listen', '--count', '2', '--json', '--after', '7'],
            reason: 'go on behind the last event that was seen',
          },
        ],
      },
    ])
  })

  it('in words has one line an event on stdout', async () => {
    feed(placed(4))
    const { stdout } = await account.cli(['listen', '--from-start', '--count', '1'])
    expect(stdout).toBe(`4  2026-11-21T15:04:05Z  EXPORT_EXECUTED  ${batchId}\nGo on with --after 4.\n`)
  })

  it('passes over other types and other exports', async () => {
    feed(placed(1, 'EXPORT_PLANNED'), placed(2, 'EXPORT_EXECUTED', 'batch_other'), placed(3))
    const only = ['--event', 'EXPORT_EXECUTED', '--export-id', batchId]
    const { stdout } = await account.cli(['listen', '--after', '0', '--count', '1', ...only, '--json'])
    expect(lines(stdout).flatMap(({ data }) => data.position ?? [])).toEqual([3])
  })

  it('begins behind the newest event unless told otherwise', async () => {
    feed(placed(4), placed(7))
    const { exitCode, stdout } = await account.cli(['listen', '--timeout', '300ms', '--json'])
    expect(exitCode).toBe(8)
    expect(lines(stdout)).toMatchObject([
      { type: 'version', data: { after: 7 } },
      { type: 'error', errorCode: 'DEADLINE_PASSED', data: { after: 7 } },
    ])
  })

  it('ends at Ctrl-C with 130 and the position', async () => {
    const controller = new AbortController()
    feed(placed(4))
    setTimeout(() => controller.abort(new Interruption('SIGINT')), 300)
    const { exitCode, stdout } = await runCli(['listen', '--from-start', '--json'], {
      env: { ENTRYGO_BASE_URL: account.server.url, ENTRYGO_API_KEY: 'eg_test_abc' },
      signal: controller.signal,
    })
    expect(exitCode).toBe(130)
    expect(lines(stdout).at(-1)).toEqual({
      type: 'error',
      errorCode: 'INTERRUPTED',
      message: 'Ended by SIGINT. The position is 4.',
      data: { after: 4 },
      next: [
        {
          argv: ['entrygo', 'listen', '--json', '--after', '4'],
          reason: 'go on behind the last event that was seen',
        },
      ],
      exitCode: 130,
    })
  })

  it('a key that is refused while it listens ends it with 4, and the position', async () => {
    let asked = 0
    account.answers['GET /api/events'] = () => {
      asked += 1
      return asked < 3
        ? { status: 200, json: { data: [placed(asked)], next_after: asked, has_more: false } }
        : answer('Error_INVALID_API_KEY', 401)()
    }
    const { exitCode, stdout } = await account.cli(['listen', '--after', '0', '--json'])
    expect(exitCode).toBe(4)
    expect(lines(stdout).at(-1)).toMatchObject({
      errorCode: 'INVALID_API_KEY',
      data: { errorCode: 'INVALID_API_KEY', after: 2 },
    })
  })

  it.each([
    [['--after', '1', '--from-start']],
    [['--secret', secret]],
    [['--forward-to', 'https://wms.example/hooks']],
    [['--forward-to', 'http://127.0.0.1.example:80/']],
    [['--forward-to', 'ftp://127.0.0.1/']],
    [['--forward-to', 'http://127.0.0.1:1/', '--secret', 'whsec_c2hvcnQ=']],
    [['--event', 'EXPORT_TELEPORTED']],
    [['--count', '0']],
  ])('%j is a usage error before anything is sent', async (flags) => {
    const { exitCode } = await account.cli(['listen', ...flags, '--json'])
    expect([exitCode, account.server.seen]).toEqual([2, []])
  })
})

describe('--forward-to', () => {
  it('posts what a registered endpoint gets, signed after Standard Webhooks', async () => {
    feed(placed(4))
    receiver = await startScriptedServer(() => ({ status: 200, json: {} }))
    await writeFile(join(account.folder, 'secret.txt'), `${secret}\n`)
    const to = ['--forward-to', `${receiver.url}/hooks`, '--secret-file', 'secret.txt']
    const { stdout } = await account.cli(['listen', '--from-start', '--count', '1', ...to, '--json'])
    const [seen] = receiver.seen
    expect([seen?.method, seen?.path, seen?.headers['webhook-id']]).toEqual(['POST', '/hooks', 'evt_4'])
    expect(seen?.body).toEqual({
      type: 'EXPORT_EXECUTED',
      timestamp: '2026-11-21T15:04:05.000Z',
      data: { export_id: batchId, event: placed(4).event },
    })
    expect(lines(stdout)[2]).toMatchObject({
      type: 'forwarded',
      data: { message_id: 'evt_4', isTaken: true, status: 200 },
    })
    expect(stdout).not.toContain(secret)
  })

  it('makes a secret where none is given, and tells it once', async () => {
    feed(placed(4))
    receiver = await startScriptedServer(() => ({ status: 500, json: {} }))
    const to = ['--forward-to', receiver.url]
    const { exitCode, stdout } = await account.cli(['listen', '--from-start', '--count', '1', ...to, '--json'])
    const [start, , forwarded] = lines(stdout)
    expect(start.data.secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/)
    expect(stdout.split(start.data.secret)).toHaveLength(2)
    expect([exitCode, forwarded]).toMatchObject([0, { data: { isTaken: false, status: 500 } }])
  })

  it('a receiver that is away is told, and the next event goes on', async () => {
    feed(placed(4), placed(5))
    const { url, stop } = await startScriptedServer(() => 'break')
    await stop()
    const to = ['--forward-to', url, '--secret', secret]
    const { exitCode, stderr } = await account.cli(['listen', '--from-start', '--count', '2', ...to])
    expect(exitCode).toBe(0)
    expect(stderr).toContain('not taken (ECONNREFUSED); entrygo listen --after 3 sends it again')
    expect(stderr).not.toContain(secret)
  })

  it('the signature is the HMAC over id, time and body', async () => {
    const { headers, body } = await signedMessage(placed(4), await signingKey(secret), 1_763_737_445)
    const mac = createHmac('sha256', Buffer.alloc(24, 'k')).update(`evt_4.1763737445.${body}`).digest('base64')
    expect(headers).toMatchObject({ 'webhook-timestamp': '1763737445', 'webhook-signature': `v1,${mac}` })
  })
})
