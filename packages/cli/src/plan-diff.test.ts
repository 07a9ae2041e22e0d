import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { planHashOf } from '@entrygo/sdk'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { isSnapshot } from './input/plan-snapshot.ts'
import {
  batchId,
  example,
  planHash,
  planned,
  type ScriptedAccount,
  startScriptedAccount,
} from './testing/scripted-account.ts'

const otherHash = 'sha256:1b7d0b7c44e3a6c1e21e8f0f5a9d6a7c3e5b2f9d8c1a4e7b6f3d0c9b8a7e6d5f'
const product = 'prod_01k9m4wd3x7w0y4r6m1s8t5k2j'

let account: ScriptedAccount
beforeEach(async () => {
  account = await startScriptedAccount()
})
afterEach(() => account.server.stop())

/** The snapshot of the contract's example, and the same without an origin. */
function snapshots(): { ready: object; gap: object } {
  const ready = JSON.parse(JSON.stringify(example('Snapshot')))
  const gap = structuredClone(ready)
  delete gap.inputs.products[product].countryOfOrigin
  gap.decision.readiness = 'BLOCKED'
  return { ready, gap }
}

async function planFile(name: string, more: Readonly<Record<string, unknown>> = {}): Promise<string> {
  const { snapshot } = more
  const plan = isSnapshot(snapshot) ? { exportId: batchId, planHash: await planHashOf(snapshot) } : example('PlanReady')
  await writeFile(join(account.folder, name), JSON.stringify({ ...plan, ...more }))
  return name
}

function servePlan(hash: string, snapshot: object): void {
  const path = `GET /api/exports/${batchId}/plans/${encodeURIComponent(hash)}`
  account.answers[path] = () => ({ status: 200, json: snapshot })
}

describe('two plan files with their snapshots', () => {
  it('are compared without a server, and the answer is 0 whatever is different', async () => {
    const { ready, gap } = snapshots()
    const [before, after] = [await planFile('a.json', { snapshot: gap }), await planFile('b.json', { snapshot: ready })]
    const { exitCode, stdout } = await account.cli(['plan', 'diff', before, after, '--json'])
    expect([exitCode, account.server.seen.length]).toEqual([0, 0])
    expect(JSON.parse(stdout).data).toEqual({
      ...{ exportId: batchId, againstExportId: batchId, truncated: 0 },
      planHash: 'sha256:cb035c6c986a1fbcbf35bf96000862dfd006d4fe410ad9cd07e015e32de6deeb',
      against: 'sha256:a6906e40db0010e1e9fc68dbfe7fb9db36e31b496d0da32ab634607e95f2fb75',
      readiness: { before: 'BLOCKED', after: 'READY' },
      differences: [
        { pointer: `/inputs/products/${product}/countryOfOrigin`, cause: 'data', after: 'CA' },
        { pointer: '/decision/readiness', cause: 'data', before: 'BLOCKED', after: 'READY' },
      ],
    })
  })

  it('are shown by cause, with both sides', async () => {
    const { ready, gap } = snapshots()
    const [before, after] = [await planFile('a.json', { snapshot: gap }), await planFile('b.json', { snapshot: ready })]
    const { stdout } = await account.cli(['plan', 'diff', before, after])
    expect(stdout).toBe(`Before  a.json
After   b.json
  BLOCKED, then READY

2 differences

data: facts of orders and products
  /inputs/products/prod_01k9m4wd3x7w0y4r6m1s8t5k2j/countryOfOrigin
    before  not there
    after   "CA"
  /decision/readiness
    before  "BLOCKED"
    after   "READY"
`)
  })

  it('that are the same have no differences', async () => {
    const file = await planFile('a.json', { snapshot: snapshots().ready })
    const { exitCode, stdout } = await account.cli(['plan', 'diff', file, file])
    expect([exitCode, stdout.includes('No differences.')]).toEqual([0, true])
  })
})

