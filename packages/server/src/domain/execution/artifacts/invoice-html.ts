import type { Steps } from '../../work-in-steps.ts'
import type { FrozenPackage, PackageInvoice } from '../frozen-package.ts'
import { type Html, html } from './html-text.ts'
import {
  closingText,
  type Fact,
  findingRemarks,
  invoiceFacts,
  invoiceTitle,
  packageFacts,
  partialRulesText,
} from './invoice-facts.ts'
import { lineTable } from './invoice-lines-html.ts'
import { contentSecurityPolicy, invoiceStyle } from './invoice-style.ts'

/**
 * The commercial invoice for people and printers: one document, one section for each order. It loads nothing, links
 * nowhere, runs nothing; every fact of the plan is escaped text. In pieces, one for each invoice.
 */
export function* invoiceHtml(frozen: FrozenPackage): Steps<readonly string[]> {
  const parts = [opening(frozen).markup]
  for (const invoice of frozen.invoices) {
    parts.push(invoiceSection(invoice).markup)
    yield
  }
  parts.push(closing(frozen).markup)
  return parts
}

function opening(frozen: FrozenPackage): Html {
  // The style sheet is ours and holds nothing that could end its element.
  const style: Html = { markup: invoiceStyle }
  return html`<!doctype html>
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
${grid(packageFacts(frozen))}
`
}

function invoiceSection(invoice: PackageInvoice): Html {
  const [title, order] = invoiceTitle(invoice)
  return html`<section class="invoice">
<h2>${title} <span class="soft">${order}</span></h2>
${grid(invoiceFacts(invoice))}
${lineTable(invoice)}
${assists(invoice)}
${packages(invoice)}
</section>
`
}

function closing(frozen: FrozenPackage): Html {
  return html`${findings(frozen)}
${partialRules(frozen)}
<footer>${closingText(frozen)}</footer>
</body>
</html>
`
}

function grid(facts: readonly Fact[]): Html {
  return html`<div class="grid">
${facts.map(([label, text]) => html`<div><div class="label">${label}</div><div>${text}</div></div>\n`)}</div>`
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
  const rows = findingRemarks(frozen).map(
    ({ text, isOpen }) => html`<li class="${isOpen ? 'open' : 'soft'}">${text}</li>`,
  )
  return html`<section class="findings"><h2>Findings of the plan</h2><ul>${rows}</ul></section>`
}

function partialRules(frozen: FrozenPackage): Html | null {
  const text = partialRulesText(frozen)
  return text === null ? null : html`<p class="open">${text}</p>`
}
