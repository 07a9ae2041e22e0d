import type { PackageInvoice, PackageLine } from '../frozen-package.ts'
import { addressLines } from '../package-party.ts'
import { type Html, html } from './html-text.ts'

/** The lines of one invoice with their customs treatment, and its totals. */
export function lineTable({ lines, charges, totals }: PackageInvoice): Html {
  const outside = charges.map(
    ({ type, amountUsd, included }) =>
      html`<tr><td colspan="7" class="figure">${type}${
        included ? ' (in the prices)' : ''
      }</td><td class="figure">${type === 'discount' && !included ? '-' : ''}${amountUsd}</td></tr>`,
  )
  return html`<table>
<thead><tr><th>No.</th><th>Goods</th><th>HTSUS number</th><th>Origin</th><th class="figure">Quantity</th>
<th class="figure">Customs quantity</th><th class="figure">Unit value USD</th><th class="figure">Value USD</th></tr></thead>
<tbody>${lines.map(lineRow)}</tbody>
<tfoot>
<tr><td colspan="7" class="figure">Value of goods</td><td class="figure">${totals.goodsValueUsd}</td></tr>
${outside}
<tr><td colspan="7" class="figure">Value for customs</td><td class="figure">${totals.enteredValueUsd}</td></tr>
<tr class="total"><td colspan="7" class="figure">Invoice total USD</td><td class="figure">${totals.invoiceTotalUsd}</td></tr>
</tfoot></table>`
}

function lineRow(line: PackageLine): Html {
  const customs = line.customsQuantities.map(({ quantity, unit }) => `${quantity} ${unit ?? ''}`.trim()).join('\n')
  return html`<tr>
<td>${line.lineNumber}</td>
<td><strong>${line.description ?? 'no description'}</strong>${details(line)}</td>
<td>${line.htsCode === null ? 'not stated' : printedHts(line.htsCode)}${line.ch99.map(
    (heading) => html`<div class="soft">${printedHts(heading)}</div>`,
  )}${line.spi === null ? null : html`<div class="soft">SPI ${line.spi}</div>`}</td>
<td>${line.countryOfOrigin ?? 'not stated'}</td>
<td class="figure">${line.quantity} ${line.uom}</td>
<td class="figure">${customs}</td>
<td class="figure">${line.unitValueUsd}</td>
<td class="figure">${line.lineValueUsd}${
    line.customsValueUsd === null ? null : html`<div class="soft">customs ${line.customsValueUsd}</div>`
  }</td></tr>`
}

/** 6109100012 is printed as 6109.10.00.12. */
export function printedHts(digits: string): string {
  return [digits.slice(0, 4), digits.slice(4, 6), digits.slice(6, 8), digits.slice(8)]
    .filter((part) => part !== '')
    .join('.')
}

function details(line: PackageLine): Html {
  const { manufacturer } = line
  const maker =
    manufacturer === null ? [] : [manufacturer.name ?? '', ...addressLines(manufacturer), manufacturer.mid ?? '']
  const facts = [
    ['SKU', line.sku],
    ['Brand and model', [line.brand, line.model].filter((part) => part !== null).join(' ') || null],
    ['Made by', maker.filter((part) => part !== '').join(', ') || null],
    ['Lot or serial', line.lotOrSerial],
    ['Invoiced', line.unitPrice === null ? null : `${line.unitPrice.amount} ${line.unitPrice.currency} a unit`],
    ['Weight', weightText(line)],
    ['Steel melted and poured', line.metals.steelMeltPour],
    ['Aluminum smelted', joined(line.metals.aluminumPrimarySmelt, line.metals.aluminumSecondarySmelt)],
    ['Aluminum cast', line.metals.aluminumCast],
    ['Copper smelted and cast', joined(line.metals.copperSmelt, line.metals.copperCast)],
    ['AD/CVD', line.adcvdCases.join(', ') || null],
  ] as const
  return html`${facts.flatMap(([label, value]) =>
    value === null ? [] : [html`<div class="soft">${label}: ${value}</div>`],
  )}${treatments(line)}`
}

function weightText({ netWeightKg, grossWeightKg }: PackageLine): string | null {
  if (netWeightKg === null && grossWeightKg === null) return null
  return [
    ...(netWeightKg === null ? [] : [`${netWeightKg} kg net`]),
    ...(grossWeightKg === null ? [] : [`${grossWeightKg} kg gross`]),
  ].join(', ')
}

function joined(first: string | null, second: string | null): string | null {
  return [first, second].filter((part) => part !== null).join(' / ') || null
}

function treatments(line: PackageLine): Html | null {
  const trade = line.trade_actions.map(
    ({ program, heading, rate, status }) =>
      html`<li class="${status === 'needs_answer' ? 'open' : 'soft'}">${program} ${heading}: ${status}, ${rate}</li>`,
  )
  const pga = [...line.pga, ...line.declaredPga].map(
    ({ program, agency, flag, status, disclaimCode }) =>
      html`<li class="${status === 'unknown' ? 'open' : 'soft'}">${agency} ${program} ${flag}: ${status} ${disclaimCode}</li>`,
  )
  return trade.length + pga.length === 0 ? null : html`<ul>${trade}${pga}</ul>`
}
