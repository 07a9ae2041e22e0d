import type { Approval } from '@entrygo/sdk/contract'
import { renderNext, type ShownCommand } from './command-line.ts'
import type { Style } from './style.ts'
import { plain, wrap } from './text.ts'

/** Who approved which plan, why and until when. */
export function renderApproval(
  approval: Approval,
  { style, next }: { readonly style: Style; readonly next: readonly ShownCommand[] },
): string {
  const { export_id, planHash, actor, reason, expires_at } = approval
  return [
    `${style.good('Approved')} ${plain(export_id)}`,
    style.dim(`  ${plain(planHash)}`),
    ...wrap(`by ${actor.type} ${actor.name}: ${reason}`, '    ', '  '),
    `  until ${plain(expires_at)}`,
    ...renderNext(next, style),
  ].join('\n')
}
