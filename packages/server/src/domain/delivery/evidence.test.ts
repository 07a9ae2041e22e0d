import { expect, it } from 'vitest'
import { evidenceInWords } from './evidence.ts'

it.each([
  [
    'rejected',
    'smtp_550',
    'The mail server refused the message for good (SMTP 550). The broker does not hold the submission.',
  ],
  ['not_sent', 'smtp_451', 'The mail server answered SMTP 451. This attempt was not delivered.'],
  [
    'not_sent',
    'smtp_535',
    'The mail server did not accept the credentials of this server (SMTP 535). This attempt was not delivered.',
  ],
  ['not_sent', 'connect_failed', 'No connection to the mail server could be made. This attempt was not delivered.'],
  ['unknown', 'timeout', 'The mail server did not answer in time. It may have arrived, and nobody can tell.'],
  [
    'unknown',
    'lease_expired',
    'The process that sent the message ended before it could report. It may have arrived, and nobody can tell.',
  ],
] as const)('%s by %s reads: %s', (outcome, evidence, words) => {
  expect(evidenceInWords(outcome, evidence)).toBe(words)
})

it('an unknown code is shown, cut to what a code may be long', () => {
  expect(evidenceInWords('not_sent', 'x'.repeat(600))).toBe(
    `The attempt ended with ${'x'.repeat(40)}. This attempt was not delivered.`,
  )
  expect(evidenceInWords('unknown', null)).toContain('no evidence')
})
