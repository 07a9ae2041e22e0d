import { expect, it } from 'vitest'
import { retryAfterMs } from './retry-after.ts'

const now = Date.parse('2026-11-22T08:00:00.000Z')

it.each([
  ['0', 0],
  ['120', 120_000],
  [' 7 ', 7_000],
  ['9999999999', 31_536_000_000],
  ['Sun, 22 Nov 2026 08:00:30 GMT', 30_000],
  ['Sunday, 22-Nov-26 08:00:30 GMT', 30_000],
  ['Sun Nov 22 08:00:30 2026', 30_000],
  ['Sun, 22 Nov 2026 07:00:00 GMT', 0],
  ['Sun, 22 Nov 2099 08:00:00 GMT', 31_536_000_000],
])('%j asks to wait %i ms', (header, ms) => {
  expect(retryAfterMs(header, now)).toBe(ms)
})

it.each([
  '',
  '-1',
  '1.5',
  '1e3',
  '0x10',
  'soon',
  '99999999999',
  '2026-11-22',
  'Sun, 99 Xyz 2026 99:00:00 GMT',
  undefined,
])('%j asks for nothing', (header) => {
  expect(retryAfterMs(header, now)).toBeUndefined()
})
