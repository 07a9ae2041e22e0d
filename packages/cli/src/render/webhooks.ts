import {
  eventTypes,
  type Webhook,
  type WebhookDelivery,
  type WebhookList,
  type WebhookReplay,
} from '@entrygo/sdk/contract'
import { renderAttempts } from './attempts.ts'
import { renderNext, type ShownCommand } from './command-line.ts'
import type { Style } from './style.ts'
import { count, plain, wrap } from './text.ts'

interface Shown {
  readonly style: Style
  readonly next: readonly ShownCommand[]
}

/** An endpoint as it is now, with its secret where the answer brought one. */
export function renderEndpoint(
  hook: Webhook & { readonly secret?: string },
  { style, next, done }: Shown & { readonly done: string },
): string {
  return [
    `${style.good(done)} ${plain(hook.externalId)} (${plain(hook.id)})`,
    ...facts(hook, style),
    ...(hook.secret === undefined ? [] : [`  secret  ${style.bold(plain(hook.secret))}`]),
    ...renderNext(next, style),
  ].join('\n')
}

/** Every endpoint with what waits for it and how its newest deliveries ended. */
export function renderEndpoints({ data }: WebhookList, style: Style): string {
  if (data.length === 0) return 'No endpoints yet: `entrygo webhooks register` makes one.'
  return data
    .flatMap((hook) => [
      `${style.bold(plain(hook.externalId))} ${plain(hook.id)}`,
      ...facts(hook, style),
      ...wrap(`${count(hook.pending_count, 'message')} waiting`, '  '),
      ...hook.recent_deliveries.slice(0, shownDeliveries).flatMap((delivery) => deliveryLines(delivery, style)),
      '',
    ])
    .join('\n')
}

/** So many are shown of an endpoint; JSON has them all. */
const shownDeliveries = 5

function facts({ url, events, active, old_secret_until }: Webhook, style: Style): string[] {
  const off = 'switched off, by its owner or by an answer 410: register it again'
  return [
    `  ${active ? style.good('active') : style.bad(off)}`,
    `  ${plain(url)}`,
    ...wrap(
      eventTypes.every((type) => events.includes(type)) ? 'every type of event' : events.join(', '),
      '    ',
      '  ',
    ),
    ...(old_secret_until === null ? [] : wrap(`the secret before signs too until ${old_secret_until}`, '  ')),
  ]
}

function deliveryLines(
  { message_id, export_id, status, attempts, next_attempt_at }: WebhookDelivery,
  style: Style,
): string[] {
  const mark = { sent: style.good, failed: style.bad, unknown: style.bad }[String(status)] ?? style.warn
  const again = next_attempt_at === null ? '' : `, tried again at ${next_attempt_at}`
  return [
    `    ${plain(message_id)}  ${mark(plain(status))}${plain(again)}`,
    ...(export_id === null ? ['      a test'] : [style.dim(`      of ${plain(export_id)}`)]),
    ...renderAttempts(attempts.slice(-1), style, '      '),
  ]
}

export function renderTest({ message_id, status }: WebhookDelivery, { style, next }: Shown): string {
  return [`${style.good('Queued')} a test, ${plain(message_id)}: ${plain(status)}`, ...renderNext(next, style)].join(
    '\n',
  )
}

export function renderReplay({ export_id, after, webhook_id }: WebhookReplay, { style, next }: Shown): string {
  return [
    `${style.good('Queued')} the events of ${plain(export_id)} after ${after} for ${plain(webhook_id)}`,
    '  They keep their ids: a receiver that knows one already passes over it.',
    ...renderNext(next, style),
  ].join('\n')
}
