import { afterEach, beforeEach, expect, it } from 'vitest'
import { aBroker, testAccountId } from '../testing/builders.ts'
import { aCaller } from '../testing/fakes.ts'
import {
  aWrite,
  bodyOf,
  execute,
  latestSubmission,
  openWorkbench,
  plan,
  refusalOf,
  setUpAccount,
  statusOf,
  type Workbench,
} from '../testing/workbench.ts'
import { operations } from './operations.ts'

const accountId = testAccountId
let bench: Workbench

beforeEach(async () => {
  bench = await openWorkbench()
})

afterEach(() => bench.close())

async function planFor(columnMap: string): Promise<string> {
  const setUp = await setUpAccount(bench.ports)
  const submission = { type: 'email', email: 'entries@broker.example', columnMap } as const
  statusOf(
    await operations.syncBrokers(aWrite({ accountId, items: [aBroker({ submission })] }), aCaller(), bench.ports),
  )
  return (await plan(bench.ports, setUp)).exportId
}

async function attached(exportId: string): Promise<string[]> {
  const submission = await latestSubmission(bench, exportId)
  const payload = await bench.store.loadPayload(accountId, submission?.id ?? '')
  return new TextDecoder().decode(payload ?? undefined).match(/^commercial_customs_invoice\..*csv$/gm) ?? []
}

it('a broker that names a map gets that CSV beside the canonical one, and the package is as it was', async () => {
  const exportId = await planFor('spreadsheet')
  const { artifacts } = bodyOf(await execute(bench.ports, exportId))
  expect(await attached(exportId)).toEqual([
    'commercial_customs_invoice.csv',
    'commercial_customs_invoice.spreadsheet.csv',
  ])
  expect(artifacts).toHaveLength(6)
})

it('the canonical map is the file of the package', async () => {
  const exportId = await planFor('canonical')
  await execute(bench.ports, exportId)
  expect(await attached(exportId)).toEqual(['commercial_customs_invoice.csv'])
})

it('a map that the server was started without is UNAVAILABLE, and nothing is executed', async () => {
  const exportId = await planFor('spreadsheet')
  const ports = { ...bench.ports, columnMaps: new Map() }
  const refusal = refusalOf(await execute(ports, exportId))
  expect(refusal).toMatchObject({ errorCode: 'UNAVAILABLE' })
  expect(refusal.message).toContain('This server has no column map spreadsheet')
  expect((await bench.store.loadExport(accountId, exportId))?.export.status).toBe('planned')
})
