import { mkdtemp } from 'node:fs/promises'
import { createServer, request, type Server } from 'node:http'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type CliResult, runCli } from './testing/run-cli.ts'
import { type ScriptedServer, startScriptedServer } from './testing/scripted-server.ts'

let server: ScriptedServer
let proxy: Server
let tunnels: string[] = []
let forwarded: string[] = []

beforeEach(async () => {
  server = await startScriptedServer(() => ({ status: 200, json: { data: [], next_cursor: null } }))
  tunnels = []
  forwarded = []
  proxy = createServer((asked, answer) => {
    forwarded.push(asked.url ?? '')
    const path = new URL(asked.url ?? '').pathname
    asked.pipe(request(server.url + path, { headers: asked.headers }, (found) => found.pipe(answer)))
  })
  // Whatever host is asked for, the tunnel ends at the scripted server.
  proxy.on('connect', ({ url = '' }, client) => {
    tunnels.push(url)
    const upstream = connect(Number(new URL(server.url).port), '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connection established\r\n\r\n')
      client.pipe(upstream).pipe(client)
    })
    for (const socket of [client, upstream]) socket.on('error', () => socket.destroy())
  })
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve))
})
afterEach(async () => {
  proxy.closeAllConnections()
  proxy.close()
  await server.stop()
})

function list(env: Readonly<Record<string, string>>): Promise<CliResult> {
  const given = { ENTRYGO_API_KEY: 'eg_test_a', ENTRYGO_BASE_URL: 'http://api.entrygo.example', ...env }
  return runCli(['exports', 'list', '--json', '--no-retry', '--timeout', '5s'], { env: given })
}

function proxyUrl(): string {
  const address = proxy.address()
  return `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`
}

describe('the proxy of the environment', () => {
  it.each(['HTTP_PROXY', 'http_proxy'])('%s carries the requests of http servers', async (name) => {
    const { exitCode, stdout } = await list({ [name]: proxyUrl() })
    expect([exitCode, JSON.parse(stdout).errorCode]).toEqual([0, undefined])
    expect(forwarded).toEqual(['http://api.entrygo.example/api/exports'])
    expect(server.seen.map(({ path }) => path)).toEqual(['/api/exports'])
  })

  it('carries those of init as well', async () => {
    const env = { ENTRYGO_API_KEY: 'eg_test_a', HTTP_PROXY: proxyUrl() }
    const cwd = await mkdtemp(join(tmpdir(), 'entrygo-proxy-'))
    await runCli(['init', '--base-url', 'http://api.entrygo.example', '--no-retry', '--no-plan', '--json'], {
      env,
      cwd,
    })
    expect(forwarded).toEqual(['http://api.entrygo.example/api/system/health'])
  })

  it('HTTPS_PROXY carries those of https servers, with the key inside the tunnel alone', async () => {
    const env = { HTTPS_PROXY: proxyUrl(), ENTRYGO_BASE_URL: 'https://api.entrygo.example' }
    // The scripted server speaks no TLS, so that the handshake fails behind the tunnel.
    expect((await list(env)).exitCode).toBe(10)
    expect(tunnels).toEqual(['api.entrygo.example:443'])
    expect(server.seen).toEqual([])
  })

  it('is not used for this machine', async () => {
    expect((await list({ HTTP_PROXY: proxyUrl(), ENTRYGO_BASE_URL: server.url })).exitCode).toBe(0)
    expect([...forwarded, ...tunnels]).toEqual([])
  })

  it('is not used for what NO_PROXY names', async () => {
    await list({
      HTTP_PROXY: proxyUrl(),
      NO_PROXY: 'entrygo.example',
      ENTRYGO_BASE_URL: 'http://api.entrygo.example:9',
    })
    expect([...forwarded, ...tunnels]).toEqual([])
  })

  it('that is down is told as a server that cannot be reached', async () => {
    const { exitCode, stdout } = await list({ HTTP_PROXY: 'http://127.0.0.1:9' })
    expect([exitCode, JSON.parse(stdout).errorCode]).toEqual([10, 'UNREACHABLE'])
  })

  it('that is no address is a configuration error that shows no password', async () => {
    const { exitCode, stdout } = await list({ HTTP_PROXY: 'user:canary@proxy' })
    expect([exitCode, JSON.parse(stdout).errorCode]).toEqual([2, 'CONFIG_ERROR'])
    expect(stdout).not.toContain('canary')
  })
})
