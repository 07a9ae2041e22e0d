import { expect, it } from 'vitest'
import { evidenceInWords } from './evidence.ts'

it.each([
  ['rejected', 'smtp_550', 'The mail server refused the message for good (SMTP 550). The receiver does not hold it.'],
  ['not_sent', 'smtp_451', 'The mail server answered SMTP 451. This attempt was not delivered.'],
  [
    'not_sent',
    'smtp_535',
    'The mail server did not accept the credentials of this server (SMTP 535). This attempt was not delivered.',
  ],
  ['not_sent', 'connect_failed', 'No connection to the receiver could be made. This attempt was not delivered.'],
  ['not_sent', 'dns_failed', 'The name of the receiver leads to no address. This attempt was not delivered.'],
  ['unknown', 'timeout', 'The receiver did not answer in time. It may have arrived, and nobody can tell.'],
  [
    'unknown',
    'lease_expired',
    'The process that made the attempt ended before it could report. It may have arrived, and nobody can tell.',
  ],
  ['unknown', 'http_500', 'The receiver failed (HTTP 500). It may have arrived, and nobody can tell.'],
  [
    'rejected',
    'http_401',
    'The receiver did not accept the secret or the signature (HTTP 401). The receiver does not hold it.',
  ],
  [
    'rejected',
    'http_302',
    'The receiver answered with a redirection, which is not followed (HTTP 302). The receiver does not hold it.',
  ],
  ['rejected', 'http_418', 'The receiver refused the message (HTTP 418). The receiver does not hold it.'],
  [
    'not_sent',
    'denied_by_operator',
    'An operator learned that the receiver does not hold it. This attempt was not delivered.',
  ],
] as const)('%s by %s reads: %s', (outcome, evidence, words) => {
  expect(evidenceInWords(outcome, evidence)).toBe(words)
})

it.each([
  [
    'not_sent',
    'not_found_by_query',
    'The receiver knows nothing of the message. The receiver was asked and does not hold the message.',
  ],
  [
    'unknown',
    'timeout',
    'The receiver did not answer in time. The receiver was asked whether it holds the message, and nobody can tell yet.',
  ],
] as const)('a question that ended %s by %s reads: %s', (outcome, evidence, words) => {
  expect(evidenceInWords(outcome, evidence, 'query')).toBe(words)
})

it('an unknown code is shown, cut to what a code may be long', () => {
  expect(evidenceInWords('not_sent', 'x'.repeat(600))).toBe(
    `The attempt ended with ${'x'.repeat(40)}. This attempt was not delivered.`,
  )
  expect(evidenceInWords('unknown', null)).toContain('no evidence')
})
