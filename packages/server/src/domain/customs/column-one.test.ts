import { describe, expect, it } from 'vitest'
import { columnOneRate, packColumnOne } from './column-one.ts'
import { packTariffSchedule } from './tariff-schedule.ts'

const rates = packColumnOne('hts,general,usmca\n01012100,0,0\n22030000,,0\n61091000,16.5,0\n64029142,6,\n')
const tariff = packTariffSchedule('a test', 'hts,units\n', rates)

describe('the column 1 rate of a line', () => {
  it.each([
    ['6109100012', false, '16.5'],
    ['6109100012', true, '0'],
    ['01012100', false, '0'],
    ['2203000030', false, null],
    ['2203000030', true, '0'],
    ['6402914200', true, null],
    ['6109900000', false, null],
    ['610910', false, null],
    [undefined, false, null],
  ])('%s with a USMCA claim %s is %s', (digits, usmca, expected) => {
    expect(columnOneRate(tariff, digits, { usmca })).toBe(expected)
  })
})

it.each([
  ['6109,1,1', 'row 2: 6109 has not 8 digits'],
  ['61091000,1,1\n61091000,1,1', 'row 3: 61091000 is not ascending'],
  ['61091000,Free,0', 'row 2: Free,0 are not two rates in percent'],
])('the rows %j are refused', (rows, message) => {
  expect(() => packColumnOne(`hts,general,usmca\n${rows}\n`)).toThrow(message)
})
