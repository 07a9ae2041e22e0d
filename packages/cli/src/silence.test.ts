import { execFile } from 'node:child_process'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { exampleAsOf } from '@entrygo/server/dev'
import { expect, it } from 'vitest'
import { startDevAccount } from './testing/dev-account.conformance.ts'

/** Writes where every socket of the process goes, every name it looks up and every process it starts to stderr. */
const preload = `
import dns from 'node:dns'
import child from 'node:child_process'
import dgram from 'node:dgram'
import { Server, Socket } from 'node:net'
import { writeSync } from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
const say = (what) => writeSync(2, 'seen ' + what + '\\n')
const watch = (owner, name, tell) => {
  const own = owner[name]
  owner[name] = function (...args) { say(tell(args)); return own.apply(this, args) }
}
watch(Socket.prototype, 'connect', ([first]) => {
  const { host, port, path } = Array.isArray(first) ? first[0] : first
  return 'socket ' + (path ?? host + ':' + port)
})
watch(Server.prototype, 'listen', () => 'listening')
watch(dgram, 'createSocket', () => 'datagram')
for (const owner of [dns, dns.promises])
  for (const name of Object.keys(owner).filter((one) => /^(lookup|resolve|reverse)/.test(one) && typeof owner[one] === 'function'))
    watch(owner, name, ([host]) => 'name ' + host)
for (const name of ['spawn', 'exec', 'execFile', 'fork', 'spawnSync', 'execSync', 'execFileSync'])
  watch(child, name, ([program]) => 'process ' + program)
syncBuiltinESMExports()
`

const bin = new URL('./bin.ts', import.meta.url).pathname

it('whatever a command does, it opens no socket but to baseUrl, looks up no name and starts no process', {
  timeout: 120_000,
}, async () => {
  await using account = await startDevAccount()
  const [orderId = ''] = await account.syncExamples('ready', 'silence')
  const home = await mkdtemp(join(tmpdir(), 'entrygo-silence-'))
  const env = {
    ...{ PATH: process.env['PATH'], ...account.env, HOME: home, XDG_CONFIG_HOME: home, XDG_STATE_HOME: home },
    NODE_OPTIONS: `--conditions=entrygo-src --import data:text/javascript,${encodeURIComponent(preload)}`,
  }
  const seen = new Map<string, string[]>()
  const lines = [
    ['--version'],
    ['--help'],
    ['sync', account.dev.examples.review, '--json'],
    ['plan', '--order-id', orderId, '--as-of', exampleAsOf, '--out', join(home, 'plan.json')],
    ['approve', join(home, 'plan.json'), '--reason', 'checked', '--actor-name', 'Export Desk', '--json'],
    ['execute', join(home, 'plan.json'), '--wait', '--json'],
    ['inspect', join(home, 'plan.json'), '--debug', '--har', join(home, 'run.har')],
    ['exports', 'list', '--json'],
    ['doctor', '--json'],
    ['plan', 'show', join(home, 'plan.json')],
    ['verify', join(home, 'plan.json'), '--json'],
    ['hts', 'search', 'notebook'],
    ['config', 'explain', '--json'],
  ]
  for (const argv of lines) {
    const { stderr } = await promisify(execFile)(process.execPath, [bin, ...argv], { cwd: home, env })
    const acts = stderr.split('\n').filter((line) => line.startsWith('seen '))
    seen.set(argv.slice(0, 2).join(' '), [...new Set(acts)])
  }
  const offline = [
    '--version',
    '--help',
    'plan show',
    `verify ${join(home, 'plan.json')}`,
    'hts search',
    'config explain',
  ]
  for (const [line, acts] of seen) {
    expect([line, acts]).toEqual([line, offline.includes(line) ? [] : [`seen socket ${new URL(account.dev.url).host}`]])
  }
  expect((await readdir(home)).sort()).toEqual(['entrygo', 'plan.json', 'run.har'])
  await rm(home, { recursive: true })
})
