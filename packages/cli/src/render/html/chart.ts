import type { SeenGoods } from '../facts/seen-goods.ts'
import { headingInWords, isOpenStatus } from '../facts/treatment-groups.ts'
import type { MeasuredValue } from '../facts/value-by-measure.ts'
import { clip, count, usdOfCents } from '../text.ts'
import { type Html, html } from './html-text.ts'

/** So many bars are drawn; the table beside them goes further. */
const shownBars = 10
const shownRows = 40

/** How much goes under each trade action: a drawing, and the same as a table beside it. */
export function treatmentChart(values: readonly MeasuredValue[], { hasValues }: SeenGoods): Html | null {
  if (values.length === 0) return null
  const what = hasValues ? 'Value' : 'Lines'
  const why = hasValues ? null : html` The plan was read without its snapshot, so lines are counted.`
  return html`<section class="treatment"><h2>${what} by treatment</h2>
<p class="soft">Share of all lines that were looked at, orders that stay behind too. A line can stand under several headings, so the
bars do not add up.${why}</p>
<div class="beside">
<figure>${drawing(values.slice(0, shownBars), what)}
<figcaption class="legend"><span class="key applies"></span>applies <span class="key open"></span>needs an answer
<span class="key none"></span>not applied, or none</figcaption></figure>
${figuresTable(values)}
</div>
</section>`
}

/** In units of the drawing, which are pixels on a phone. */
const width = 360
const rowHeight = 46
const barHeight = 14

function drawing(values: readonly MeasuredValue[], what: string): Html {
  const height = values.length * rowHeight + 4
  const told = values.map((value) => `${nameOf(value)}: ${amountOf(value)}, ${percent(value.share)}`).join('; ')
  return html`<svg viewbox="0 0 ${width} ${height}" role="img" aria-labelledby="chart-title chart-text">
<title id="chart-title">${what} by treatment</title>
<desc id="chart-text">${told}</desc>
<defs><pattern id="hatch" width="6" height="6" patternunits="userSpaceOnUse"><rect class="hatch-ground" width="6" height="6"></rect><path class="hatch-line" d="M-1 7L7 -1M-1 1L1 -1M5 7L7 5"></path></pattern></defs>
${values.map((value, index) => bar(value, index * rowHeight))}</svg>`
}

function bar(value: MeasuredValue, y: number): Html {
  const { share } = value
  const length = share === 0 ? 0 : Math.max(2, Math.round(share * width * 100) / 100)
  return html`<g><text class="name" x="0" y="${y + 14}">${clip(nameOf(value), 40)}</text>
<text class="amount" x="${width}" y="${y + 14}" text-anchor="end">${amountOf(value)}</text>
<rect class="track" x="0" y="${y + 21}" width="${width}" height="${barHeight}" rx="3"></rect>
<rect class="bar ${classOf(value)}" x="0" y="${y + 21}" width="${length}" height="${barHeight}" rx="3"></rect></g>
`
}

function figuresTable(values: readonly MeasuredValue[]): Html {
  const rows = values.slice(0, shownRows).map(({ measure, lines, cents, share }) => {
    const status = measure === null ? null : html`<span class="chip ${classOf({ measure })}">${measure.status}</span>`
    return html`<tr><td data-label="Heading"><code>${measure === null ? 'none' : headingInWords(measure)}</code></td>
<td data-label="Program">${measure?.program ?? 'No trade action'}<div class="soft">${measure?.rate ?? ''}</div></td>
<td data-label="Status">${status}</td>
<td data-label="Lines" class="figure">${lines}</td>
<td data-label="Value" class="figure">${cents === null ? 'not known' : usdOfCents(cents)}</td>
<td data-label="Share" class="figure">${percent(share)}</td></tr>
`
  })
  const more = values.length - shownRows
  return html`<div><table class="stack"><caption class="unseen">The same in figures</caption><thead><tr><th scope="col">Heading</th><th scope="col">Program and rate</th>
<th scope="col">Status</th><th scope="col" class="figure">Lines</th><th scope="col" class="figure">Value</th><th scope="col" class="figure">Share</th></tr></thead><tbody>
${rows}</tbody></table>${more > 0 ? html`<p class="soft">… and ${count(more, 'treatment')} more in the plan as JSON.</p>` : null}</div>`
}

function nameOf({ measure }: MeasuredValue): string {
  return measure === null ? 'No trade action' : `${measure.heading ?? 'No heading:'} ${measure.program}`
}

function amountOf({ cents, lines }: MeasuredValue): string {
  return cents === null ? count(lines, 'line') : usdOfCents(cents)
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`
}

/** What is open is hatched, so that it shows without colour too. */
export function classOf({ measure }: Pick<MeasuredValue, 'measure'>): string {
  if (measure === null || measure.status === 'not_applied') return 'none'
  return isOpenStatus(measure.status) ? 'open' : 'applies'
}
