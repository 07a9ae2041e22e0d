import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { aCaller } from '../testing/fakes.ts'
import { bodyOf, openWorkbench, plan, refusalOf, setUpAccount, type Workbench } from '../testing/workbench.ts'
import { operations } from './operations.ts'

const hash = (digit: string): string => `sha256:${digit.repeat(64)}`

let bench: Workbench
beforeEach(async () => {
  bench = await openWorkbench()
})
afterEach(() => bench.close())

function snapshotOf(products: number): string {
  const inputs = { orders: {}, warehouse: {}, broker: {}, profile: {}, shipment: {} }
  const decision = { included: [], excluded: [], findings: [], treatments: [], units: [], strategy: 'HOLD' }
  const byId = Object.fromEntries(Array.from({ length: products }, (_, index) => [`prod_${index}`, {}]))
  return JSON.stringify({
    v: 1,
    inputs: { ...inputs, products: byId },
    decision: { ...decision, readiness: 'BLOCKED' },
  })
}

it('the first 1,000 differences are answered and the others counted', async () => {
  vi.spyOn(bench.store, 'findPlan').mockImplementation(async (...[, , planHash]) => ({
    planNo: planHash === hash('a') ? 1 : 2,
  }))
  vi.spyOn(bench.store, 'loadSnapshot').mockImplementation(async (...[, , planNo]) =>
    snapshotOf(planNo === 1 ? 0 : 1234),
  )
  const params = { id: 'batch_1', planHash: hash('b'), against: hash('a') }
  const body = bodyOf(await operations.diffPlans(params, aCaller(), bench.ports))
  expect([body.differences.length, body.truncated]).toEqual([1000, 234])
  expect(body.differences[0]).toEqual({ pointer: '/inputs/products/prod_0', cause: 'data', after: {} })
})

it('the plan that is unknown is named by its parameter, the one of the path first', async () => {
  const setUp = await setUpAccount(bench.ports)
  const { exportId: id, planHash } = await plan(bench.ports, setUp)
  const refused = async (after: string, against: string): Promise<string | undefined> =>
    refusalOf(await operations.diffPlans({ id, planHash: after, against }, aCaller(), bench.ports)).field
  expect(await refused(hash('0'), hash('1'))).toBe('planHash')
  expect(await refused(planHash, hash('1'))).toBe('against')
})

it('a plan that was made twice is found by its hash', async () => {
  const setUp = await setUpAccount(bench.ports)
  const first = await plan(bench.ports, setUp)
  const batchId = first.exportId
  const second = await plan(bench.ports, setUp, { batchId, shipment: { portOfEntry: '0712' } })
  const third = await plan(bench.ports, setUp, { batchId })
  expect(third.planHash).toBe(first.planHash)
  expect(second.planHash).not.toBe(first.planHash)
  const params = { id: batchId, planHash: third.planHash, against: second.planHash }
  const body = bodyOf(await operations.diffPlans(params, aCaller(), bench.ports))
  expect(body.differences).toContainEqual({
    pointer: '/inputs/shipment/portOfEntry',
    cause: 'shipment',
    before: '0712',
  })
})
