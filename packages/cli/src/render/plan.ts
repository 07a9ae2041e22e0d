import type { ExportPlan } from '@entrygo/sdk/contract'
import { renderNext, type ShownCommand } from './command-line.ts'
import { renderFindings } from './findings.ts'
import type { Style } from './style.ts'
import { clip, count, plain, table, usd, wrap } from './text.ts'
import { renderTreatments } from './treatments.ts'

/** A plan at a glance: may it go, what goes, who has to do what, under which rules, and the next command. */
export function renderPlan(
  plan: ExportPlan,
  { style, next }: { readonly style: Style; readonly next: readonly ShownCommand[] },
): string {
  return [
    ...head(plan, style),
    ...scope(plan, style),
    ...renderFindings(plan, style),
    ...leftOut(plan, style),
    ...renderTreatments(plan.treatments, style),
    ...rules(plan, style),
    ...renderNext(next, style),
  ].join('\n')
}

const verdicts: Readonly<Record<string, string>> = {
  READY: 'nothing that was looked at stands against it',
  REVIEW_REQUIRED: 'a person or policy has to approve it first',
  BLOCKED: 'it cannot be executed; see what to do below',
}

function head({ exportId, readinessState, planHash, status }: ExportPlan, style: Style): string[] {
  const mark = { READY: style.good, REVIEW_REQUIRED: style.warn, BLOCKED: style.bad }[readinessState] ?? style.bold
  const dryRun = status === 'dry_run' ? '  dry run: nothing is stored' : ''
  return [
    `${style.bold('Plan')} ${plain(exportId)}${dryRun}`,
    ...style.dim(`  ${plain(planHash)}`).split('\n'),
    `  ${mark(plain(readinessState))}: ${verdicts[readinessState] ?? 'this version does not know that word'}`,
  ]
}

function scope(plan: ExportPlan, style: Style): string[] {
  const { export_units: units, included_order_ids: included, excluded_order_ids: excluded, strategy } = plan
  const value = units.reduce((sum, unit) => sum + Math.round(unit.value_usd * 100), 0) / 100
  const lines = units.reduce((sum, unit) => sum + unit.line_count, 0)
  const rows = units.map((unit) => [
    `type ${unit.entry_type}`,
    clip(unit.importer ?? 'no importer', 24),
    count(unit.order_ids.length, 'order'),
    count(unit.line_count, 'line'),
    unit.gross_kg === null ? 'weight not known' : `${unit.gross_kg} kg`,
    usd(unit.value_usd),
  ])
  const head = ['Entry', 'Importer', 'Orders', 'Lines', 'Gross', 'Value'].map((title, index) => ({
    title,
    align: index === 5 ? ('right' as const) : ('left' as const),
  }))
  return [
    '',
    `${style.bold('Orders')}  ${included.length} in, ${excluded.length} out; ${usd(value)} on ${count(lines, 'line')}`,
    ...(rows.length === 0 ? [] : table(head, rows).map((line) => `  ${line}`)),
    ...wrap(`${strategy.hint}: ${strategy.reasons.join(' ')}`, '    ', '  '),
  ]
}

/** So many are listed; a plan can have ten thousand. */
const shownOrders = 10

function leftOut({ excluded }: ExportPlan, style: Style): string[] {
  if (excluded.length === 0) return []
  const lines = excluded.slice(0, shownOrders).flatMap(({ order_id, rule_ids, release }) => {
    const way =
      release === null
        ? 'more than one change is needed'
        : `released by ${release.field}${release.allowed.length === 0 ? '' : ` (${release.allowed.join(', ')})`}`
    return wrap(`${order_id}  ${rule_ids.join(', ')}: ${way}`, '    ', '  ')
  })
  const more = excluded.length - shownOrders
  return ['', style.bold('Left out'), ...lines, ...(more > 0 ? [`  and ${count(more, 'order')} more`] : [])]
}

function rules({ rulePack, flags, policy }: ExportPlan, style: Style): string[] {
  const { id, version, asOf, validThrough, groups } = rulePack
  const isPartial = flags.includes('RULES_PARTIAL')
  const looked = `Looked at: ${groups.join(', ')}.${isPartial ? ' Groups that are not listed were not looked at.' : ''}`
  return [
    '',
    `${style.bold('Rules')}  ${plain(id)}-${plain(version)} as of ${asOf}, valid through ${validThrough}`,
    ...wrap(looked, '  '),
    ...(flags.length === 0 ? [] : wrap(`Flags: ${flags.join(', ')}`, '    ', '  ')),
    ...(policy.requiresApproval ? wrap(`Approval needed: ${policy.because.join(', ')}`, '    ', '  ') : []),
  ]
}
