import type { AttemptOutcome } from '@entrygo/sdk/contract'
import type { AttemptRecord } from '../records.ts'

/**
 * What was observed, in words for people; at most 500 characters. Made from the code alone: what a receiver answered is
 * never repeated, since it may hold anything. The words fit a broker, a warehouse and a system that takes events.
 */
export function evidenceInWords(
  outcome: Exclude<AttemptOutcome, 'accepted'>,
  evidence: string | null,
  kind: AttemptRecord['kind'] = 'send',
): string {
  return `${observed(evidence)} ${consequences[kind][outcome]}`
}

const consequences = {
  send: {
    rejected: 'The receiver does not hold it.',
    not_sent: 'This attempt was not delivered.',
    unknown: 'It may have arrived, and nobody can tell.',
  },
  query: {
    rejected: 'The receiver could not be asked whether it holds the message.',
    not_sent: 'The receiver was asked and does not hold the message.',
    unknown: 'The receiver was asked whether it holds the message, and nobody can tell yet.',
  },
} as const

function observed(evidence: string | null): string {
  const [, protocol, code = ''] = /^(smtp|http)_(\d{3})$/.exec(evidence ?? '') ?? []
  if (protocol === 'smtp') return smtpAnswer(code)
  if (protocol === 'http') return `${httpAnswers[code] ?? httpAnswerOf(code)} (HTTP ${code}).`
  return sentences[evidence ?? ''] ?? `The attempt ended with ${(evidence ?? 'no evidence').slice(0, 40)}.`
}

function smtpAnswer(code: string): string {
  if (credentialCodes.has(code)) return `The mail server did not accept the credentials of this server (SMTP ${code}).`
  return code.startsWith('5')
    ? `The mail server refused the message for good (SMTP ${code}).`
    : `The mail server answered SMTP ${code}.`
}

/** RFC 4954. */
const credentialCodes: ReadonlySet<string> = new Set(['530', '534', '535', '538'])

const httpAnswers: Readonly<Record<string, string>> = {
  401: 'The receiver did not accept the secret or the signature',
  403: 'The receiver did not accept the secret or the signature',
  404: 'There is nothing at the address of the receiver',
  408: 'The receiver waited too long for the message',
  409: 'The receiver is busy with an earlier attempt',
  410: 'The receiver says that it is gone for good',
  413: 'The message is too large for the receiver',
  422: 'The receiver refused the content of the message',
  425: 'The receiver asks to be called later',
  429: 'The receiver asks to be called less often',
  503: 'The receiver cannot serve now',
}

function httpAnswerOf(code: string): string {
  if (code.startsWith('3')) return 'The receiver answered with a redirection, which is not followed'
  if (code.startsWith('5')) return 'The receiver failed'
  return code.startsWith('4') ? 'The receiver refused the message' : 'The receiver gave an answer that cannot be used'
}

const sentences: Readonly<Record<string, string>> = {
  dns_failed: 'The name of the receiver leads to no address.',
  connect_failed: 'No connection to the receiver could be made.',
  tls_failed: 'The receiver offered no TLS connection that could be trusted.',
  refused_address: 'The address of the receiver is not one that may be sent to.',
  timeout: 'The receiver did not answer in time.',
  reset: 'The connection to the receiver broke.',
  bad_answer: 'The receiver answered with something that cannot be understood.',
  oversize: 'The answer of the receiver was longer than is read.',
  bad_request: 'No request could be made of the message.',
  overtaken: 'Another attempt was accepted before this one could report.',
  no_secret: 'No secret is stored by which the receiver would know this server.',
  key_reused: 'The receiver remembers another message under the same key.',
  lease_expired: 'The process that made the attempt ended before it could report.',
  restored: 'A backup was put back: whether the message left in the time that it lacks is not recorded.',
  shutdown: 'The server was shut down during the attempt.',
  key_lapsed: 'The server was paused until the receiver may have forgotten the key, and sent nothing.',
  no_transport: 'This server has no way to reach the receiver.',
  not_queryable: 'This server has no way to ask the receiver.',
  payload_damaged: 'The stored message is damaged and was not sent.',
  not_found_by_query: 'The receiver knows nothing of the message.',
  other_payload_found: 'The receiver holds another message under the same id.',
  denied_by_operator: 'An operator learned that the receiver does not hold it.',
  found_by_query: 'The receiver holds the message.',
  confirmed_by_operator: 'An operator learned that the receiver holds the message.',
}

/** Every code that has a sentence of its own, beside `smtp_<code>` and `http_<code>`. */
export const evidenceCodes: readonly string[] = Object.keys(sentences)
