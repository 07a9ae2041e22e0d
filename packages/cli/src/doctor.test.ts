import { chmod, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { checkNode } from './doctor/check-machine.ts'
import { type CliResult, runCli } from './testing/run-cli.ts'
import { example } from './testing/scripted-account.ts'
import { type ScriptedAnswer, type ScriptedServer, startScriptedServer } from './testing/scripted-server.ts'

let folder = ''
let server: ScriptedServer
let said: () => ScriptedAnswer
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'entrygo-doctor-'))
  said = () => ({ status: 200, json: example('Healthy') })
  server = await startScriptedServer(() => said())
})
afterEach(async () => {
  await server.stop()
  await rm(folder, { recursive: true })
})

interface Diagnosis {
  readonly exitCode: number
  readonly checks: readonly { check: string; status: string; detail: string; remedy?: string }[]
  readonly settings: readonly { name: string; value: string | null; origin: string | null }[]
}

async function doctor(
  env: Readonly<Record<string, string>> = {},
  flags: readonly string[] = [],
): Promise<CliResult & { of: (check: string) => Diagnosis['checks'][number] | undefined; data: Diagnosis }> {
  const state = join(folder, 'state')
  const world = { ENTRYGO_BASE_URL: server.url, ENTRYGO_API_KEY: 'eg_test_canary', XDG_STATE_HOME: state, ...env }
  const result = await runCli(['doctor', '--json', ...flags], { env: world, cwd: folder })
  const { data }: { data: Diagnosis } = JSON.parse(result.stdout)
  return { ...result, data, of: (name) => data.checks.find(({ check }) => check === name) }
}

