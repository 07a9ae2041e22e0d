import type { BrokerSubmission, Export } from '@entrygo/sdk/contract'
import { renderNext, type ShownCommand } from './command-line.ts'
import { renderEvents } from './events.ts'
import { renderFindings } from './findings.ts'
import type { Style } from './style.ts'
import { count, plain, table, usd, wrap } from './text.ts'

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
  { style, next }: { readonly style: Style; readonly next: readonly ShownCommand[] },
): string {
  const { exportId, state, planHash, readinessState, export_units: units } = found
  const value = units.reduce((sum, unit) => sum + Math.round(unit.value_usd * 100), 0) / 100
  const { included_order_ids: included, excluded_order_ids: excluded } = found
  return [
    `${style.bold('Export')} ${plain(exportId)}`,
    `  ${markOf(state, style)(plain(state))}: ${meanings[state] ?? 'this version does not know that word'}`,
    style.dim(`  ${plain(planHash)}`),
    `  ${plain(readinessState)}; ${count(included.length, 'order')} in, ${excluded.length} out; ${usd(value)}`,
    ...(found.status === 'executed' ? [] : renderFindings(found, style)),
    ...approvals(found, style),
    ...documents(found, style),
    ...submission(found.broker_submission, style),
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

function approvals({ approvals: given, planHash }: Export, style: Style): string[] {
  const lines = given.flatMap(({ actor, reason, expires_at, live, planHash: hash }) => {
    const validity = live && hash === planHash ? `until ${expires_at}` : 'no longer counts'
    return wrap(`${actor.type} ${actor.name}: ${reason} (${validity})`, '    ', '  ')
  })
  return lines.length === 0 ? [] : ['', style.bold('Approvals'), ...lines]
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

function submission(found: BrokerSubmission | null, style: Style): string[] {
  if (found === null) return []
  const { submission_type, status, recipient_email, sent_at, error_message, attempts, duplicate_possible } = found
  const mark = { sent: style.good, failed: style.bad, unknown: style.bad }[String(status)] ?? style.warn
  return [
    '',
    `${style.bold('Broker submission')} ${mark(plain(status))}${sent_at === null ? '' : ` at ${sent_at}`}`,
    ...wrap(`by ${submission_type} to ${recipient_email ?? 'the broker'}; ${count(attempts.length, 'attempt')}`, '  '),
    ...(error_message === null ? [] : wrap(error_message, '  ')),
    ...(duplicate_possible ? ['  The broker may have it twice: tell them.'] : []),
  ]
}
