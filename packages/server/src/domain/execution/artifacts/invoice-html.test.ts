import { expect, it } from 'vitest'
import { aLine, anOrder, aProduct } from '../../../testing/builders.ts'
import { packageSource, plannedExport } from '../../../testing/export-history.ts'
import { inOneGo } from '../../work-in-steps.ts'
import { customsPackageOf } from '../customs-package.ts'
import { invoiceHtml } from './invoice-html.ts'
import { invoiceStyle } from './invoice-style.ts'
import { jsonText, jsonTextOfList } from './json-text.ts'
import { artifactSteps, renderArtifacts } from './render-artifacts.ts'

const pga = { cpsc: { status: 'disclaimed', disclaimCode: 'A' } } as const
const metals = { steel: { meltPour: 'CA', weightG: '31' } } as const
const frozen = customsPackageOf(
  packageSource(
    plannedExport({
      products: [aProduct({ pga, metals, articleWeightG: '310' })],
      orders: [
        anOrder('prod_1', { items: [aLine('prod_1'), aLine('prod_1', { lineId: '2' })] }),
        anOrder('prod_1', { externalId: 'order-1002' }),
      ],
    }),
  ),
)
const page = inOneGo(invoiceHtml(frozen)).join('')

it('the HTML invoice has a section for each order, each with heads of its columns and its totals', () => {
  expect(page.match(/<section class="invoice">/g)).toHaveLength(2)
  expect(page.match(/<table class="lines">\n<thead>/g)).toHaveLength(2)
  expect(page.match(/<tr class="total">.*Invoice total USD/g)).toHaveLength(2)
  expect(page.match(/<tbody><tr>\n<td>\d+<\/td>/g)).toHaveLength(3)
})

it('on paper the heads are repeated, an invoice begins a page, and no total stands without its last line', () => {
  expect(invoiceStyle).toContain('thead { display: table-header-group; }')
  expect(invoiceStyle).toContain('tfoot { display: table-row-group; }')
  expect(invoiceStyle).toContain('tbody:last-of-type { break-after: avoid; }')
  expect(invoiceStyle).toContain('tfoot tr { break-before: avoid; }')
  expect(invoiceStyle).toMatch(/section\.invoice \+ section\.invoice \{[^}]*break-before: page;/)
  expect(invoiceStyle).toContain('"Page " counter(page) " of " counter(pages)')
})

it('every line shows its treatments, agencies and metals, and what is open is marked', () => {
  expect(page).toContain('<li class="soft">SECTION_301_FORCED_LABOR 9903.05.93: applies, No duty</li>')
  expect(page).toContain('CPSC cpsc: disclaimed A</li>')
  expect(page).toContain('Steel melted and poured: CA · Metal by weight: 10 %')
  const [invoice] = frozen.invoices
  const [line] = invoice?.lines ?? []
  if (invoice === undefined || line === undefined) throw new Error('no line')
  const trade_actions = line.trade_actions.map((action) => ({ ...action, status: 'needs_answer' as const }))
  const open = { ...frozen, invoices: [{ ...invoice, lines: [{ ...line, trade_actions }] }] }
  expect(inOneGo(invoiceHtml(open)).join('')).toMatch(/<li class="open">SECTION_301_FORCED_LABOR [^<]* \(open\)<\/li>/)
})

it('what the plan still found and what nobody looked at is said', () => {
  expect(page).toContain('<h2>Findings of the plan</h2>')
  expect(page).toMatch(/<li class="soft">INFO ENT-07: /)
  const partial = inOneGo(invoiceHtml({ ...frozen, flags: ['RULES_PARTIAL'] })).join('')
  expect(partial).toContain('Nothing is said here about any other.')
})

it('artifacts are made in steps, at least one for each line, and are the same in one go', () => {
  const steps = artifactSteps(frozen)
  let count = 0
  let step = steps.next()
  for (; step.done !== true; step = steps.next()) count += 1
  expect(count).toBeGreaterThan(frozen.totals.lineCount)
  expect(step.value.map(({ sha256 }) => sha256)).toEqual(renderArtifacts(frozen).map(({ sha256 }) => sha256))
})

it('a long list is written as JSON writes it, also when it is empty or its name stands in a text', () => {
  for (const items of [[], [{ a: 'x\n"list": []' }, { b: [] }], [{}]]) {
    const document = { before: '"list": []', list: items, after: { list: [] } }
    expect(inOneGo(jsonTextOfList(document, 'list', items)).join('')).toBe(jsonText(document))
  }
})
