import type { ExportPlan } from '@entrygo/sdk/contract'
import { renderNext, type ShownCommand } from './command-line.ts'
import { becauseInWords, entryInWords, readinessInWords, totalsOf } from './facts/headline.ts'
import { leftOutOf } from './facts/left-out.ts'
import type { PlanScope } from './facts/plan-scope.ts'
import { type SeenGoods, seenGoodsOf } from './facts/seen-goods.ts'
import { tasksInWords, tasksOf } from './facts/tasks.ts'
import { renderToDo, renderToKnow } from './findings.ts'
import type { Style } from './style.ts'
import { clip, count, moreOf, plain, someOf, table, usd, usdOfCents, wrap } from './text.ts'
import { renderTreatments } from './treatments.ts'

/** A plan at a glance: may it go, what goes, who has to do what, under which rules, and the next command. */
export function renderPlan(
  plan: ExportPlan,
  { style, next }: { readonly style: Style; readonly next: readonly ShownCommand[] },
): string {
  const goods = seenGoodsOf(plan.snapshot)
  return [
    ...head(plan, style),
    ...renderScope(plan, style),
    ...entries(plan, style),
    ...renderToDo(plan, { style, goods }),
    ...leftOut(plan, { style, goods }),
    ...renderTreatments(plan.treatments, { style, goods }),
    ...renderToKnow(plan, style),
    ...rules(plan, style),
    ...renderNext(next, style),
  ].join('\n')
}

/** The colour of a readiness: green may go, yellow waits for a person, red cannot go. */
export function readinessMark(readiness: string, style: Style): (text: string) => string {
  return { READY: style.good, REVIEW_REQUIRED: style.warn, BLOCKED: style.bad }[readiness] ?? style.bold
}

function head({ exportId, readinessState, planHash, status }: ExportPlan, style: Style): string[] {
  const dryRun = status === 'dry_run' ? `  ${style.warn('dry run: nothing is stored')}` : ''
  return [
    `${style.bold('Plan')} ${plain(exportId)}${dryRun}`,
    style.dim(`  ${plain(planHash)}`),
    `  ${style.bold(readinessMark(readinessState, style)(plain(readinessState)))}: ${readinessInWords(readinessState)}`,
  ]
}

/** Orders in and out, value, who has something to do, and the law: the answer in five lines. */
export function renderScope(plan: PlanScope, style: Style): string[] {
  const { included_order_ids: included, excluded_order_ids: excluded, rulePack, policy } = plan
  const { cents, lines } = totalsOf(plan)
  const out = `${excluded.length.toLocaleString('en-US')} out`
  const tasks = tasksOf(plan)
  const todo = tasksInWords(tasks)
  const mark = tasks.blocking > 0 ? style.bad : tasks.reviews > 0 ? style.warn : style.good
  const { id, version, asOf, validThrough } = rulePack
  return [
    '',
    `  Orders    ${style.bold(`${included.length.toLocaleString('en-US')} in`)}, ${excluded.length > 0 ? style.bad(out) : out}`,
    `  Value     ${style.bold(usdOfCents(cents))} on ${count(lines, 'line')}`,
    ...wrap(todo, '            ', '  To do     ').map((line) =>
      line.startsWith('  To do') ? `  To do     ${mark(line.slice(12))}` : mark(line),
    ),
    ...(policy.requiresApproval
      ? wrap(`needed: ${policy.because.map(becauseInWords).join('; ')}`, '            ', '  Approval  ')
      : []),
    ...wrap(`${id}-${version} as of ${asOf}, valid through ${validThrough}`, '            ', '  Law       '),
  ]
}

/** So many entries are told. */
const shownUnits = 10

function entries({ export_units: units, strategy }: ExportPlan, style: Style): string[] {
  const rows = units
    .slice(0, shownUnits)
    .map((unit) => [
      entryInWords(unit.entry_type).slice(0, 18),
      clip(unit.importer ?? 'no importer', 20),
      unit.order_ids.length.toLocaleString('en-US'),
      unit.line_count.toLocaleString('en-US'),
      unit.gross_kg === null ? 'not known' : clip(`${unit.gross_kg} kg`, 12),
      usd(unit.value_usd),
    ])
  const head = ['Entry', 'Importer', 'Orders', 'Lines', 'Gross', 'Value'].map((title, index) => ({
    title,
    align: index > 1 ? ('right' as const) : ('left' as const),
  }))
  const [titles, ...lines] = rows.length === 0 ? [] : table(head, rows)
  return [
    '',
    ...(titles === undefined ? [] : [`  ${style.dim(titles)}`]),
    ...lines.map((line) => `  ${line}`),
    ...moreOf(units.length - shownUnits).map((line) => `  ${line}`),
    ...wrap(`${strategy.hint}: ${strategy.reasons.join(' ')}`, '    ', '  '),
  ]
}

/** So many reasons are told, with three orders each; a plan can have ten thousand. */
const shownReasons = 12

function leftOut(
  { excluded }: ExportPlan,
  { style, goods }: { readonly style: Style; readonly goods: SeenGoods },
): string[] {
  if (excluded.length === 0) return []
  const groups = leftOutOf(excluded)
  return [
    '',
    `${style.bold('Left out')}: ${style.bad(count(excluded.length, 'order'))}`,
    ...groups.slice(0, shownReasons).flatMap(({ rules: ruleIds, release, orders }) => {
      const names = someOf(orders.map((id) => goods.orderName(id)))
      return [...wrap(`${names}: ${release}`, '    ', '  '), ...wrap(`by ${ruleIds.join(', ')}`, '    ').map(style.dim)]
    }),
    ...moreOf(groups.slice(shownReasons).reduce((sum, { orders }) => sum + orders.length, 0)).map(
      (line) => `  ${line}`,
    ),
  ]
}

function rules({ rulePack, flags }: ExportPlan, style: Style): string[] {
  const isPartial = flags.includes('RULES_PARTIAL')
  const looked = `${rulePack.groups.join(', ')}.${isPartial ? ' Groups that are not listed were not looked at.' : ''}`
  return [
    '',
    style.bold('Rules'),
    ...wrap(`Looked at: ${looked}`, '    ', '  '),
    ...(flags.length === 0 ? [] : wrap(`Flags: ${flags.join(', ')}`, '    ', '  ')),
  ]
}
