import { createHash } from 'node:crypto'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aLine, anOrder, aParty, aProduct } from '../../../testing/builders.ts'
import { packageSource, plannedExport } from '../../../testing/export-history.ts'
import { customsPackageOf } from '../customs-package.ts'
import type { FrozenPackage } from '../frozen-package.ts'
import { textCell, textOfCell } from './csv-cell.ts'
import { html, visibleText } from './html-text.ts'
import { renderArtifacts } from './render-artifacts.ts'
import type { RenderedArtifact } from './rendered-artifact.ts'

const hostile = `"><img src=x onerror=alert(1)></style><script>alert('&amp;')</script>`

function frozenWith(text = 'Bound paper notebook', formula = 'order-1001'): FrozenPackage {
  const product = aProduct({
    description: text,
    metals: { steel: { meltPour: 'CA', weightG: '31' } },
    articleWeightG: '310',
  })
  const items = ['1', '2'].map((lineId) => aLine('prod_1', { lineId, quantity: 3, unitValueUsd: 0.335 }))
  const charges = [{ type: 'freight', amountUsd: 12.3, included: false }] as const
  const invoice = { number: formula, responsibleIndividual: 'Export Desk' }
  const buyer = aParty({ name: text })
  const orders = [
    anOrder('prod_1', { items, charges: [...charges], invoice, buyer }),
    anOrder('prod_1', { externalId: 'order-1002' }),
  ]
  return customsPackageOf(packageSource(plannedExport({ orders, products: [product] })))
}

const frozen = frozenWith()
const rendered = renderArtifacts(frozen)

function textOf(type: string, from: readonly RenderedArtifact[] = rendered): string {
  const found = from.find(({ artifactType }) => artifactType === type)
  if (found === undefined) throw new Error(`no ${type}`)
  return new TextDecoder().decode(found.bytes)
}

function csvRows(from: readonly RenderedArtifact[] = rendered): Record<string, string>[] {
  return parse(textOf('cci_csv', from), { columns: true, record_delimiter: '\r\n' })
}

describe('the artifacts', () => {
  it('are the six files of the protocol', () => {
    expect(rendered.map(({ artifactType, filename, mediaType }) => [artifactType, filename, mediaType])).toEqual([
      ['cci_human_readable', 'commercial_customs_invoice.html', 'text/html; charset=utf-8'],
      ['cci_pdf', 'commercial_customs_invoice.pdf', 'application/pdf'],
      ['cci_csv', 'commercial_customs_invoice.csv', 'text/csv; charset=utf-8'],
      ['cci_json', 'commercial_customs_invoice.json', 'application/json'],
      ['packing_list', 'packing_list.json', 'application/json'],
      ['manifest', 'manifest.json', 'application/json'],
    ])
  })

  it('are the same bytes every time, and say their size and SHA-256', () => {
    const again = renderArtifacts(frozenWith())
    expect(again.map(({ sha256 }) => sha256)).toEqual(rendered.map(({ sha256 }) => sha256))
    for (const { bytes, sha256, size } of rendered) {
      expect(sha256).toBe(createHash('sha256').update(bytes).digest('hex'))
      expect(size).toBe(bytes.byteLength)
    }
  })

  it('agree to the cent', () => {
    const json = JSON.parse(textOf('cci_json'))
    expect(json.totals).toMatchObject({ goodsValueUsd: '152.02', chargesUsd: '12.30', invoiceTotalUsd: '164.32' })
    expect(JSON.parse(textOf('manifest')).totals).toEqual(json.totals)
    const cents = (text: string | undefined): number => Number(text?.replace('.', ''))
    const rows = csvRows()
    expect(rows.reduce((sum, row) => sum + cents(row['line_value']), 0)).toBe(15_202)
    const totalByInvoice = new Map(rows.map((row) => [row['invoice_no'], cents(row['total_value'])]))
    expect([...totalByInvoice.values()].reduce((sum, total) => sum + total, 0)).toBe(16_432)
    expect(textOf('cci_human_readable')).toContain('<div>164.32 USD</div>')
    expect(textOf('cci_human_readable')).toContain('<td class="figure">152.02</td>'.replace('152.02', '2.02'))
  })
})

describe('the manifest', () => {
  it('names every other file with size and SHA-256, the plan and the rules', () => {
    const manifest = JSON.parse(textOf('manifest'))
    const others = rendered.filter(({ artifactType }) => artifactType !== 'manifest')
    expect(manifest).toMatchObject({
      schema: 'entrygo.manifest/1',
      packageNumber: 'EG-20261121-C9S8N3FF',
      planHash: frozen.planHash,
      rulePack: { id: 'us', digest: frozen.rulePack.digest },
      order_ids: ['ord_1', 'ord_2'],
    })
    expect(manifest.files.map((file: { sha256: string }) => file.sha256)).toEqual(others.map(({ sha256 }) => sha256))
  })
})

