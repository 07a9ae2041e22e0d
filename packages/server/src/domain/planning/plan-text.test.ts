import { expect, it } from 'vitest'
import { loadRulePack } from '../../rule-pack-files.ts'
import { testAsOf } from '../../testing/builders.ts'
import { mixedRecords, plannedRequest } from '../../testing/planning-records.ts'
import { planExport } from './plan-export.ts'
import { planText } from './plan-text.ts'

it('a plan is written as JSON writes it', () => {
  const records = mixedRecords()
  const { body, decision } = planExport(records, plannedRequest(records), { asOf: testAsOf, pack: loadRulePack() })
  expect(planText(body)).toBe(JSON.stringify(body))
  expect(planText(decision)).toBe(JSON.stringify(decision))
})

it('lists that are the same, empty or alone are written alike, and members that are undefined are left out', () => {
  const actions = [{ heading: '9903.03.01', why: 'It says "so".' }]
  const treatments = [
    { order_id: 'ord_1', htsCode: null, pga: [], trade_actions: actions },
    { order_id: 'ord_2', line_id: undefined, pga: [], trade_actions: actions },
    {},
  ]
  const plan = { state: undefined, treatments, 'a "name"': 1 }
  expect(planText(plan)).toBe(JSON.stringify(plan))
  expect(planText({})).toBe('{}')
  expect(planText({ treatments: [] })).toBe('{"treatments":[]}')
})