describe('entrygo doctor', () => {
  it('looks at all of it, and changes nothing', async () => {
    const { exitCode, data, stdout, of } = await doctor()
    expect(exitCode).toBe(0)
    expect(data.checks.map(({ check, status }) => `${status} ${check}`)).toEqual([
      'ok node',
      'ok versions',
      'ok config',
      'ok api-key',
      'ok proxy',
      'ok dns',
      'ok tcp',
      'ok server',
      'ok account',
      'ok clock',
      expect.stringMatching(/^(?:ok|warn) rule-pack$/),
      'ok journal',
    ])
    expect(of('api-key')?.detail).toBe('eg_test_… from ENTRYGO_API_KEY')
    expect(stdout).not.toContain('canary')
    expect(await readdir(folder)).toEqual([])
    expect(server.seen.map(({ method, path }) => `${method} ${path}`)).toEqual(['GET /api/system/health'])
  })

  it('says that the server is in quarantine, and whose turn it is', async () => {
    said = () => ({ status: 200, json: { ...Object(example('Healthy')), quarantine: true } })
    const { exitCode, of } = await doctor()
    expect(exitCode).toBe(0)
    expect(of('quarantine')).toMatchObject({ status: 'warn', remedy: expect.stringContaining('quarantine lift') })
  })

  it('says where each setting comes from, and warns of a key that others can read', async () => {
    await writeFile(join(folder, 'key'), 'eg_live_canary\n')
    await chmod(join(folder, 'key'), 0o644)
    await writeFile(join(folder, 'entrygo.config.json'), '{"apiKeyFile":"key","warehouseId":"wh_1"}')
    const { exitCode, of, data } = await doctor({ ENTRYGO_API_KEY: '' })
    expect(exitCode).toBe(0)
    expect(of('key-file')).toMatchObject({ status: 'warn', remedy: `chmod 600 ${join(folder, 'key')}` })
    expect(data.settings).toContainEqual({
      ...{ name: 'apiKey', value: 'eg_live_…', source: 'project' },
      origin: join(folder, 'key'),
    })
    expect(data.settings).toContainEqual({
      ...{ name: 'warehouseId', value: 'wh_1', source: 'project' },
      origin: join(folder, 'entrygo.config.json'),
    })
    await chmod(join(folder, 'key'), 0o600)
    expect((await doctor({ ENTRYGO_API_KEY: '' })).of('key-file')?.status).toBe('ok')
  })

  it('goes on with a broken configuration, and ends with 2', async () => {
    await writeFile(join(folder, 'entrygo.config.json'), '{"baseUrl":')
    const { exitCode, of } = await doctor()
    expect(exitCode).toBe(2)
    expect(of('config')).toMatchObject({ status: 'fail' })
    expect(of('server')).toMatchObject({ status: 'ok' })
  })

  it('goes on without a server, and ends with 10', async () => {
    await server.stop()
    const { exitCode, of } = await doctor()
    expect(exitCode).toBe(10)
    expect(of('tcp')).toMatchObject({ status: 'fail', detail: expect.stringContaining('ECONNREFUSED') })
    expect(of('journal')).toMatchObject({ status: 'ok' })
    server = await startScriptedServer(() => said())
  })

  it('sees a server that speaks no TLS where https is asked for', async () => {
    const { exitCode, of } = await doctor({ ENTRYGO_BASE_URL: server.url.replace('http:', 'https:') })
    expect([exitCode, of('tcp')?.status, of('tls')?.status, of('server')]).toEqual([10, 'ok', 'fail', undefined])
  })

  it('leaves name and connection to a proxy, and does not show its password', async () => {
    const proxy = 'http://user:pass-canary@127.0.0.1:1'
    const { exitCode, stdout, of } = await doctor({ ENTRYGO_BASE_URL: 'http://api.entrygo.example', HTTP_PROXY: proxy })
    expect([exitCode, of('dns'), of('server')?.status]).toEqual([10, undefined, 'fail'])
    expect(of('proxy')?.detail).toBe('127.0.0.1:1 (HTTP_PROXY) is used; names and certificates are its business')
    expect(stdout).not.toContain('canary')
    const exempt = { HTTP_PROXY: proxy, NO_PROXY: '.entrygo.invalid', ENTRYGO_BASE_URL: 'http://api.entrygo.invalid' }
    expect((await doctor(exempt)).of('dns')?.status).toBe('fail')
  })

  it('goes on without a name of the server', async () => {
    const { exitCode, of } = await doctor({ ENTRYGO_BASE_URL: 'https://api.entrygo.invalid' })
    expect([exitCode, of('dns')?.status, of('tcp')]).toEqual([10, 'fail', undefined])
  })

  it.each([
    [{ ENTRYGO_API_KEY: '' }, 'api-key', 4],
    [{ ENTRYGO_ACCOUNT_ID: 'acc_other' }, 'account', 4],
    [{ ENTRYGO_BASE_URL: 'ftp://files.example' }, 'base-url', 2],
    [{ ENTRYGO_BASE_URL: 'http://api.entrygo.example', HTTP_PROXY: 'socks5://proxy:1' }, 'proxy', 2],
  ] as const)('%j fails at %s and ends with %i', async (env, check, code) => {
    const { exitCode, of } = await doctor(env)
    expect([exitCode, of(check)?.status]).toEqual([code, 'fail'])
  })

  it.each([
    [{ status: 401, json: example('Error_INVALID_API_KEY') }, 4],
    [{ status: 200, json: { hello: 'world' } }, 7],
    [{ status: 503, json: example('Error_UNAVAILABLE') }, 10],
  ])('an answer of %j ends with %i', async (answer, code) => {
    said = () => answer
    const { exitCode, of } = await doctor()
    expect([exitCode, of('server')?.status]).toEqual([code, 'fail'])
  })

  it('sees a clock that is off by the answer’s Date', async () => {
    said = () => ({
      ...{ status: 200, json: example('Healthy') },
      headers: { date: new Date(Date.now() + 600_000).toUTCString() },
    })
    expect((await doctor()).of('clock')).toMatchObject({
      status: 'warn',
      detail: expect.stringMatching(/: (?:599|600|601) s behind it$/),
    })
  })

  it('counts unfinished runs, and ends with 2 where none could be kept', async () => {
    said = () => 'break'
    const env = {
      ENTRYGO_BASE_URL: server.url,
      ENTRYGO_API_KEY: 'eg_test_canary',
      XDG_STATE_HOME: join(folder, 'state'),
    }
    const ids = { ENTRYGO_ACCOUNT_ID: 'acc_1', ENTRYGO_WAREHOUSE_ID: 'wh_1', ENTRYGO_BROKER_ID: 'br_1' }
    await runCli(['plan', '--order-id', 'ord_1', '--no-retry'], { env: { ...env, ...ids }, cwd: folder })
    said = () => ({ status: 200, json: example('Healthy') })
    expect((await doctor()).of('journal')).toMatchObject({
      status: 'warn',
      detail: expect.stringContaining('1 unfinished run'),
    })
    await mkdir(join(folder, 'taken'))
    await writeFile(join(folder, 'taken', 'entrygo'), 'a file')
    const taken = await doctor({ XDG_STATE_HOME: join(folder, 'taken') })
    expect([taken.exitCode, taken.of('journal')?.status]).toEqual([2, 'fail'])
  })

  it('is read by a person as well', async () => {
    const { stdout } = await runCli(['doctor'], {
      env: { ENTRYGO_BASE_URL: server.url, ENTRYGO_API_KEY: '' },
      cwd: folder,
    })
    expect(stdout).toContain('fail  api-key     no key is given anywhere\n')
    expect(stdout).toContain('-> give --api-key-file or ENTRYGO_API_KEY')
    expect(stdout).toMatch(/1 failed: exit 4\n/)
  })
})

it('an old Node is a failure with the code of its own', () => {
  expect(checkNode('22.19.0')).toMatchObject({ status: 'fail', exitCode: 70 })
})
