import type { Approval } from '@entrygo/sdk/contract'
import { validityInWords } from './approval-validity.ts'
import { renderNext, type ShownCommand } from './command-line.ts'
import { becauseInWords } from './facts/headline.ts'
import type { Style } from './style.ts'
import { plain, wrap } from './text.ts'

export interface ShownApprovals {
  readonly exportId: string
  readonly planHash: string
  readonly readinessState: string
  readonly requiresApproval: boolean
  readonly because: readonly string[]
  readonly approvals: readonly Approval[]
}

/** The approvals of an export, newest last: who, why, and whether they count for the plan as it is. */
export function renderApprovals(
  shown: ShownApprovals,
  { style, next, now }: { readonly style: Style; readonly next: readonly ShownCommand[]; readonly now: number },
): string {
  const { exportId, planHash, readinessState, requiresApproval, because, approvals } = shown
  const need = requiresApproval ? `needs an approval: ${because.map(becauseInWords).join('; ')}` : 'needs no approval'
  return [
    `${style.bold('Approvals')} of ${plain(exportId)}`,
    style.dim(`  ${plain(planHash)}`),
    ...wrap(`${readinessState}, ${need}`, '    ', '  '),
    '',
    ...(approvals.length === 0
      ? ['  nobody has approved anything yet']
      : approvalLines(approvals, { planHash, style, now })),
    ...renderNext(next, style),
  ].join('\n')
}

/** Each approval with its reason and whether it counts. */
export function approvalLines(
  approvals: readonly Approval[],
  { planHash, style, now }: { readonly planHash: string; readonly style: Style; readonly now: number },
): string[] {
  return approvals.flatMap((approval) => {
    const { actor, reason, approved_at, live } = approval
    const mark = live ? style.good : style.dim
    return [
      ...wrap(`${actor.type} ${actor.name}, ${approved_at.slice(0, 19)}Z: ${reason}`, '    ', '  '),
      ...wrap(validityInWords(approval, { planHash, now }), '    ').map(mark),
    ]
  })
}
