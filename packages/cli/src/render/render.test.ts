import type { ExecutedExport, Export, ExportList, ExportPlan, Order } from '@entrygo/sdk/contract'
import { exampleNamed } from '@entrygo/sdk/testing'
import { expect, it } from 'vitest'
import { renderError } from './error.ts'
import { renderExecuted } from './executed.ts'
import { renderExport } from './export.ts'
import { renderExports } from './exports.ts'
import { renderPlan } from './plan.ts'
import { plainStyle } from './style.ts'
import { renderSync } from './sync.ts'

const style = plainStyle
const now = Date.parse('2026-11-22T12:00:00.000Z')
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

it('a READY plan says what goes, with which treatment, under which rules', () => {
  expect(renderPlan(example<ExportPlan>('PlanReady'), { style, next })).toBe(`Plan batch_01k9m4wk6f9g2a5d8s3j1p7y4r
  sha256:8f1f64db0d5c0a7a7a9a1f3f7a2ec8f10a4b9f0d1f5be1d1f8e8f7b30f0c52d4
  READY: nothing that was looked at stands against it

Orders  1 in, 0 out; $276.00 on 1 line
  Entry    Importer      Orders   Lines   Gross    Value
  type 11  12-3456789XX  1 order  1 line  5 kg   $276.00
  INFORMAL_11: The shipment is worth 276.00 USD.

To know
  #1 ENT-07: The shipment is worth 276.00 USD, not over 2,500 USD: an informal
    entry (type 11) is possible.

Treatment of 1 line
  HTSUS number  Origin  Lines  Trade actions and agencies
  4820200000    CA          1  9903.05.93 SECTION_301_FORCED_LABOR No duty

Rules  us-2026.10 as of 2026-11-21, valid through 2026-11-30
  Looked at: A232, ADC, C232, DATA, ENT, INV, M232, ORG, P232, PGA, PTY, T232,
  TRN, U232, W232, X122, X201, X301, X338, XEEP, Y232.
  Flags: SECTION_301_FORCED_LABOR, USMCA_CLAIMED

Next: nothing stands against it
  entrygo execute --batch-id batch_1`)
})

it('a plan for review says who has to supply what, for which orders', () => {
  expect(renderPlan(example<ExportPlan>('PlanReview'), { style, next: [] })).toBe(`Plan batch_01k9m4wk6f9g2a5d8s3j1p7y4r
  sha256:8f1f64db0d5c0a7a7a9a1f3f7a2ec8f10a4b9f0d1f5be1d1f8e8f7b30f0c52d4
  REVIEW_REQUIRED: a person or policy has to approve it first

Orders  1 in, 0 out; $276.00 on 1 line
  Entry    Importer      Orders   Lines   Gross    Value
  type 11  12-3456789XX  1 order  1 line  5 kg   $276.00
  INFORMAL_11: The shipment is worth 276.00 USD.

To do: owner
  REVIEW #1 INV-11: The order does not say whether seller and buyer are related.
         Give relatedParty as true or false.
         field relatedParty, for example false
         for 1 order: ord_01k9m4wg8c4b1z9q7v2x5n0h3d

To know
  #2 ENT-07: The shipment is worth 276.00 USD, not over 2,500 USD: an informal
    entry (type 11) is possible.

Treatment of 1 line
  HTSUS number  Origin  Lines  Trade actions and agencies
  4820200000    CA          1  9903.05.93 SECTION_301_FORCED_LABOR No duty

Rules  us-2026.10 as of 2026-11-21, valid through 2026-11-30
  Looked at: A232, ADC, C232, DATA, ENT, INV, M232, ORG, P232, PGA, PTY, T232,
  TRN, U232, W232, X122, X201, X301, X338, XEEP, Y232.
  Flags: SECTION_301_FORCED_LABOR, USMCA_CLAIMED
  Approval needed: REVIEW_REQUIRED`)
})

it('a blocked plan says which change releases which order', () => {
  expect(
    renderPlan(example<ExportPlan>('PlanBlocked'), { style, next: [] }),
  ).toBe(`Plan batch_01k9m4wk6f9g2a5d8s3j1p7y4r
  sha256:8f1f64db0d5c0a7a7a9a1f3f7a2ec8f10a4b9f0d1f5be1d1f8e8f7b30f0c52d4
  BLOCKED: it cannot be executed; see what to do below

Orders  0 in, 1 out; $0.00 on 0 lines
  HOLD: Nothing can be entered.

To do: owner
  BLOCK  #1 INV-07: No country of origin is given. Give the ISO 3166-1 alpha-2
         code of the country in which the article was made.
         field countryOfOrigin, for example CA
         product prod_01k9m4wd3x7w0y4r6m1s8t5k2j, for 1 order:
           ord_01k9m4wg8c4b1z9q7v2x5n0h3d

Left out
  ord_01k9m4wg8c4b1z9q7v2x5n0h3d INV-07: released by countryOfOrigin (CA)

Treatment of 1 line
  HTSUS number  Origin  Lines  Trade actions and agencies
  4820200000    none        1  SECTION_301_FORCED_LABOR Depends on the country
                               of origin needs_answer

Rules  us-2026.10 as of 2026-11-21, valid through 2026-11-30
  Looked at: A232, ADC, C232, DATA, ENT, INV, M232, ORG, P232, PGA, PTY, T232,
  TRN, U232, W232, X122, X201, X301, X338, XEEP, Y232.
  Flags: ORDERS_EXCLUDED, SECTION_301_FORCED_LABOR`)
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
  expect(text.match(/INV-07: No country/g)).toHaveLength(1)
  expect(text.replace(/\s+/g, ' ')).toContain(
    'product prod_01k9m4wd3x7w0y4r6m1s8t5k2j, prod_2, for 4 orders: ord_01k9m4wg8c4b1z9q7v2x5n0h3d, ord_2, ord_3 and 1 more',
  )
})

