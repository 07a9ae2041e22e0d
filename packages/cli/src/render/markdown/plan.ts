import type { ExportPlan } from '@entrygo/sdk/contract'
import type { ShownCommand } from '../command-line.ts'
import { becauseInWords, entryInWords, readinessInWords, totalsOf } from '../facts/headline.ts'
import { leftOutOf } from '../facts/left-out.ts'
import type { PlanScope } from '../facts/plan-scope.ts'
import { type SeenGoods, seenGoodsOf } from '../facts/seen-goods.ts'
import { tasksInWords, tasksOf } from '../facts/tasks.ts'
import { count } from '../text.ts'
import { markdownFindings } from './findings.ts'
import { markdownNext } from './next.ts'
import { code, codes, dollars, mdMore, mdTable, prose } from './text.ts'
import { markdownTreatments } from './treatments.ts'

/** A plan for a pull request: the verdict as heading, then scope, what to do, treatment, rules and the next command. */
export function markdownPlan(plan: ExportPlan, next: readonly ShownCommand[]): string {
  const goods = seenGoodsOf(plan.snapshot)
  const { readinessState, status, exportId } = plan
  return [
    `## ${signOf(readinessState)} ${prose(readinessState)}: ${readinessInWords(readinessState)}`,
    '',
    `Plan ${code(exportId)}${status === 'dry_run' ? ', a dry run: nothing is stored' : ''}`,
    '',
    ...markdownScope(plan),
    ...markdownFindings(plan, goods),
    ...leftOut(plan, goods),
    ...markdownTreatments(plan.treatments, goods),
    ...rules(plan),
    ...markdownNext(next),
  ].join('\n')
}

/** A sign beside the word, so that a list of reports can be read down. */
export function signOf(readiness: string): string {
  return { READY: '✅', REVIEW_REQUIRED: '⚠️', BLOCKED: '⛔' }[readiness] ?? '❔'
}

export function markdownScope(plan: PlanScope & Pick<ExportPlan, 'planHash'>): string[] {
  const { included_order_ids: included, excluded_order_ids: excluded, export_units: units, policy, rulePack } = plan
  const { cents, lines } = totalsOf(plan)
  const { id, version, asOf, validThrough } = rulePack
  const facts: readonly (readonly [string, string])[] = [
    ['Orders', `**${included.length.toLocaleString('en-US')} in**, ${excluded.length.toLocaleString('en-US')} out`],
    ['Value', `**${dollars(cents)}** on ${count(lines, 'line')}`],
    ['To do', prose(tasksInWords(tasksOf(plan)))],
    ...units
      .slice(0, 10)
      .map(({ entry_type, importer, order_ids, value_usd }): readonly [string, string] => [
        'Entry',
        `${entryInWords(prose(entry_type))}, ${prose(importer ?? 'no importer')}: ${count(order_ids.length, 'order')}, ${dollars(Math.round(value_usd * 100))}`,
      ]),
    ...(policy.requiresApproval
      ? ([['Approval', `needed: ${prose(policy.because.map(becauseInWords).join('; '))}`]] as const)
      : []),
    ['Law', `${code(`${id}-${version}`)} as of ${prose(asOf)}, valid through ${prose(validThrough)}`],
    ['Plan hash', code(plan.planHash)],
  ]
  return mdTable(
    ['', ''],
    facts.map(([name, text]) => [name, text]),
  )
}

const shownReasons = 20

function leftOut({ excluded }: ExportPlan, goods: SeenGoods): string[] {
  if (excluded.length === 0) return []
  const groups = leftOutOf(excluded)
  return [
    `### Left out: ${excluded.length.toLocaleString('en-US')}`,
    '',
    ...mdTable(
      ['Orders', 'What releases them', 'Rules'],
      groups
        .slice(0, shownReasons)
        .map(({ orders, release, rules: ruleIds }) => [
          codes(orders.map((order) => goods.orderName(order))),
          prose(release),
          codes(ruleIds, 10),
        ]),
    ),
    ...mdMore(groups.slice(shownReasons).reduce((sum, { orders }) => sum + orders.length, 0)),
  ]
}

function rules({ rulePack, flags }: ExportPlan): string[] {
  const partial = flags.includes('RULES_PARTIAL') ? ' Groups that are not listed were not looked at.' : ''
  return [
    `Looked at: ${codes(rulePack.groups, 100)}.${partial}`,
    '',
    ...(flags.length === 0 ? [] : [`Flags: ${codes(flags, 100)}`, '']),
  ]
}
