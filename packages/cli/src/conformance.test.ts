import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { startMutantProxy } from '../../../test/conformance/kit/mutant-proxy.ts'
import { mutants } from '../../../test/conformance/kit/mutants.ts'
import { startDevAccount } from './testing/dev-account.conformance.ts'
import { runCli } from './testing/run-cli.ts'
import { startScriptedServer } from './testing/scripted-server.ts'

const env = { ENTRYGO_API_KEY: 'eg_test_abc', ENTRYGO_BASE_URL: 'http://127.0.0.1:9' }

it('lists requirements with their sources and asks no server', async () => {
  const all = await runCli(['conformance', '--list', '--json'])
  expect(JSON.parse(all.stdout).data.requirements.length).toBeGreaterThan(100)
  const some = await runCli(['conformance', '--list', '--only', 'IDEM-03', '--only', 'GATE', '--json'])
  expect(some.exitCode).toBe(0)
  const { requirements } = JSON.parse(some.stdout).data
  expect(requirements[0]).toEqual({
    id: 'IDEM-03',
    level: 'MUST',
    statement: 'The same key with a changed value is refused with 409 IDEMPOTENCY_CONFLICT and changes nothing.',
    contract: '/components/responses/WriteConflict',
    docs: 'errors/IDEMPOTENCY_CONFLICT.md',
  })
  const shown = await runCli(['conformance', '--list'])
  expect(shown.stdout).toContain('  IDEM-03  MUST   ')
  expect(shown.stdout.split('\n').filter((line) => line.length > 80)).toEqual([])
})

it.each([
  [['--only', 'IDEM-99'], '--only'],
  [['--webhook-port', '80'], '--webhook-port'],
  [['--webhook-url', 'https://hooks.example.com/x'], '--webhook-port'],
  [['--webhook-url', 'hooks'], '--webhook-url'],
  [['--other-api-key-file', '/nowhere/key'], 'apiKeyFile'],
  [['--junit', '/dev/null/out.xml'], '--junit'],
  [['--only', 'EXEC', '--only', 'HOOK-02'], '--only'],
])('refuses %j before anything is sent', async (more, field) => {
  await using server = await closing(startScriptedServer(() => 'break'))
  const argv = ['conformance', '--base-url', server.url, ...more, '--json']
  const { exitCode, stdout } = await runCli(argv, { env })
  expect({ exitCode, ...JSON.parse(stdout) }).toMatchObject({ exitCode: 2, field })
  expect(server.seen).toEqual([])
})

it('refuses a live key unless it is insisted on', async () => {
  const world = { env: { ...env, ENTRYGO_API_KEY: 'eg_live_abc' } }
  const refused = await runCli(['conformance', '--json'], world)
  expect(JSON.parse(refused.stdout)).toMatchObject({ errorCode: 'USAGE_ERROR', field: '--api-key-file' })
  const allowed = await runCli(['conformance', '--allow-live', '--json'], world)
  expect(JSON.parse(allowed.stdout)).toMatchObject({ errorCode: 'UNREACHABLE', exitCode: 10 })
})

it('a server that refuses the key ends it with 4, one that cannot store the records with 7', async () => {
  const refusal = { errorCode: 'INVALID_API_KEY', message: 'No.', requestId: 'req_00000000', retryable: false }
  await using closed = await closing(startScriptedServer(() => ({ status: 401, json: refusal })))
  const key = await runCli(['conformance', '--base-url', closed.url, '--json'], { env })
  expect({ exitCode: key.exitCode, ...JSON.parse(key.stdout) }).toMatchObject({
    exitCode: 4,
    errorCode: 'INVALID_API_KEY',
  })
  await using odd = await closing(startScriptedServer(() => ({ status: 200, json: { accountId: 'acc_1' } })))
  const setUp = await runCli(['conformance', '--base-url', odd.url, '--json'], { env })
  expect({ exitCode: setUp.exitCode, ...JSON.parse(setUp.stdout) }).toMatchObject({ exitCode: 7, errorCode: 'REFUSED' })
  expect(setUp.stdout).not.toContain('eg_test_abc')
})