it('an export is its state, its documents, its submission and its events in order', () => {
  expect(
    renderExport(example<Export>('Inspected'), { style, next: [], now }),
  ).toBe(`Export batch_01k9m4wk6f9g2a5d8s3j1p7y4r
  completed: the broker submission is out
  sha256:8f1f64db0d5c0a7a7a9a1f3f7a2ec8f10a4b9f0d1f5be1d1f8e8f7b30f0c52d4
  READY; 1 order in, 0 out; $276.00

Customs package EG-20261121-7F3K9Q2M (handed_off)
  cp_01k9m4wn0h5k8m2v4t7w1c6e3x
  Document                         Bytes  SHA-256
  commercial_customs_invoice.html   6412  8f1f64db0d5c0a7a…
  commercial_customs_invoice.csv    1893  8f1f64db0d5c0a7a…
  commercial_customs_invoice.json   4127  8f1f64db0d5c0a7a…
  packing_list.json                  911  8f1f64db0d5c0a7a…
  manifest.json                     1204  8f1f64db0d5c0a7a…

Broker submission sent at 2026-11-21T15:04:06.000Z
  by email to entries@broker.example, revision 1, "Customs package
  EG-20261121-7F3K9Q2M"
  #1 2026-11-21T15:04:05Z, 500 ms accepted: the mail server answered 250

Notifications
  warehouse: recorded: there is no channel to send it by

Timeline
  1  2026-11-21T15:04:05Z  EXPORT_PLANNED  READY
  2  2026-11-21T15:04:05Z  EXPORT_BATCH_CREATED
  3  2026-11-21T15:04:05Z  CUSTOMS_PACKAGE_GENERATED  EG-20261121-7F3K9Q2M
  4  2026-11-21T15:04:05Z  WAREHOUSE_NOTIFIED  none
  5  2026-11-21T15:04:05Z  BROKER_SUBMISSION_PREPARED  email
  6  2026-11-21T15:04:05Z  EXPORT_EXECUTED
  7  2026-11-21T15:04:05Z  BROKER_SUBMISSION_SENT  attempt 1
  8  2026-11-21T15:04:05Z  BROKER_NOTIFIED`)
})

it('an executed export names its documents and where they go', () => {
  expect(
    renderExecuted(example<ExecutedExport>('Executed'), { style, next: [] }),
  ).toBe(`Executed batch_01k9m4wk6f9g2a5d8s3j1p7y4r
  customs package cp_01k9m4wn0h5k8m2v4t7w1c6e3x
  Document                         Bytes  SHA-256
  commercial_customs_invoice.html   6412  8f1f64db0d5c0a7a…
  commercial_customs_invoice.csv    1893  8f1f64db0d5c0a7a…
  commercial_customs_invoice.json   4127  8f1f64db0d5c0a7a…
  packing_list.json                  911  8f1f64db0d5c0a7a…
  manifest.json                     1204  8f1f64db0d5c0a7a…
  warehouse notice recorded (none)
  broker submission prepared (email) to entries@broker.example
  The hand-off to the broker begins now and goes on in the server; nothing has
  to stay open for it.`)
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
  expect(renderSync('order', { data, created: 1, updated: 0 }, style)).toBe(`Synced 1 order: 1 new, 0 updated
  Your id     EntryGo id                           Lines    Value
  WEB-100234  ord_01k9m4wg8c4b1z9q7v2x5n0h3d  new      1  $276.00`)
})

it('a failure names the field, every issue and the request', () => {
  const envelope = example<{ errorCode: string; message: string }>('Error_VALIDATION_ERROR')
  expect(renderError({ ...envelope, exitCode: 2, data: envelope }, style)).toBe(`error VALIDATION_ERROR (exit 2)
  Request validation failed.
  field        items.0.quantity
  - items.0.quantity: 0 is not greater than 0. Give a quantity above 0.
  request id   req_01k9m4wt4m7q0y2c6f9h3k5n8a`)
})

it.each(['PlanReady', 'PlanReview', 'PlanBlocked'])('%s stays within 80 columns', (name) => {
  const lines = renderPlan(example<ExportPlan>(name), { style, next }).split('\n')
  expect(lines.filter((line) => line.length > 80)).toEqual([])
})
