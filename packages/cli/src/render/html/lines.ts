import type { LineTreatment } from '@entrygo/sdk/contract'
import type { PlannedOrder } from '../facts/planned-orders.ts'
import type { SeenGoods } from '../facts/seen-goods.ts'
import { headingInWords, isOpenStatus, type Measure, measuresOf } from '../facts/treatment-groups.ts'
import { count, usdOfCents } from '../text.ts'
import { type Html, html } from './html-text.ts'

/** So many orders and lines are shown; the plan as JSON has them all. */
const shownOrders = 200
const shownLines = 1000

/** Every order with its lines: what stays behind first, and what each line is filed under. */
export function linesSection(orders: readonly PlannedOrder[], goods: SeenGoods): Html | null {
  if (orders.length === 0) return null
  const shown: PlannedOrder[] = []
  let lines = 0
  for (const order of orders) {
    if (shown.length === shownOrders || lines + order.lines.length > shownLines) break
    shown.push(order)
    lines += order.lines.length
  }
  const more = orders.length - shown.length
  return html`<section><h2>Orders and the treatment of each line</h2>
<table class="stack lines"><thead><tr><th scope="col">Line</th><th scope="col">Goods</th><th scope="col">HTSUS</th><th scope="col">Origin</th>
<th scope="col">Heading, program, rate, status</th><th scope="col" class="figure">Value</th></tr></thead>
${shown.map((order) => orderBody(order, goods))}</table>
${more > 0 ? html`<p class="soft">… and ${count(more, 'order')} more in the plan as JSON.</p>` : null}</section>`
}

function orderBody({ name, isIn, outBecause, lines, cents }: PlannedOrder, goods: SeenGoods): Html {
  const value = cents === null ? null : html`<span class="sum">${usdOfCents(cents)}</span>`
  const why = outBecause === null ? null : html` <span class="why">${outBecause}</span>`
  return html`<tbody><tr class="order"><th scope="rowgroup" colspan="6"><span class="badge ${isIn ? 'good' : 'bad'}">${isIn ? 'in' : 'out'}</span>
<span class="name">${name}</span>${why}${value}</th></tr>
${lines.map((line) => lineRow(line, goods))}</tbody>
`
}

function lineRow(line: LineTreatment, goods: SeenGoods): Html {
  const { order_id, line_id, product_id, htsCode, countryOfOrigin } = line
  const cents = goods.centsOf(order_id, line_id)
  const measures = measuresOf(line)
  return html`<tr><td data-label="Line">${line_id}</td>
<td data-label="Goods">${goods.description(product_id) ?? 'not described here'}<div class="soft">${goods.productName(product_id)}</div></td>
<td data-label="HTSUS"><code>${htsCode ?? 'none'}</code></td>
<td data-label="Origin">${countryOfOrigin ?? 'none'}</td>
<td data-label="Treatment"><ul class="measures">${measures.length === 0 ? html`<li>nothing by these rules</li>` : measures.map(measureItem)}</ul></td>
<td data-label="Value" class="figure">${cents === null ? 'not known' : usdOfCents(cents)}</td></tr>
`
}

function measureItem(measure: Measure): Html {
  const { status, program, rate } = measure
  const kind = isOpenStatus(status) ? 'open' : status === 'not_applied' ? 'none' : 'applies'
  return html`<li><span class="chip ${kind}">${status}</span> <code>${headingInWords(measure)}</code> ${program}${
    rate === '' ? null : html` <span class="soft">${rate}</span>`
  }</li>`
}
