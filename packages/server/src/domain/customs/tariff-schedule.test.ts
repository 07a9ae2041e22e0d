import { describe, expect, it } from 'vitest'
import { loadRulePack } from '../../rule-pack-files.ts'
import { findTariffLine, linesUnder, packTariffSchedule } from './tariff-schedule.ts'

const { tariff } = loadRulePack().reference

describe('the schedule of 2026 Rev 10', () => {
  it('has 23,304 lines', () => {
    expect(tariff.codes.length).toBe(23_304)
    expect(tariff.revision).toBe('2026 Rev 10')
  })

  it('knows the two units of a T-shirt', () => {
    expect(findTariffLine(tariff, '6109100012')).toEqual({ kind: 'line', units: ['doz.', 'kg'] })
  })

  it.each([
    [undefined, 'missing'],
    ['61091', 'too_short'],
    ['610910', 'incomplete'],
    ['61091000', 'incomplete'],
    ['610910001', 'incomplete'],
    ['6109100099', 'unknown_suffix'],
    ['1702204090', 'unknown_suffix'],
    ['6109101234', 'unknown_line'],
    ['610919', 'unknown_line'],
    ['7701000000', 'unknown_line'],
    ['9999999999', 'unknown_line'],
    ['0000000000', 'unknown_line'],
  ])('finds %s to be %s', (digits, kind) => {
    expect(findTariffLine(tariff, digits).kind).toBe(kind)
  })

  it('takes a watch line without ten-digit children bare or with the suffix 00', () => {
    expect(findTariffLine(tariff, '91011140')).toEqual({ kind: 'line', units: [] })
    expect(findTariffLine(tariff, '9101114000').kind).toBe('line')
    expect(findTariffLine(tariff, '9101114010').kind).toBe('unknown_suffix')
    expect(findTariffLine(tariff, '910111400').kind).toBe('incomplete')
  })
})

describe('the lines under some digits', () => {
  it.each([
    ['940340', ['9403404000', '9403406000', '9403409040', '9403409060', '9403409080']],
    ['482020', ['4820200000']],
    ['91011140', ['91011140']],
  ])('%s are named as they are printed', (digits, lines) => {
    expect(linesUnder(tariff, digits, 5)).toEqual(lines)
  })

  it.each([
    ['940340', 4, 'are more than are wanted'],
    ['770100', 30, 'do not exist'],
  ])('%s are none where %i %s', (digits, most) => {
    expect(linesUnder(tariff, digits, most)).toBeNull()
  })
})

describe('packing', () => {
  it('keeps the units of each row', () => {
    const schedule = packTariffSchedule('test', 'hts,units\n0101210010,No.\n0101210020,No. | kg\n')
    expect(findTariffLine(schedule, '0101210020')).toEqual({ kind: 'line', units: ['No.', 'kg'] })
  })

  it('refuses a row that is out of order, doubled or no number, and names it', () => {
    const rows = (second: string): string => `hts,units\n0101210020,No.\n${second},No.\n`
    expect(() => packTariffSchedule('test', rows('0101210010'))).toThrow('row 3: 0101210010 is not ascending')
    expect(() => packTariffSchedule('test', rows('0101210020'))).toThrow('row 3: 0101210020 is not ascending')
    expect(() => packTariffSchedule('test', rows('01012100XX'))).toThrow('row 3: 01012100XX has not 8 or 10 digits')
  })
})
