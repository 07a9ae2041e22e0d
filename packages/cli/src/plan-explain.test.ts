import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { loadRulePack } from '@entrygo/server/rules'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  answer,
  batchId,
  example,
  planHash,
  planned,
  type ScriptedAccount,
  startScriptedAccount,
} from './testing/scripted-account.ts'

const product = 'prod_01k9m4wd3x7w0y4r6m1s8t5k2j'
const pointer = `/products/${product}/countryOfOrigin`

let account: ScriptedAccount
beforeEach(async () => {
  account = await startScriptedAccount()
  account.answers['GET /api/rules/INV-07'] = answer('Rule')
})
afterEach(() => account.server.stop())

/** The blocked plan of the contract's examples with what it saw. */
function blockedPlan(more: object = {}): object {
  const snapshot = JSON.parse(JSON.stringify(example('Snapshot')))
  delete snapshot.inputs.products[product].countryOfOrigin
  return { ...example('PlanBlocked'), snapshot, ...more }
}

async function planFile(name: string, plan: object): Promise<void> {
  await writeFile(join(account.folder, name), JSON.stringify(plan))
}

it('a fresh plan is made for it and not stored, and its finding shown with rule, authority, remedy and inputs', async () => {
  account.answers['POST /api/exports/plan'] = () => ({ status: 200, json: blockedPlan() })
  const { exitCode, stdout } = await account.cli(['plan', '--order-id', 'ord_1', '--explain', '#1'])
  expect(account.server.seen[0]?.body).toMatchObject({ dryRun: true, includeSnapshot: true })
  expect([exitCode, stdout]).toEqual([
    0,
    `Plan sha256:8f1f64db0d5c0a7a7a9a1f3f7a2ec8f10a4b9f0d1f5be1d1f8e8f7b30f0c52d4

BLOCK INV-07 MISSING_DATA
  No country of origin is given. Give the ISO 3166-1 alpha-2 code of the country
  in which the article was made.
  at /products/prod_01k9m4wd3x7w0y4r6m1s8t5k2j/countryOfOrigin

The rule
  INV-07: BLOCK, asked of each product
    MISSING_DATA: No country of origin is given. Give the ISO 3166-1 alpha-2
      code of the country in which the article was made.
  In force from the start, with no end known; recorded 2026-11-21
  Authority: 19 CFR 141.86(a)(10); 19 USC 1304 (M: an excerpt, or a source that
    cites it)
  Remedy: countryOfOrigin, for example CA; from the owner

What it saw
  /products/prod_01k9m4wd3x7w0y4r6m1s8t5k2j/countryOfOrigin
    not given

What was decided
  on line 1 of ord_01k9m4wg8c4b1z9q7v2x5n0h3d
  a heading that is not known, SECTION_301_FORCED_LABOR, Depends on the country
    of origin, needs_answer
    because: Whether this action applies depends on the country of origin, which
      is not stated.
    asks: countryOfOrigin
`,
  ])
})

it('a stored plan is read with the value of its hash', async () => {
  account.answers[`GET /api/exports/${batchId}`] = planned('BLOCKED')
  account.answers[`GET /api/exports/${batchId}/plans/${encodeURIComponent(planHash)}`] = answer('Snapshot')
  const { exitCode, stdout } = await account.cli(['plan', '--batch-id', batchId, '--explain', 'inv-07', '--json'])
  expect([exitCode, account.writes()]).toEqual([0, []])
  expect(JSON.parse(stdout).data).toMatchObject({
    ...{ exportId: batchId, planHash, truncated: 0 },
    explanations: [
      {
        finding: { ruleId: 'INV-07' },
        rule: { reads: ['countryOfOrigin'] },
        inputs: [{ pointer, isGiven: true, value: 'CA' }],
      },
    ],
  })
})

