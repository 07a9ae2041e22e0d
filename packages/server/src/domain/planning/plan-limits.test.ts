import { expect, it } from 'vitest'
import { aLine, anOrder } from '../../testing/builders.ts'
import { planningRecords } from '../../testing/planning-records.ts'
import type { PlanningRecords } from '../records.ts'
import { planLimitRefusal } from './plan-limits.ts'

it('a plan of 200,000 lines is made, one of 200,001 is refused', () => {
  expect(planLimitRefusal(withLines(200_000))).toBeNull()
  expect(planLimitRefusal(withLines(200_001))).toMatchObject({
    errorCode: 'VALIDATION_ERROR',
    field: 'orderIds',
    details: {
      issues: [
        {
          path: 'orderIds',
          code: 'too_big',
          message: 'The orders have 200001 lines; a plan holds up to 200000. Plan them in parts.',
        },
      ],
    },
  })
})

it('a plan whose value no JSON number carries to the cent is refused', () => {
  const line = aLine('prod_1', { quantity: 99_999_999, unitValueUsd: 60_000 })
  const orders = ['a', 'b'].map((externalId) => anOrder('prod_1', { externalId, items: [line] }))
  expect(planLimitRefusal(planningRecords({ orders }))).toMatchObject({
    details: { issues: [{ path: 'orderIds', code: 'too_big' }] },
  })
})

function withLines(count: number): PlanningRecords {
  const records = planningRecords()
  const orders = records.orders.map((record) => {
    const [line] = record.doc.items
    if (line === undefined) throw new Error('The order has a line.')
    return { ...record, doc: { ...record.doc, items: Array.from({ length: count }, () => line) } }
  })
  return { ...records, orders }
}
