import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { createEntryGo } from '@entrygo/sdk'
import { type RunningDev, startDev } from '@entrygo/server/dev'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type CliResult, runCli } from './testing/run-cli.ts'

let root = ''
let project = ''
let dev: RunningDev
/** Of an account that has nothing. */
let bareKey = ''

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'entrygo-init-'))
  bareKey = await keyOfBareAccount()
  dev = await startDev({ port: 0, dataDir: join(root, 'started', '.entrygo', 'dev') })
})
afterAll(async () => {
  await dev.stop()
  await rm(root, { recursive: true })
})
beforeEach(async () => {
  project = await mkdtemp(join(root, 'project-'))
})

const key = (): Readonly<Record<string, string>> => ({ ENTRYGO_API_KEY: dev.apiKey })

function init(
  argv: readonly string[],
  world: { env?: object; cwd?: string; typed?: readonly string[] } = {},
): Promise<CliResult> {
  const { cwd = project, typed } = world
  const env = { HOME: root, XDG_CONFIG_HOME: join(root, 'xdg'), ...(world.env ?? key()) }
  return runCli(['init', '--base-url', dev.url, ...argv], { env, cwd, ...(typed !== undefined && { typed }) })
}

/** Made before the server runs, which keeps its folder to itself. */
async function keyOfBareAccount(): Promise<string> {
  const bin = fileURLToPath(new URL('../../server/src/bin.ts', import.meta.url))
  const folder = join(root, 'started', '.entrygo', 'dev')
  const create = [
    'keys',
    'create',
    '--new-account',
    '--test',
    '--scopes',
    'sync,plan,execute,approve,read,admin',
    '--json',
  ]
  const { stdout } = await execFileAsync(process.execPath, [
    '--conditions=entrygo-src',
    bin,
    ...create,
    '--data-dir',
    folder,
  ])
  return JSON.parse(stdout).apiKey
}

const execFileAsync = promisify(execFile)

const written = async (name: string): Promise<Record<string, unknown>> =>
  JSON.parse(await readFile(join(project, name), 'utf8'))

describe('init --sample, with nobody there', () => {
  it('ends with a READY plan, the files that make it again, and the commands that lead on', async () => {
    const { exitCode, stdout, stderr } = await init(['--sample', '--no-input', '--json'])
    expect([exitCode, stderr]).toEqual([0, ''])
    const { data, next } = JSON.parse(stdout)
    expect(data.first).toMatchObject({ made: ['product'], plan: { readinessState: 'READY', status: 'planned' } })
    expect((await readdir(project)).sort()).toEqual([
      ...['entrygo.config.json', 'orders.sample.json', 'plan.sample.json', 'shipment.sample.json'],
    ])
    expect(next.map(({ argv }: { argv: string[] }) => argv)).toEqual([
      ['entrygo', 'plan', 'show', 'plan.sample.json'],
      ['entrygo', 'execute', 'plan.sample.json'],
    ])
    expect(await written('entrygo.config.json')).toEqual({
      ...{ baseUrl: dev.url, accountId: dev.accountId },
      ...{ warehouseId: expect.stringMatching(/^wh_/), brokerId: expect.stringMatching(/^br_/) },
    })
  })

  it('gives a folder in which the next commands run as they are', async () => {
    await init(['--sample', '--no-input'])
    const world = { env: { ...key(), HOME: root, XDG_CONFIG_HOME: join(root, 'xdg') }, cwd: project }
    expect((await runCli(['plan', 'show', 'plan.sample.json'], world)).exitCode).toBe(0)
    const executed = await runCli(['execute', 'plan.sample.json', '--json'], world)
    expect([executed.exitCode, JSON.parse(executed.stdout).data.status]).toEqual([0, 'executed'])
  })

  it('takes the key of the local server that was started in the folder, and sends it to no other machine', async () => {
    project = join(root, 'started')
    const { exitCode, stdout } = await init(['--sample', '--no-input', '--json'], { env: {} })
    expect([exitCode, JSON.parse(stdout).data.first.plan.readinessState]).toEqual([0, 'READY'])
    expect((await stat(join(project, '.entrygo/dev/api-key'))).mode & 0o777).toBe(0o600)
    expect((await written('entrygo.config.json'))['apiKeyFile']).toBe('.entrygo/dev/api-key')
    await rm(join(project, 'entrygo.config.json'))
    const argv = ['init', '--force', '--base-url', 'https://api.entrygo.example', '--no-input', '--json']
    const elsewhere = await runCli(argv, { env: { HOME: root, XDG_CONFIG_HOME: join(root, 'nothing') }, cwd: project })
    expect([elsewhere.exitCode, JSON.parse(elsewhere.stdout).errorCode]).toEqual([4, 'MISSING_API_KEY'])
  })
})

