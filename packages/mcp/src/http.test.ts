import { request } from 'node:http'
import { connect } from 'node:net'
import { createEntryGo } from '@entrygo/sdk'
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { agentOf } from './agent.conformance.ts'
import { type RunningMcp, serveOnHttp } from './http.ts'
import { slowServer } from './slow-server.conformance.ts'

const token = 't'.repeat(40)
const bearer = { Authorization: `Bearer ${token}` }
// Nobody listens there: what is tested here needs no EntryGo server.
const client = createEntryGo({
  baseUrl: 'http://127.0.0.1:1',
  apiKey: 'eg_test_none',
  accountId: 'acc_1',
  retry: false,
})
let running: RunningMcp
let port: number
beforeAll(async () => {
  running = await serveOnHttp({ client, port: 0, token })
  port = Number(new URL(running.url).port)
})
afterAll(() => running.stop())

interface Sent {
  readonly path?: string
  readonly headers?: Record<string, string>
  readonly body?: string
}

/** As any program sends it: `fetch` would set the Host by itself. */
function post({ path = '/mcp', headers = {}, body = listTools }: Sent): Promise<{ status: number; text: string }> {
  const accept = { 'Content-Type': 'application/json', Accept: 'application/json, text/event-stream' }
  return new Promise((resolve, reject) => {
    const sent = request(
      { port, host: '127.0.0.1', path, method: 'POST', headers: { ...accept, ...headers } },
      (answer) => {
        let text = ''
        answer.setEncoding('utf8').on('data', (part) => {
          text += part
        })
        answer.on('end', () => resolve({ status: answer.statusCode ?? 0, text }))
      },
    )
    sent.on('error', reject).end(body)
  })
}

const listTools = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/list', params: {} })

describe('streamable HTTP', () => {
  it.each(['legacy', 'modern'] as const)('serves the official client of the %s protocol', async (era) => {
    const official = new Client(
      { name: 'agent', version: '1.0.0' },
      era === 'modern' ? { versionNegotiation: { mode: { pin: '2026-07-28' } } } : {},
    )
    const requestInit = { headers: bearer }
    await official.connect(new StreamableHTTPClientTransport(new URL(running.url), { requestInit }))
    expect((await official.listTools()).tools.map(({ name }) => name)).toContain('entrygo_execute')
    const away = await agentOf(official).call('entrygo_inspect', { id: 'batch_1' })
    expect([away.isError, away.errorCode]).toEqual([true, 'NETWORK_ERROR'])
    await official.close()
  })

  it('listens on 127.0.0.1 alone', async () => {
    const refused = await new Promise((resolve) => {
      const socket = connect({ port, host: '127.0.0.2' }, () => resolve('open'))
      socket.on('error', () => resolve('refused'))
    })
    expect(refused).toBe('refused')
  })

  it.each([
    ['no token', {}, 401],
    ['another token', { headers: { Authorization: `Bearer ${'u'.repeat(40)}` } }, 401],
    ['the start of the token', { headers: { Authorization: `Bearer ${token.slice(0, 39)}` } }, 401],
    ['another scheme', { headers: { Authorization: `Basic ${token}` } }, 401],
    ['the Host of another name', { headers: { ...bearer, Host: 'rebound.example' } }, 403],
    ['the Host of another name with the port', { headers: { ...bearer, Host: 'rebound.example:4020' } }, 403],
    ['a Host with another port', { headers: { ...bearer, Host: '127.0.0.1:1' } }, 403],
    ['a page of another origin', { headers: { ...bearer, Origin: 'https://evil.example' } }, 403],
    ['a page without an origin', { headers: { ...bearer, Origin: 'null' } }, 403],
    ['a loopback name in front of another', { headers: { ...bearer, Origin: 'http://localhost.evil.example' } }, 403],
    ['another path', { path: '/', headers: bearer }, 404],
    ['a path of two slashes', { path: '//evil.example/mcp', headers: bearer }, 404],
    ['a body of another type', { headers: { ...bearer, 'Content-Type': 'text/plain' } }, 415],
    ['a body that is too large', { headers: bearer, body: ' '.repeat(8_000_001) }, 413],
    ['what is no JSON', { headers: bearer, body: '{' }, 400],
  ] satisfies [string, Sent, number][])('refuses %s', async (_, sent, status) => {
    const answer = await post(sent)
    expect(answer.status).toBe(status)
    expect(answer.text).not.toContain(token)
  })

  it.each(['2025-06-18', '2026-07-28'])('polls no more for a client of %s that went away', async (era) => {
    const slow = slowServer(1000)
    const other = await serveOnHttp({ client: slow.client, port: 0, token })
    const gone = new AbortController()
    const meta = {
      'io.modelcontextprotocol/protocolVersion': era,
      'io.modelcontextprotocol/clientInfo': { name: 'agent', version: '1.0.0' },
      'io.modelcontextprotocol/clientCapabilities': {},
    }
    const params = { name: 'entrygo_inspect', arguments: { id: 'batch_1', wait: 300 } }
    const isModern = era === '2026-07-28'
    const answer = fetch(other.url, {
      method: 'POST',
      headers: {
        ...bearer,
        'Content-Type': 'application/json',
        Accept: 'application/json, text/event-stream',
        ...(isModern && { 'MCP-Protocol-Version': era, 'Mcp-Method': 'tools/call', 'Mcp-Name': params.name }),
      },
      body: JSON.stringify({
        jsonrpc: '2.0',
        id: 1,
        method: 'tools/call',
        params: isModern ? { ...params, _meta: meta } : params,
      }),
      signal: gone.signal,
    }).then((response) => response.text())
    await expect.poll(slow.polls).toBe(1)
    gone.abort()
    await expect(answer).rejects.toThrow()
    const seen = slow.polls()
    // Longer than the first pause between two polls.
    await new Promise((resolve) => setTimeout(resolve, 1000))
    expect(slow.polls()).toBeLessThanOrEqual(seen + 1)
    await other.stop()
  })

  it('keeps no session: nothing has to be ended, and a GET holds nothing open', async () => {
    const held = await fetch(running.url, { headers: { ...bearer, Accept: 'text/event-stream' } })
    expect(held.status).toBe(405)
    const answer = await post({ headers: bearer })
    expect([answer.status, answer.text.includes('entrygo_plan')]).toEqual([200, true])
  })

  it('takes no short token, and no port that is taken', async () => {
    await expect(serveOnHttp({ client, port: 0, token: 'short' })).rejects.toThrow('at least 32 characters')
    await expect(serveOnHttp({ client, port, token })).rejects.toMatchObject({ code: 'EADDRINUSE' })
  })
})
