import { EntryGoError } from '@entrygo/sdk/client'
import { expect, it } from 'vitest'
import { errorDocumentOf } from './failure.ts'

it.each([
  ['to a read ends with 7', null, 7],
  ['to a write ends with 9: it was accepted', 'nightly', 9],
] as const)('an answer that is too large %s', (_, idempotencyKey, exitCode) => {
  const error = new EntryGoError({
    ...{ kind: 'parse', code: 'ANSWER_TOO_LARGE', message: 'The answer has more than 268435456 bytes.', status: 200 },
    ...{ idempotencyKey, mayHaveHappened: idempotencyKey !== null },
  })
  expect(errorDocumentOf(error)).toMatchObject({
    errorCode: 'UNREADABLE_RESPONSE',
    message: 'The answer is larger than is read (HTTP 200): ask for less of it at a time.',
    exitCode,
    retryable: false,
  })
})
