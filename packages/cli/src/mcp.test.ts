import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type RunningDev, startDev } from '@entrygo/server/dev'
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client'
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parse } from './command-line/parse.ts'
import { runCli } from './testing/run-cli.ts'

const bin = join(import.meta.dirname, 'bin.ts')
const dataDir = mkdtempSync(join(tmpdir(), 'entrygo-mcp-cli-'))
let server: RunningDev
beforeAll(async () => {
  server = await startDev({ port: 0, dataDir, log: 'error' })
})
afterAll(async () => {
  await server.stop()
  rmSync(dataDir, { recursive: true, force: true })
})

const argv = (...more: readonly string[]): string[] => ['--conditions=entrygo-src', bin, 'mcp', ...more]
const local = (): string[] => ['--local', '--data', dataDir, '--base-url', server.url]
const bare = { PATH: process.env['PATH'] ?? '', HOME: dataDir }

describe('mcp on stdio', () => {
  it.each(['legacy', 'modern'] as const)('is started by a host of the %s protocol and serves it', async (era) => {
    const host = new Client(
      { name: 'host', version: '1.0.0' },
      era === 'modern' ? { versionNegotiation: { mode: { pin: '2026-07-28' } } } : {},
    )
    await host.connect(new StdioClientTransport({ command: process.execPath, args: argv(...local()), env: bare }))
    expect(host.getInstructions()).toContain('sync, plan, execute, inspect')
    const { structuredContent } = await host.callTool({ name: 'entrygo_list_brokers', arguments: {} })
    expect(JSON.stringify(structuredContent)).toContain(server.brokerId)
    const { contents } = await host.readResource({ uri: 'entrygo://docs/errors/PLAN_STALE' })
    expect(contents).toMatchObject([{ text: expect.stringContaining('# PLAN_STALE') }])
    const index = await host.readResource({ uri: 'entrygo://docs' })
    expect(index.contents).toMatchObject([{ text: expect.stringContaining('(entrygo://docs/errors/PLAN_STALE)') }])
    await host.close()
  })

  it('writes the protocol alone to stdout, and ends when the host closes its end', async () => {
    const child = spawn(process.execPath, argv(...local()), { env: bare })
    const out: string[] = []
    child.stdout.setEncoding('utf8').on('data', (text: string) => out.push(text))
    const lines = [
      {
        jsonrpc: '2.0',
        id: 1,
        method: 'initialize',
        params: { protocolVersion: '2025-06-18', capabilities: {}, clientInfo: { name: 'h', version: '1' } },
      },
      { jsonrpc: '2.0', method: 'notifications/initialized' },
      {
        jsonrpc: '2.0',
        id: 2,
        method: 'tools/call',
        params: { name: 'entrygo_list_exports', arguments: { limit: 0 } },
      },
    ]
    child.stdin.write('no protocol at all\n')
    for (const line of lines) child.stdin.write(`${JSON.stringify(line)}\n`)
    await expect.poll(() => out.join('').split('\n').length, { timeout: 15_000 }).toBeGreaterThanOrEqual(4)
    child.stdin.end()
    const exitCode = await new Promise((resolve) => child.on('exit', resolve))
    const told = out
      .join('')
      .trimEnd()
      .split('\n')
      .map((line): unknown => JSON.parse(line))
    expect(told).toMatchObject([
      { id: null, error: { code: -32_700 } },
      { id: 1 },
      { id: 2, result: { isError: true } },
    ])
    expect(exitCode).toBe(0)
  })

  it.each([
    [[], 4, 'MISSING_API_KEY'],
    [['--local', '--data', 'nowhere'], 2, 'CONFIG_ERROR'],
    [['--local', '--base-url', 'https://api.entrygo.example'], 2, 'USAGE_ERROR'],
    [['--token-file', 'token.txt'], 2, 'USAGE_ERROR'],
    [['--offer', 'everything'], 2, 'USAGE_ERROR'],
    [['--http', '70000'], 2, 'USAGE_ERROR'],
    [['--http', '--token-file', 'none.txt'], 2, 'USAGE_ERROR'],
    [['--local', '--policy', 'none.yaml'], 2, 'POLICY_INVALID'],
  ])('does not start with %j: exit code %i', async (given, exitCode, errorCode) => {
    const flags = given.includes('--local') || given.length === 0 ? given : [...given, ...local()]
    const words = await runCli(['mcp', ...flags], { cwd: dataDir })
    expect([words.exitCode, words.stdout, words.stderr === '']).toEqual([exitCode, '', false])
    const json = await runCli(['mcp', ...flags, '--json'], { cwd: dataDir })
    expect(JSON.parse(json.stdout)).toMatchObject({ errorCode, exitCode })
  })
})

describe('mcp on HTTP', () => {
  it('listens with the token of a file, and tells its address', async () => {
    const token = 'k'.repeat(32)
    writeFileSync(join(dataDir, 'token.txt'), `${token}\n`)
    const child = spawn(
      process.execPath,
      argv('--http', '0', '--token-file', join(dataDir, 'token.txt'), '--json', ...local()),
      { env: bare },
    )
    const told: string[] = []
    child.stdout.setEncoding('utf8').on('data', (text: string) => told.push(text))
    child.stderr.setEncoding('utf8').on('data', (text: string) => told.push(text))
    await expect.poll(() => told.join(''), { timeout: 15_000 }).toContain('\n')
    const { data } = JSON.parse(told.join(''))
    const host = new Client({ name: 'host', version: '1.0.0' })
    const requestInit = { headers: { Authorization: `Bearer ${token}` } }
    await host.connect(new StreamableHTTPClientTransport(new URL(data.url), { requestInit }))
    expect((await host.listTools()).tools.length).toBe(15)
    await host.close()
    child.kill('SIGINT')
    expect(await new Promise((resolve) => child.on('exit', resolve))).toBe(130)
    expect(told.join('')).not.toContain(token)
  })

  it('makes a token for the run where none is given, and tells it on stderr alone', async () => {
    // Stopped before it starts, so it ends as soon as it has told its address.
    const signal = AbortSignal.abort()
    const { stdout, stderr, exitCode } = await runCli(['mcp', '--http', '0', ...local()], { cwd: dataDir, signal })
    expect(stdout).toMatch(/^Listening at http:\/\/127\.0\.0\.1:\d+\/mcp\. Ctrl-C stops it\.\n$/)
    expect(stderr).toMatch(/^Token of this run: [\w-]{43}\n$/)
    expect(exitCode).toBe(0)
  })
})

it('the configurations in the guide start the command', () => {
  const guide = readFileSync(join(import.meta.dirname, '../../../docs/guides/mcp.md'), 'utf8')
  const blocks = [...guide.matchAll(/^```jsonc\n(.+?)^```/gms)].map(([, text = '']) => JSON.parse(text))
  const servers = blocks.flatMap(({ mcpServers, servers: others }) => Object.values(mcpServers ?? others))
  expect(servers.length).toBe(3)
  const started = servers.flatMap((one) => (Object(one).args === undefined ? [] : [parse(Object(one).args)]))
  expect(started).toMatchObject([{ spec: { name: 'mcp' } }, { spec: { name: 'mcp' } }])
})
