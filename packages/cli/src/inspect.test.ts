import { createHash } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { exampleNamed } from '@entrygo/sdk/testing'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Interruption } from './terminal.ts'
import { runCli } from './testing/run-cli.ts'
import {
  answer,
  batchId,
  example,
  planned,
  type ScriptedAccount,
  startScriptedAccount,
} from './testing/scripted-account.ts'

const bytes = 'line,value\n1,276.00\n'
const sha256 = createHash('sha256').update(bytes).digest('hex')

let account: ScriptedAccount
beforeEach(async () => {
  account = await startScriptedAccount()
})
afterEach(() => account.server.stop())

describe('inspect', () => {
  it.each([
    ['BLOCKED', 'blocked', 5],
    ['REVIEW_REQUIRED', 'awaiting_approval', 3],
    ['READY', 'executable', 0],
  ] as const)(
    'with --wait a plan that is %s ends at once with %s as its exit code',
    async (readiness, state, exitCode) => {
      account.answers[`GET /api/exports/${batchId}`] = planned(readiness, { state })
      expect((await account.cli(['inspect', batchId, '--wait', '--json'])).exitCode).toBe(exitCode)
      expect((await account.cli(['inspect', batchId, '--json'])).exitCode).toBe(0)
    },
  )

  it('ends with 8 when the deadline passes, and says how to wait on', async () => {
    account.answers[`GET /api/exports/${batchId}`] = () => ({
      status: 200,
      json: { ...example('Inspected'), state: 'handing_off' },
    })
    const { exitCode, stdout } = await account.cli(['inspect', batchId, '--wait', '--timeout', '100ms', '--json'])
    expect(exitCode).toBe(8)
    expect(JSON.parse(stdout)).toMatchObject({
      errorCode: 'DEADLINE_PASSED',
      next: [{ argv: ['entrygo', 'inspect', batchId, '--wait'] }],
    })
  })

  it('ends with 130 at Ctrl-C, and says how to wait on', async () => {
    const stop = new AbortController()
    account.answers[`GET /api/exports/${batchId}`] = () => {
      stop.abort(new Interruption('SIGINT'))
      return { status: 200, json: { ...example('Inspected'), state: 'handing_off' } }
    }
    const env = { ENTRYGO_BASE_URL: account.server.url, ENTRYGO_API_KEY: 'eg_test_abc' }
    const { exitCode, stdout } = await runCli(['inspect', batchId, '--wait', '--json'], { env, signal: stop.signal })
    expect(exitCode).toBe(130)
    expect(JSON.parse(stdout)).toMatchObject({
      errorCode: 'INTERRUPTED',
      next: [{ argv: ['entrygo', 'inspect', batchId, '--wait'] }],
    })
  })

  it('with --watch is NDJSON: a line of its version, every event once, the export', async () => {
    account.answers[`GET /api/exports/${batchId}`] = answer('Inspected')
    const { exitCode, stdout } = await account.cli(['inspect', batchId, '--watch', '--json'])
    const lines = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(exitCode).toBe(0)
    expect(lines[0]).toEqual({ type: 'version', version: 1, data: { exportId: batchId } })
    expect(lines.slice(1, -1).map(({ data }) => data.seq)).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
    expect(lines.at(-1)).toMatchObject({ type: 'end', data: { state: 'completed' } })
  })

  it('with --after a watch goes on behind an event, and without --watch it is a usage error', async () => {
    account.answers[`GET /api/exports/${batchId}`] = answer('Inspected')
    const { stdout } = await account.cli(['inspect', batchId, '--watch', '--after', '6', '--json'])
    const seqs = stdout.match(/"type":"event","data":\{"id":"[^"]+","seq":\d+/g)
    expect(seqs?.map((line) => line.replace(/.*:/, ''))).toEqual(['7', '8'])
    expect((await account.cli(['inspect', batchId, '--after', '6', '--json'])).exitCode).toBe(2)
  })

  it('a watch whose deadline passes says how to go on behind the last event', async () => {
    account.answers[`GET /api/exports/${batchId}`] = () => ({
      status: 200,
      json: { ...example('Inspected'), state: 'handing_off' },
    })
    const { exitCode, stdout } = await account.cli(['inspect', batchId, '--watch', '--timeout', '100ms', '--json'])
    expect(exitCode).toBe(8)
    expect(JSON.parse(stdout.trimEnd().split('\n').at(-1) ?? '')).toMatchObject({
      errorCode: 'DEADLINE_PASSED',
      next: [{ argv: ['entrygo', 'inspect', batchId, '--watch', '--after', '8'] }],
    })
  })

  it('a watch that fails ends with a line that says so', async () => {
    account.answers[`GET /api/exports/${batchId}`] = answer('Error_INVALID_API_KEY', 401)
    const { exitCode, stdout } = await account.cli(['inspect', batchId, '--watch', '--json'])
    const lines = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect([exitCode, lines.map(({ type }) => type)]).toEqual([4, ['version', 'error']])
  })
})

describe('artifacts get', () => {
  const served = (text: string): void => {
    const [artifact] = (exampleNamed('Package') as { artifacts: object[] }).artifacts
    const artifacts = [{ ...artifact, artifact_type: 'cci_csv', filename: 'invoice.csv', sha256, size: bytes.length }]
    account.answers['GET /api/customs-packages/cp_1'] = () => ({
      status: 200,
      json: { ...example('Package'), id: 'cp_1', artifacts },
    })
    account.answers['GET /api/customs-packages/cp_1/artifacts/cci_csv'] = () => ({
      status: 200,
      text,
      type: 'text/csv',
    })
  }

  it('writes what has the recorded SHA-256', async () => {
    served(bytes)
    const { exitCode, stdout } = await account.cli(['artifacts', 'get', 'cp_1', '--out', 'documents', '--json'])
    expect(exitCode).toBe(0)
    expect(JSON.parse(stdout).data.files).toEqual([
      {
        artifact_type: 'cci_csv',
        path: join(account.folder, 'documents', 'invoice.csv'),
        size: bytes.length,
        sha256,
        verified: true,
      },
    ])
    expect(JSON.parse(stdout).next[0].argv).toEqual(['entrygo', 'verify', join(account.folder, 'documents')])
    expect(await readFile(join(account.folder, 'documents', 'invoice.csv'), 'utf8')).toBe(bytes)
  })

  it('writes nothing that has another', async () => {
    served(`${bytes} `)
    const { exitCode, stdout } = await account.cli(['artifacts', 'get', 'cp_1', '--out', 'altered', '--json'])
    expect([exitCode, JSON.parse(stdout).errorCode]).toEqual([7, 'DIGEST_MISMATCH'])
    await expect(readFile(join(account.folder, 'altered', 'invoice.csv'))).rejects.toThrow('ENOENT')
  })

  it('replaces another file with --force alone', async () => {
    served(bytes)
    await writeFile(join(account.folder, 'invoice.csv'), 'mine')
    expect((await account.cli(['artifacts', 'get', 'cp_1'])).exitCode).toBe(2)
    expect((await account.cli(['artifacts', 'get', 'cp_1', '--force'])).exitCode).toBe(0)
  })
})

describe('exports list', () => {
  it('takes its filters from flags, and the warehouse of the environment is none', async () => {
    account.answers['GET /api/exports'] = answer('Exports')
    await account.cli(['exports', 'list', '--json'])
    await account.cli(['exports', 'list', '--state', 'blocked', '--limit', '5', '--warehouse-id', 'wh_2', '--json'])
    expect(account.server.seen.map(({ path }) => path)).toEqual([
      '/api/exports',
      '/api/exports?state=blocked&warehouseId=wh_2&limit=5',
    ])
  })

  it.each([
    ['--limit', '0'],
    ['--limit', 'x'],
    ['--state', 'done'],
  ])('%s %s is a usage error', async (flag, value) => {
    expect((await account.cli(['exports', 'list', flag, value, '--json'])).exitCode).toBe(2)
  })
})
