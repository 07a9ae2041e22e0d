import type { BrokerSubmission, Export, Notification } from '@entrygo/sdk/contract'
import { renderAttempts } from './attempts.ts'
import type { Style } from './style.ts'
import { plain, wrap } from './text.ts'

export const duplicatePossible =
  'Duplicate possible: the broker may have received this export more than once. Tell them.'

/** The hand-off to the broker with its attempts, and the messages that it replaced. */
export function renderSubmission(found: Export, style: Style): string[] {
  const { broker_submission: submission, previous_submissions: earlier } = found
  if (submission === null) return []
  const { status, sent_at, error_message, duplicate_possible, next_attempt_at } = submission
  return [
    '',
    `${style.bold('Broker submission')} ${markOf(status, style)(plain(status))}${sent_at === null ? '' : ` at ${sent_at}`}`,
    ...wrap(way(submission), '  '),
    ...wrap(meanings[status] ?? '', '  '),
    ...renderAttempts(submission.attempts, style),
    ...(error_message === null ? [] : wrap(error_message, '  ')),
    ...(next_attempt_at === null ? [] : [`  next attempt at ${plain(next_attempt_at)}`]),
    ...(duplicate_possible ? wrap(duplicatePossible, '  ').map(style.bad) : []),
    ...(earlier.length === 0 ? [] : ['', style.bold('Earlier submissions')]),
    ...earlier.flatMap((one) => [
      ...wrap(`${one.status}: ${way(one)}`, '    ', '  '),
      ...renderAttempts(one.attempts, style, '    '),
    ]),
  ]
}

/** Who was told, and how that went. */
export function renderNotifications(notifications: readonly Notification[], style: Style): string[] {
  if (notifications.length === 0) return []
  const lines = notifications.flatMap(({ kind, channel, recipient, status, attempts }) => {
    const to = recipient === null ? '' : ` to ${recipient}`
    const said = status === 'recorded' ? 'recorded: there is no channel to send it by' : plain(status)
    const [first = '', ...rest] = wrap(
      `${kind}${channel === 'none' ? '' : ` by ${channel}${to}`}: ${said}`,
      '    ',
      '  ',
    )
    return [first.replace(said, markOf(status, style)(said)), ...rest, ...renderAttempts(attempts, style, '    ')]
  })
  return ['', style.bold('Notifications'), ...lines]
}

const meanings: Readonly<Record<string, string>> = {
  failed: 'The broker does not hold it.',
  unknown: 'It may have arrived, and EntryGo does not send it again by itself: ask the broker.',
}

function way({ submission_type, recipient_email, revision, subject }: BrokerSubmission): string {
  const what = subject === null ? '' : `, "${subject}"`
  return `by ${submission_type} to ${recipient_email ?? 'the broker'}, revision ${revision}${what}`
}

function markOf(status: string, style: Style): (text: string) => string {
  if (status === 'sent') return style.good
  return status === 'failed' || status === 'unknown' ? style.bad : style.warn
}
