import { expect, it } from 'vitest'
import { easternDate } from './dates.ts'

it.each([
  ['2026-11-21T04:59:59.999Z', '2026-11-20'],
  ['2026-11-21T05:00:00.000Z', '2026-11-21'],
  ['2026-07-24T03:59:59.999Z', '2026-07-23'],
  ['2026-07-24T04:00:00.000Z', '2026-07-24'],
  ['2027-01-01T04:59:59.999Z', '2026-12-31'],
])('%s is %s in US Eastern time', (instant, day) => {
  expect(easternDate(Date.parse(instant))).toBe(day)
})
