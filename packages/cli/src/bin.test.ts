import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, afterEach, describe, expect, it } from 'vitest'
import { startScriptedServer } from './testing/scripted-server.ts'
import { version } from './version.ts'

const bin = new URL('./bin.ts', import.meta.url).pathname
const children: ChildProcess[] = []
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
})

const state = await mkdtemp(join(tmpdir(), 'entrygo-bin-'))
afterAll(() => rm(state, { recursive: true }))

function start(argv: readonly string[], env: Readonly<Record<string, string>> = {}): ChildProcess {
  const child = spawn(process.execPath, ['--conditions=entrygo-src', bin, ...argv], {
    env: { PATH: process.env['PATH'], HOME: '/nowhere', XDG_STATE_HOME: state, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  children.push(child)
  return child
}

async function until({ stdout }: ChildProcess, pattern: RegExp): Promise<string> {
  let all = ''
  for await (const chunk of stdout ?? []) {
    all += String(chunk)
    if (pattern.test(all)) return all
  }
  throw new Error(`ended before ${pattern}: ${all}`)
}

interface Ended {
  readonly exitCode: unknown
  readonly stdout: string
  readonly stderr: string
}

async function ended(child: ChildProcess): Promise<Ended> {
  const [stdout, stderr, [exitCode]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')])
  return { exitCode, stdout, stderr }
}

async function text(stream: NodeJS.ReadableStream | null): Promise<string> {
  let all = ''
  if (stream !== null) for await (const chunk of stream) all += String(chunk)
  return all
}

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

describe('dev', () => {
  it('prints one line when it serves, keeps its account over a restart, and ends with SIGTERM', async () => {
    const data = await mkdtemp(join(tmpdir(), 'entrygo-dev-'))
    const lines: unknown[] = []
    for (const _ of [1, 2]) {
      const child = start(['dev', '--port', '0', '--data', data, '--json'])
      const [line] = await once(createInterface({ input: child.stdout ?? process.stdin }), 'line')
      const { data: found } = JSON.parse(String(line))
      const ids = ['url', 'apiKey', 'accountId', 'warehouseId', 'brokerId', 'mailDir']
      expect(Object.keys(found)).toEqual([...ids, 'warehouses', 'brokers', 'received'])
      const env = { ENTRYGO_BASE_URL: `${found.url}/api`, ENTRYGO_API_KEY: found.apiKey }
      expect((await ended(start(['exports', 'list', '--json'], env))).exitCode).toBe(0)
      const exit = once(child, 'exit')
      child.kill('SIGTERM')
      expect(await exit).toEqual([0, null])
      const { url, ...account } = found
      lines.push(account)
    }
    expect(lines[0]).toEqual(lines[1])
  })

  it('prints commands that lead from the example orders to completed exports, each as it is printed', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'entrygo-first-'))
    const script = `#!/bin/sh\nexec '${process.execPath}' --conditions=entrygo-src '${bin}' "$@"\n`
    await writeFile(join(folder, 'entrygo'), script, { mode: 0o755 })
    const server = start(['dev', '--port', '0', '--data', join(folder, 'data')])
    const block = await until(server, /Ctrl-C/)
    expect(block.split('\n').filter((line) => line.length > 80 && !line.includes(folder))).toEqual([])
    const [, printed = ''] = /In another terminal:\n([\s\S]*)\n\nData and key/.exec(block) ?? []
    const commands = printed.split('\n').filter((line) => line.startsWith('  '))
    const shell = spawn('sh', ['-ec', commands.join('\n')], {
      cwd: folder,
      env: { PATH: `${folder}:${process.env['PATH']}`, HOME: folder },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    children.push(shell)
    const { exitCode, stdout, stderr } = await ended(shell)
    // What is approved is shown beside the answer, and nothing else.
    expect([exitCode, stderr.match(/^\S.*/gm)]).toEqual([
      0,
      [expect.stringMatching(/^To approve batch_/), 'To do: owner'],
    ])
    expect(stdout.match(/READY: |REVIEW_REQUIRED: |completed: /g)).toEqual([
      'READY: ',
      'completed: ',
      'REVIEW_REQUIRED: ',
      'completed: ',
    ])
  })

  it('names the command as pnpm calls it, where pnpm has started it', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'entrygo-pnpm-'))
    const env = {
      npm_lifecycle_event: 'entrygo',
      npm_config_user_agent: 'pnpm/12.21.0 npm/? node/? linux x64',
      PNPM_SCRIPT_SRC_DIR: '/clones/my entrygo',
      INIT_CWD: folder,
    }
    const block = await until(start(['dev', '--port', '0', '--data', 'data'], env), /Ctrl-C/)
    expect(block).toContain('  alias entrygo="npx -y pnpm@12.21.0 --dir /clones/my\\\\ entrygo entrygo"\n')
    expect(block).toContain(`Data and key   ${join(folder, 'data')}\n`)
  })

  it('a folder or a port that is taken is a usage error that says so', async () => {
    const data = await mkdtemp(join(tmpdir(), 'entrygo-dev-'))
    const first = start(['dev', '--port', '0', '--data', data, '--json'])
    const [line] = await once(createInterface({ input: first.stdout ?? process.stdin }), 'line')
    const { port } = new URL(JSON.parse(String(line)).data.url)
    const [folder, address] = await Promise.all([
      ended(start(['dev', '--port', '0', '--data', data, '--json'])),
      ended(start(['dev', '--port', port, '--data', `${data}-2`, '--json'])),
    ])
    expect([folder.exitCode, JSON.parse(folder.stdout).field]).toEqual([2, '--data'])
    expect([address.exitCode, JSON.parse(address.stdout).field]).toEqual([2, '--port'])
  })

  it('faults that nobody knows are a usage error that says what is known', async () => {
    const data = await mkdtemp(join(tmpdir(), 'entrygo-dev-'))
    const { exitCode, stdout } = await ended(start(['dev', '--data', data, '--faults', 'smtp:late', '--json']))
    const { field, message } = JSON.parse(stdout)
    expect([exitCode, field]).toEqual([2, '--faults'])
    expect(message).toContain('Known: cut-before-dot, cut-after-dot, or a code from 400 to 599')
  })

  it('a port that is not one is a usage error', async () => {
    const { exitCode, stdout } = await ended(start(['dev', '--port', '99999', '--json']))
    expect([exitCode, JSON.parse(stdout).field]).toEqual([2, '--port'])
  })
})
