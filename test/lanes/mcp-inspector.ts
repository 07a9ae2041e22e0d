/**
 * Uses `entrygo mcp` through the official MCP Inspector's command line, on stdio and on HTTP: what it lists, a whole export from
 * sync to a document, and what it is refused. The Inspector is fetched from the registry; where that cannot be, the lane
 * says how many checks it left out.
 *
 *   node --conditions=entrygo-src test/lanes/mcp-inspector.ts
 */
import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { startDev } from './support/dev-server.ts'
import { conclude } from './support/report.ts'

const inspector = '@modelcontextprotocol/inspector@2.12.0'
const checks = 14
const entrygo = new URL('../../packages/cli/src/bin.ts', import.meta.url).pathname
const folder = await mkdtemp(join(tmpdir(), 'entrygo-inspector-'))
const problems: string[] = []
let passed = 0

const bin = await fetchedInspector()
if (bin === null) {
  conclude({ ...verdict(), summary: `0 checks, ${checks} left out: ${inspector} cannot be fetched here.` })
} else {
  const server = await startDev(join(folder, 'data'))
  const local = ['mcp', '--local', '--data', join(folder, 'data'), '--base-url', server.url]
  const stdio = [process.execPath, '--conditions=entrygo-src', entrygo, ...local]
  await judgeLists(bin, stdio)
  await judgeExport(bin, stdio, server)
  await judgeHttp(bin, local)
  await server.stop()
  if (passed + problems.length !== checks) problems.push(`${passed + problems.length} checks ran instead of ${checks}`)
  conclude({ ...verdict(), summary: `${passed} of ${checks} checks with ${inspector}.` })
}
await rm(folder, { recursive: true, force: true })

function verdict(): { lane: string; repeat: string; problems: readonly string[] } {
  const repeat = 'node --conditions=entrygo-src test/lanes/mcp-inspector.ts'
  return { lane: 'lane mcp-inspector', repeat, problems }
}

async function judgeLists(inspectorBin: string, server: readonly string[]): Promise<void> {
  const tools = await asked(inspectorBin, [...server, '--method', 'tools/list', '--strict'])
  check('tools/list has execute', names(tools.answer['tools'], 'name').includes('entrygo_execute'))
  check('tools/list --strict finds no schema that clients may refuse', tools.exitCode === 0)
  const resources = await asked(inspectorBin, [...server, '--method', 'resources/list'])
  check('resources/list has the documentation', names(resources.answer['resources'], 'uri').includes('entrygo://docs'))
  const templates = await asked(inspectorBin, [...server, '--method', 'resources/templates/list'])
  check('resources/templates/list has 4', names(templates.answer['resourceTemplates'], 'uriTemplate').length === 4)
  const page = ['--method', 'resources/read', '--uri', 'entrygo://docs/errors/PLAN_STALE']
  check('resources/read reads a page', textOf(await asked(inspectorBin, [...server, ...page])).includes('# PLAN_STALE'))
  const prompts = await asked(inspectorBin, [...server, '--method', 'prompts/list'])
  check('prompts/list has the loop', names(prompts.answer['prompts'], 'name').join() === 'entrygo_export_loop')
  const prompt = [
    '--method',
    'prompts/get',
    '--prompt-name',
    'entrygo_export_loop',
    '--prompt-args',
    'task=Two orders.',
  ]
  check('prompts/get writes it', textOf(await asked(inspectorBin, [...server, ...prompt])).includes('Two orders.'))
}

