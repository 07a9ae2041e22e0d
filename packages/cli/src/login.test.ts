import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { exampleNamed } from '@entrygo/sdk/testing'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { runCli } from './testing/run-cli.ts'
import { type ScriptedServer, startScriptedServer } from './testing/scripted-server.ts'

let root = ''
let server: ScriptedServer
let health = exampleNamed('Healthy')
let status = 200

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'entrygo-login-'))
  server = await startScriptedServer(() => ({ status, json: health }))
})
afterEach(async () => {
  await server.stop()
  await rm(root, { recursive: true })
  health = exampleNamed('Healthy')
  status = 200
})

const keyFile = (): string => join(root, 'xdg', 'entrygo', 'api-key')
const world = (more: object = {}): object => ({
  env: { HOME: root, XDG_CONFIG_HOME: join(root, 'xdg') },
  cwd: root,
  ...more,
})
const login = (more: object = {}) =>
  runCli(
    ['login', '--base-url', server.url, '--api-key-file', '-', '--json'],
    world({ stdin: 'eg_test_canary\n', ...more }),
  )

it('login keeps the key for its owner alone, and every command finds it', async () => {
  const { exitCode, stdout, stderr } = await login()
  expect([exitCode, stderr, stdout.includes('canary')]).toEqual([0, '', false])
  expect(JSON.parse(stdout).data).toMatchObject({ baseUrl: server.url, apiKeyFile: keyFile(), key: 'eg_test_…' })
  expect([(await stat(keyFile())).mode & 0o777, await readFile(keyFile(), 'utf8')]).toEqual([0o600, 'eg_test_canary\n'])
  await runCli(['exports', 'list'], world())
  expect(server.seen.at(-1)?.headers.authorization).toBe('Bearer eg_test_canary')
})

it('login replaces an older key, whoever could read that file', async () => {
  await login()
  await writeFile(keyFile(), 'eg_test_old\n', { mode: 0o644 })
  await login()
  expect([(await stat(keyFile())).mode & 0o777, await readFile(keyFile(), 'utf8')]).toEqual([0o600, 'eg_test_canary\n'])
})

it('a key that the server does not accept is not kept', async () => {
  status = 401
  health = exampleNamed('Error_INVALID_API_KEY')
  expect((await login()).exitCode).toBe(4)
  await expect(stat(keyFile())).rejects.toThrow('ENOENT')
})

it('login without a key and without a terminal names the flag', async () => {
  const { exitCode, stdout } = await runCli(['login', '--base-url', server.url, '--json'], world())
  expect([exitCode, JSON.parse(stdout)]).toMatchObject([4, { errorCode: 'MISSING_API_KEY', field: '--api-key-file' }])
})

it('logout removes the key and leaves all other settings; a second time there is nothing to do', async () => {
  await login()
  const logout = async (): Promise<unknown> => JSON.parse((await runCli(['logout', '--json'], world())).stdout).data
  expect(await logout()).toMatchObject({ removed: true, apiKeyFile: keyFile() })
  await expect(stat(keyFile())).rejects.toThrow('ENOENT')
  const config = JSON.parse(await readFile(join(root, 'xdg', 'entrygo', 'config.json'), 'utf8'))
  expect(config).toEqual({ baseUrl: server.url, accountId: expect.stringMatching(/^acc_/) })
  expect(await logout()).toMatchObject({ removed: false })
})
