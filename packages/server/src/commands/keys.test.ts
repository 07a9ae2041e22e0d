import { execFile } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { apiKeySha256, isWellFormedApiKey } from '../edge/api-key.ts'
import { openSqliteStore } from '../storage/sqlite/sqlite-store.ts'

const folder = mkdtempSync(join(tmpdir(), 'entrygo-keys-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

interface Ran {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

const scopesOfTest = ['--scopes', 'read', '--test']

function run(...args: string[]): Promise<Ran> {
  return runWith({}, ...args)
}

function runWith(more: Readonly<Record<string, string>>, ...args: string[]): Promise<Ran> {
  const bin = join(import.meta.dirname, '../bin.ts')
  const env = { ...process.env, ENTRYGO_SERVER_DATA_DIR: folder, ...more }
  return new Promise((resolve) => {
    execFile(process.execPath, ['--conditions=entrygo-src', bin, ...args], { env }, (error, stdout, stderr) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, stdout, stderr })
    })
  })
}

it('commands beside the server load neither the server nor what makes documents', async () => {
  const watch = `import { writeSync } from 'node:fs'
    import { registerHooks } from 'node:module'
    registerHooks({ resolve: (name, context, next) => { writeSync(2, name + '\\n'); return next(name, context) } })`
  const env = { NODE_OPTIONS: `--import data:text/javascript,${encodeURIComponent(watch)}` }
  for (const command of [
    ['keys', 'list'],
    ['submissions', 'list'],
  ]) {
    const { stderr } = await runWith(env, ...command)
    const loaded = stderr.split('\n')
    expect(loaded).toContain('commander')
    const heavy = ['pdfkit', 'hono', '@hono/node-server', 'ajv', 'nodemailer/lib/mail-composer', '../main.ts']
    expect(loaded.filter((name) => heavy.includes(name))).toEqual([])
  }
})

it('a key is shown once, listed by its prefix, known to the store by its hash, and ends when revoked', async () => {
  const created = await run('keys', 'create', '--new-account', '--scopes', 'read,plan', '--test', '--json')
  const { id, accountId, apiKey, scopes } = JSON.parse(created.stdout)
  expect(isWellFormedApiKey(apiKey)).toBe(true)
  expect([accountId.slice(0, 4), scopes]).toEqual(['acc_', ['plan', 'read']])
  const listed = await run('keys', 'list', '--account', accountId, '--json')
  expect(listed.stdout).not.toContain(apiKey)
  expect(JSON.parse(listed.stdout).data).toMatchObject([
    { id, accountId, prefix: apiKey.slice(0, 14), revokedAt: null },
  ])
  const revoked = await run('keys', 'revoke', id)
  expect(revoked).toEqual({ code: 0, stdout: `${id} is revoked.\n`, stderr: '' })
  const store = await openSqliteStore({ file: join(folder, 'entrygo.sqlite') })
  const record = await store.findApiKey(apiKeySha256(apiKey))
  expect(record?.revokedAt).toBeTypeOf('number')
  await store.close()
}, 60_000)

it('an account that the store knows gets another key, and one that it does not is refused', async () => {
  const first = JSON.parse((await run('keys', 'create', '--new-account', ...scopesOfTest, '--json')).stdout)
  const second = await run('keys', 'create', '--account', first.accountId, ...scopesOfTest, '--json')
  expect([second.code, JSON.parse(second.stdout).accountId]).toEqual([0, first.accountId])
  expect(await run('keys', 'create', '--account', 'acc_typo', ...scopesOfTest)).toEqual({
    code: 2,
    stdout: '',
    stderr:
      'There is no account acc_typo: it has neither a key nor a profile. "keys list" names the accounts with keys; --new-account makes one.\n',
  })
  expect(JSON.parse((await run('keys', 'list', '--account', 'acc_typo', '--json')).stdout)).toEqual({ data: [] })
}, 60_000)

it.each([
  ['list', ['keys', 'list']],
  ['revoke', ['keys', 'revoke', 'key_1']],
  ['create for an account', ['keys', 'create', '--account', 'acc_1', ...scopesOfTest]],
])(
  'keys %s in a folder without a database says so, and makes none',
  async (_, args) => {
    const elsewhere = join(folder, 'elsewhere')
    expect(await run(...args, '--data-dir', elsewhere)).toEqual({
      code: 2,
      stdout: '',
      stderr: `There is no database in ${elsewhere}. Name the folder of the server with --data-dir or ENTRYGO_SERVER_DATA_DIR; "keys create --new-account" makes a database.\n`,
    })
    expect(existsSync(elsewhere)).toBe(false)
  },
  60_000,
)

it('a wrong call is exit 2 and says what to give', async () => {
  const scope = await run('keys', 'create', '--new-account', '--scopes', 'root', '--live')
  expect([scope.code, scope.stderr]).toEqual([
    2,
    '--scopes has "root". Known are sync, plan, execute, approve, read, admin.\n',
  ])
  await run('keys', 'create', '--new-account', ...scopesOfTest)
  const unknown = await run('keys', 'revoke', 'key_unknown', '--json')
  expect([unknown.code, JSON.parse(unknown.stdout)]).toEqual([
    2,
    { error: { message: 'There is no key "key_unknown". "keys list" names them.', exitCode: 2 } },
  ])
}, 60_000)
