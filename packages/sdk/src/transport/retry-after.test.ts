import { expect, it } from 'vitest'
import { retryAfterOf } from './retry-after.ts'

it.each([
  [{ 'retry-after': '7' }, 7000],
  [{ 'retry-after': '0' }, 0],
  [{ 'retry-after-ms': '250', 'retry-after': '7' }, 250],
  [{ 'retry-after': 'Sat, 21 Nov 2026 12:00:30 GMT', date: 'Sat, 21 Nov 2026 12:00:00 GMT' }, 30_000],
  [{ 'retry-after': 'Saturday, 21-Nov-26 12:00:30 GMT', date: 'Sat, 21 Nov 2026 12:00:00 GMT' }, 30_000],
  [{ 'retry-after': 'Sat Nov 21 12:00:30 2026', date: 'Sat, 21 Nov 2026 12:00:00 GMT' }, 30_000],
  [{ 'retry-after': 'Sat, 21 Nov 2026 11:00:00 GMT', date: 'Sat, 21 Nov 2026 12:00:00 GMT' }, 0],
  [{ 'retry-after': '5, 12,7' }, 12_000],
  [{ 'retry-after-ms': '1.5, 20' }, 20],
  [{ 'retry-after': ' 7 ' }, 7000],
  [{ 'retry-after': '-5' }, null],
  [{ 'retry-after': '5, soon' }, null],
  [{ 'retry-after': '1.2.3' }, null],
  [{ 'retry-after': '1e3' }, null],
  [{ 'retry-after': 'soon' }, null],
  [{}, null],
])('the headers %o ask for %s ms', (headers, ms) => {
  expect(retryAfterOf(new Headers(Object.entries(headers)))).toBe(ms)
})