describe('the packing list', () => {
  it('says what is in which package and no price', () => {
    const list = JSON.parse(textOf('packing_list'))
    expect(list.schema).toBe('entrygo.packing_list/1')
    expect(list.orders[1].packages).toEqual([
      {
        id: 'PKG-1',
        type: 'carton',
        marks: 'EX/1001',
        grossKg: '8.1',
        netKg: '7.44',
        contents: [{ lineId: '1', quantity: '24' }],
        ispm15: false,
      },
    ])
    expect(textOf('packing_list')).not.toContain('Usd')
  })
})

describe('the CSV', () => {
  it('has the canonical columns and a row for each line', () => {
    const [first, ...others] = csvRows()
    expect(others).toHaveLength(2)
    expect(Object.keys(first ?? {}).slice(0, 12)).toEqual([
      ...[
        'invoice_no',
        'invoice_date',
        'currency',
        'incoterm',
        'incoterm_place',
        'total_value',
        'freight',
        'insurance',
      ],
      ...['packing', 'other_charges', 'discount', 'seller_name'],
    ])
    expect(first).toMatchObject({
      invoice_no: 'order-1001',
      freight: '12.30',
      importer_no: '12-3456789XX',
      related: 'N',
      hts: '4820200000',
      origin: 'CA',
      qty: '3',
      uom: 'H87',
      customs_qty1: '3',
      customs_uom1: 'No.',
      unit_price: '0.335',
      line_value: '1.01',
      steel_melt_pour: 'CA',
      metal_weight_pct: '10',
      pga_1_agency: '',
    })
  })

  it('ends every record with CRLF and keeps commas, quotes and line breaks', () => {
    const text = 'a "quoted", comma\r\nand\ra\nbreak'
    const source = frozenWith()
    const [invoice] = source.invoices
    const lines = invoice?.lines.map((line) => ({ ...line, description: text })) ?? []
    const changed = { ...source, invoices: invoice === undefined ? [] : [{ ...invoice, lines }] }
    const rows = csvRows(renderArtifacts(changed))
    expect(rows.map((row) => row['description'])).toEqual([text, text])
    expect(textOf('cci_csv').split('\r\n')).toHaveLength(5)
  })

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', "'quoted", '\tx', '\rx', '\nx', '\0x'])(
    'takes %j for text, not for a formula',
    (text) => {
      expect(textCell(text)).toBe(`'${text}`)
      expect(textOfCell(textCell(text))).toBe(text)
    },
  )

  it('gives any text back as it was, and starts no cell like a formula', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(textOfCell(textCell(text))).toBe(text)
        expect(textCell(text)).not.toMatch(/^[=+\-@\t\r\n\0]/)
      }),
    )
  })

  it('guards the text columns and leaves the figures bare', () => {
    const rows = csvRows(renderArtifacts(frozenWith('=HYPERLINK("x") bound notebook', '+1')))
    expect(rows[0]).toMatchObject({
      description: `'=HYPERLINK("x") bound notebook`,
      invoice_no: "'+1",
      line_value: '1.01',
    })
  })
})

describe('the HTML invoice', () => {
  it('loads, runs and links nothing', () => {
    const page = textOf('cci_human_readable')
    expect(page).toMatch(/content="default-src &#39;none&#39;; style-src &#39;sha256-[A-Za-z0-9+/]{43}=&#39;"/)
    expect(page).not.toMatch(/<(?:script|a|form|img|link|iframe|object|base)\b/i)
    expect(page).not.toMatch(/\b(?:src|href|action|style|on\w+)=/i)
    expect(page).not.toMatch(/url\(|@import/)
  })

  it('is allowed its style sheet by the hash of its bytes', () => {
    const page = textOf('cci_human_readable')
    const style = /<style>([\s\S]*?)<\/style>/.exec(page)?.[1] ?? ''
    expect(page).toContain(`sha256-${createHash('sha256').update(style).digest('base64')}`)
  })

  it('shows hostile text as text, in elements and attributes', () => {
    const page = textOf('cci_human_readable', renderArtifacts(frozenWith(hostile)))
    expect(page).not.toContain('<img')
    expect(page).not.toContain('<script')
    expect(page.match(/<\/style>/g)).toHaveLength(1)
    expect(page).toContain('&quot;&gt;&lt;img src=x onerror=alert(1)&gt;')
    expect(tagsOf(page)).toEqual(tagsOf(textOf('cci_human_readable', rendered)))
  })

  it('gives back any text that is read from its markup', () => {
    const decode = (markup: string): string =>
      markup.replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => decoded[name] ?? '')
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const { markup } = html`<td title="${text}">${text}</td>`
        expect(markup.match(/[<>"]/g)).toEqual(['<', '"', '"', '>', '<', '>'])
        expect(decode(markup.slice(markup.indexOf('>') + 1, -5))).toBe(visibleText(text))
      }),
    )
  })

  it('shows characters that would turn the reading direction', () => {
    expect(html`<b>${'abc\u202edcb\u0000'}</b>`.markup).toBe('<b>abc[U+202E]dcb[U+0000]</b>')
  })
})

const decoded: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" }

function tagsOf(page: string): string[] {
  return page.match(/<\/?[a-z][a-z0-9]*/g) ?? []
}
