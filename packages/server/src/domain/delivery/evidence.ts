/**
 * What was observed, in words for people; at most 500 characters. Made from the code alone: what a receiver answered is
 * never repeated, since it may hold anything.
 */
export function evidenceInWords(outcome: 'rejected' | 'not_sent' | 'unknown', evidence: string | null): string {
  return `${observed(evidence)} ${consequences[outcome]}`
}

const consequences = {
  rejected: 'The broker does not hold the submission.',
  not_sent: 'This attempt was not delivered.',
  unknown: 'It may have arrived, and nobody can tell.',
} as const

function observed(evidence: string | null): string {
  const [, code] = /^smtp_(\d{3})$/.exec(evidence ?? '') ?? []
  if (code !== undefined && credentialCodes.has(code))
    return `The mail server did not accept the credentials of this server (SMTP ${code}).`
  if (code !== undefined)
    return code.startsWith('5')
      ? `The mail server refused the message for good (SMTP ${code}).`
      : `The mail server answered SMTP ${code}.`
  return sentences[evidence ?? ''] ?? `The attempt ended with ${(evidence ?? 'no evidence').slice(0, 40)}.`
}

/** RFC 4954. */
const credentialCodes: ReadonlySet<string> = new Set(['530', '534', '535', '538'])

const sentences: Readonly<Record<string, string>> = {
  connect_failed: 'No connection to the mail server could be made.',
  tls_failed: 'The mail server offered no TLS connection that could be trusted.',
  refused_address: 'The address of the broker is not one that mail may be sent to.',
  timeout: 'The mail server did not answer in time.',
  reset: 'The connection to the mail server broke.',
  bad_answer: 'The mail server answered with something that is not SMTP.',
  lease_expired: 'The process that sent the message ended before it could report.',
  shutdown: 'The server was shut down while the message was being sent.',
}
