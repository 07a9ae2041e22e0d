import { readFile } from 'node:fs/promises'
import { performance } from 'node:perf_hooks'
import { anOrder } from '../packages/server/src/testing/builders.ts'
import { connect, post } from '../test/lanes/support/api.ts'
import type { BenchServer } from './servers/entrygo.ts'
import { type Row, startProgram } from './support.ts'

const orders = 1_000_000
const batch = 500
const clients = 4

/** A million orders over HTTP; the server's resident memory is read from the operating system after every percent. */
export async function bench(): Promise<Row[]> {
  const server = await startProgram<BenchServer>('servers/entrygo.ts', [])
  const api = connect(server.line, clients)
  const readings: number[] = []
  const started = performance.now()
  let next = 0
  const sendBatches = async (): Promise<void> => {
    while (next < orders) {
      const from = next
      next += batch
      await post(api, { path: '/api/orders/sync', body: batchOf(server.line, from) }, [200])
      if (from % (orders / 100) === 0) readings.push(await residentMiB(server.pid))
    }
  }
  await Promise.all(Array.from({ length: clients }, sendBatches))
  const seconds = (performance.now() - started) / 1000
  const peak = await peakMiB(server.pid)
  api.close()
  await server.stop()
  const growth = growthAfterFirstTenth(readings)
  return [
    {
      what: '1,000,000 orders synced in batches of 500: growth of resident memory after the first tenth',
      measured: `${(growth * 100).toFixed(1)} % (${Math.round(orders / seconds)} orders/s)`,
      beside: 'limit',
      goal: '< 5 %',
      isMet: growth < 0.05,
    },
    {
      what: '1,000,000 orders synced in batches of 500: peak resident memory',
      measured: `${peak.toFixed(0)} MiB`,
      beside: 'limit',
      goal: '≤ 256 MiB',
      isMet: peak <= 256,
    },
  ]
}

function batchOf({ accountId, productId }: BenchServer, from: number): unknown {
  const { items, destinationCountry } = anOrder(productId)
  const one = (at: number): unknown => ({ externalId: `M-${from + at}`, destinationCountry, items })
  return { accountId, items: Array.from({ length: batch }, (_, at) => one(at)) }
}

/** Least-squares slope over the readings after the first tenth, as a share of their mean over the whole stretch. */
function growthAfterFirstTenth(readings: readonly number[]): number {
  const settled = readings.slice(Math.ceil(readings.length / 10))
  const meanAt = (settled.length - 1) / 2
  const mean = settled.reduce((sum, value) => sum + value, 0) / settled.length
  const covariance = settled.reduce((sum, value, at) => sum + (at - meanAt) * (value - mean), 0)
  const variance = settled.reduce((sum, _, at) => sum + (at - meanAt) ** 2, 0)
  return ((covariance / variance) * settled.length) / mean
}

async function residentMiB(pid: number): Promise<number> {
  return memoryMiB(pid, 'VmRSS')
}

async function peakMiB(pid: number): Promise<number> {
  return memoryMiB(pid, 'VmHWM')
}

async function memoryMiB(pid: number, name: string): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8')
  return Number(new RegExp(`${name}:\\s+(\\d+) kB`).exec(status)?.[1] ?? Number.NaN) / 1024
}
