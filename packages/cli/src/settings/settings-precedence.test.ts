import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { runCli } from '../testing/run-cli.ts'
import { settingNames } from './setting-names.ts'

let root = ''
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'entrygo-precedence-'))
  await mkdir(join(root, 'project'))
  await mkdir(join(root, 'xdg', 'entrygo'), { recursive: true })
})
afterEach(() => rm(root, { recursive: true }))

interface Places {
  readonly flag?: readonly string[]
  readonly env?: Readonly<Record<string, string>>
  readonly project?: object
  readonly user?: object
}

/** What `config explain` says of one setting that stands in these places. */
async function explained(name: string, { flag = [], env = {}, project, user }: Places) {
  const files = { 'project/entrygo.config.json': project, 'xdg/entrygo/config.json': user }
  for (const [path, content] of Object.entries(files)) {
    if (content !== undefined) await writeFile(join(root, path), JSON.stringify(content))
  }
  const world = { env: { HOME: root, XDG_CONFIG_HOME: join(root, 'xdg'), ...env }, cwd: join(root, 'project') }
  const { stdout } = await runCli(['config', 'explain', ...flag, '--json'], world)
  const { settings } = JSON.parse(stdout).data
  return settings.find((setting: { name: string }) => setting.name === name)
}

const flags: Readonly<Record<(typeof settingNames)[number], string>> = {
  baseUrl: '--base-url',
  accountId: '--account-id',
  warehouseId: '--warehouse-id',
  brokerId: '--broker-id',
  productId: '--product-id',
  policyFile: '--policy',
  apiKeyFile: '--api-key-file',
}

const variables: Readonly<Record<string, string>> = {
  baseUrl: 'ENTRYGO_BASE_URL',
  accountId: 'ENTRYGO_ACCOUNT_ID',
  warehouseId: 'ENTRYGO_WAREHOUSE_ID',
  brokerId: 'ENTRYGO_BROKER_ID',
  productId: 'ENTRYGO_PRODUCT_ID',
  policyFile: 'ENTRYGO_POLICY_FILE',
}

describe.each(settingNames)('%s', (name) => {
  const variable = variables[name]
  // Paths that need no resolving, so that one expectation holds for every setting; the key's file has to be there.
  const valueIn = (place: string): string => join(root, place)
  const places = async (): Promise<Required<Places>> => {
    for (const place of ['flag', 'project', 'user']) await writeFile(valueIn(`${place}.txt`), 'eg_test_canary')
    return {
      flag: [flags[name], valueIn('flag.txt')],
      env: variable === undefined ? {} : { [variable]: valueIn('env.txt') },
      project: { [name]: valueIn('project.txt') },
      user: { [name]: valueIn('user.txt') },
    }
  }

  it('is that of the flag before environment, project and user', async () => {
    expect(await explained(name, await places())).toEqual({
      ...{ name, value: valueIn('flag.txt'), source: 'flag', origin: flags[name] },
    })
  })

  // The file of the key has none: the key itself has.
  const itWithVariable = it.each(variable === undefined ? [] : [variable])
  itWithVariable('is that of %s before project and user', async () => {
    const { env, project, user } = await places()
    expect(await explained(name, { env, project, user })).toEqual({
      ...{ name, value: valueIn('env.txt'), source: 'env', origin: variable },
    })
  })

  it('is that of the project before the user, and that of the user before the default', async () => {
    const { project, user } = await places()
    expect(await explained(name, { project, user })).toEqual({
      ...{ name, value: valueIn('project.txt'), source: 'project', origin: join(root, 'project/entrygo.config.json') },
    })
    await rm(join(root, 'project/entrygo.config.json'))
    expect(await explained(name, { user })).toEqual({
      ...{ name, value: valueIn('user.txt'), source: 'user', origin: join(root, 'xdg/entrygo/config.json') },
    })
  })

  it('is the default where nothing else says, and only the base URL has one', async () => {
    expect(await explained(name, {})).toMatchObject(
      name === 'baseUrl' ? { value: 'http://127.0.0.1:4010', source: 'default' } : { value: null, source: null },
    )
  })
})

describe('the key', () => {
  it('is that of the flag, then of the environment, then of the file that the configuration names; it is never shown', async () => {
    const project = { apiKeyFile: join(root, 'project.txt') }
    await writeFile(project.apiKeyFile, 'eg_live_canary')
    await writeFile(join(root, 'flag.txt'), 'eg_test_canary')
    const env = { ENTRYGO_API_KEY: 'eg_test_canary' }
    const all = await explained('apiKey', { flag: ['--api-key-file', join(root, 'flag.txt')], env, project })
    expect(all).toEqual({ name: 'apiKey', value: 'eg_test_…', source: 'flag', origin: '--api-key-file' })
    expect(await explained('apiKey', { env, project })).toMatchObject({ source: 'env', origin: 'ENTRYGO_API_KEY' })
    expect(await explained('apiKey', { project })).toMatchObject({ value: 'eg_live_…', source: 'project' })
  })
})

it('paths of a configuration are meant as seen from its file', async () => {
  await writeFile(join(root, 'xdg', 'entrygo', 'key'), 'eg_test_canary')
  const user = { policyFile: 'entrygo.policy.yaml', apiKeyFile: 'key' }
  expect(await explained('policyFile', { user })).toMatchObject({
    value: join(root, 'xdg/entrygo/entrygo.policy.yaml'),
  })
})

it('an XDG folder that is not absolute is passed over, for settings and for the journal', async () => {
  await mkdir(join(root, '.config/entrygo'), { recursive: true })
  await writeFile(join(root, '.config/entrygo/config.json'), '{"accountId":"acc_1"}')
  const world = { env: { HOME: root, XDG_CONFIG_HOME: 'xdg', XDG_STATE_HOME: 'state' }, cwd: join(root, 'project') }
  const { stdout } = await runCli(['config', 'show', '--json'], world)
  expect(JSON.parse(stdout).data.accountId).toBe('acc_1')
  await runCli(['pending', '--json'], world)
  expect(existsSync(join(root, 'project/state'))).toBe(false)
})