describe('a plan file', () => {
  it('is explained without a server by the rules that come with this version, where they are those of the plan', async () => {
    const { digest } = loadRulePack()
    await planFile('plan.json', blockedPlan({ rulePack: { digest } }))
    const { stdout } = await account.cli(['plan', '--plan', 'plan.json', '--explain', `INV-07 ${pointer}`, '--json'])
    expect(account.server.seen).toEqual([])
    expect(JSON.parse(stdout).data.explanations).toMatchObject([
      { rule: { ruleId: 'INV-07', group: 'INV' }, inputs: [{ pointer, isGiven: false }] },
    ])
  })

  it('of another rule pack says that the record is not at hand', async () => {
    await planFile('plan.json', blockedPlan())
    const { stdout } = await account.cli(['plan', '--plan', 'plan.json', '--explain', pointer])
    expect(stdout).toContain('Its record is not at hand: the plan was made with another rule pack.')
    expect(stdout).toContain('Authority: 19 CFR 141.86(a)(10); 19 USC 1304')
  })

  it('without what planning saw is refused with the way out', async () => {
    await planFile('plan.json', example('PlanBlocked'))
    const { exitCode, stdout } = await account.cli(['plan', '--plan', 'plan.json', '--explain', '#1', '--json'])
    expect([exitCode, JSON.parse(stdout).message]).toEqual([
      2,
      'plan.json holds no snapshot of what planning saw: plan with --include-snapshot, or name the export with --batch-id.',
    ])
  })
})

it('the decision on the line is shown where the rule made it', async () => {
  const action = {
    heading: '9903.82.01',
    ...{ program: 'SECTION_232_METALS', rate: '50%', basis: 'fullValue', status: 'needs_answer', ruleId: 'INV-07' },
    why: 'The share is not known.',
    citation: 'Note 16',
    asks: ['metals.aluminum.usPct'],
    alternatives: [{ heading: null, rate: '0%', why: 'all of it is of the United States' }],
  }
  const [line] = JSON.parse(JSON.stringify(example('PlanBlocked')['treatments']))
  await planFile('plan.json', blockedPlan({ treatments: [{ ...line, trade_actions: [action] }] }))
  const { stdout } = await account.cli(['plan', '--plan', 'plan.json', '--explain', '#1'])
  expect(stdout.slice(stdout.indexOf('What it saw'))).toBe(`What it saw
  /products/prod_01k9m4wd3x7w0y4r6m1s8t5k2j/countryOfOrigin
    not given
  /products/prod_01k9m4wd3x7w0y4r6m1s8t5k2j/metals/aluminum/usPct
    not given

What was decided
  on line 1 of ord_01k9m4wg8c4b1z9q7v2x5n0h3d
  9903.82.01, SECTION_232_METALS, 50%, needs_answer
    because: The share is not known.
    asks: metals.aluminum.usPct
    else none (0%): all of it is of the United States
`)
})

it('five findings are explained at the most, and the others counted', async () => {
  const plan = JSON.parse(JSON.stringify(blockedPlan()))
  const [finding] = plan.validationMessages
  plan.validationMessages = Array.from({ length: 7 }, (_, index) => ({ ...finding, pointer: `/products/p${index}/x` }))
  await planFile('plan.json', plan)
  const { stdout } = await account.cli(['plan', '--plan', 'plan.json', '--explain', 'INV-07'])
  expect(stdout).toContain('and 2 findings more; name one with its pointer or with #n')
})

it.each([
  [['--plan', 'plan.json', '--explain', '#9'], 'The plan has no finding "#9": it has #1 to #1, of the rules INV-07.'],
  [
    ['--plan', 'plan.json', '--explain', 'ENT-07'],
    'The plan has no finding "ENT-07": it has #1 to #1, of the rules INV-07.',
  ],
  [
    ['--plan', 'plan.json', '--explain', 'a b c'],
    '--explain is "a b c": give a rule, a rule and a pointer, or #n of the list.',
  ],
  [
    ['--plan', 'plan.json', '--explain', ' '],
    '--explain is " ": give a rule, a rule and a pointer, or #n of the list.',
  ],
  [['--plan', 'plan.json'], '--plan names the plan for --explain: give --explain too.'],
  [
    ['--plan', 'plan.json', '--explain', '#1', '--batch-id', batchId],
    '--plan names one plan and other flags another: give one.',
  ],
  [
    ['--plan', 'orders.json', '--explain', '#1'],
    'orders.json holds no plan (exportId, planHash): give the file that plan --out wrote, or batch_….',
  ],
])('%j is refused', async (argv, message) => {
  await planFile('plan.json', blockedPlan())
  const { exitCode, stdout } = await account.cli(['plan', ...argv, '--json'])
  expect([exitCode, JSON.parse(stdout).message]).toEqual([2, message])
  expect(await readFile(join(account.folder, 'plan.json'), 'utf8')).toContain('INV-07')
})
