import type { Shipment } from '@entrygo/sdk/contract'
import { expect, it } from 'vitest'
import { loadRulePack } from '../../rule-pack-files.ts'
import { anOrder, testAsOf } from '../../testing/builders.ts'
import { plannedRequest, planningRecords, type SetUp } from '../../testing/planning-records.ts'
import { type Planned, planExport } from './plan-export.ts'

const pack = loadRulePack()

it('PLAN-01: an order that goes elsewhere is left out', () => {
  const { body } = plan({
    orders: [anOrder('prod_1'), anOrder('prod_1', { externalId: 'o2', destinationCountry: 'MX' })],
  })
  expect(body.excluded).toEqual([
    {
      order_id: 'ord_2',
      rule_ids: ['PLAN-01'],
      release: { field: 'destinationCountry', pointer: '/orders/ord_2/destinationCountry', allowed: ['US'] },
    },
  ])
  expect(body.validationMessages).toContainEqual({
    code: 'NOT_ALLOWED',
    severity: 'BLOCK',
    message: 'The order goes to MX and the plan to US; leave it out or correct its destination.',
    ruleId: 'PLAN-01',
    ruleRevision: '2026-11-21',
    pointer: '/orders/ord_2/destinationCountry',
    order_id: 'ord_2',
    expected: 'US',
    fix: { field: 'destinationCountry', example: 'US', who: 'owner' },
    citation: 'EntryGo protocol, planning rules',
    confidence: 'H',
  })
})

it('PLAN-02: an order that left before is flagged, and the export is named and hashed', () => {
  const records = planningRecords()
  const executed = { ...records, orders: records.orders.map((order) => ({ ...order, executedExport: 'batch_7' })) }
  const { body, snapshot } = planExport(executed, plannedRequest(executed), { asOf: testAsOf, pack })
  expect(body).toMatchObject({
    readinessState: 'REVIEW_REQUIRED',
    flags: expect.arrayContaining(['ORDER_ALREADY_EXPORTED']),
  })
  expect(body.validationMessages.find(({ ruleId }) => ruleId === 'PLAN-02')).toMatchObject({
    severity: 'REVIEW',
    order_id: 'ord_1',
    pointer: '/orders/ord_1/executedExport',
    message: 'The order left with export batch_7 already; leave it out unless it is to be exported twice.',
  })
  expect(JSON.parse(snapshot).inputs.orders.ord_1.executedExport).toBe('batch_7')
})

it('PLAN-03: a change of law before the entry is told and not hashed', () => {
  const shipment = { estimatedEntryDate: '2026-12-04' }
  const before = plan({}, shipment, '2026-11-21')
  const after = plan({}, shipment, '2026-12-04')
  const told = before.body.validationMessages.filter(({ ruleId }) => ruleId === 'PLAN-03')
  expect(told.map(({ severity, pointer }) => [severity, pointer])).toEqual([
    ['INFO', '/shipment/estimatedEntryDate'],
    ['INFO', '/shipment/estimatedEntryDate'],
  ])
  expect(before.body.flags).toContain('LAW_CHANGES_BEFORE_ENTRY')
  expect(after.body.flags).not.toContain('LAW_CHANGES_BEFORE_ENTRY')
  expect(after.planHash).toBe(before.planHash)
})

function plan(setUp: SetUp, shipment: Shipment = {}, asOf: string = testAsOf): Planned {
  const records = planningRecords(setUp)
  return planExport(records, plannedRequest(records, { shipment }), { asOf, pack })
}
