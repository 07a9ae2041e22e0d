import { describe, expect, it } from 'vitest'
import { isInForce, newestRecords } from './dated-records.ts'

describe('a record', () => {
  it('is in force from its first day up to the day before its last', () => {
    const dates = { effectiveFrom: '2026-06-08', effectiveTo: '2028-01-01' }
    const days = ['2026-06-07', '2026-06-08', '2027-12-31', '2028-01-01']
    expect(days.map((day) => isInForce(dates, day))).toEqual([false, true, true, false])
  })

  it('without dates is always in force', () => {
    expect(isInForce({ effectiveFrom: null, effectiveTo: null }, '1900-01-01')).toBe(true)
  })
})

describe('of the records of one name', () => {
  const record = (name: string, day: string): { name: string; day: string } => ({ name, day })
  const newest = (...records: { name: string; day: string }[]): string[] =>
    newestRecords(records, { nameOf: ({ name }) => name, recordedAt: ({ day }) => day }).map(
      ({ name, day }) => `${name} ${day}`,
    )

  it('those recorded last stay, in the order given', () => {
    expect(newest(record('b', '1'), record('a', '2'), record('b', '3'), record('b', '3'), record('a', '1'))).toEqual([
      'a 2',
      'b 3',
      'b 3',
    ])
  })

  it('all stay that came on one day', () => {
    expect(newest(record('a', '1'), record('a', '1'), record('b', '1'))).toEqual(['a 1', 'a 1', 'b 1'])
    expect(newest()).toEqual([])
  })
})
