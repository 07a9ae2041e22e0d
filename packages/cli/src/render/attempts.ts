import type { Attempt } from '@entrygo/sdk/contract'
import type { Style } from './style.ts'
import { plain, wrap } from './text.ts'

/** One line an attempt: number, time, outcome, and what was seen in words. */
export function renderAttempts(attempts: readonly Attempt[], style: Style, indent = '  '): string[] {
  return attempts.flatMap(({ n, started_at, finished_at, outcome, evidence }) => {
    const mark = outcome === null ? style.warn : (marks(style)[outcome] ?? style.warn)
    const said = outcome === null ? 'under way' : (words[outcome] ?? plain(outcome))
    const took = finished_at === null ? '' : `, ${seconds(started_at, finished_at)}`
    const seen = evidence === null ? '' : `: ${evidenceInWords(evidence)}`
    const line = `#${n} ${started_at.slice(0, 19)}Z${took}  ${said}${seen}`
    return wrap(line, `${indent}   `, indent).map((text) => text.replace(said, mark(said)))
  })
}

const words: Readonly<Record<string, string>> = {
  accepted: 'accepted',
  rejected: 'refused',
  not_sent: 'not sent',
  unknown: 'nobody can tell',
}

function marks({ good, bad, warn }: Style): Readonly<Record<string, (text: string) => string>> {
  return { accepted: good, rejected: bad, not_sent: warn, unknown: bad }
}

function seconds(from: string, to: string): string {
  const ms = Date.parse(to) - Date.parse(from)
  return ms < 1000 ? `${Math.max(0, ms)} ms` : `${(ms / 1000).toFixed(1)} s`
}

/** What was observed; a code that this version does not know is shown as it is. */
export function evidenceInWords(evidence: string): string {
  const [, protocol, code = ''] = /^(smtp|http)_(\d{3})$/.exec(evidence) ?? []
  if (protocol === 'smtp') return `the mail server answered ${code}`
  if (protocol === 'http') return `the receiver answered HTTP ${code}`
  return sentences[evidence] ?? plain(evidence)
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
  lease_expired: 'the server ended before it could note the outcome',
  shutdown: 'the server was shut down meanwhile',
  no_transport: 'the server has no way to reach the receiver',
  not_queryable: 'the server has no way to ask the receiver',
  payload_damaged: 'the stored message is damaged and was not sent',
  found_by_query: 'asked, the receiver holds it',
  not_found_by_query: 'asked, the receiver does not hold it',
  other_payload_found: 'asked, the receiver holds another message under this id',
  confirmed_by_operator: 'an operator learned that the receiver holds it',
  denied_by_operator: 'an operator learned that the receiver does not hold it',
}
