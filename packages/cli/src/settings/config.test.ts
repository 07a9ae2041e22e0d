import { mkdir, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { exampleNamed } from '@entrygo/sdk/testing'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { makeProjectHome } from '../testing/project-home.ts'
import { runCli } from '../testing/run-cli.ts'
import { type ScriptedServer, startScriptedServer } from '../testing/scripted-server.ts'

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

const projectFile = (text: string, name = 'entrygo.config.json'): Promise<void> => writeFile(join(project, name), text)
const userFile = (text: string): Promise<void> => writeFile(join(root, 'xdg', 'entrygo', 'config.json'), text)

async function explain(argv: readonly string[] = [], more: Readonly<Record<string, string>> = {}): Promise<unknown> {
  const { stdout } = await runCli(['config', 'explain', ...argv, '--json'], { env: { ...env, ...more }, cwd: project })
  const { settings } = JSON.parse(stdout).data
  return settings.find(({ name }: { name: string }) => name === 'warehouseId')
}

describe('precedence', () => {
  it('is flag, environment, project, user, default, and each value names its origin', async () => {
    const project_ = join(project, 'entrygo.config.json')
    await userFile('{"warehouseId":"wh_user"}')
    expect(await explain()).toEqual({
      name: 'warehouseId',
      value: 'wh_user',
      source: 'user',
      origin: join(root, 'xdg', 'entrygo', 'config.json'),
    })
    await projectFile('{"warehouseId":"wh_project"}')
    expect(await explain()).toMatchObject({ value: 'wh_project', source: 'project', origin: project_ })
    const fromEnv = { ENTRYGO_WAREHOUSE_ID: 'wh_env' }
    expect(await explain([], fromEnv)).toMatchObject({
      value: 'wh_env',
      source: 'env',
      origin: 'ENTRYGO_WAREHOUSE_ID',
    })
    expect(await explain(['--warehouse-id', 'wh_flag'], fromEnv)).toMatchObject({
      value: 'wh_flag',
      source: 'flag',
      origin: '--warehouse-id',
    })
  })

  it('the base URL has a default: the local server', async () => {
    const { stdout } = await runCli(['config', 'show', '--json'], { env, cwd: project })
    expect(JSON.parse(stdout).data).toMatchObject({ baseUrl: 'http://127.0.0.1:4010', warehouseId: null })
  })

  it('an empty variable is no value', async () => {
    await projectFile('{"warehouseId":"wh_project"}')
    expect(await explain([], { ENTRYGO_WAREHOUSE_ID: '' })).toMatchObject({ value: 'wh_project' })
  })

  it('a key in a flag beats the one in the environment', async () => {
    server = await startScriptedServer(() => ({ status: 200, json: exampleNamed('Exports') }))
    await writeFile(join(project, 'key.txt'), 'eg_test_file\n')
    await runCli(['exports', 'list', '--api-key-file', 'key.txt'], {
      env: { ...env, ENTRYGO_API_KEY: 'eg_test_env', ENTRYGO_BASE_URL: server.url },
      cwd: project,
    })
    expect(server.seen.map(({ headers }) => headers.authorization)).toEqual(['Bearer eg_test_file'])
  })
})

describe('files', () => {
  it.each([
    ['entrygo.config.yaml', '# ours\nwarehouseId: wh_yaml\n', 'wh_yaml'],
    ['.entrygorc', 'warehouseId: wh_rc\n', 'wh_rc'],
    ['.entrygorc', '{"warehouseId":"wh_rc_json"}', 'wh_rc_json'],
  ])('%s is read', async (name, text, value) => {
    await projectFile(text, name)
    expect(await explain()).toMatchObject({ value, origin: join(project, name) })
  })

  it('a project file is found from a folder inside the project', async () => {
    await projectFile('{"warehouseId":"wh_project"}')
    const { stdout } = await runCli(['config', 'show', '--json'], { env, cwd: join(project, 'inner') })
    expect(JSON.parse(stdout).data).toMatchObject({ warehouseId: 'wh_project' })
  })

  it.each([
    ['nope.json', 'nope.json'],
    ['.', 'EISDIR'],
  ])('--config %s is refused even where no setting is left open', async (path, named) => {
    const all = { ENTRYGO_API_KEY: 'eg_test_a', ENTRYGO_BASE_URL: 'http://127.0.0.1:1' }
    const argv = ['exports', 'list', '--config', path, '--json']
    const { exitCode, stdout } = await runCli(argv, { env: { ...env, ...all }, cwd: project })
    expect([exitCode, JSON.parse(stdout).errorCode]).toEqual([2, 'CONFIG_ERROR'])
    expect(stdout).toContain(named)
  })

  it('--config names one file instead of the search', async () => {
    await projectFile('{"warehouseId":"wh_project"}')
    await projectFile('{"warehouseId":"wh_other"}', 'other.json')
    expect(await explain(['--config', 'other.json'])).toMatchObject({ value: 'wh_other' })
  })

  it.each([
    ['{"warehouseID":"wh_1"}', '"warehouseID" is unknown'],
    ['{"apiKey":"eg_live_x"}', 'a key does not belong into a configuration file'],
    ['{"warehouseId":7}', 'warehouseId must be a text'],
    ['{"warehouseId":', 'entrygo.config.json line 1, column 16 is not JSON'],
    ['{"baseUrl":"http://a",\n"baseUrl":"http://b"}', 'entrygo.config.json line 2, column 1 names "baseUrl" twice'],
    ['', 'is empty: write keys'],
    ['[]', 'holds no object'],
  ])('%s ends with 2 and says why', async (text, message) => {
    await projectFile(text)
    const { exitCode, stdout } = await runCli(['config', 'show', '--json'], { env, cwd: project })
    expect(exitCode).toBe(2)
    const document = JSON.parse(stdout)
    expect(document).toMatchObject({ errorCode: 'CONFIG_ERROR' })
    // Words of the file stand under data; where the sentence has none it stands at the top.
    expect(document.data?.message ?? document.message).toContain(message)
    expect(stdout).not.toContain('eg_live_x')
  })

  it('a YAML file that gives a key twice is refused with its line', async () => {
    await projectFile('# ours\nbaseUrl: http://a\nbaseUrl: http://b\n', 'entrygo.config.yaml')
    const { exitCode, stdout } = await runCli(['config', 'show', '--json'], { env, cwd: project })
    expect(exitCode).toBe(2)
    expect(stdout).toContain('entrygo.config.yaml line 3, column 1 names')
    expect(stdout).toContain('baseUrl')
  })

  it('code is never run: not as a project file, not as an import, not as a setting of the search', async () => {
    const trap = join(root, 'ran')
    const code = `require('node:fs').writeFileSync(${JSON.stringify(trap)}, ''); module.exports = {}`
    await mkdir(join(project, '.config'))
    for (const name of [
      'entrygo.config.js',
      'entrygo.config.cjs',
      'trap.cjs',
      '.config/config.js',
      '.config/config.cjs',
    ]) {
      await projectFile(code, name)
    }
    await explain()
    await projectFile('{"$import":"./trap.cjs"}')
    await runCli(['config', 'show'], { env, cwd: project })
    await runCli(['config', 'show', '--config', 'trap.cjs'], { env, cwd: project })
    await expect(stat(trap)).rejects.toThrow('ENOENT')
  })
})

describe('the key', () => {
  it('is masked wherever settings are shown', async () => {
    for (const command of ['show', 'explain']) {
      for (const format of ['json', 'table']) {
        const { stdout, stderr } = await runCli(['config', command, '--format', format], {
          env: { ...env, ENTRYGO_API_KEY: 'eg_live_canary' },
          cwd: project,
        })
        expect(stdout).toContain('eg_live_…')
        expect(stdout + stderr).not.toContain('canary')
      }
    }
  })

  it('in the command line is refused without --insecure-argv', async () => {
    const { exitCode, stdout } = await runCli(['exports', 'list', '--api-key', 'eg_test_canary', '--json'], {
      env,
      cwd: project,
    })
    expect(exitCode).toBe(2)
    expect(JSON.parse(stdout)).toMatchObject({ errorCode: 'USAGE_ERROR', field: '--api-key' })
    expect(stdout).not.toContain('canary')
  })

  it('comes from stdin for -', async () => {
    server = await startScriptedServer(() => ({ status: 200, json: exampleNamed('Exports') }))
    await runCli(['exports', 'list', '--api-key-file', '-', '--base-url', server.url], {
      env,
      cwd: project,
      stdin: 'eg_test_stdin\n',
    })
    expect(server.seen[0]?.headers.authorization).toBe('Bearer eg_test_stdin')
  })

  it('file that is missing ends with 2 and names the file', async () => {
    const { exitCode, stdout } = await runCli(['exports', 'list', '--api-key-file', 'no.txt', '--json'], {
      env,
      cwd: project,
    })
    expect([exitCode, JSON.parse(stdout).errorCode]).toEqual([2, 'CONFIG_ERROR'])
    expect(stdout).toContain('no.txt')
  })
})
