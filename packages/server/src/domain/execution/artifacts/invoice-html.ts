import type { FrozenPackage, PackageInvoice } from '../frozen-package.ts'
import { addressLines, type PackageParty } from '../package-party.ts'
import { type Html, html } from './html-text.ts'
import { lineTable } from './invoice-lines-html.ts'
import { contentSecurityPolicy, invoiceStyle } from './invoice-style.ts'

/**
 * The commercial invoice for people and printers: one document, one section for each order. It loads nothing, links
 * nowhere, runs nothing; every fact of the plan is escaped text.
 */
export function invoiceHtml(frozen: FrozenPackage): string {
  // The style sheet is ours and holds nothing that could end its element.
  const style: Html = { markup: invoiceStyle }
  return `${
    html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${contentSecurityPolicy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Commercial customs invoice ${frozen.packageNumber}</title>
<style>${style}</style>
</head>
<body>
<header>
<div><h1>Commercial customs invoice</h1><div class="soft">Goods for entry into the United States</div></div>
<div class="number">${frozen.packageNumber}<div class="soft">${frozen.issuedOn}</div></div>
</header>
${summary(frozen)}
${frozen.invoices.map((invoice, index) => invoiceSection(invoice, index === 0))}
${findings(frozen)}
${partialRules(frozen)}
<footer>Export ${frozen.exportId} · plan ${frozen.planHash} · rules ${frozen.rulePack.id}-${frozen.rulePack.version}, read as of
${frozen.rulePack.asOf}, valid through ${frozen.rulePack.validThrough}, groups ${frozen.rulePack.groups.join(' ')}.
Amounts in US dollars. This document states what the exporter declared; the importer and the broker decide what is filed.</footer>
</body>
</html>
`.markup
  }`
}

function summary(frozen: FrozenPackage): Html {
  const { importer, shipment, totals, broker } = frozen
  const brokerParty = broker.name === null ? broker.address : { ...broker.address, name: broker.name }
  return html`<div class="grid">
${party('Importer of record', importer?.party ?? null, importer?.iorNumber ? `No. ${importer.iorNumber}` : null)}
${party('Shipped from', frozen.shipFrom, null)}
${party('Broker', brokerParty, broker.filerCode === null ? null : `Filer ${broker.filerCode}`)}
${fact('Country of export', shipment.countryOfExport)}
${fact('Mode of transport', shipment.modeOfTransport)}
${fact('Port of entry', shipment.portOfEntry)}
${fact('Estimated entry', shipment.estimatedEntryDate)}
${fact('Carrier', [shipment.carrierScac, shipment.proBill].filter((part) => part !== null).join(' · ') || null)}
${fact('Orders and lines', `${totals.orderCount} orders, ${totals.lineCount} lines`)}
${fact('Packages', String(totals.packageCount))}
${fact('Net weight', totals.netWeightKg === null ? null : `${totals.netWeightKg} kg`)}
${fact('Gross weight', totals.grossWeightKg === null ? null : `${totals.grossWeightKg} kg`)}
${fact('Value of goods', `${totals.goodsValueUsd} USD`)}
${fact('Value for customs', `${totals.enteredValueUsd} USD`)}
${fact('Total of all invoices', `${totals.invoiceTotalUsd} USD`)}
</div>`
}

function invoiceSection(invoice: PackageInvoice, isFirst: boolean): Html {
  const related = invoice.relatedParty === null ? null : invoice.relatedParty ? 'related' : 'not related'
  return html`<section class="invoice${isFirst ? ' first' : ''}">
<h2>Invoice ${invoice.invoiceNumber} <span class="soft">order ${invoice.externalId ?? invoice.orderId}</span></h2>
<div class="grid">
${party('Seller', invoice.seller, null)}
${party('Buyer', invoice.buyer, null)}
${party('Consignee', invoice.consignee, null)}
${fact('Date of sale', invoice.saleDate)}
${fact('Terms of sale', invoice.incoterm)}
${fact('Invoice currency', invoice.invoiceCurrency)}
${fact('Seller and buyer', related)}
${fact('Responsible individual', invoice.responsibleIndividual)}
${fact('EntryGo order', invoice.orderId)}
</div>
${lineTable(invoice)}
${assists(invoice)}
${packages(invoice)}
</section>`
}

function party(label: string, known: PackageParty | null, more: string | null): Html | null {
  const lines = known === null ? [] : [known.name ?? '', ...addressLines(known), known.contact ?? '', known.email ?? '']
  const text = [...lines, more ?? ''].filter((line) => line !== '').join('\n')
  return html`<div><div class="label">${label}</div><div>${text === '' ? 'not stated' : text}</div></div>`
}

function fact(label: string, value: string | null): Html {
  return html`<div><div class="label">${label}</div><div>${value ?? 'not stated'}</div></div>`
}

function assists({ assists: stated }: PackageInvoice): Html | null {
  if (stated.length === 0) return null
  const rows = stated.map(({ type, amountUsd }) => html`<li>${type}: ${amountUsd} USD</li>`)
  return html`<h3>Assists</h3><ul>${rows}</ul>`
}

function packages({ packages: packed }: PackageInvoice): Html | null {
  if (packed.length === 0) return null
  const rows = packed.map(
    ({ id, type, marks, netKg, grossKg, contents }) => html`<tr>
<td>${id}</td><td>${type}</td><td>${marks}</td>
<td>${contents.map(({ lineId, quantity }) => `line ${lineId}: ${quantity}`).join(', ')}</td>
<td class="figure">${netKg}</td><td class="figure">${grossKg}</td></tr>`,
  )
  return html`<h3>Packages</h3><table><thead><tr><th>Package</th><th>Type</th><th>Marks</th><th>Contents</th>
<th class="figure">Net kg</th><th class="figure">Gross kg</th></tr></thead><tbody>${rows}</tbody></table>`
}

function findings(frozen: FrozenPackage): Html | null {
  if (frozen.findings.length === 0) return null
  const rows = frozen.findings.map(
    ({ severity, ruleId, message }) =>
      html`<li class="${severity === 'INFO' ? 'soft' : 'open'}">${severity} ${ruleId}: ${message}</li>`,
  )
  return html`<section class="invoice"><h2>Findings of the plan</h2><ul>${rows}</ul></section>`
}

function partialRules({ flags, rulePack }: FrozenPackage): Html | null {
  if (!flags.includes('RULES_PARTIAL')) return null
  return html`<p class="open">Only the rule groups ${rulePack.groups.join(' ')} were looked at. Nothing is said here about any other.</p>`
}
