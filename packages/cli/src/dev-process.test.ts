import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { describe, expect, it } from 'vitest'
import { bin, children, ended, start, until } from './testing/bin-process.ts'

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
