import type { Export, ExportPlan } from '@entrygo/sdk/contract'
import { commandLines, type ShownCommand } from '../command-line.ts'
import { entryInWords, readinessInWords, stateInWords, totalsOf } from '../facts/headline.ts'
import type { Tasks } from '../facts/tasks.ts'
import type { Warning } from '../facts/warnings.ts'
import { count, usd, usdOfCents } from '../text.ts'
import { type Html, html } from './html-text.ts'

interface Glance {
  readonly tasks: Tasks
  /** Lines whose treatment is not settled. */
  readonly open: number
  readonly warnings: readonly Warning[]
}

/** The verdict, and the figures that stand behind it. */
export function headline(plan: ExportPlan | Export, { tasks, open, warnings }: Glance): Html {
  const { readinessState, exportId, state, status } = plan
  const isExport = 'events' in plan
  const [title, meaning] = isExport ? [state, stateInWords(state)] : [readinessState, readinessInWords(readinessState)]
  const planned = isExport ? html`<p class="state">Its plan is <strong>${readinessState}</strong>.</p>` : null
  const dryRun = status === 'dry_run' ? html`<p class="state">A dry run: nothing is stored.</p>` : null
  return html`<header class="${isExport ? toneOfState(state) : toneOf(readinessState)}">
<p class="kind">${isExport ? 'Export' : 'Export plan'} <span class="id">${exportId}</span></p>
<h1>${title}</h1>
<p class="verdict">${sentence(meaning)}</p>
${planned}${dryRun}${warnings.map(({ title: alarm, text }) => html`<p class="alarm" role="alert"><strong>${alarm}</strong> ${sentence(text)}</p>\n`)}
<dl class="figures">
${figures(plan, { tasks, open, warnings }).map(
  ({ label, value, note, tone: own }) =>
    html`<div class="${own}"><dt>${label}</dt><dd><strong>${value}</strong><span>${note}</span></dd></div>\n`,
)}</dl>
</header>`
}

interface Figure {
  readonly label: string
  readonly value: string
  readonly note: string
  readonly tone: string
}

function figures(plan: ExportPlan | Export, { tasks, open }: Glance): readonly Figure[] {
  const { included_order_ids: included, excluded_order_ids: excluded, treatments } = plan
  const { cents, lines } = totalsOf(plan)
  const { blocking, reviews, people } = tasks
  return [
    {
      label: 'Orders in',
      value: included.length.toLocaleString('en-US'),
      note: `of ${(included.length + excluded.length).toLocaleString('en-US')}`,
      tone: 'plain',
    },
    {
      label: 'Orders out',
      value: excluded.length.toLocaleString('en-US'),
      note: excluded.length === 0 ? 'none stays behind' : 'stay behind',
      tone: excluded.length > 0 ? 'bad' : 'plain',
    },
    { label: 'Value that goes', value: usdOfCents(cents), note: `on ${count(lines, 'line')}`, tone: 'plain' },
    {
      label: 'To do',
      value: String(blocking + reviews),
      note: people.length === 0 ? 'nobody has to act' : todo(blocking, reviews),
      tone: blocking > 0 ? 'bad' : reviews > 0 ? 'warn' : 'good',
    },
    {
      label: 'Treatment open',
      value: String(open),
      note: `of ${count(treatments.length, 'line')}`,
      tone: open > 0 ? 'warn' : 'good',
    },
  ]
}

function todo(blocking: number, reviews: number): string {
  return [...(blocking > 0 ? [`${blocking} block`] : []), ...(reviews > 0 ? [`${reviews} for review`] : [])].join(', ')
}

/** How the goods are entered. */
export function entriesTable({ export_units: units }: ExportPlan | Export): Html | null {
  if (units.length === 0) return null
  const rows = units.slice(0, 20).map(
    (unit) => html`<tr><td data-label="Entry">${entryInWords(unit.entry_type)}</td>
<td data-label="Importer">${unit.importer ?? 'none stated'}</td>
<td data-label="Orders" class="figure">${unit.order_ids.length}</td>
<td data-label="Lines" class="figure">${unit.line_count}</td>
<td data-label="Gross" class="figure">${unit.gross_kg === null ? 'not known' : `${unit.gross_kg} kg`}</td>
<td data-label="Value" class="figure">${usd(unit.value_usd)}</td></tr>\n`,
  )
  return html`<table class="stack"><caption>Entries</caption><thead><tr><th scope="col">Entry</th><th scope="col">Importer</th>
<th scope="col" class="figure">Orders</th><th scope="col" class="figure">Lines</th><th scope="col" class="figure">Gross</th>
<th scope="col" class="figure">Value</th></tr></thead><tbody>
${rows}</tbody></table>`
}

/** The command that leads on, to copy. */
export function nextSection(next: readonly ShownCommand[]): Html | null {
  if (next.length === 0) return null
  return html`<section class="next"><h2>Next step</h2>
${next.map(
  ({ argv, reason }) => html`<p>${sentence(reason)}</p>
<pre><code>${commandLines({ argv })
    .map((line) => line.replace(/^ {2}/, ''))
    .map((line) => html`${line}\n`)}</code></pre>
`,
)}</section>`
}

/** The class that colours a readiness. */
function toneOf(readiness: string): string {
  return { READY: 'good', REVIEW_REQUIRED: 'warn', BLOCKED: 'bad' }[readiness] ?? 'plain'
}

function toneOfState(state: string): string {
  if (state === 'completed' || state === 'executable') return 'good'
  return state === 'blocked' || state === 'needs_action' ? 'bad' : 'warn'
}

/** Words of a list as a sentence. */
export function sentence(words: string): string {
  const text = words.charAt(0).toUpperCase() + words.slice(1)
  return /[.!?]$/.test(text) ? text : `${text}.`
}
