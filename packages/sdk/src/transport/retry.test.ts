import { assert, double, integer, property } from 'fast-check'
import { expect, it } from 'vitest'
import { contractDocument } from '../contract/document.ts'
import { errorCodes } from '../contract/index.ts'
import { statusOf } from '../testing/contract-examples.ts'
import { createRetryBudget, defaultRetry, retryDelay, retryRuleOf } from './retry.ts'
import { retryTable } from './retry-table.ts'
import { createVirtualClock } from './virtual-clock.conformance.ts'

const settings = { ...defaultRetry, baseDelayMs: 100, maxDelayMs: 1000 }

it('the table lists every error code of the contract and no other', () => {
  expect(Object.keys(retryTable).sort()).toEqual([...errorCodes].sort())
})

it('the table repeats exactly the codes that the contract marks as retryable', () => {
  const examples = JSON.parse(JSON.stringify(contractDocument)).components.examples
  for (const code of errorCodes) {
    expect([code, retryTable[code] !== 'never']).toEqual([code, examples[`Error_${code}`].value.retryable])
  }
})

it.each(errorCodes)('%s is sent again as the table says, also where an older server does not say retryable', (code) => {
  const retryable = retryTable[code] !== 'never'
  expect(retryRuleOf(statusOf(code), { code, retryable })).toBe(retryTable[code])
  expect(retryRuleOf(statusOf(code), { code, retryable: null })).toBe(retryTable[code])
})

it.each([
  [409, { code: 'IDEMPOTENCY_CONFLICT', retryable: false }, 'never'],
  [409, { code: 'IDEMPOTENCY_CONFLICT', retryable: true }, 'never'],
  [409, { code: 'IDEMPOTENCY_IN_PROGRESS', retryable: true }, 'wait'],
  [503, { code: 'UNAVAILABLE', retryable: true }, 'backoff'],
  [503, { code: 'UNAVAILABLE', retryable: false }, 'never'],
  [503, { code: 'UNAVAILABLE', retryable: null }, 'backoff'],
  [418, { code: 'A_NEW_CODE', retryable: true }, 'backoff'],
  [503, { code: 'A_NEW_CODE', retryable: false }, 'never'],
  [409, { code: 'A_NEW_CODE', retryable: null }, 'never'],
  [502, null, 'backoff'],
  [404, null, 'never'],
  [302, null, 'never'],
] as const)('%i %o is sent again by the rule %s', (status, refusal, rule) => {
  expect(retryRuleOf(status, refusal)).toBe(rule)
})

it('a first delay is spread over its whole range', () => {
  const clock = createVirtualClock()
  const delays = Array.from({ length: 1000 }, () =>
    Number(retryDelay({ retry: 0, retryAfterMs: null, leftMs: 60_000, settings, clock })),
  )
  const mean = delays.reduce((sum, one) => sum + one, 0) / delays.length
  const deviation = Math.sqrt(delays.reduce((sum, one) => sum + (one - mean) ** 2, 0) / delays.length)
  expect(deviation / mean).toBeGreaterThan(0.3)
  expect(Math.max(...delays)).toBeLessThanOrEqual(100)
})

it('Retry-After is never undercut, exceeded by at most 20 %, and refused when it does not fit', async () => {
  await assert(
    property(
      integer({ min: 1, max: 100_000 }),
      integer({ min: 1, max: 100_000 }),
      double({ min: 0, max: 0.999, noNaN: true }),
      (retryAfterMs, leftMs, chance) => {
        const clock = { ...createVirtualClock(), random: () => chance }
        const delay = retryDelay({ retry: 3, retryAfterMs, leftMs, settings, clock })
        if (retryAfterMs >= leftMs) return delay === null
        return delay !== null && delay >= retryAfterMs && delay <= retryAfterMs * 1.2 && delay <= leftMs
      },
    ),
  )
})

it('a budget of ten lets ten retries through, and one more for every ten successes', () => {
  const budget = createRetryBudget(10)
  const spent = Array.from({ length: 1000 }, () => budget.spend()).filter(Boolean)
  expect(spent).toHaveLength(10)
  for (let success = 0; success < 11; success += 1) budget.earn()
  expect([budget.spend(), budget.spend()]).toEqual([true, false])
})
