import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { exampleNamed } from '@entrygo/sdk/testing'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { remoteCommands } from './testing/remote-commands.ts'
import { runCli } from './testing/run-cli.ts'
import { type Script, type ScriptedServer, startScriptedServer } from './testing/scripted-server.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'entrygo-cli-'))
  await writeFile(join(folder, 'orders.json'), '[{"externalId":"WEB-1","destinationCountry":"US","items":[]}]')
  await writeFile(join(folder, 'broken.json'), '[{"externalId":')
  await writeFile(join(folder, 'profile.yaml'), 'importer:\n  name: Example Importer LLC\n')
})

let server: ScriptedServer | undefined
afterEach(() => server?.stop())

const env = {
  ENTRYGO_API_KEY: 'eg_test_abc',
  ENTRYGO_ACCOUNT_ID: 'acc_1',
  ENTRYGO_WAREHOUSE_ID: 'wh_1',
  ENTRYGO_BROKER_ID: 'br_1',
}

const refusal = (status: number, code: string): Script => {
  return () => ({ status, json: exampleNamed(`Error_${code}`) })
}

/** A wait polls again whatever happens, so it gets a deadline. */
const once = (argv: readonly string[]): readonly string[] =>
  argv.includes('--wait') ? ['--timeout', '200ms'] : ['--no-retry']

const isWrite = ([name, sub]: readonly string[]): boolean =>
  ['sync', 'plan', 'run'].includes(name ?? '') ||
  ['sync', 'set', 'register', 'test', 'rotate-secret', 'replay'].includes(sub ?? '')

interface FailureMode {
  readonly title: string
  readonly script: Script
  readonly errorCode: string
  readonly exitCode: number
  /** A wait goes on over it, until its deadline. */
  readonly isRetried?: true
  /** Where a write may have happened. */
  readonly ofWrites?: { readonly errorCode: string; readonly exitCode: number }
}

const deadlinePassed = { errorCode: 'DEADLINE_PASSED', exitCode: 8 }
const unknownOutcome = { errorCode: 'OUTCOME_UNKNOWN', exitCode: 9 }
const html = '<html><body>Bad gateway</body></html>'

const failureModes: readonly FailureMode[] = [
  { title: '401', script: refusal(401, 'INVALID_API_KEY'), errorCode: 'INVALID_API_KEY', exitCode: 4 },
  { title: '403', script: refusal(403, 'INSUFFICIENT_SCOPE'), errorCode: 'INSUFFICIENT_SCOPE', exitCode: 4 },
  { title: '404', script: refusal(404, 'EXPORT_NOT_FOUND'), errorCode: 'EXPORT_NOT_FOUND', exitCode: 7 },
  { title: '400', script: refusal(400, 'VALIDATION_ERROR'), errorCode: 'VALIDATION_ERROR', exitCode: 2 },
  { title: 'key reuse', script: refusal(409, 'IDEMPOTENCY_CONFLICT'), errorCode: 'IDEMPOTENCY_CONFLICT', exitCode: 6 },
  { title: 'a stale plan', script: refusal(409, 'PLAN_STALE'), errorCode: 'PLAN_STALE', exitCode: 11 },
  { title: 'no approval', script: refusal(409, 'APPROVAL_REQUIRED'), errorCode: 'APPROVAL_REQUIRED', exitCode: 3 },
  { title: 'blocked', script: refusal(409, 'EXPORT_BLOCKED'), errorCode: 'EXPORT_BLOCKED', exitCode: 5 },
  { title: '500', script: refusal(500, 'INTERNAL_ERROR'), errorCode: 'INTERNAL_ERROR', exitCode: 7, isRetried: true },
  { title: '503', script: refusal(503, 'UNAVAILABLE'), errorCode: 'UNAVAILABLE', exitCode: 10, isRetried: true },
  { title: '429', script: refusal(429, 'RATE_LIMITED'), errorCode: 'RATE_LIMITED', exitCode: 10, isRetried: true },
  {
    title: 'a key that is in use',
    script: refusal(409, 'IDEMPOTENCY_IN_PROGRESS'),
    errorCode: 'IDEMPOTENCY_IN_PROGRESS',
    exitCode: 10,
    isRetried: true,
  },
  {
    title: 'an export that has gone on',
    script: refusal(409, 'EXPORT_ALREADY_EXECUTED'),
    errorCode: 'EXPORT_ALREADY_EXECUTED',
    exitCode: 7,
  },
  { title: 'another plan', script: refusal(409, 'PLAN_HASH_MISMATCH'), errorCode: 'PLAN_HASH_MISMATCH', exitCode: 11 },
  {
    title: 'a connection that breaks',
    script: () => 'break',
    errorCode: 'UNREACHABLE',
    exitCode: 10,
    isRetried: true,
    ofWrites: unknownOutcome,
  },
  {
    title: 'an answer that is cut off',
    script: () => 'cut',
    errorCode: 'UNREACHABLE',
    exitCode: 10,
    isRetried: true,
    ofWrites: unknownOutcome,
  },
  {
    title: 'a page of a proxy',
    script: () => ({ status: 502, text: html, type: 'text/html' }),
    errorCode: 'UNREADABLE_RESPONSE',
    exitCode: 10,
    isRetried: true,
    ofWrites: unknownOutcome,
  },
  {
    title: 'broken JSON as success',
    script: () => ({ status: 200, text: '{"data": [', type: 'application/json' }),
    errorCode: 'UNREADABLE_RESPONSE',
    exitCode: 7,
    ofWrites: { errorCode: 'UNREADABLE_RESPONSE', exitCode: 9 },
  },
]

