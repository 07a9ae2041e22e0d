import { readFile } from 'node:fs/promises'
import type { BenchServer } from './servers/entrygo.ts'
import {
  type Load,
  median,
  type Rate,
  type Row,
  rateOf,
  rateOfRequests,
  type Started,
  startProgram,
} from './support.ts'

const rounds = 5
const inRound = 500
const echoSeconds = 3

/**
 * Executes of small batches, each of another, at 64 connections. The echo is the same framework on the same server
 * library: it parses the same request and answers with it from memory, without a key, a check, a plan, a file or a disk.
 */
export async function bench(): Promise<Row[]> {
  const count = (rounds + 1) * inRound
  const grouped = await startProgram<BenchServer>('servers/entrygo.ts', [String(count)])
  const alone = await startProgram<BenchServer>('servers/entrygo.ts', ['alone', String(count)])
  const echo = await startProgram<{ url: string }>('servers/echo.ts', [])
  try {
    const [together, single] = [executes(grouped), executes(alone)]
    const echoed: Rate[] = []
    await together.round()
    await single.round()
    const processor = await processorSeconds(grouped.pid)
    const [executed, byThemselves]: [Rate[], Rate[]] = [[], []]
    for (let round = 0; round < rounds; round += 1) {
      executed.push(await together.round())
      byThemselves.push(await single.round())
      echoed.push(await rateOf(echoLoad(echo.line.url, grouped.line)))
    }
    const each = ((await processorSeconds(grouped.pid)) - processor) / (rounds * inRound)
    return rowsOf({ executed, byThemselves, echoed, processorMs: each * 1_000 })
  } finally {
    await Promise.all([grouped.stop(), alone.stop(), echo.stop()])
  }
}

interface Measured {
  readonly executed: readonly Rate[]
  readonly byThemselves: readonly Rate[]
  readonly echoed: readonly Rate[]
  /** Of one execute, in the whole server process. */
  readonly processorMs: number
}

function rowsOf({ executed, byThemselves, echoed, processorMs }: Measured): Row[] {
  const [rate, single, echo] = [executed, byThemselves, echoed].map((rates) => median(rates.map(perSecond)))
  if (rate === undefined || single === undefined || echo === undefined) throw new Error('Nothing was measured.')
  const what = 'execute of one order of 1 to 3 lines, 64 connections'
  const best = Math.max(...executed.map(perSecond))
  const p99 = median(executed.map(({ p99Ms }) => p99Ms))
  return [
    {
      what,
      measured: `${Math.round(rate)}/s (${(rate / echo).toFixed(3)} ×; best ${Math.round(best)}/s; p99 ${p99.toFixed(0)} ms)`,
      beside: `echo of the request from memory: ${Math.round(echo)}/s`,
      goal: '≥ 0.4 ×',
      isMet: rate / echo >= 0.4,
    },
    {
      what,
      measured: `${Math.round(rate)}/s (${(rate / single).toFixed(2)} ×), ${processorMs.toFixed(2)} ms of processor time each`,
      beside: `one commit per request: ${Math.round(single)}/s`,
    },
  ]
}

function perSecond(rate: Rate): number {
  return rate.perSecond
}

function executes({ line }: Started<BenchServer>): { round(): Promise<Rate> } {
  let next = 0
  const bodyOf = (): string => {
    const batchId = line.readyIds[next]
    if (batchId === undefined) throw new Error('Every export that was planned is executed.')
    next += 1
    return requestBody(line, batchId)
  }
  const headers = { authorization: `Bearer ${line.apiKey}` }
  const load = { url: line.url, path: '/api/exports/execute', method: 'POST' as const, headers, bodyOf }
  return { round: () => rateOfRequests(load, inRound) }
}

function echoLoad(url: string, server: BenchServer): Load {
  return {
    url,
    path: '/echo',
    method: 'POST',
    seconds: echoSeconds,
    bodyOf: () => requestBody(server, server.exportId),
  }
}

function requestBody({ accountId }: BenchServer, batchId: string): string {
  return JSON.stringify({ accountId, batchId })
}

/** Of all threads of a process, from the operating system, which counts in hundredths of a second. */
async function processorSeconds(pid: number): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8')
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return (Number(fields[11]) + Number(fields[12])) / 100
}
