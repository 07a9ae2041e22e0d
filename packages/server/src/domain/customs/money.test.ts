import fc from 'fast-check'
import { expect, it } from 'vitest'
import { totalEnteredValueCents } from './line-value.ts'
import { centsText, centsToWireNumber, lineValueCents, scaledWireNumber, sumCents, usdCents } from './money.ts'

it('reads a wire number by its decimal text, not by its binary value', () => {
  expect(scaledWireNumber(1.005)).toBe(10_050n)
  expect(scaledWireNumber(99_999_999_999.9999)).toBe(999_999_999_999_999n)
})

it.each([0.00001, 1e21, -1, Number.NaN, Number.POSITIVE_INFINITY])(
  'refuses %d, which the wire never lets through',
  (n) => {
    expect(() => scaledWireNumber(n)).toThrow(RangeError)
  },
)

it('rounds a line value half-up to the cent once', () => {
  expect(lineValueCents(3, 1.115)).toBe(335n)
  expect(lineValueCents(1, 1.005)).toBe(101n)
  expect(lineValueCents(0.5, 0.01)).toBe(1n)
  expect(lineValueCents(0.4999, 0.01)).toBe(0n)
})

it.each([10 ** 10, 2 ** 25, 10 ** 4])('equals an exact oracle on any wire numbers up to %d / 10,000', (max) => {
  const wireNumber = fc.integer({ min: 0, max }).map((scaled) => ({ scaled, value: Number(`${scaled}e-4`) }))
  fc.assert(
    fc.property(wireNumber, wireNumber, (quantity, unit) => {
      const exact = BigInt(quantity.scaled) * BigInt(unit.scaled)
      const floor = exact / 1_000_000n
      const isUp = exact % 1_000_000n >= 500_000n
      expect(lineValueCents(quantity.value, unit.value)).toBe(isUp ? floor + 1n : floor)
    }),
  )
})

it.each([0, 1, 999, 2 ** 20, 1_125_899_906, 1_125_899_907, 2 ** 31])(
  'rounds %d cents and a half up, and what is less down, on both sides of the largest product of machine numbers',
  (cents) => {
    const halfAbove = cents * 10_000 + 5_000
    expect(lineValueCents(0.01, halfAbove / 10_000)).toBe(BigInt(cents) + 1n)
    expect(lineValueCents(0.01, (halfAbove - 1) / 10_000)).toBe(BigInt(cents))
  },
)

it('gives back the wire number that a text of cents stands for', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 10n ** 13n }), (cents) => {
      expect(usdCents(centsToWireNumber(cents))).toBe(cents)
    }),
  )
})

it.each([
  [0n, '0.00'],
  [5n, '0.05'],
  [123_456n, '1234.56'],
  [-5n, '-0.05'],
])('writes %d cents as %s', (cents, text) => {
  expect(centsText(cents)).toBe(text)
})

it('adds rounded values', () => {
  expect(sumCents([1n, 2n, 3n])).toBe(6n)
  expect(sumCents([])).toBe(0n)
})

it('takes the stated customs value of free goods into the total', () => {
  const lines = [
    { quantity: 2, unitValueUsd: 10.25 },
    { quantity: 1, unitValueUsd: 0, customsValueUsd: 4.5 },
  ]
  expect(totalEnteredValueCents(lines)).toBe(2_500n)
})
