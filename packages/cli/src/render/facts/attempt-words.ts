import type { Attempt } from '@entrygo/sdk/contract'

/** How an attempt ended, in words; `null` while it is under way. */
export function outcomeInWords(outcome: Attempt['outcome']): string {
  return outcome === null ? 'under way' : (outcomes[outcome] ?? outcome)
}

const outcomes: Readonly<Record<string, string>> = {
  accepted: 'accepted',
  rejected: 'refused',
  not_sent: 'not sent',
  unknown: 'nobody can tell',
}

/** `500 ms` or `2.5 s`; empty while the attempt is under way. */
export function durationInWords({ started_at, finished_at }: Attempt): string {
  if (finished_at === null) return ''
  const ms = Date.parse(finished_at) - Date.parse(started_at)
  return ms < 1000 ? `${Math.max(0, ms)} ms` : `${(ms / 1000).toFixed(1)} s`
}

/** What was observed; a code that this version does not know is shown as it is. */
export function evidenceInWords(evidence: string): string {
  const [, protocol, code = ''] = /^(smtp|http)_(\d{3})$/.exec(evidence) ?? []
  if (protocol === 'smtp') return `the mail server answered ${code}`
  if (protocol === 'http') return `the receiver answered HTTP ${code}`
  return sentences[evidence] ?? evidence
}

const sentences: Readonly<Record<string, string>> = {
  dns_failed: 'the name of the receiver leads to no address',
  connect_failed: 'no connection could be made',
  tls_failed: 'there was no TLS connection that could be trusted',
  refused_address: 'the address is not one that may be sent to',
  timeout: 'no answer in time',
  reset: 'the connection broke',
  bad_answer: 'the answer cannot be understood',
  oversize: 'the answer was longer than is read',
  bad_request: 'no request could be made of the message',
  no_secret: 'the server has no secret by which the receiver would know it',
  key_reused: 'the receiver remembers another message under the same key',
  overtaken: 'another attempt was accepted first',
  restored: 'a backup was put back, and what was sent meanwhile is not recorded',
  lease_expired: 'the server ended before it could note the outcome',
  shutdown: 'the server was shut down meanwhile',
  key_lapsed: 'the server was paused until the receiver may have forgotten the key, and sent nothing',
  no_transport: 'the server has no way to reach the receiver',
  not_queryable: 'the server has no way to ask the receiver',
  payload_damaged: 'the stored message is damaged and was not sent',
  found_by_query: 'asked, the receiver holds it',
  not_found_by_query: 'asked, the receiver does not hold it',
  other_payload_found: 'asked, the receiver holds another message under this id',
  confirmed_by_operator: 'an operator learned that the receiver holds it',
  denied_by_operator: 'an operator learned that the receiver does not hold it',
}

/** Every code that has words of its own. */
export const evidenceCodes: readonly string[] = Object.keys(sentences)
