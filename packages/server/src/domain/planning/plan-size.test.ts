import { expect, it } from 'vitest'
import { loadRulePack } from '../../rule-pack-files.ts'
import { anOrder, aProduct, testAsOf } from '../../testing/builders.ts'
import { mixedRecords, plannedRequest, planningRecords } from '../../testing/planning-records.ts'
import type { PlanningRecords } from '../records.ts'
import { planExport } from './plan-export.ts'
import { planSizeRefusal } from './plan-size.ts'

const pack = loadRulePack()

// Goods that stay open under many programs, whose treatment is far longer than what is hashed of it.
const { preference: _, ...open } = aProduct({ htsCode: '8471.80.90.00', countryOfOrigin: 'CN' })

it.each<[string, PlanningRecords]>([
  ['of few words', mixedRecords()],
  ['of many words', planningRecords({ products: [open], orders: [anOrder('prod_1')] })],
])('a plan %s is refused when snapshot and answer together are longer than the limit', (_name, records) => {
  const planned = planExport(records, plannedRequest(records), { asOf: testAsOf, pack })
  const length = planned.snapshot.length + JSON.stringify(planned.body).length
  expect(planSizeRefusal(planned, Math.ceil(length * 1.05))).toBeNull()
  expect(planSizeRefusal(planned, Math.floor(length * 0.95))).toMatchObject({
    errorCode: 'VALIDATION_ERROR',
    field: 'orderIds',
    details: { issues: [{ path: 'orderIds', code: 'too_big' }] },
  })
  expect(planSizeRefusal(planned)).toBeNull()
})
