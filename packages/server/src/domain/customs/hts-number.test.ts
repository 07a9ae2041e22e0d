import { expect, it } from 'vitest'
import { displayHtsNumber, normalizeHtsNumber, parseHtsNumber } from './hts-number.ts'

it('drops dots and spaces', () => {
  expect(normalizeHtsNumber('6109.10.00 12')).toBe('6109100012')
})

it.each(['61O9.10', '', '..', '61091000123', '6109-10'])('refuses %j', (text) => {
  expect(normalizeHtsNumber(text)).toBeNull()
})

it('knows the levels of a ten-digit number', () => {
  expect(parseHtsNumber('6109.10.00.12')).toEqual({
    digits: '6109100012',
    chapter: '61',
    heading: '6109',
    subheading: '610910',
    tariffLine: '61091000',
    statisticalNumber: '6109100012',
  })
})

it('leaves the levels empty that a short number does not reach', () => {
  expect(parseHtsNumber('610910')).toMatchObject({ subheading: '610910', tariffLine: null, statisticalNumber: null })
  expect(parseHtsNumber('6')).toBeNull()
})

it.each([
  ['6109100012', '6109.10.00.12'],
  ['91011140', '9101.11.40'],
  ['610910', '6109.10'],
  ['6109', '6109'],
])('shows %s as %s', (digits, shown) => {
  expect(displayHtsNumber(digits)).toBe(shown)
})