it('a server that says wait and nothing else, or never stops talking, does not hold the run', async () => {
  let asked = 0
  await using busy = await closing(
    startScriptedServer(() => {
      asked += 1
      if (asked === 1) return { status: 200, json: { accountId: 'acc_1' } }
      return { status: 429, json: { errorCode: 'RATE_LIMITED' }, headers: { 'retry-after': '0.01' } }
    }),
  )
  const waiting = await runCli(['conformance', '--base-url', busy.url, '--json'], { env })
  expect(JSON.parse(waiting.stdout)).toMatchObject({ errorCode: 'REFUSED', exitCode: 7 })
  // health, the profile with ten waits, and one request more that is not waited for
  expect(asked).toBe(13)
  await using mute = await closing(
    startScriptedServer(({ path }) =>
      path.endsWith('/health') ? { status: 200, json: { accountId: 'acc_1' } } : 'hang',
    ),
  )
  const unheard = await runCli(['conformance', '--base-url', mute.url, '--timeout', '50ms', '--json'], { env })
  const message = expect.stringMatching(/^The set-up is what everything stands on/)
  expect(JSON.parse(unheard.stdout)).toMatchObject({ errorCode: 'REFUSED', exitCode: 7, data: { message } })
  await using endless = await closing(startScriptedServer(() => ({ status: 200, json: 'x'.repeat(17_000_000) })))
  const flooded = await runCli(['conformance', '--base-url', endless.url, '--json'], { env })
  expect(JSON.parse(flooded.stdout)).toMatchObject({
    errorCode: 'UNREACHABLE',
    exitCode: 10,
    data: { message: expect.stringContaining('a body of more than 16777216 bytes') },
  })
})

it('prints a table of 80 columns and the report as JSON and JUnit, and ends with 0 when every MUST holds', async () => {
  await using account = await startDevAccount()
  const argv = ['conformance', '--only', 'AUTH', '--only', 'LIM', '--only', 'HEAD']
  const words = await account.cli(argv)
  expect(words.exitCode).toBe(0)
  expect(words.stdout).toContain('Every MUST that was tried holds: 13 of 15 requirements tried in ')
  expect(words.stdout).toContain('  2 not tried: needs --read-api-key-file')
  expect(words.stdout.split('\n').filter((line) => line.length > 80)).toEqual([])
  expect(words.stderr).toContain('Nothing is executed; --allow-execute tries that too.')
  const json = await account.cli([...argv, '--junit', 'out.xml', '--json'])
  expect(JSON.parse(json.stdout)).toMatchObject({ data: { conforms: true, counts: { holds: 13, skipped: 2 } } })
  expect(await readFile(join(account.folder, 'out.xml'), 'utf8')).toContain('tests="15" failures="0"')
})

it('ends with 7 when a MUST does not hold, and shows what was sent, expected and got', async () => {
  await using account = await startDevAccount()
  const { apiKey, url } = account.dev
  const mutant = mutants.find(({ name }) => name === 'refusals carry a stack trace')
  const server = { url, keys: { apiKey, otherApiKey: '', readApiKey: '' } }
  await using proxy = await startMutantProxy(server, mutant)
  const argv = ['conformance', '--base-url', proxy.url, '--only', 'ERR-09']
  const words = await account.cli(argv)
  expect(words.exitCode).toBe(7)
  expect(words.stdout).toContain('ERR-09   MUST   Refusals show nothing of the inside: no stack, file, statement\n')
  expect(words.stdout).toContain('  sent      POST /api/orders/sync')
  expect(words.stdout).toContain('"message":"Error at validate\n            (/srv/app/orders.js:12:3)')
  expect(words.stdout).toContain('1 MUST failed: 1 of 1 requirements tried in ')
  expect(words.stdout).not.toContain(apiKey)
  expect(words.stdout.split('\n').filter((line) => line.length > 80)).toEqual([])
  const json = await account.cli([...argv, '--json'])
  expect(json.exitCode).toBe(7)
  expect(JSON.parse(json.stdout)).toMatchObject({ data: { conforms: false, results: [{ outcome: 'fails' }] } })
})

it('ends with 10 when the server falls silent, and says so', async () => {
  await using account = await startDevAccount()
  const { apiKey, url } = account.dev
  let isSilent = false
  const falling = {
    ...{ name: 'falls silent', caughtBy: 'AUTH-01' },
    make: (): ReturnType<(typeof mutants)[number]['make']> => (asked, forward) => {
      // The first request of the requirements lacks the key.
      isSilent ||= asked.headers['authorization'] !== `Bearer ${apiKey}`
      return isSilent ? new Promise(() => {}) : forward(asked)
    },
  }
  await using proxy = await startMutantProxy({ url, keys: { apiKey, otherApiKey: '', readApiKey: '' } }, falling)
  const argv = ['conformance', '--base-url', proxy.url, '--timeout', '700ms']
  const json = await account.cli([...argv, '--json'])
  expect([json.exitCode, JSON.parse(json.stdout).data]).toMatchObject([
    10,
    { conforms: false, stopped: 'The server answered nothing to AUTH-01, AUTH-02, AUTH-03.', counts: { failsMust: 3 } },
  ])
})

async function closing(
  starting: ReturnType<typeof startScriptedServer>,
): Promise<Awaited<typeof starting> & AsyncDisposable> {
  const server = await starting
  return { ...server, [Symbol.asyncDispose]: () => server.stop() }
}