describe('stored plans', () => {
  it('are the current one of a batch, or the one of its hash', async () => {
    const { ready, gap } = snapshots()
    servePlan(planHash, ready)
    servePlan(otherHash, gap)
    const { stdout } = await account.cli(['plan', 'diff', `${batchId}@${otherHash}`, batchId, '--json'])
    expect(JSON.parse(stdout).data).toMatchObject({
      against: otherHash,
      planHash,
      readiness: { before: 'BLOCKED', after: 'READY' },
    })
  })

  it('stand in for the snapshot that a file does not hold', async () => {
    servePlan(planHash, snapshots().ready)
    const file = await planFile('a.json')
    const { stdout } = await account.cli(['plan', 'diff', file, batchId, '--json'])
    expect(JSON.parse(stdout).data.differences).toEqual([])
  })
})

describe('--as-of', () => {
  it('plans the same orders dry under the law of that day, and moves an entry date with it', async () => {
    const { ready } = snapshots()
    servePlan(planHash, ready)
    account.answers['POST /api/exports/plan'] = () => ({
      status: 200,
      json: { ...example('PlanOfDryRun'), planHash: otherHash, snapshot: ready },
    })
    const { exitCode, stdout } = await account.cli(['plan', 'diff', batchId, '--as-of', '2027-01-01', '--json'])
    expect([exitCode, JSON.parse(stdout).data.planHash]).toEqual([0, otherHash])
    const sent = account.server.seen.find(({ method }) => method === 'POST')
    expect(sent?.body).toEqual({
      accountId: 'acc_1',
      warehouseId: 'wh_01k9m4w7d1r8s2k5j0p3f6g4ya',
      brokerId: 'br_01k9m4wa5e2v9t6n3h8c7q1z0b',
      orderIds: ['ord_01k9m4wg8c4b1z9q7v2x5n0h3d'],
      dryRun: true,
      includeSnapshot: true,
      asOf: '2027-01-01',
      shipment: { estimatedEntryDate: '2027-01-01' },
    })
  })

  it('takes warehouse and broker from the file of the plan', async () => {
    const { ready } = snapshots()
    const file = await planFile('a.json', { snapshot: ready, warehouseId: 'wh_file', brokerId: 'br_file' })
    account.answers['POST /api/exports/plan'] = () => ({
      status: 200,
      json: { ...example('PlanOfDryRun'), snapshot: ready },
    })
    await account.cli(['plan', 'diff', file, '--as-of', '2027-01-01', '--json'])
    expect(account.server.seen.map(({ body }) => body)).toMatchObject([{ warehouseId: 'wh_file', brokerId: 'br_file' }])
  })
})

describe('refused is', () => {
  it.each([
    [['a.json'], 'Name two plans, or one and --as-of with the day of the law to compare it with.', 2],
    [
      ['a.json', 'a.json', '--as-of', '2027-01-01'],
      'Name two plans, or one and --as-of with the day of the law to compare it with.',
      2,
    ],
    [
      ['dry.json', 'dry.json'],
      'dry.json is a dry run without its snapshot, and dry runs are not stored: plan again with --out.',
      2,
    ],
    [
      ['orders.json', 'a.json'],
      'orders.json holds no plan (exportId, planHash): give the file that plan --out wrote, or batch_….',
      2,
    ],
  ])('%j', async (argv, message, code) => {
    await planFile('a.json', { snapshot: snapshots().ready })
    await planFile('dry.json', { exportId: 'batch_dry_1' })
    const { exitCode, stdout } = await account.cli(['plan', 'diff', ...argv, '--json'])
    expect([exitCode, JSON.parse(stdout).message]).toEqual([code, message])
  })

  it('a plan that the export never had, with the words of the server', async () => {
    const { exitCode, stdout } = await account.cli(['plan', 'diff', `${batchId}@${otherHash}`, batchId, '--json'])
    expect([exitCode, JSON.parse(stdout).errorCode]).toEqual([7, 'NOT_FOUND'])
  })
})

it('`plan` alone still plans', async () => {
  account.answers[`GET /api/exports/${batchId}`] = planned('READY')
  const { exitCode, stdout } = await account.cli(['plan', '--order-id', 'ord_1', '--json'])
  expect([exitCode, JSON.parse(stdout).data.exportId]).toEqual([0, batchId])
})
