import { expect, it } from 'vitest'
import { decimalText, parseDecimal, sumDecimals } from './decimal.ts'

it.each([
  ['12.5', 125_000n],
  ['0', 0n],
  ['0.0001', 1n],
])('reads %s', (text, scaled) => {
  expect(parseDecimal(text)).toBe(scaled)
  expect(decimalText(scaled)).toBe(text)
})

it.each(['', '.5', '1.', '1.00001', '-1', '1e3', ' 1'])('refuses %j', (text) => {
  expect(parseDecimal(text)).toBeNull()
})

it('adds without a rounding error', () => {
  expect(sumDecimals(['33.3', '33.3', '33.4'])).toBe(1_000_000n)
  expect(sumDecimals(['1', 'x'])).toBeNull()
})
