import { afterAll, beforeAll, expect, it } from 'vitest'
import { screenParties } from '../domain/screening/screen-parties.ts'
import type { ListEntry } from '../domain/screening/screening-list.ts'
import type { Ports } from '../ports.ts'
import {
  execute,
  openWorkbench,
  plan,
  refusalOf,
  type SetUp,
  setUpAccount,
  statusOf,
  type Workbench,
} from '../testing/workbench.ts'

const nobody = { source: null, aliases: [], programs: [], countries: [], identifiers: [], addresses: [] }

let bench: Workbench
let setUp: SetUp

beforeAll(async () => {
  bench = await openWorkbench()
  setUp = await setUpAccount(bench.ports)
})

afterAll(() => bench.close())

/** The same server, started again with a list that names this party. */
function withList(name: string, date = '2026-11-20'): Ports {
  const entry: ListEntry = { ...nobody, id: '1', name }
  const identity = {
    title: 'OFAC SDN list',
    file: 'sdn.csv',
    purpose: 'restricted parties',
    datedBy: 'lists.json',
  } as const
  return { ...bench.ports, screening: screenParties([{ ...identity, date, entries: [entry] }]) }
}

it('a plan without lists says that nobody compared the parties, and a gate may ask for it', async () => {
  const planned = await plan(bench.ports, setUp)
  expect(planned.flags).toContain('PARTY_SCREENING_NOT_DONE')
  expect(planned.readinessState).toBe('READY')
})

it('a plan with lists names them, and is another plan than one without', async () => {
  const before = await plan(bench.ports, setUp)
  const planned = await plan(withList('Example Sanctioned Trading Co.'), setUp)
  expect(planned.flags).not.toContain('PARTY_SCREENING_NOT_DONE')
  expect(planned.validationMessages.filter(({ ruleId }) => ruleId === 'PTY-01').map(({ message }) => message)).toEqual([
    expect.stringContaining('OFAC SDN list of 2026-11-20 (date of lists.json)'),
  ])
  expect(planned.planHash).not.toBe(before.planHash)
})

it('a newer list that finds nobody leaves the plan as it was', async () => {
  const planned = await plan(withList('Example Sanctioned Trading Co.'), setUp)
  const later = await plan(withList('Another Sanctioned Trading Co.', '2026-11-21'), setUp)
  expect(later.planHash).toBe(planned.planHash)
})

it('a plan whose party has been listed since is stale at execute', async () => {
  const { exportId } = await plan(withList('Example Sanctioned Trading Co.'), setUp)
  expect(refusalOf(await execute(withList('Example Stationery Inc.'), exportId)).errorCode).toBe('PLAN_STALE')
  expect(statusOf(await execute(withList('Example Sanctioned Trading Co.'), exportId))).toBe(201)
})
