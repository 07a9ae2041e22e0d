import type { Sighting } from '../ports.ts'
import type { Exchange } from './outgoing-http.ts'
import { retryAfterMs } from './retry-after.ts'

export type HttpAnswer = Exchange & { readonly reached: 'answer' }

export interface ReceiverKind {
  /** What a 2xx says. */
  readonly onSuccess: (answer: HttpAnswer) => Sighting
  /** A receiver with keys says by 503 that it did not act; of others nobody knows who said it. */
  readonly on503: 'not_sent' | 'unknown'
}

/**
 * What an exchange says about the delivery (delivery.md §7.3). Only a whole answer can accept or refuse: after the first
 * byte of the request everything else is unknown. `now` is the time of the answer, milliseconds UTC.
 */
export function sightingOf(exchange: Exchange, receiver: ReceiverKind, now: number): Sighting {
  if (exchange.reached === 'nothing') return { outcome: 'not_sent', evidence: exchange.cause }
  if (exchange.reached === 'request') return { outcome: 'unknown', evidence: exchange.cause }
  const { status, headers } = exchange
  if (status >= 200 && status < 300) return receiver.onSuccess(exchange)
  if (status < 300 || status > 599) return { outcome: 'unknown', evidence: 'bad_answer' }
  const wait = retryAfterMs(headers['retry-after'], now)
  return {
    outcome: outcomeOf(status, receiver),
    evidence: `http_${status}`,
    ...(wait === undefined ? {} : { retryAfterMs: wait }),
  }
}

function outcomeOf(status: number, { on503 }: ReceiverKind): Sighting['outcome'] {
  if (notYet.has(status)) return 'not_sent'
  if (status === 503) return on503
  return status === 409 || status >= 500 ? 'unknown' : 'rejected'
}

/** Request Timeout, Too Early, Too Many Requests: the receiver says that it did not act. */
const notYet: ReadonlySet<number> = new Set([408, 425, 429])
