import { sha256Hex } from '../fingerprint.ts'
import type { DeliveryRecord, NotificationRecord, RecordDocuments } from '../records.ts'
import { dueEffect, untried } from './new-delivery.ts'

/** How a warehouse is told; null when its record names no channel. */
export interface NotificationRoute {
  readonly channel: 'email' | 'webhook'
  readonly recipient: string
}

/** A channel without its address tells nobody. */
export function notificationRoute({ notification }: RecordDocuments['warehouse']): NotificationRoute | null {
  if (notification === undefined || notification.channel === 'none') return null
  const { channel } = notification
  const recipient = channel === 'email' ? notification.email : notification.url
  return recipient === undefined ? null : { channel, recipient }
}

/** A notification with its message, or without one where the warehouse has no channel. */
export interface PreparedNotification {
  readonly id: string
  readonly message: {
    readonly route: NotificationRoute
    /** Of a mail; null for a webhook. */
    readonly subject: string | null
    readonly payload: Uint8Array
  } | null
}

export interface NewNotification {
  readonly exportId: string
  readonly warehouse: Pick<RecordDocuments['warehouse'], 'id'>
  readonly notification: PreparedNotification
  readonly makeId: (prefix: string) => string
  /** Milliseconds UTC. */
  readonly at: number
  /** It may have left in a time that a restored store lacks. */
  readonly mayBeSent?: boolean
}

/** Recorded in any case; with a channel, a delivery of the same id goes with it. */
export function newNotification(wanted: NewNotification): NotificationRecord {
  const { exportId, warehouse, at } = wanted
  const { id, message } = wanted.notification
  if (message === null) return { id, kind: 'warehouse', channel: 'none', recipient: null, at, delivery: null }
  const { channel, recipient } = message.route
  const delivery: DeliveryRecord = {
    ...untried(at),
    ...{ id, kind: 'notification', exportId, partyId: warehouse.id, transport: channel, policy: 'at_least_once' },
    terms: { keyWindowMs: 0, isQueryable: false, settleMs: 0, concurrency: 1 },
    ...{ destination: recipient, subject: message.subject, payloadSha: sha256Hex(message.payload) },
  }
  const outbox = dueEffect(delivery, wanted)
  return { id, kind: 'warehouse', channel, recipient, at, delivery: { ...delivery, outbox } }
}