async function judgeExport(
  inspectorBin: string,
  server: readonly string[],
  { warehouseId, brokerId }: { readonly warehouseId: string; readonly brokerId: string },
): Promise<void> {
  const call = async (tool: string, args: Readonly<Record<string, unknown>>): Promise<Called> => {
    const pairs = Object.entries(args).map(
      ([name, value]) => `${name}=${typeof value === 'string' ? value : JSON.stringify(value)}`,
    )
    const given = pairs.length === 0 ? [] : ['--tool-arg', ...pairs]
    const { answer } = await asked(inspectorBin, [...server, '--method', 'tools/call', '--tool-name', tool, ...given])
    return { isError: answer['isError'] === true, structured: record(answer['structuredContent']) }
  }
  const absent = await call('entrygo_approve', { id: 'batch_1' })
  check('self-test: a tool that is not there answers nothing', Object.keys(absent.structured).length === 0)
  const items: unknown = JSON.parse(await readFile(join(folder, 'data', 'orders.example.json'), 'utf8'))
  const shipment: unknown = JSON.parse(await readFile(join(folder, 'data', 'shipment.example.json'), 'utf8'))
  const synced = await call('entrygo_sync_orders', { items })
  const orderIds = names(record(synced.structured['data'])['data'], 'id')
  check('tools/call syncs two orders', orderIds.length === 2)
  const planned = await call('entrygo_plan', { orderIds, warehouseId, brokerId, shipment, asOf: '2026-11-21' })
  const { exportId: batchId, planHash, readinessState } = record(planned.structured['data'])
  check('tools/call plans them READY', readinessState === 'READY')
  const forced = await call('entrygo_execute', { batchId, planHash, confirm: true })
  const { errorCode } = record(forced.structured['error'])
  check('tools/call refuses a confirmation', forced.isError && errorCode === 'INVALID_ARGUMENTS')
  const executed = await call('entrygo_execute', { batchId, planHash })
  check('tools/call executes the plan', record(executed.structured['data'])['status'] === 'executed')
  const { customs_package_id: id } = record(executed.structured['data'])
  const artifact = await call('entrygo_get_artifact', { id, artifact_type: 'cci_csv' })
  check('tools/call reads the invoice', String(record(artifact.structured['data'])['text']).includes(','))
}

interface Called {
  readonly isError: boolean
  readonly structured: Record<string, unknown>
}

async function judgeHttp(inspectorBin: string, local: readonly string[]): Promise<void> {
  const token = 'lane-token-lane-token-lane-token-lane'
  await writeFile(join(folder, 'token.txt'), token)
  const args = [
    '--conditions=entrygo-src',
    entrygo,
    ...local,
    '--http',
    '0',
    '--token-file',
    join(folder, 'token.txt'),
    '--json',
  ]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  const [line] = await once(createInterface({ input: child.stdout }), 'line')
  const { url } = record(JSON.parse(String(line)).data)
  const header = ['--transport', 'http', '--header', `Authorization: Bearer ${token}`]
  const tools = await asked(inspectorBin, [String(url), ...header, '--method', 'tools/list'])
  check('HTTP lists the same tools', names(tools.answer['tools'], 'name').length === 15)
  const exit = once(child, 'exit')
  child.kill('SIGTERM')
  await exit
}

/** Where npx keeps the Inspector's command; null when it cannot be fetched. */
async function fetchedInspector(): Promise<string | null> {
  const npx = await ran('npx', ['-y', '-p', inspector, '-c', 'command -v mcp-inspector'], 180_000)
  const path = npx.stdout.trim().split('\n').at(-1) ?? ''
  return npx.exitCode === 0 && path.startsWith('/') ? await realpath(path) : null
}

async function asked(
  inspectorBin: string,
  args: readonly string[],
): Promise<{ answer: Record<string, unknown>; exitCode: number }> {
  const { stdout, exitCode } = await ran(process.execPath, [inspectorBin, '--cli', ...args], 60_000)
  try {
    return { answer: record(JSON.parse(stdout)), exitCode }
  } catch {
    return { answer: {}, exitCode }
  }
}

/** The Inspector keeps a catalogue in the home folder, so it gets one of its own. */
function ran(command: string, args: readonly string[], timeout: number): Promise<{ stdout: string; exitCode: number }> {
  const HOME = command === 'npx' ? process.env['HOME'] : folder
  return new Promise((resolve) => {
    const options = { timeout, maxBuffer: 20_000_000, env: { ...process.env, HOME }, cwd: folder }
    execFile(command, [...args], options, (error, stdout) => {
      resolve({ stdout, exitCode: error === null ? 0 : typeof error.code === 'number' ? error.code : 1 })
    })
  })
}

function check(what: string, isSo: boolean): void {
  if (isSo) passed += 1
  else problems.push(`not so: ${what}`)
}

function textOf({ answer }: { readonly answer: Record<string, unknown> }): string {
  return JSON.stringify(answer)
}

function names(list: unknown, name: string): string[] {
  return Array.isArray(list) ? list.map((one) => String(record(one)[name])) : []
}

function record(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}
