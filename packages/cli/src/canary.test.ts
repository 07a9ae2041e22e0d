import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { exampleNamed } from '@entrygo/sdk/testing'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { lawLines } from '../../../test/lanes/support/law-lines.ts'
import { runCli } from './testing/run-cli.ts'
import {
  type ScriptedAnswer,
  type ScriptedServer,
  type SeenRequest,
  startScriptedServer,
} from './testing/scripted-server.ts'

const canary = 'eg_live_cAnArY+7/Qx9~Zk'

let folder = ''
let server: ScriptedServer
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'entrygo-canary-'))
  server = await startScriptedServer(echo)
})
afterAll(async () => {
  await server.stop()
  await rm(folder, { recursive: true })
})

/** Repeats the headers in every place of a refusal, in every form; a write stays unfinished, and in the journal. */
function echo({ headers, method }: SeenRequest): ScriptedAnswer {
  const sent = String(headers.authorization)
  const key = sent.replace('Bearer ', '')
  const forms = [...encoded(key), sent, Buffer.from(`user:${key}`).toString('base64')]
  const said = `${JSON.stringify(headers)} ${forms.join(' ')}`
  return {
    status: method === 'GET' ? 400 : 503,
    json: {
      errorCode: method === 'GET' ? 'VALIDATION_ERROR' : 'UNAVAILABLE',
      retryable: method !== 'GET',
      ...{ message: said, field: key, requestId: key, [key]: key },
      details: { issues: [{ path: key, message: said, code: key }], [key]: said },
    },
    headers: { 'x-request-id': encodeURIComponent(key), etag: key, 'retry-after': '0', location: `/${key}` },
  }
}

function encoded(key: string): string[] {
  const base64 = ['', 'x', 'xx'].map((before) => Buffer.from(before + key).toString('base64'))
  const wholly = [...key].map((one) => `%${one.charCodeAt(0).toString(16)}`).join('')
  return [key, encodeURIComponent(key), wholly, ...base64]
}

/** Of Base64 what the key alone decides, whatever stands around it. */
const needles = encoded(canary).map((form, index) => (index < 3 ? form : form.slice(4, -4)))

function hitsIn(text: string): string[] {
  return needles.filter((form) => text.includes(form))
}

const places = {
  'a file of the flag': { flags: ['--api-key-file', 'secret.key'], env: {}, stdin: '' },
  'the environment': { flags: [], env: { ENTRYGO_API_KEY: canary }, stdin: '' },
  stdin: { flags: ['--api-key-file', '-'], env: {}, stdin: `${canary}\n` },
  'a file that the configuration names': { flags: ['--config', 'named.json'], env: {}, stdin: '' },
} as const

/** The examples of the contract with the key in every text that is free, in new members and in the headers. */
function poisoned(name: string, status = 200): ScriptedAnswer {
  const said = `say ${encoded(canary).join(' ')}.`
  const free = new Set(['name', 'message', 'reason', 'description', 'addressLine1', 'title', 'line1', 'filename'])
  const told = (value: unknown): unknown => {
    if (Array.isArray(value)) return [...value.map(told)]
    if (typeof value !== 'object' || value === null) return value
    const members = Object.entries(value).map(([key, member]) => [
      key,
      free.has(key) && typeof member === 'string' ? said : told(member),
    ])
    return { ...Object.fromEntries(members), echoed: said, [canary]: [said] }
  }
  const headers = { 'x-request-id': encodeURIComponent(canary), etag: canary, location: `/${canary}` }
  return { status, json: told(exampleNamed(name)), headers }
}

const answeredLines = [
  [['sync', 'orders.json'], 'OrdersSynced', 200],
  [['products', 'sync', 'orders.json'], 'ProductsSynced', 200],
  [['account', 'show'], 'ProfileStored', 200],
  [['orders', 'list'], 'Orders', 200],
  [['orders', 'show', 'ord_1'], 'OrderStored', 200],
  [['products', 'list'], 'Products', 200],
  [['warehouses', 'list'], 'Warehouses', 200],
  [['brokers', 'show', 'br_1'], 'BrokerStored', 200],
  [['exports', 'list'], 'Exports', 200],
  [['exports', 'show', 'batch_1'], 'Inspected', 200],
  [['exports', 'events', 'batch_1'], 'Events', 200],
  [['inspect', 'batch_1'], 'Inspected', 200],
  [['approvals', 'batch_1'], 'Inspected', 200],
  [['plan', '--order-id', 'ord_1', '--html', 'plan.html'], 'PlanReview', 201],
  [['listen', '--from-start', '--count', '1'], 'EventFeed', 200],
  [['webhooks', 'list'], 'Webhooks', 200],
  [['webhooks', 'test', 'whk_1'], 'WebhookTested', 202],
] as const

it.each(answeredLines)('a key that the answer of %j holds is not printed as data', async (argv, name, status) => {
  const cwd = join(folder, crypto.randomUUID())
  await mkdir(cwd)
  await writeFile(join(cwd, 'orders.json'), '[{"externalId":"WEB-1","destinationCountry":"US","items":[]}]')
  const shop = await startScriptedServer(() => poisoned(name, status))
  const ids = { ENTRYGO_ACCOUNT_ID: 'acc_1', ENTRYGO_WAREHOUSE_ID: 'wh_1', ENTRYGO_BROKER_ID: 'br_1' }
  const env = { ...ids, ENTRYGO_BASE_URL: shop.url, ENTRYGO_API_KEY: canary }
  const hits: string[] = []
  for (const format of ['json', 'yaml', 'table', 'md']) {
    const { stdout, stderr, exitCode } = await runCli([...argv, '--format', format], { cwd, env })
    expect([format, exitCode, stderr]).toEqual([format, 0, expect.not.stringContaining('failed')])
    hits.push(...hitsIn(stdout + stderr).map((form) => `${format} prints ${form}`))
    for (const file of await readdir(cwd)) {
      hits.push(...hitsIn(await readFile(join(cwd, file), 'latin1')).map((form) => `${file} holds ${form}`))
      if (file.startsWith('plan.')) await rm(join(cwd, file))
    }
  }
  await shop.stop()
  expect(hits).toEqual([])
})

