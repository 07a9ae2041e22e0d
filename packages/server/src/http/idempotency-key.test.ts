import { expect, it } from 'vitest'
import { readIdempotencyKey } from './idempotency-key.ts'

it.each([
  [[], null],
  [['abc'], 'abc'],
  [['"abc"'], 'abc'],
  [['"a\\"b\\\\c"'], 'a"b\\c'],
  [['a, b'], 'a, b'],
  [['k'.repeat(255)], 'k'.repeat(255)],
])('%j is the key %j', (lines, key) => {
  expect(readIdempotencyKey(lines)).toBe(key)
})

it.each([
  [['a', 'b']],
  [['"open']],
  [['"a" b']],
  [['"a\\x"']],
  [['']],
  [['""']],
  [['k'.repeat(256)]],
  [['ä']],
  [['a\tb']],
])('%j is refused under the name of the header', (lines) => {
  expect(readIdempotencyKey(lines)).toMatchObject({ errorCode: 'VALIDATION_ERROR', field: 'Idempotency-Key' })
})
