import type { PackageInvoice, PackageLine } from '../frozen-package.ts'
import { type Html, html } from './html-text.ts'
import { lineFacts, lineTreatments, printedHts, stated, totalRows } from './invoice-facts.ts'

/** The lines of one invoice with their customs treatment, and its totals. */
export function lineTable(invoice: PackageInvoice): Html {
  const totals = totalRows(invoice)
  const rows = totals.map(
    ([label, amount], index) =>
      html`<tr${index === totals.length - 1 ? totalRow : null}><td colspan="7" class="figure">${label}</td><td class="figure">${amount}</td></tr>\n`,
  )
  return html`<table class="lines">
<thead><tr><th>No.</th><th>Goods</th><th>HTSUS number</th><th>Origin</th><th class="figure">Quantity</th>
<th class="figure">Customs quantity</th><th class="figure">Unit value USD</th><th class="figure">Value USD</th></tr></thead>
${invoice.lines.map(lineRows)}
<tfoot>
${rows}</tfoot></table>`
}

const totalRow: Html = { markup: ' class="total"' }

/** The columns of a line, and under them in the same group what else is known of it. */
function lineRows(line: PackageLine): Html {
  const customs = line.customsQuantities.map(({ quantity, unit }) => `${quantity} ${unit ?? ''}`.trim()).join('\n')
  return html`<tbody><tr>
<td>${line.lineNumber}</td>
<td><strong>${line.description ?? 'no description'}</strong></td>
<td>${line.htsCode === null ? stated(null) : printedHts(line.htsCode)}${line.ch99.map(
    (heading) => html`<div class="soft">${printedHts(heading)}</div>`,
  )}${line.spi === null ? null : html`<div class="soft">SPI ${line.spi}</div>`}</td>
<td>${stated(line.countryOfOrigin)}</td>
<td class="figure">${line.quantity} ${line.uom}</td>
<td class="figure">${customs}</td>
<td class="figure">${line.unitValueUsd}</td>
<td class="figure">${line.lineValueUsd}${
    line.customsValueUsd === null ? null : html`<div class="soft">customs ${line.customsValueUsd}</div>`
  }</td></tr>
<tr class="more"><td></td><td colspan="7">${facts(line)}${treatments(line)}</td></tr></tbody>
`
}

function facts(line: PackageLine): Html {
  const text = lineFacts(line)
    .map(([label, value]) => `${label}: ${value}`)
    .join(' · ')
  return html`<div class="soft">${text}</div>`
}

function treatments(line: PackageLine): Html | null {
  const remarks = lineTreatments(line)
  if (remarks.length === 0) return null
  return html`<ul>${remarks.map(({ text, isOpen }) =>
    isOpen ? html`<li class="open">${text} (open)</li>` : html`<li class="soft">${text}</li>`,
  )}</ul>`
}