it('the secret of an endpoint is shown where it is made, and nowhere else does the key hide in it', async () => {
  const shop = await startScriptedServer(() => poisoned('WebhookRotated'))
  const env = { ENTRYGO_ACCOUNT_ID: 'acc_1', ENTRYGO_BASE_URL: shop.url, ENTRYGO_API_KEY: canary }
  const { stdout } = await runCli(['webhooks', 'rotate-secret', 'whk_1', '--json'], { cwd: folder, env })
  await shop.stop()
  expect(JSON.parse(stdout).data.secret).toMatch(/^whsec_/)
  expect(hitsIn(stdout)).toEqual([])
})

/** Where the key comes from matters to those that ask a server; the others run once. */
const linesOf = (place: object): readonly (readonly string[])[] =>
  lawLines
    .filter(({ isServing, isRemote }) => isServing !== true && (isRemote || place === places['the environment']))
    .map(({ argv }) => argv)

it.each(Object.entries(places))(
  'a key from %s is in nothing that any command prints or writes',
  { timeout: 60_000 },
  async (_, place) => {
    const cwd = join(folder, crypto.randomUUID())
    await mkdir(cwd)
    await writeFile(join(cwd, 'secret.key'), `${canary}\n`)
    await writeFile(join(cwd, 'named.json'), '{"apiKeyFile":"secret.key"}')
    await writeFile(join(cwd, 'orders.json'), '[{"externalId":"WEB-1","destinationCountry":"US","items":[]}]')
    await writeFile(join(cwd, 'profile.yaml'), 'importer:\n  name: Example Importer LLC\n')
    const ids = { ENTRYGO_ACCOUNT_ID: 'acc_1', ENTRYGO_WAREHOUSE_ID: 'wh_1', ENTRYGO_BROKER_ID: 'br_1' }
    const env = {
      ...ids,
      ...place.env,
      ENTRYGO_BASE_URL: server.url,
      XDG_STATE_HOME: join(cwd, 'state'),
      XDG_CONFIG_HOME: cwd,
    }
    const before = server.seen.length
    const hits: string[] = []
    for (const [index, argv] of linesOf(place).entries()) {
      const beside = ['--debug', '--har', `${index}.har`, '--no-retry', '--timeout', '300ms']
      const format = index % 2 === 0 ? ['--json'] : []
      const { stdout, stderr } = await runCli([...argv, ...place.flags, ...beside, ...format], {
        ...{ cwd, env },
        ...(place.stdin !== '' && { stdin: place.stdin }),
      })
      hits.push(...hitsIn(stdout + stderr).map((form) => `${argv.join(' ')} prints ${form}`))
    }
    for (const path of await readdir(cwd, { recursive: true, withFileTypes: true })) {
      const file = join(path.parentPath, path.name)
      // `login` keeps the key where it says.
      if (!path.isFile() || path.name === 'secret.key' || file.endsWith('/entrygo/api-key')) continue
      hits.push(...hitsIn(await readFile(file, 'latin1')).map((form) => `${file} holds ${form}`))
    }
    expect(hits).toEqual([])
    const journal = await readFile(join(cwd, 'state', 'entrygo', 'journal.db'), 'latin1')
    expect(journal).toContain('orders.json')
    expect(server.seen.length - before).toBeGreaterThan(25)
    expect(server.seen.at(-1)?.headers.authorization).toBe(`Bearer ${canary}`)
  },
)

it('the list of processes shows no key, and one in the arguments is refused before anything is sent', async () => {
  const seen = server.seen.length
  const refused = await runCli(['inspect', 'batch_1', '--api-key', canary, '--json', '--debug'], {
    env: { ENTRYGO_BASE_URL: server.url },
    cwd: folder,
  })
  expect([refused.exitCode, hitsIn(refused.stdout + refused.stderr), server.seen.length]).toEqual([2, [], seen])
  const silent = await startScriptedServer(() => 'hang')
  await writeFile(join(folder, 'secret.key'), canary)
  const bin = new URL('./bin.ts', import.meta.url).pathname
  const words = ['inspect', 'batch_1', '--json', '--api-key-file', 'secret.key']
  const child = spawn(process.execPath, ['--conditions=entrygo-src', bin, ...words], {
    cwd: folder,
    env: { ENTRYGO_BASE_URL: silent.url, HOME: folder },
    stdio: 'ignore',
  })
  while (silent.seen.length === 0) await new Promise((resolve) => setTimeout(resolve, 20))
  const shown = await readFile(`/proc/${child.pid}/cmdline`, 'latin1').catch(() => words.join('\0'))
  child.kill('SIGKILL')
  await Promise.all([once(child, 'exit'), silent.stop()])
  expect(shown).toContain('secret.key')
  expect(hitsIn(shown)).toEqual([])
})
