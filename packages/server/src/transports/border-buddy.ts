import type { Clock, Envelope, QuerySighting, Sighting, Transport } from '../ports.ts'
import { type HttpAnswer, sightingOf } from './http-sighting.ts'
import type { Exchange, OutgoingHttp } from './outgoing-http.ts'
import { retryAfterMs } from './retry-after.ts'

export interface BorderBuddySettings {
  readonly http: OutgoingHttp
  readonly clock: Clock
}

/**
 * A broker of the wire contract in `border-buddy.openapi.yaml`: it remembers the key of a submission and can be asked
 * whether it holds one. That contract is this project's own; of the broker it is named after no public description of an
 * interface exists. Both calls report and never reject.
 */
export function borderBuddyTransport({ http, clock }: BorderBuddySettings): Transport {
  return {
    async send(payload, envelope) {
      if (envelope.signal.aborted) return { outcome: 'not_sent', evidence: 'shutdown' }
      const call = callOf(envelope, null)
      if (call === null) return { outcome: 'not_sent', evidence: 'no_secret' }
      const headers = {
        ...call.headers,
        'content-type': 'application/json',
        'idempotency-key': envelope.messageId,
        'entrygo-payload-sha256': envelope.payloadSha256,
      }
      const exchange = await http({ ...call, method: 'POST', headers, body: payload })
      if (isKeyReused(exchange)) return { outcome: 'rejected', evidence: 'key_reused' }
      return sightingOf(exchange, { onSuccess, on503: 'not_sent' }, clock.now())
    },
    async query(envelope) {
      const call = callOf(envelope, envelope.messageId)
      if (call === null) return unanswered('no_secret')
      const exchange = await http({ ...call, method: 'GET', body: null })
      if (exchange.reached !== 'answer') return unanswered(exchange.cause)
      return answerToQuery(exchange, clock.now())
    },
  }
}

/** Null without a secret that a header can carry (RFC 6750 §2.1). */
function callOf(
  { destination, secrets: [secret = ''], signal }: Envelope,
  messageId: string | null,
): { url: string; headers: Record<string, string>; signal: AbortSignal } | null {
  if (!/^[\x21-\x7e]{1,256}$/.test(secret)) return null
  const path = `v1/submissions${messageId === null ? '' : `/${encodeURIComponent(messageId)}`}`
  const headers = { authorization: `Bearer ${secret}`, accept: 'application/json' }
  return { url: below(destination, path), headers, signal }
}

/** A text that is no URL stays as it is: the client refuses it. */
function below(base: string, path: string): string {
  const url = URL.parse(base)
  if (url === null) return base
  url.pathname = `${url.pathname.replace(/\/+$/, '')}/${path}`
  return url.href
}

function onSuccess(answer: HttpAnswer): Sighting {
  const reference = referenceIn(objectIn(answer))
  if (reference === null) return { outcome: 'unknown', evidence: 'bad_answer' }
  return { outcome: 'accepted', evidence: `http_${answer.status}`, brokerRef: reference }
}

function isKeyReused(exchange: Exchange): boolean {
  return exchange.reached === 'answer' && exchange.status === 422 && objectIn(exchange)['code'] === 'KEY_REUSED'
}

/**
 * Not found counts only in the words of the contract: a 404 of a proxy or of a wrong address says nothing about the
 * submission, and taking it for an answer would send twice.
 */
function answerToQuery(answer: HttpAnswer, now: number): QuerySighting {
  const { status, headers } = answer
  const said = objectIn(answer)
  if (status === 200) {
    const { payloadSha256 } = said
    const brokerRef = referenceIn(said)
    if (brokerRef === null || typeof payloadSha256 !== 'string' || !/^[0-9a-f]{64}$/.test(payloadSha256))
      return unanswered('bad_answer')
    return { found: true, evidence: 'http_200', payloadSha256, brokerRef }
  }
  if (status === 404 && said['code'] === 'NOT_FOUND') return { found: false, isReliable: true, evidence: 'http_404' }
  const wait = retryAfterMs(headers['retry-after'], now)
  const evidence = status >= 200 && status <= 599 ? `http_${status}` : 'bad_answer'
  return { ...unanswered(evidence), ...(wait === undefined ? {} : { retryAfterMs: wait }) }
}

function unanswered(evidence: string): QuerySighting & { readonly found: false } {
  return { found: false, isReliable: false, evidence }
}

/** The JSON object of an answer; empty for anything else. */
function objectIn({ body }: HttpAnswer): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body))
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {}
  } catch {
    return {}
  }
}

/** 1 to 128 characters that can be shown anywhere: no control or direction characters, no blank at either end. */
function referenceIn({ reference }: Readonly<Record<string, unknown>>): string | null {
  if (typeof reference !== 'string' || reference.length > 256 || !reference.isWellFormed()) return null
  const length = [...reference].length
  return length >= 1 && length <= 128 && !unshowable.test(reference) && reference.trim() === reference
    ? reference
    : null
}

const unshowable = /[\p{Cc}\p{Zl}\p{Zp}\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/u