describe('without --sample, with nobody there,', () => {
  it('every missing flag is named at once with what there is, and nothing is written', async () => {
    const { exitCode, stdout } = await init(['--no-input', '--json'])
    const failure = JSON.parse(stdout)
    expect([exitCode, failure.errorCode, failure.field]).toEqual([2, 'USAGE_ERROR', '--warehouse-id'])
    expect(failure.message).toMatch(/^Missing: --warehouse-id, --broker-id, --product-id\. Give them, or --sample/)
    expect(failure.data.candidates.warehouseId).toContainEqual({ id: dev.warehouseId, externalId: 'WH-FORT-ERIE' })
    expect(await readdir(project)).toEqual([])
  })

  it('the flags are enough', async () => {
    const client = createEntryGo({ baseUrl: dev.url, apiKey: dev.apiKey, accountId: dev.accountId })
    const { data } = await client.products.list({ externalId: ['BOOK-TRAILS'] })
    const flags = ['--warehouse-id', dev.warehouseId, '--broker-id', dev.brokerId, '--product-id', data[0]?.id ?? '']
    const { exitCode, stdout } = await init([...flags, '--no-input', '--json'])
    expect([exitCode, JSON.parse(stdout).data.first.plan.readinessState]).toEqual([0, 'READY'])
    expect(await written('entrygo.config.json')).toMatchObject({ warehouseId: dev.warehouseId, brokerId: dev.brokerId })
  })
})

describe('at a terminal', () => {
  it('everything is asked for, what there is can be picked by number, and Enter is enough', async () => {
    const typed = ['\r', '2\r', '\r', '\r']
    const { exitCode, stdout, stderr } = await init([], { typed })
    expect(exitCode).toBe(0)
    expect(stderr.match(/(?:Account|Warehouse|Broker|Product)(?= \()/g)).toEqual([
      'Account',
      'Warehouse',
      'Broker',
      'Product',
    ])
    expect(stderr).toMatch(/^1\) WH-[\w-]+ wh_/m)
    expect(stdout).toContain('First plan')
  })

  it('what is none of the list is asked for again', async () => {
    const typed = ['\r', 'nonsense\r', 'WH-FORT-ERIE\r', '1\r', 's\r']
    const { exitCode, stderr } = await init([], { typed })
    expect([exitCode, stderr.includes('"nonsense" is none of them')]).toEqual([0, true])
    expect((await written('entrygo.config.json'))['warehouseId']).toBe(dev.warehouseId)
  })
})

describe('an account that has nothing', () => {
  it('a made-up profile is not put into an account without a yes', async () => {
    const { exitCode, stderr } = await init([], {
      env: { ENTRYGO_API_KEY: bareKey },
      typed: ['\r', '\r', '\r', '\r', 'no\r'],
    })
    expect([exitCode, stderr.includes('DECLINED')]).toEqual([3, true])
    expect(await readdir(project)).toEqual([])
  })

  it.each([
    ['made-up profile', ['\r', '\r', '\r', '\r']],
    ['warehouse', ['\r', '\r']],
  ])('the end of input is no yes to the default: %s', async (_, typed) => {
    const { exitCode, stderr } = await init([], { env: { ENTRYGO_API_KEY: bareKey }, typed: [...typed, '\u0004'] })
    expect([exitCode, stderr.includes('The input ended before the question was answered.')]).toEqual([3, true])
    expect(await readdir(project)).toEqual([])
  })

  it('fills an account that has nothing at all', async () => {
    const { exitCode, stdout } = await init(['--sample', '--no-input', '--json'], { env: { ENTRYGO_API_KEY: bareKey } })
    expect(exitCode).toBe(0)
    expect(JSON.parse(stdout).data.first).toMatchObject({
      made: ['profile', 'warehouse', 'broker', 'product'],
      plan: { readinessState: 'READY' },
    })
  })
})

describe('nothing is overwritten', () => {
  it.each(['entrygo.config.json', 'orders.sample.json', 'shipment.sample.json', 'plan.sample.json'])(
    '%s stays as it is without --force',
    async (name) => {
      await writeFile(join(project, name), '{"exportId":"mine","planHash":"mine"}')
      const { exitCode, stdout } = await init(['--sample', '--no-input', '--json'])
      expect([exitCode, JSON.parse(stdout).field]).toEqual([2, '--force'])
      expect(await written(name)).toEqual({ exportId: 'mine', planHash: 'mine' })
      expect((await init(['--sample', '--no-input', '--force'])).exitCode).toBe(0)
      expect(await written(name)).not.toEqual({ exportId: 'mine', planHash: 'mine' })
    },
  )

  it('another key in the folder of the user stays as it is', async () => {
    const config = join(root, 'taken')
    await mkdir(join(config, 'entrygo'), { recursive: true })
    await writeFile(join(config, 'entrygo', 'api-key'), 'eg_live_other\n')
    const argv = ['init', '--base-url', dev.url, '--api-key-file', '-', '--sample', '--no-input', '--json']
    const refused = await runCli(argv, {
      env: { HOME: root, XDG_CONFIG_HOME: config },
      cwd: project,
      stdin: dev.apiKey,
    })
    expect([refused.exitCode, JSON.parse(refused.stdout).errorCode]).toEqual([2, 'OUTPUT_ERROR'])
    expect(await readFile(join(config, 'entrygo', 'api-key'), 'utf8')).toBe('eg_live_other\n')
  })
})
