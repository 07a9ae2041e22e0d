import type { ExecutedExport } from '@entrygo/sdk/contract'
import { renderNext, type ShownCommand } from './command-line.ts'
import type { Style } from './style.ts'
import { duplicatePossible } from './submission.ts'
import { plain, table, wrap } from './text.ts'

/** What execute has done so far; the submission goes on after it. */
export function renderExecuted(
  executed: ExecutedExport,
  { style, next }: { readonly style: Style; readonly next: readonly ShownCommand[] },
): string {
  const { exportId, customs_package_id, artifacts, notifications, broker_submission: submission } = executed
  const head = [{ title: 'Document' }, { title: 'Bytes', align: 'right' as const }, { title: 'SHA-256' }]
  const rows = artifacts.map(({ filename, size, sha256 }) => [filename, String(size), `${sha256.slice(0, 16)}…`])
  return [
    `${style.good('Executed')} ${plain(exportId)}`,
    `  customs package ${plain(customs_package_id)}`,
    ...table(head, rows).map((line) => `  ${line}`),
    ...notifications.map(({ channel, recipient, status }) =>
      plain(`  warehouse notice ${status}${recipient === null ? ` (${channel})` : ` to ${recipient}`}`),
    ),
    plain(`  broker submission ${submission.status} (${submission.submission_type}) to ${recipientOf(submission)}`),
    ...wrap(handOffs[submission.status] ?? 'This version does not know that status.', '  '),
    ...(submission.duplicate_possible ? wrap(duplicatePossible, '  ').map(style.bad) : []),
    ...renderNext(next, style),
  ].join('\n')
}

/** What is still going on: execute answers before the broker does. */
const handOffs: Readonly<Record<string, string>> = {
  prepared: 'The hand-off to the broker begins now and goes on in the server; nothing has to stay open for it.',
  sending: 'The hand-off to the broker is under way in the server, with further attempts if one fails.',
  sent: 'The broker, or the next mail server on the way, has taken it over.',
  failed: 'The broker does not hold it: remove the cause, then execute again.',
  unknown: 'It may have arrived, and EntryGo does not send it again by itself: ask the broker.',
}

function recipientOf({ recipient_email }: ExecutedExport['broker_submission']): string {
  return recipient_email ?? 'the broker'
}
