import type { BrokerSubmission, Export, Notification } from '@entrygo/sdk/contract'
import { warningsOf } from './facts/warnings.ts'
import type { Style } from './style.ts'
import { plain, wrap } from './text.ts'

export const duplicatePossible =
  'Duplicate possible: the broker may have received this export more than once. Tell them.'

/** What nobody may overlook, loudly. */
export function renderWarnings(found: Export, style: Style): string[] {
  return warningsOf(found).flatMap(({ title, text }) => [
    '',
    ...wrap(`${title}: ${text}`, '     ', '  !! ').map((line) => style.bold(style.bad(line))),
  ])
}

/** The hand-off to the broker, and the messages that it replaced; its attempts stand in the timeline. */
export function renderSubmission(found: Export, style: Style): string[] {
  const { broker_submission: submission, previous_submissions: earlier } = found
  if (submission === null) return []
  const { status, sent_at, error_message, next_attempt_at } = submission
  return [
    '',
    `${style.bold('Broker submission')} ${markOf(status, style)(plain(status))}${sent_at === null ? '' : ` at ${plain(sent_at)}`}`,
    ...wrap(way(submission), '  '),
    ...(error_message === null ? [] : wrap(error_message, '  ')),
    ...(next_attempt_at === null ? [] : [`  next attempt at ${plain(next_attempt_at)}`]),
    ...earlier.flatMap((one) => wrap(`before it, ${one.status}: ${way(one)}`, '    ', '  ')),
  ]
}

/** Who was told, and how that went; the attempts stand in the timeline. */
export function renderNotifications(notifications: readonly Notification[], style: Style): string[] {
  if (notifications.length === 0) return []
  const lines = notifications.flatMap(({ kind, channel, recipient, status }) => {
    const to = recipient === null ? '' : ` to ${recipient}`
    const said = status === 'recorded' ? 'recorded, with no channel to send it by' : plain(status)
    const [first = '', ...rest] = wrap(
      `${kind}${channel === 'none' ? '' : ` by ${channel}${to}`}: ${said}`,
      '    ',
      '  ',
    )
    return [first.endsWith(said) ? first.slice(0, -said.length) + markOf(status, style)(said) : first, ...rest]
  })
  return ['', style.bold('Notifications'), ...lines]
}

function way({ submission_type, recipient_email, revision, subject }: BrokerSubmission): string {
  const what = subject === null ? '' : `, "${subject}"`
  return `by ${submission_type} to ${recipient_email ?? 'the broker'}, revision ${revision}${what}`
}

function markOf(status: string, style: Style): (text: string) => string {
  if (status === 'sent') return style.good
  return status === 'failed' || status === 'unknown' ? style.bad : style.warn
}
