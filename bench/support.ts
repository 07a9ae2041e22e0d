import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { performance } from 'node:perf_hooks'
import { createInterface } from 'node:readline'
import autocannon from 'autocannon'

/** One line of the result table. */
export interface Row {
  readonly what: string
  readonly measured: string
  /** The peer or the limit that was measured in the same run. */
  readonly beside: string
  /** Without a goal the row is for information. */
  readonly goal?: string
  readonly isMet?: boolean
}

export interface Started<T> {
  readonly line: T
  readonly pid: number
  stop(): Promise<void>
}

/** What the first line of packages/server/src/bin.ts gives to Node, so that memory stays flat under load. */
const serverFlags = ['--max-semi-space-size=4', '--max-old-space-size=2000']

/** Starts a program of its own process, with Node's flags of the server, that prints one JSON line when it is ready. */
export async function startProgram<T>(file: string, args: readonly string[]): Promise<Started<T>> {
  const path = new URL(file, import.meta.url).pathname
  const child = spawn(process.execPath, ['--conditions=entrygo-src', ...serverFlags, path, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [line] = await once(createInterface({ input: child.stdout }), 'line')
  return { line: JSON.parse(String(line)), pid: child.pid ?? 0, stop: () => stopped(child) }
}

async function stopped(child: ChildProcess): Promise<void> {
  const exit = once(child, 'exit')
  child.kill('SIGTERM')
  await exit
}

export interface Load {
  readonly url: string
  readonly path: string
  readonly method: 'GET' | 'POST'
  readonly headers?: Readonly<Record<string, string>>
  /** The body of the n-th request. */
  readonly bodyOf?: (n: number) => string
  readonly seconds: number
}

export interface Rate {
  readonly perSecond: number
  readonly p50Ms: number
  readonly p99Ms: number
}

/** Requests a second at 64 connections after two seconds of warm-up. Throws when any answer is not 2xx. */
export async function rateOf(load: Load): Promise<Rate> {
  await fire({ ...load, seconds: 2 })
  return fire(load)
}

/** So many requests at 64 connections, without a warm-up: for requests of which each can be made once. */
export async function rateOfRequests(load: Omit<Load, 'seconds'>, count: number): Promise<Rate> {
  const started = performance.now()
  const rate = await fire({ ...load, count })
  return { ...rate, perSecond: (count / (performance.now() - started)) * 1_000 }
}

let serial = 0

type Length = { readonly seconds: number } | { readonly count: number }

async function fire({
  url,
  path,
  method,
  headers = {},
  bodyOf,
  ...length
}: Omit<Load, 'seconds'> & Length): Promise<Rate> {
  const result = await autocannon({
    url: `${url}${path}`,
    connections: 64,
    ...('count' in length ? { amount: length.count } : { duration: length.seconds }),
    requests: [
      {
        method,
        path,
        headers: { 'content-type': 'application/json', ...headers },
        ...(bodyOf === undefined ? {} : { setupRequest: (request) => ({ ...request, body: bodyOf(nextSerial()) }) }),
      },
    ],
  })
  const bad = result.non2xx + result.errors + result.timeouts
  if (bad > 0) throw new Error(`${bad} of the requests to ${path} failed`)
  return { perSecond: result.requests.average, p50Ms: result.latency.p50, p99Ms: result.latency.p99 }
}

function nextSerial(): number {
  serial += 1
  return serial
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}

/** Runs the measured thing and its peer in turn, so that a drifting machine hurts both, and answers the medians. */
export async function inTurn<T>(
  rounds: number,
  measures: readonly (() => Promise<T>)[],
  value: (result: T) => number,
): Promise<number[]> {
  const seen: number[][] = measures.map(() => [])
  for (let round = 0; round < rounds; round += 1) {
    for (const [at, measure] of measures.entries()) seen[at]?.push(value(await measure()))
  }
  return seen.map(median)
}
