import { expect, it } from 'vitest'
import { loadRulePack } from '../../rule-pack-files.ts'
import { testAsOf } from '../../testing/builders.ts'
import { mixedRecords, plannedRequest } from '../../testing/planning-records.ts'
import { inOneGo } from '../work-in-steps.ts'
import { planExport } from './plan-export.ts'
import { planText } from './plan-text.ts'

const records = mixedRecords()
const { body, decision } = planExport(records, plannedRequest(records), { asOf: testAsOf, pack: loadRulePack() })

function written(part: Parameters<typeof planText>[0]): string {
  return inOneGo(planText(part))
}

it('the body of a plan is written to the byte as JSON.stringify writes it', () => {
  expect(written(body)).toBe(JSON.stringify(body))
})

it('the decision of a plan is written to the byte as JSON.stringify writes it', () => {
  expect(written(decision)).toBe(JSON.stringify(decision))
})

it('a plan without treatments is written with an empty list', () => {
  expect(written({ ...decision, treatments: [] })).toBe(JSON.stringify({ ...decision, treatments: [] }))
})

it('lines that share a list and differ in their number are written as they are', () => {
  const [first, ...others] = body.treatments
  if (first === undefined) throw new Error('The plan has lines.')
  const treatments = [
    first,
    { ...first, line_id: 'é "2"' },
    { ...first, htsCode: null },
    { ...first, pga: [] },
    ...others,
  ]
  expect(written({ ...body, treatments })).toBe(JSON.stringify({ ...body, treatments }))
})