describe.each(failureModes)('$title', ({ script, errorCode, exitCode, ofWrites, isRetried = false }) => {
  it.each(remoteCommands)('ends `%s %s` with its code and one document', async (...argv) => {
    server = await startScriptedServer(script)
    const ofReads = isRetried && argv.includes('--wait') ? deadlinePassed : { errorCode, exitCode }
    const expected = isWrite(argv) ? (ofWrites ?? { errorCode, exitCode }) : ofReads
    const result = await runCli([...argv, ...once(argv), '--json'], {
      env: { ...env, ENTRYGO_BASE_URL: server.url },
      cwd: folder,
    })
    expect(JSON.parse(result.stdout)).toMatchObject(expected)
    expect(result).toMatchObject({ exitCode: expected.exitCode, stderr: '' })
  })
})

it.each(remoteCommands)(
  'a server that is down ends `%s %s` as unavailable, and a wait at its deadline',
  async (...argv) => {
    const result = await runCli([...argv, ...once(argv), '--json'], {
      env: { ...env, ENTRYGO_BASE_URL: await closedPort() },
      cwd: folder,
    })
    const exitCode = argv.includes('--wait') ? 8 : 10
    expect(JSON.parse(result.stdout)).toMatchObject({ exitCode, retryable: true })
    expect(result.exitCode).toBe(exitCode)
  },
)

it.each(remoteCommands)('no key ends `%s %s` with 4 before anything is sent', async (...argv) => {
  server = await startScriptedServer(() => 'break')
  const result = await runCli([...argv, '--json'], {
    env: { ...env, ENTRYGO_API_KEY: '', ENTRYGO_BASE_URL: server.url },
    cwd: folder,
  })
  expect(JSON.parse(result.stdout)).toMatchObject({ errorCode: 'MISSING_API_KEY', exitCode: 4 })
  expect(result.exitCode).toBe(4)
  expect(server.seen).toEqual([])
})

it.each(remoteCommands)('an unknown flag ends `%s %s` with 2, in words and as JSON', async (...argv) => {
  const inJson = await runCli([...argv, '--jsno', '--json'], { env, cwd: folder })
  expect(JSON.parse(inJson.stdout)).toMatchObject({ errorCode: 'USAGE_ERROR', exitCode: 2 })
  const inWords = await runCli([...argv, '--jsno'], { env, cwd: folder })
  expect(inWords).toMatchObject({ exitCode: 2, stdout: '' })
  expect(inWords.stderr).toContain('Did you mean --json?')
})

it.each([
  [['sync', 'missing.json'], 'missing.json cannot be read (ENOENT): check the path.'],
  [['sync', 'broken.json'], 'broken.json line 1, column 16 is not JSON: Unexpected end of JSON input.'],
  [['sync', '.'], '. is not a file.'],
  [['plan', '--orders-from', 'missing.json'], 'missing.json cannot be read (ENOENT): check the path.'],
  [
    ['plan', '--orders-from', 'profile.yaml'],
    'profile.yaml item 1 has no order id (ord_…): give ids, or the answer of entrygo sync.',
  ],
  [['account', 'set', 'broken.json'], 'broken.json line 1, column 16 is not JSON: Unexpected end of JSON input.'],
  [
    ['plan', '--order-id', 'ord_1', '--shipment', 'broken.json'],
    'broken.json line 1, column 16 is not JSON: Unexpected end of JSON input.',
  ],
] as const)('%j ends with 2 and says what is wrong with the input', async (argv, message) => {
  const { exitCode, stdout } = await runCli([...argv, '--json'], { env, cwd: folder })
  expect(JSON.parse(stdout)).toMatchObject({ errorCode: 'INPUT_ERROR', message, exitCode: 2 })
  expect(exitCode).toBe(2)
})

it('a write whose answer never came says how to finish it, with the same key', async () => {
  server = await startScriptedServer(() => 'break')
  const { stdout } = await runCli(
    ['plan', '--order-id', 'ord_1', '--idempotency-key', 'nightly:plan', '--json', '--no-retry'],
    { env: { ...env, ENTRYGO_BASE_URL: server.url }, cwd: folder },
  )
  expect(JSON.parse(stdout)).toMatchObject({
    errorCode: 'OUTCOME_UNKNOWN',
    idempotencyKey: 'nightly:plan',
    next: [{ argv: ['entrygo', 'resume', 'nightly:plan'] }],
    exitCode: 9,
  })
})

it('an interrupted write ends with 130, its key and the command that finishes it', async () => {
  const controller = new AbortController()
  const { Interruption } = await import('./terminal.ts')
  server = await startScriptedServer(() => {
    controller.abort(new Interruption('SIGINT'))
    return 'break'
  })
  const { exitCode, stdout } = await runCli(['sync', 'orders.json', '--idempotency-key', 'nightly', '--json'], {
    env: { ...env, ENTRYGO_BASE_URL: server.url },
    cwd: folder,
    signal: controller.signal,
  })
  expect(exitCode).toBe(130)
  expect(JSON.parse(stdout)).toMatchObject({
    errorCode: 'INTERRUPTED',
    idempotencyKey: 'nightly',
    next: [{ argv: ['entrygo', 'resume', 'nightly'] }],
    exitCode: 130,
  })
})

async function closedPort(): Promise<string> {
  const { url, stop } = await startScriptedServer(() => 'break')
  await stop()
  return url
}
