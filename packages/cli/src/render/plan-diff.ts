import type { DifferenceCause, PlanDiff, PlanDifference } from '@entrygo/sdk/contract'
import type { Style } from './style.ts'
import { clip, count, plain, wrap } from './text.ts'

/** The differences by cause, what came first of them, with the value on both sides. */
export function renderDiff(
  { readiness, differences }: PlanDiff,
  { style, before, after }: { readonly style: Style; readonly before: string; readonly after: string },
): string {
  const { before: was, after: is } = readiness
  return [
    `${style.bold('Before')}  ${plain(before)}`,
    `${style.bold('After')}   ${plain(after)}`,
    was === is ? `  ${was} on both sides` : `  ${was}, then ${style.bold(is)}`,
    '',
    differences.length === 0 ? 'No differences.' : style.bold(count(differences.length, 'difference')),
    ...causes.flatMap((cause) =>
      groupLines(
        cause,
        differences.filter((difference) => difference.cause === cause),
        style,
      ),
    ),
  ].join('\n')
}

const about: Readonly<Record<DifferenceCause, string>> = {
  data: 'facts of orders and products',
  rules: 'the law, its records or the day on which it is read',
  warehouse: 'the warehouse',
  broker: 'the broker',
  profile: 'the account profile',
  shipment: 'the shipment',
}

const causes: readonly DifferenceCause[] = ['data', 'rules', 'warehouse', 'broker', 'profile', 'shipment']

/** So many are listed of each cause; a rule that changed can concern every line. */
const shownDifferences = 40

function groupLines(cause: DifferenceCause, differences: readonly PlanDifference[], style: Style): string[] {
  if (differences.length === 0) return []
  const more = differences.length - shownDifferences
  return [
    '',
    `${style.bold(cause)}: ${about[cause]}`,
    ...differences.slice(0, shownDifferences).flatMap((difference) => differenceLines(difference, style)),
    ...(more > 0 ? [`  and ${count(more, 'difference')} more; --json lists them all`] : []),
  ]
}

function differenceLines(difference: PlanDifference, style: Style): string[] {
  return [
    ...wrap(difference.pointer, '    ', '  '),
    `    before  ${valueText('before' in difference, difference.before, style)}`,
    `    after   ${valueText('after' in difference, difference.after, style)}`,
  ]
}

/** A record is long, and who wants all of it asks for JSON. */
const valueColumns = 66

function valueText(isThere: boolean, value: unknown, style: Style): string {
  return isThere ? clip(JSON.stringify(value), valueColumns) : style.dim('not there')
}
