import { expect, it } from 'vitest'
import { readinessOf } from './readiness.ts'

it.each([
  [['ord_1'], [], 'READY'],
  [['ord_1'], ['INFO'], 'READY'],
  [['ord_1'], ['INFO', 'REVIEW'], 'REVIEW_REQUIRED'],
  [['ord_1'], ['REVIEW', 'BLOCK', 'INFO'], 'BLOCKED'],
  [['ord_1'], ['BLOCK'], 'BLOCKED'],
  [[], [], 'BLOCKED'],
  [[], ['INFO'], 'BLOCKED'],
] as const)('included %j with findings %j is %s', (included, severities, readiness) => {
  expect(
    readinessOf(
      included,
      severities.map((severity) => ({ severity })),
    ),
  ).toBe(readiness)
})
