import { readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { exampleNamed } from '@entrygo/sdk/testing'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { makeProjectHome } from './testing/project-home.ts'
import { type CliResult, runCli } from './testing/run-cli.ts'
import { type ScriptedServer, startScriptedServer } from './testing/scripted-server.ts'

let root = ''
let project = ''
let env: Readonly<Record<string, string>> = {}
let server: ScriptedServer | undefined

beforeEach(async () => {
  ;({ root, project, env } = await makeProjectHome())
})
afterEach(async () => {
  await server?.stop()
  server = undefined
})

const init = async (argv: readonly string[], more = {}, stdin = ''): Promise<CliResult> => {
  server ??= await startScriptedServer(() => ({ status: 200, json: exampleNamed('Healthy') }))
  return runCli(['init', '--no-plan', '--base-url', server.url, ...argv], {
    env: { ...env, ...more },
    cwd: project,
    stdin,
  })
}
it('puts the key into a file that its owner alone can read, and not into the project', async () => {
  const { exitCode } = await init(['--api-key-file', '-', '--warehouse-id', 'wh_1'], {}, 'eg_test_canary\n')
  expect(exitCode).toBe(0)
  const keyFile = join(root, 'xdg', 'entrygo', 'api-key')
  const { mode } = await stat(keyFile)
  expect(mode & 0o777).toBe(0o600)
  expect(await readFile(keyFile, 'utf8')).toBe('eg_test_canary\n')
  const config = JSON.parse(await readFile(join(project, 'entrygo.config.json'), 'utf8'))
  expect(config).toEqual({
    baseUrl: server?.url,
    accountId: 'acc_01k9m4w2t8q5z7v3x6c1b0n9h2',
    warehouseId: 'wh_1',
    apiKeyFile: keyFile,
  })
})

it('writes the file that --config names', async () => {
  expect((await init(['--config', 'other.json'], { ENTRYGO_API_KEY: 'eg_test_env' })).exitCode).toBe(0)
  expect(JSON.parse(await readFile(join(project, 'other.json'), 'utf8'))).toMatchObject({ baseUrl: server?.url })
})

it('leaves a key of the environment where it is', async () => {
  await init([], { ENTRYGO_API_KEY: 'eg_test_env' })
  expect(await readFile(join(project, 'entrygo.config.json'), 'utf8')).not.toContain('apiKeyFile')
})

it('refuses another account than the key has, and writes nothing', async () => {
  const { exitCode } = await init(['--account-id', 'acc_other'], { ENTRYGO_API_KEY: 'eg_test_env' })
  expect(exitCode).toBe(4)
  await expect(stat(join(project, 'entrygo.config.json'))).rejects.toThrow('ENOENT')
})

it('replaces a file only with --force', async () => {
  await writeFile(join(project, 'entrygo.config.json'), '{}')
  const more = { ENTRYGO_API_KEY: 'eg_test_env' }
  expect((await init([], more)).exitCode).toBe(2)
  expect((await init(['--force'], more)).exitCode).toBe(0)
})

it('asks a person at the terminal for what is missing, and does not show the key', async () => {
  server = await startScriptedServer(() => ({ status: 200, json: exampleNamed('Healthy') }))
  const typed = ['eg_test_canary\r', '\r']
  const { exitCode, stdout, stderr } = await runCli(
    ['init', '--no-plan', '--warehouse-id', 'wh_7', '--base-url', server.url],
    {
      env,
      cwd: project,
      typed,
    },
  )
  expect(exitCode).toBe(0)
  expect(stdout + stderr).not.toContain('canary')
  expect(stderr.match(/(?:API key|Account)(?=[ :])/g)).toEqual(['API key', 'Account'])
  expect(JSON.parse(await readFile(join(project, 'entrygo.config.json'), 'utf8'))).toMatchObject({
    accountId: 'acc_01k9m4w2t8q5z7v3x6c1b0n9h2',
    warehouseId: 'wh_7',
  })
})

it.each([
  ['Ctrl-C', '\u0003', 130],
  ['the end of input', '\u0004', 4],
])('%s at a question ends with its code and writes nothing', async (_, key, exitCode) => {
  const argv = ['init', '--base-url', 'http://127.0.0.1:1']
  expect((await runCli(argv, { env, cwd: project, typed: [key] })).exitCode).toBe(exitCode)
  await expect(stat(join(project, 'entrygo.config.json'))).rejects.toThrow('ENOENT')
})

it.each([[['--json']], [['--no-input']]])('%j asks nothing at a terminal', async (more) => {
  const argv = ['init', '--base-url', 'http://127.0.0.1:1', ...more]
  expect((await runCli(argv, { env, cwd: project, typed: [] })).exitCode).toBe(4)
})

it('without a terminal names the flag instead of asking', async () => {
  const { exitCode, stderr } = await init(['--no-input'])
  expect(exitCode).toBe(4)
  expect(stderr).toContain('--api-key-file')
})
