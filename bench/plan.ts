import { performance } from 'node:perf_hooks'
import type { OrdersSyncResponse } from '@entrygo/sdk/contract'
import { operations } from '../packages/server/src/operations/operations.ts'
import { aLine, anOrder, aProduct, testAccountId } from '../packages/server/src/testing/builders.ts'
import { aCaller } from '../packages/server/src/testing/fakes.ts'
import {
  aPlanRequest,
  aWrite,
  bodyOf,
  openWorkbench,
  setUpAccount,
  type Workbench,
} from '../packages/server/src/testing/workbench.ts'
import { median, type Row } from './support.ts'

/** The whole plan operation inside the server: load, decide, hash, store durably, render the answer. */
export async function bench(): Promise<Row[]> {
  const workbench = await openWorkbench()
  const setUp = await setUpAccount(workbench.ports)
  const orderIds = await syncOrders(workbench, 20_000)
  const time = async (count: number, rounds: number): Promise<number> => {
    const request = aPlanRequest(setUp, { orderIds: orderIds.slice(0, count) })
    await planned(workbench, request)
    const times: number[] = []
    for (let round = 0; round < rounds; round += 1) times.push(await planned(workbench, request))
    return median(times)
  }
  const thousand = await time(1_000, 15)
  const twoThousand = await time(2_000, 9)
  const tenThousand = await time(10_000, 5)
  const twentyThousand = await time(20_000, 5)
  await workbench.close()
  return [
    {
      what: 'plan of 1,000 orders × 3 lines, inside the server',
      measured: `${thousand.toFixed(1)} ms`,
      beside: 'limit',
      goal: '≤ 60 ms',
      isMet: thousand <= 60,
    },
    growth('plan of 10,000 orders × 3 lines', tenThousand, ['1,000', thousand]),
    growth('plan of 20,000 orders × 3 lines', twentyThousand, ['2,000', twoThousand]),
  ]
}

function growth(what: string, measured: number, [peer, time]: readonly [string, number]): Row {
  const ratio = measured / time
  return {
    what,
    measured: `${measured.toFixed(0)} ms (${ratio.toFixed(1)} ×)`,
    beside: `${peer} orders: ${time.toFixed(1)} ms`,
    goal: '≤ 12 ×',
    isMet: ratio <= 12,
  }
}

async function planned({ ports }: Workbench, request: ReturnType<typeof aPlanRequest>): Promise<number> {
  const started = performance.now()
  const answer = await operations.planExport(aWrite(request), aCaller(), ports)
  const took = performance.now() - started
  if (bodyOf(answer).readinessState === 'BLOCKED') throw new Error('the measured plan is blocked')
  return took
}

async function syncOrders({ ports }: Workbench, count: number): Promise<string[]> {
  const products = Array.from({ length: 15 }, (_, at) => aProduct({ externalId: `P-${at}` }))
  const caller = aCaller()
  const synced = await operations.syncProducts(aWrite({ accountId: testAccountId, items: products }), caller, ports)
  const productIds: string[] = bodyOf(synced).data.map(({ id }: { id: string }) => id)
  const orderIds: string[] = []
  for (let from = 0; from < count; from += 500) {
    const items = Array.from({ length: 500 }, (_, at) => threeLines(`O-${from + at}`, from + at, productIds))
    const answer = await operations.syncOrders(aWrite({ accountId: testAccountId, items }), caller, ports)
    const { data }: OrdersSyncResponse = bodyOf(answer)
    orderIds.push(...data.map(({ id }) => id))
  }
  return orderIds
}

function threeLines(externalId: string, serial: number, productIds: readonly string[]): ReturnType<typeof anOrder> {
  const items = [0, 1, 2].map((line) => {
    return aLine(productIds[(serial + line) % productIds.length] ?? '', { lineId: String(line + 1) })
  })
  return anOrder('', { externalId, items })
}
