import { createHash } from 'node:crypto'

/** The one style sheet of the invoice, written for paper first. */
export const invoiceStyle = `
:root { color-scheme: light; --ink: #16202a; --soft: #5a6b7b; --line: #cfd8e0; --wash: #f4f7f9; --warn: #8a4b00; }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 24px; max-width: 1080px; background: #fff; color: var(--ink);
  font: 13px/1.45 system-ui, "Segoe UI", "Helvetica Neue", Arial, "DejaVu Sans", sans-serif; }
h1 { margin: 0; font-size: 24px; letter-spacing: -0.01em; }
h2 { margin: 0 0 10px; font-size: 17px; break-after: avoid; }
h3 { margin: 18px 0 6px; font-size: 11px; letter-spacing: 0.06em; text-transform: uppercase; color: var(--soft); break-after: avoid; }
header { display: flex; justify-content: space-between; gap: 24px; padding-bottom: 14px; border-bottom: 2px solid var(--ink); }
header .number { text-align: right; font-size: 15px; font-weight: 600; }
.soft { color: var(--soft); }
.grid { display: grid; grid-template-columns: repeat(3, minmax(0, 1fr)); gap: 12px 24px; margin: 14px 0; break-inside: avoid; }
.label { font-size: 11px; letter-spacing: 0.04em; text-transform: uppercase; color: var(--soft); }
.label + div { overflow-wrap: anywhere; white-space: pre-line; }
section { margin-top: 28px; padding-top: 16px; border-top: 1px solid var(--line); }
table { width: 100%; border-collapse: collapse; margin: 8px 0; }
thead { display: table-header-group; }
tfoot { display: table-row-group; }
th { text-align: left; font-weight: 500; font-size: 11px; color: var(--soft); border-bottom: 1px solid var(--ink); padding: 5px 6px; vertical-align: bottom; }
td { padding: 6px; border-bottom: 1px solid var(--line); vertical-align: top; overflow-wrap: anywhere; white-space: pre-line; }
table.lines { table-layout: fixed; }
table.lines th:nth-child(1) { width: 5%; }
table.lines th:nth-child(3) { width: 15%; }
table.lines th:nth-child(4) { width: 7%; }
table.lines th:nth-child(n + 5) { width: 11%; }
tbody { break-inside: avoid; }
table.lines tbody tr:first-child td { border-bottom: 0; padding-bottom: 2px; }
tr.more td { padding-top: 0; }
.figure { text-align: right; font-variant-numeric: tabular-nums; overflow-wrap: normal; }
th.figure { white-space: normal; }
tr { break-inside: avoid; }
tbody:last-of-type { break-after: avoid; }
tfoot tr { break-before: avoid; }
tfoot td { border-bottom: 0; }
tfoot tr.total td { border-top: 2px solid var(--ink); font-weight: 700; }
ul { margin: 4px 0 0; padding-left: 16px; }
.open { color: var(--warn); font-weight: 600; }
footer { margin-top: 28px; padding-top: 10px; border-top: 1px solid var(--line); font-size: 11px; color: var(--soft); overflow-wrap: anywhere; break-inside: avoid; }
@media (max-width: 640px) { .grid { grid-template-columns: 1fr; } }
@media print {
  body { padding: 0; max-width: none; font-size: 10px; }
  section { margin-top: 16px; }
  section.invoice + section.invoice { margin-top: 0; padding-top: 0; border-top: 0; break-before: page; }
  th, td { padding: 4px 5px; }
  table.lines tbody tr:first-child td { padding-bottom: 1px; }
  tr.more td { padding-top: 0; }
}
@page { size: letter; margin: 14mm 12mm 16mm; @bottom-right { content: "Page " counter(page) " of " counter(pages); font: 9px sans-serif; color: #5a6b7b; } }
`

/** Nothing may be loaded or run; the one style sheet is allowed by its hash. */
export const contentSecurityPolicy: string = `default-src 'none'; style-src 'sha256-${createHash('sha256')
  .update(invoiceStyle, 'utf8')
  .digest('base64')}'`
