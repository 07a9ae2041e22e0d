import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'
import { exampleNamed } from './testing/index.ts'
import { json, startScriptedServer } from './transport/scripted-server.conformance.ts'

/** Counts sockets, look-ups, output and listeners of the process while the SDK is imported and used for the first time. */
const program = `
import dns from 'node:dns'
import { Socket } from 'node:net'
const seen = { sockets: [], lookups: 0, output: 0 }
const connect = Socket.prototype.connect
Socket.prototype.connect = function (...args) {
  const { host, port } = args[0][0] ?? args[0]
  seen.sockets.push(host + ':' + port)
  return connect.apply(this, args)
}
const lookup = dns.lookup
dns.lookup = (...args) => { seen.lookups += 1; return lookup(...args) }
const say = process.stdout.write.bind(process.stdout)
for (const stream of [process.stdout, process.stderr]) stream.write = () => { seen.output += 1; return true }
const { baseUrl, apiKey } = JSON.parse(process.env.GIVEN)
const before = process.eventNames().length
const { createEntryGo } = await import('@entrygo/sdk')
const client = createEntryGo({ baseUrl, apiKey, accountId: 'acc_1' })
await client.inspect({ id: 'batch_1' })
await client.execute({ batchId: 'batch_1' })
const listeners = process.eventNames().length - before
say(JSON.stringify({ ...seen, sockets: [...new Set(seen.sockets)], listeners }))
`

it('import and first calls write no file, print nothing and open no socket but to baseUrl', async () => {
  await using server = await startScriptedServer(json(exampleNamed('Inspected')))
  // Under the permission model a write of a file, a child process or a worker throws.
  const flags = ['--permission', '--allow-fs-read=*', '--disable-warning=SecurityWarning']
  const run = ['--conditions=entrygo-src', ...flags, '--input-type=module', '--eval', program]
  const env = { GIVEN: JSON.stringify({ baseUrl: server.url, apiKey: 'eg_test_1' }) }
  const { stdout, stderr } = await promisify(execFile)(process.execPath, run, { cwd: import.meta.dirname, env })
  expect(stderr).toBe('')
  expect(JSON.parse(stdout)).toEqual({
    sockets: [server.url.replace('http://', '')],
    lookups: 0,
    output: 0,
    listeners: 0,
  })
})
