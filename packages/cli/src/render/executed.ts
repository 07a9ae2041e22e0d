import type { ExecutedExport } from '@entrygo/sdk/contract'
import { renderNext, type ShownCommand } from './command-line.ts'
import type { Style } from './style.ts'
import { plain, table } from './text.ts'

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
    ...renderNext(next, style),
  ].join('\n')
}

function recipientOf({ recipient_email }: ExecutedExport['broker_submission']): string {
  return recipient_email ?? 'the broker'
}
