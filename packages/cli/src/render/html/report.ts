import type { Export, ExportPlan, PlanSnapshot } from '@entrygo/sdk/contract'
import type { ShownCommand } from '../command-line.ts'
import { plannedOrdersOf } from '../facts/planned-orders.ts'
import { seenGoodsOf } from '../facts/seen-goods.ts'
import { tasksOf } from '../facts/tasks.ts'
import { treatmentGroupsOf } from '../facts/treatment-groups.ts'
import { valueByMeasure } from '../facts/value-by-measure.ts'
import { warningsOf } from '../facts/warnings.ts'
import { treatmentChart } from './chart.ts'
import { findingSections, toKnowSection } from './findings.ts'
import { headline, nextSection } from './headline.ts'
import { type Html, html } from './html-text.ts'
import { linesSection } from './lines.ts'
import { provenance } from './provenance.ts'
import { contentSecurityPolicy, reportStyle } from './report-style.ts'
import { historySection } from './timeline.ts'

/** What a report is made of. */
export interface ReportSource {
  readonly plan: ExportPlan | Export
  /** What planning saw: names, descriptions and values of lines; without it the chart counts lines. */
  readonly snapshot?: PlanSnapshot
  readonly next: readonly ShownCommand[]
}

const generator = '<meta name="generator" content="entrygo report">'

/** Whether a file is a report, which a newer one may replace. */
export function isReport(text: string): boolean {
  return text.startsWith('<!doctype html>') && text.slice(0, 2000).includes(generator)
}

/**
 * One page that stands alone: no script, no link out, nothing loaded. Every fact of the plan is escaped text. The same
 * source gives the same bytes.
 */
export function reportPage({ plan, snapshot, next }: ReportSource): string {
  const goods = seenGoodsOf(snapshot)
  const found = 'events' in plan ? plan : null
  const tasks = tasksOf(plan)
  const open = treatmentGroupsOf(plan.treatments, goods)
    .filter(({ isOpen }) => isOpen)
    .reduce((sum, { lines }) => sum + lines.length, 0)
  // The style sheet is ours and holds nothing that could end its element.
  const style: Html = { markup: reportStyle }
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${contentSecurityPolicy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
${{ markup: generator }}
<title>${found === null ? `${plan.readinessState}: plan` : `${found.state}: export`} ${plan.exportId}</title>
<style>${style}</style>
</head>
<body>
${headline(plan, { tasks, open, warnings: found === null ? [] : warningsOf(found) })}
<main>
${nextSection(next)}
${findingSections(tasks, goods)}
${treatmentChart(valueByMeasure(plan.treatments, goods), goods)}
${linesSection(plannedOrdersOf(plan, goods), goods)}
${found === null ? null : historySection(found)}
${toKnowSection(tasks, goods)}
${provenance(plan)}
</main>
<footer>Made by the entrygo command from one plan. It says what was looked at and what was found; it is no legal advice,
nothing was filed with it, and what is not listed was not looked at.</footer>
</body>
</html>
`
  return page.markup
}
