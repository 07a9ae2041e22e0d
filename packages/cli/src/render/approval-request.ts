import type { Export } from '@entrygo/sdk/contract'
import { becauseInWords } from './facts/headline.ts'
import { seenGoodsOf } from './facts/seen-goods.ts'
import { renderToDo } from './findings.ts'
import type { Style } from './style.ts'
import { count, plain, usd, wrap } from './text.ts'

/** What somebody is about to approve, and why they are asked. */
export function renderApprovalRequest(found: Export, style: Style): string {
  const { exportId, planHash, readinessState, policy, flags } = found
  const { included_order_ids: included, excluded_order_ids: excluded } = found
  return [
    `${style.bold('To approve')} ${plain(exportId)}`,
    style.dim(`  ${plain(planHash)}`),
    `  ${plain(readinessState)}; ${count(included.length, 'order')} in, ${excluded.length} out; ${usd(usdOf(found))}`,
    ...wrap(
      policy.requiresApproval
        ? `Asked for because of: ${policy.because.map(becauseInWords).join('; ')}.`
        : 'The account asks for no approval of this plan.',
      '    ',
      '  ',
    ),
    ...(flags.length === 0 ? [] : wrap(`Flags: ${flags.join(', ')}`, '    ', '  ')),
    ...renderToDo(found, { style, goods: seenGoodsOf(undefined) }),
    '',
  ].join('\n')
}

/** US dollars of everything that goes. */
export function usdOf({ export_units: units }: Pick<Export, 'export_units'>): number {
  return units.reduce((sum, unit) => sum + Math.round(unit.value_usd * 100), 0) / 100
}
