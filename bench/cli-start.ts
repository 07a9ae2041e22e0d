import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { performance } from 'node:perf_hooks'
import { median, type Row } from './support.ts'

const cli = new URL('../packages/cli/', import.meta.url)
const manifest: { readonly bin: { readonly entrygo: string } } = JSON.parse(
  readFileSync(new URL('package.json', cli), 'utf8'),
)
const built = new URL(manifest.bin.entrygo, cli).pathname
const peak = new URL('programs/peak-memory.cjs', import.meta.url).pathname
const rounds = 30

/** The built command from its start to its end, in turns with the emptiest programs of the same Node that do the same. */
export async function bench(): Promise<Row[]> {
  const { url, server } = await startList()
  const env = { ENTRYGO_BASE_URL: url, ENTRYGO_API_KEY: 'eg_test_bench', ENTRYGO_ACCOUNT_ID: 'acc_bench' }
  const call = `fetch('${url}/api/exports',{headers:{authorization:'Bearer eg_test_bench'}}).then(r=>r.json()).then(j=>console.log(JSON.stringify(j)))`
  const lines: Readonly<Record<string, readonly string[]>> = {
    empty: ['-e', '0'],
    version: [built, '--version'],
    help: [built, '--help'],
    fetch: ['-e', call],
    list: [built, 'exports', 'list', '--json'],
    planHelp: [built, 'plan', '--help'],
  }
  const took = new Map(Object.keys(lines).map((name) => [name, [] as number[]]))
  // The first two rounds fill the caches of Node and of the disk.
  for (let round = -2; round < rounds; round += 1)
    for (const [name, args] of Object.entries(lines)) {
      const ms = await run(args, env)
      if (round >= 0) took.get(name)?.push(ms)
    }
  const memory = { ours: await peakMemory(lines['version'] ?? [], env), bare: await peakMemory(['-e', '0'], env) }
  server.closeAllConnections()
  server.close()
  const of = (name: string): number => median(took.get(name) ?? [])
  const row = (what: string, [ours, bare]: readonly [string, string], goal?: number): Row => {
    const ratio = of(ours) / of(bare)
    const beside = bare === 'empty' ? '`node -e 0`' : "`node -e 'fetch(…)'`"
    return {
      what,
      measured: `${of(ours).toFixed(1)} ms (${ratio.toFixed(2)} ×)`,
      beside: `${beside}: ${of(bare).toFixed(1)} ms`,
      ...(goal !== undefined && { goal: `≤ ${goal} ×`, isMet: ratio <= goal }),
    }
  }
  return [
    row('`entrygo --version`', ['version', 'empty'], 1.4),
    row('`entrygo --help`', ['help', 'empty'], 1.8),
    row('`entrygo plan --help`', ['planHelp', 'empty']),
    row('first call of the API (`entrygo exports list --json`)', ['list', 'fetch'], 1.3),
    {
      what: 'memory of `entrygo --version`',
      measured: `${memory.ours.toFixed(1)} MB`,
      beside: `\`node -e 0\`: ${memory.bare.toFixed(1)} MB`,
      goal: '≤ 45 MB',
      isMet: memory.ours <= 45,
    },
  ]
}

/** An empty list of exports, for whoever asks. */
async function startList(): Promise<{ readonly url: string; readonly server: Server }> {
  const server = createServer((_, answer) => {
    answer.setHeader('content-type', 'application/json')
    answer.end('{"data":[],"next_cursor":null}')
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  return { url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`, server }
}

type Env = Readonly<Record<string, string>>

async function run(args: readonly string[], env: Env): Promise<number> {
  const started = performance.now()
  const child = spawn(process.execPath, args, {
    stdio: ['ignore', 'ignore', 'ignore'],
    env: { ...process.env, ...env },
  })
  const [status] = await once(child, 'exit')
  if (status !== 0) throw new Error(`node ${args.join(' ')} ended with ${status}`)
  return performance.now() - started
}

/** The median of the largest resident sets of nine runs, in MB of 1,048,576 bytes. */
async function peakMemory(args: readonly string[], env: Env): Promise<number> {
  const found: number[] = []
  for (let round = 0; round < 9; round += 1) {
    const child = spawn(process.execPath, ['--require', peak, ...args], {
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { ...process.env, ...env },
    })
    let text = ''
    child.stderr.on('data', (chunk: Buffer) => {
      text += chunk.toString()
    })
    await once(child, 'close')
    found.push(Number(text) / 1024)
  }
  return median(found)
}
