import { anOrder } from '../packages/server/src/testing/builders.ts'
import type { BenchServer } from './servers/entrygo.ts'
import { inTurn, type Load, type Row, rateOf, type Started, startProgram } from './support.ts'

const rounds = 3
const seconds = 5

/** Durable sync of single orders and inspect, beside the same framework that answers from memory. */
export async function bench(): Promise<Row[]> {
  const grouped = await startProgram<BenchServer>('servers/entrygo.ts', [])
  const alone = await startProgram<BenchServer>('servers/entrygo.ts', ['alone'])
  const body = orderBody(grouped.line, 0)
  const view = inspectLoad(grouped)
  const viewBytes = (await (await fetch(`${view.url}${view.path}`, { headers: view.headers ?? {} })).arrayBuffer())
    .byteLength
  const echo = await startProgram<{ url: string }>('servers/echo.ts', [String(viewBytes)])
  try {
    const measures = [
      () => rateOf(syncLoad(grouped.line)),
      () => rateOf(syncLoad(alone.line)),
      () => rateOf(echoLoad(echo.line.url, body)),
      () => rateOf(view),
      () => rateOf({ url: echo.line.url, path: '/view', method: 'GET', seconds }),
    ]
    const [sync = 0, single = 0, echoed = 0, inspect = 0, viewed = 0] = await inTurn(
      rounds,
      measures,
      (rate) => rate.perSecond,
    )
    return [
      row('durable sync of one order, 64 connections', sync, { peer: 'one commit per request', rate: single, goal: 2 }),
      row('durable sync of one order, 64 connections', sync, { peer: 'echo from memory', rate: echoed, goal: 0.5 }),
      row('inspect of an executed export, 64 connections', inspect, {
        peer: 'echo from memory',
        rate: echoed,
        goal: 0.6,
      }),
      row('inspect of an executed export, 64 connections', inspect, {
        peer: `as many bytes (${viewBytes}) from memory`,
        rate: viewed,
        goal: 0.6,
      }),
    ]
  } finally {
    await Promise.all([grouped.stop(), alone.stop(), echo.stop()])
  }
}

interface Beside {
  readonly peer: string
  readonly rate: number
  /** Least ratio of the measured rate to the peer's. */
  readonly goal: number
}

function row(what: string, measured: number, { peer, rate, goal }: Beside): Row {
  const ratio = measured / rate
  return {
    what,
    measured: `${Math.round(measured)}/s (${ratio.toFixed(2)} ×)`,
    beside: `${peer}: ${Math.round(rate)}/s`,
    goal: `≥ ${goal} ×`,
    isMet: ratio >= goal,
  }
}

function syncLoad(server: BenchServer): Load {
  const headers = { authorization: `Bearer ${server.apiKey}` }
  return {
    url: server.url,
    path: '/api/orders/sync',
    method: 'POST',
    headers,
    seconds,
    bodyOf: (n) => orderBody(server, n),
  }
}

function echoLoad(url: string, body: string): Load {
  return { url, path: '/echo', method: 'POST', seconds, bodyOf: () => body }
}

function inspectLoad({ line }: Started<BenchServer>): Load {
  const headers = { authorization: `Bearer ${line.apiKey}` }
  return { url: line.url, path: `/api/exports/${line.exportId}`, method: 'GET', headers, seconds }
}

/** A small order: what a shop sends when it knows only its demand. */
function orderBody({ accountId, productId }: BenchServer, n: number): string {
  const { externalId: _, items, destinationCountry } = anOrder(productId)
  return JSON.stringify({ accountId, items: [{ externalId: `B-${n}`, destinationCountry, items }] })
}
