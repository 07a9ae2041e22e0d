import { mkdir, mkdtemp, readFile, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { runCli } from '../testing/run-cli.ts'

let root = ''
let project = ''
let env: Readonly<Record<string, string>> = {}

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'entrygo-config-'))
  project = join(root, 'home', 'project')
  await mkdir(project, { recursive: true })
  env = { HOME: join(root, 'home'), XDG_CONFIG_HOME: join(root, 'xdg') }
})

const projectFile = (text: string, name = 'entrygo.config.json'): Promise<void> => writeFile(join(project, name), text)

describe('config set', () => {
  it('keeps everything else, comments included', async () => {
    await projectFile('# the warehouse in use\nwarehouseId: wh_1\n', 'entrygo.config.yaml')
    const { exitCode } = await runCli(['config', 'set', 'brokerId', 'br_1'], { env, cwd: project })
    expect(exitCode).toBe(0)
    expect(await readFile(join(project, 'entrygo.config.yaml'), 'utf8')).toBe(
      '# the warehouse in use\nwarehouseId: wh_1\nbrokerId: br_1\n',
    )
  })

  it('makes the file where there is none, and the user file for --user', async () => {
    await runCli(['config', 'set', 'brokerId', 'br_1'], { env, cwd: project })
    await runCli(['config', 'set', 'brokerId', 'br_2', '--user'], { env, cwd: project })
    expect(await readFile(join(project, 'entrygo.config.json'), 'utf8')).toBe('{\n  "brokerId": "br_1"\n}\n')
    expect(await readFile(join(root, 'xdg', 'entrygo', 'config.json'), 'utf8')).toContain('br_2')
  })

  it.each([
    ['baseUrl', 'not a url', 'no absolute http or https address'],
    ['baseUrl', 'http://user:word@api.example', 'the address alone'],
    ['warehouseId', 'br_1', 'give an id wh_…'],
    ['accountId', 'acc 1', 'an id has 3 to 64'],
    ['policyFile', 'nowhere.yaml', 'there is no such file'],
    ['apiKeyFile', 'eg_live_canary', 'is a key: write it into a file'],
  ])('of %s to "%s" is refused and writes nothing', async (name, value, reason) => {
    const { exitCode, stdout } = await runCli(['config', 'set', name, value, '--json'], { env, cwd: project })
    const found = JSON.parse(stdout)
    expect([exitCode, found.errorCode, found.field]).toEqual([2, 'USAGE_ERROR', 'value'])
    expect(found.message).toContain(reason)
    expect(stdout).not.toContain('canary')
    await expect(stat(join(project, 'entrygo.config.json'))).rejects.toThrow('ENOENT')
  })

  it('leaves a file that is broken as it is, and names the place', async () => {
    await projectFile('{"warehouseId":"wh_1",\n"warehouseId":"wh_2"}')
    const { exitCode, stderr } = await runCli(['config', 'set', 'brokerId', 'br_1'], { env, cwd: project })
    expect(exitCode).toBe(2)
    expect(stderr.replace(/\s+/g, ' ')).toContain('entrygo.config.json line 2, column 1 names "warehouseId" twice')
    expect(await readFile(join(project, 'entrygo.config.json'), 'utf8')).toContain('wh_2')
  })

  it('takes the path of a file as seen from the configuration', async () => {
    await projectFile('allowedReadiness: [READY]\n', 'entrygo.policy.yaml')
    const argv = ['config', 'set', 'policyFile', 'entrygo.policy.yaml']
    expect((await runCli(argv, { env, cwd: project })).exitCode).toBe(0)
    const { exitCode, stderr } = await runCli([...argv, '--user'], { env, cwd: project })
    expect([exitCode, stderr.includes('seen from')]).toEqual([2, true])
  })

  it('refuses a key and what it does not know', async () => {
    for (const name of ['apiKey', 'colour']) {
      const { exitCode, stdout } = await runCli(['config', 'set', name, 'x', '--json'], { env, cwd: project })
      expect([exitCode, JSON.parse(stdout).errorCode]).toEqual([2, 'USAGE_ERROR'])
    }
  })
})
