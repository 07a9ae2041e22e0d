import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { bin, children, type Ended, ended, start, state } from './testing/bin-process.ts'
import { startScriptedServer } from './testing/scripted-server.ts'
import { version } from './version.ts'

/** Linux alone has a device that is always full. */
const hasFullDisk = existsSync('/dev/full')

describe('the command', () => {
  it('has the version of its package', async () => {
    const manifest = JSON.parse(await readFile(new URL('../package.json', import.meta.url), 'utf8'))
    expect(version).toBe(manifest.version)
    expect(await ended(start(['--version']))).toEqual({ exitCode: 0, stdout: `${version}\n`, stderr: '' })
    expect(JSON.parse((await ended(start(['--version', '--json']))).stdout)).toEqual({ data: { version }, next: [] })
    expect(JSON.parse((await ended(start(['--json', '--version']))).stdout)).toEqual({ data: { version }, next: [] })
  })

  it('a usage error is one document on stdout, and nothing on stderr', async () => {
    const { exitCode, stdout, stderr } = await ended(start(['plna', '--json']))
    expect([exitCode, stderr]).toEqual([2, ''])
    expect(JSON.parse(stdout)).toEqual({
      errorCode: 'USAGE_ERROR',
      message: "unknown command 'plna' (Did you mean plan?)",
      exitCode: 2,
    })
  })

  it('in a folder that was removed it works with absolute paths, and misses files by their name', async () => {
    const inGone = async (...argv: string[]): Promise<Ended> => {
      const folder = await mkdtemp(join(tmpdir(), 'entrygo-gone-'))
      const script = `cd ${folder} && rmdir ${folder} && exec ${process.execPath} --conditions=entrygo-src ${bin} "$@"`
      const child = spawn('sh', ['-c', script, 'sh', ...argv], {
        env: { PATH: process.env['PATH'], HOME: '/nowhere', XDG_STATE_HOME: state },
        stdio: ['ignore', 'pipe', 'pipe'],
      })
      children.push(child)
      return ended(child)
    }
    expect(await inGone('pending', '--json')).toEqual({
      exitCode: 0,
      stdout: '{\n  "data": [],\n  "next": []\n}\n',
      stderr: '',
    })
    expect(await inGone('plan', 'show', 'plan.json', '--json')).toMatchObject({
      exitCode: 2,
      stdout: expect.stringContaining('plan.json cannot be read (ENOENT)'),
    })
  })

  if (hasFullDisk) {
    it.each([['--version'], ['--help']])('%s to a full disk is told, without a stack', async (flag) => {
      const child = spawn(
        'sh',
        ['-c', `exec ${process.execPath} --conditions=entrygo-src ${bin} ${flag} > /dev/full`],
        {
          stdio: ['ignore', 'pipe', 'pipe'],
        },
      )
      children.push(child)
      expect(await ended(child)).toEqual({
        exitCode: 1,
        stdout: '',
        stderr: 'entrygo: the answer could not be written (ENOSPC).\n',
      })
    })
  }

  it('says nothing in colour to a pipe, and errors on stderr', async () => {
    const { exitCode, stdout, stderr } = await ended(start(['exports', 'list']))
    expect([exitCode, stdout]).toEqual([4, ''])
    expect(stderr).toContain('MISSING_API_KEY')
    expect(stderr).not.toContain('\u001b')
  })

  it('ends an interrupted write with 130, the key and the command that finishes it', async () => {
    const got = Promise.withResolvers<void>()
    const server = await startScriptedServer(() => {
      got.resolve()
      // No answer: the write is under way when the signal comes.
      return 'hang'
    })
    const env = { ENTRYGO_BASE_URL: server.url, ENTRYGO_API_KEY: 'eg_test_a', ENTRYGO_ACCOUNT_ID: 'acc_1' }
    const argv = ['plan', '--order-id', 'ord_1', '--warehouse-id', 'wh_1', '--broker-id', 'br_1']
    const child = start([...argv, '--idempotency-key', 'nightly'], env)
    await got.promise
    child.kill('SIGINT')
    const { exitCode, stderr } = await ended(child)
    await server.stop()
    expect(exitCode).toBe(130)
    expect(stderr).toContain('INTERRUPTED')
    expect(stderr).toContain('entrygo resume nightly')
    const { stdout } = await ended(start(['pending', '--json']))
    expect(JSON.parse(stdout).data).toMatchObject([{ idempotencyKey: 'nightly', argv: ['entrygo', ...argv] }])
  })
})

it('JSON needs neither colours nor spinner, proxy, parser or configuration files', async () => {
  const hook = `
    import { registerHooks } from 'node:module'
    import { writeSync } from 'node:fs'
    registerHooks({ resolve: (name, context, next) => { writeSync(2, name + '\\n'); return next(name, context) } })`
  const env = {
    ENTRYGO_API_KEY: 'eg_test_a',
    ENTRYGO_BASE_URL: 'http://127.0.0.1:1',
    NODE_OPTIONS: `--import data:text/javascript,${encodeURIComponent(hook)}`,
  }
  const { stderr } = await ended(start(['inspect', 'batch_1', '--json', '--no-retry'], env))
  const names = new Set(stderr.split('\n'))
  expect(names.has('@entrygo/sdk')).toBe(true)
  expect(
    ['chalk', 'commander', 'ora', 'undici', 'yaml', 'csv-parse', 'cosmiconfig/dist/Explorer.js'].filter((one) =>
      names.has(one),
    ),
  ).toEqual([])
})
