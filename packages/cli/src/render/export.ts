import type { Export } from '@entrygo/sdk/contract'
import { usdOf } from './approval-request.ts'
import { approvalLines } from './approvals.ts'
import { renderNext, type ShownCommand } from './command-line.ts'
import { renderEvents } from './events.ts'
import { renderFindings } from './findings.ts'
import type { Style } from './style.ts'
import { renderNotifications, renderSubmission } from './submission.ts'
import { count, plain, table, usd } from './text.ts'

const meanings: Readonly<Record<string, string>> = {
  blocked: 'data is missing or has to change, then plan again',
  awaiting_approval: 'a person or policy has to approve this plan',
  executable: 'it may be executed',
  handing_off: 'the broker submission is under way',
  completed: 'the broker submission is out',
  needs_action: 'somebody has to act, see the submission',
}

/** Where an export stands: state, scope, submission, documents, and the events as a timeline. */
export function renderExport(
  found: Export,
  { style, next, now }: { readonly style: Style; readonly next: readonly ShownCommand[]; readonly now: number },
): string {
  const { exportId, state, planHash, readinessState } = found
  const { included_order_ids: included, excluded_order_ids: excluded } = found
  return [
    `${style.bold('Export')} ${plain(exportId)}`,
    `  ${markOf(state, style)(plain(state))}: ${meanings[state] ?? 'this version does not know that word'}`,
    style.dim(`  ${plain(planHash)}`),
    `  ${plain(readinessState)}; ${count(included.length, 'order')} in, ${excluded.length} out; ${usd(usdOf(found))}`,
    ...(found.status === 'executed' ? [] : renderFindings(found, style)),
    ...approvals(found, style, now),
    ...documents(found, style),
    ...renderSubmission(found, style),
    ...renderNotifications(found.notifications, style),
    '',
    style.bold('Timeline'),
    ...renderEvents(found.events, style),
    ...renderNext(next, style),
  ].join('\n')
}

function markOf(state: string, style: Style): (text: string) => string {
  if (state === 'completed' || state === 'executable') return style.good
  return state === 'blocked' || state === 'needs_action' ? style.bad : style.warn
}

function approvals({ approvals: given, planHash }: Export, style: Style, now: number): string[] {
  return given.length === 0 ? [] : ['', style.bold('Approvals'), ...approvalLines(given, { planHash, style, now })]
}

function documents({ customs_package: found }: Export, style: Style): string[] {
  if (found === null) return []
  const head = [{ title: 'Document' }, { title: 'Bytes', align: 'right' as const }, { title: 'SHA-256' }]
  const rows = found.artifacts.map(({ filename, size, sha256 }) => [filename, String(size), `${sha256.slice(0, 16)}…`])
  return [
    '',
    `${style.bold('Customs package')} ${plain(found.packageNumber)} (${plain(found.state)})`,
    `  ${plain(found.id)}`,
    ...table(head, rows).map((line) => `  ${line}`),
  ]
}
