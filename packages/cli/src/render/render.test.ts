import type { ExportList, ExportPlan, Order } from '@entrygo/sdk/contract'
import { exampleNamed } from '@entrygo/sdk/testing'
import { expect, it } from 'vitest'
import { renderExports } from './exports.ts'
import { renderPlan } from './plan.ts'
import { plainStyle } from './style.ts'
import { renderSync } from './sync.ts'

const style = plainStyle
const next = [{ argv: ['entrygo', 'execute', '--batch-id', 'batch_1'], reason: 'nothing stands against it' }]

/** An example of the contract, which a test of the contract checks against its schema. */
function example<T>(name: string): T {
  const value: unknown = exampleNamed(name)
  return value as T
}

it('a plan of a partial pack says that other groups were not looked at', () => {
  const plan = example<ExportPlan>('PlanReady')
  const partial = {
    ...plan,
    flags: ['RULES_PARTIAL' as const],
    rulePack: { ...plan.rulePack, groups: ['DATA', 'INV'] },
  }
  expect(renderPlan(partial, { style, next })).toContain(
    'Looked at: DATA, INV. Groups that are not listed were not looked at.',
  )
})

it('equal findings on several products are told once, with all who wait', () => {
  const plan = example<ExportPlan>('PlanBlocked')
  const [finding] = plan.validationMessages
  const [missing] = plan.missing_data
  if (finding === undefined || missing === undefined) throw new Error('the example has a finding')
  const other = { ...finding, product_id: 'prod_2', pointer: '/products/prod_2/countryOfOrigin' }
  const text = renderPlan(
    {
      ...plan,
      validationMessages: [finding, other],
      missing_data: [missing, { ...missing, pointer: other.pointer, releases: ['ord_2', 'ord_3', 'ord_4'] }],
    },
    { style, next: [] },
  )
  expect(text.match(/No country of origin is given/g)).toHaveLength(1)
  expect(text.replace(/\s+/g, ' ')).toContain(
    'for ord_01k9m4wg8c4b1z9q7v2x5n0h3d, ord_2, ord_3 and 1 more (prod_01k9m4wd3x7w0y4r6m1s8t5k2j, prod_2)',
  )
})

it('a list of exports has one line each', () => {
  expect(
    renderExports(example<ExportList>('Exports'), { style, next: [], isFiltered: false }),
  ).toBe(`Export                            Created     Orders  State
batch_01k9m4wk6f9g2a5d8s3j1p7y4r  2026-11-21       1  completed`)
})

it('an empty list says what makes an export', () => {
  expect(renderExports({ data: [], next_cursor: null }, { style, next: [], isFiltered: false })).toBe(
    'No exports yet: `entrygo plan` makes one.',
  )
})

it('a sync shows both ids, since planning needs the second', () => {
  const { data } = example<{ data: Order[] }>('OrdersSynced')
  expect(
    renderSync(
      'order',
      { data, count: 1, created: 1, updated: 0, alreadySynced: 0, rejected: 0, file: undefined, skipped: [] },
      style,
    ),
  ).toBe(`Synced 1 order: 1 new, 0 updated
  Your id     EntryGo id                           Lines    Value
  WEB-100234  ord_01k9m4wg8c4b1z9q7v2x5n0h3d  new      1  $276.00`)
})
