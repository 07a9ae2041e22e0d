import { describe, expect, it } from 'vitest'
import type { CellType, ColumnMap, FieldRule } from './column-map.ts'
import { countryCode } from './countries.ts'
import { mappedValue } from './mapped-cell.ts'

interface Given {
  readonly path?: string
  readonly as?: CellType
  readonly unit?: string
  readonly currency?: string
  readonly values?: FieldRule['values']
  readonly map?: Partial<ColumnMap>
}

function read(text: string, { path = 'description', as = 'wire', unit, currency, values, map }: Given = {}): unknown {
  const rule = { columns: ['x'], as, ...(values !== undefined && { values }) }
  return mappedValue({ text, at: () => 'in row 2, column x', path, unit, currency }, rule, {
    decimalMark: undefined,
    usdPer: {},
    ...map,
  })
}

describe('money', () => {
  it.each([
    ['19.90', {}, 19.9],
    ['1,234.50', {}, 1234.5],
    ['1 234.50', {}, 1234.5],
    ['USD 19.90', {}, 19.9],
    ['19.90 USD', {}, 19.9],
    ['US$19.90', {}, 19.9],
    ['$19.90', { currency: 'USD' }, 19.9],
    ['1.234,50', { map: { decimalMark: ',' } }, 1234.5],
    ['1.234', { map: { decimalMark: ',' } }, 1234],
    ['1,234', { map: { decimalMark: '.' } }, 1234],
    ['100', { currency: 'CAD', map: { usdPer: { CAD: '0.7312' } } }, 73.12],
    ['0.99', { currency: 'CAD', map: { usdPer: { CAD: '0.73125' } } }, 0.7239],
    ['$10', { currency: 'CAD', map: { usdPer: { CAD: '0.5' } } }, 5],
  ] as const)('%s with %j is %d dollars', (text, given, dollars) => {
    expect(read(text, { path: 'items.unitValueUsd', ...given })).toBe(dollars)
  })

  it.each([
    ['$19.90', {}, 'many currencies have the sign $; name the currency in the map.'],
    ['€19.90', {}, 'give the amount without a sign.'],
    ['19.90', { currency: 'CAD' }, 'in CAD: customs values are in US dollars; give your rate by --usd-per CAD=<rate>.'],
    ['CAD 19.90', { currency: 'USD' }, 'and the currency is USD: give one of them.'],
    ['CA$19.90', {}, 'give the amount without a sign.'],
    ['1,234', {}, 'give a plain number such as 1234.50, or name the decimalMark in the map.'],
    ['19,90', {}, 'or name the decimalMark in the map.'],
    ['-5', {}, 'give a plain number'],
    ['(5.00)', {}, 'give a plain number'],
    ['12 34', {}, 'give a plain number'],
    ['1e5', {}, 'give a plain number'],
    ['free', {}, 'give a plain number'],
    ['$5 USD', {}, 'give a plain number'],
    ['1234567890123456', {}, 'a number has at most 15 digits.'],
  ] as const)('%s with %j is refused: %s', (text, given, message) => {
    expect(() => read(text, { path: 'items.unitValueUsd', ...given })).toThrow(message)
  })
})

describe('weight', () => {
  it.each([
    ['250', 'g', { netWeightKg: '0.25' }],
    ['0.1', 'g', { netWeightKg: '0.0001' }],
    ['1', 'lb', { netWeightKg: '0.4536' }],
    ['1', 'oz', { netWeightKg: '0.0283' }],
    ['1', 'lb', { unitNetWeightG: '453.5924' }],
    ['1', 'oz', { unitNetWeightG: '28.3495' }],
    ['0.18', 'kg', { unitNetWeightG: '180' }],
    ['2 lb', 'g', { unitNetWeightG: '907.1847' }],
    ['2 lbs.', 'g', { unitNetWeightG: '907.1847' }],
    ['3', 'Pounds', { netWeightKg: '1.3608' }],
    ['100000000', 'lb', { netWeightKg: '45359237' }],
  ])('%s in %s is %j', (text, unit, expected) => {
    const [[path, weight] = []] = Object.entries(expected)
    expect(read(text, { path: path ?? '', as: 'weight', unit })).toBe(weight)
  })

  it.each([
    ['5', '', 'in the unit "": give g, kg, lb or oz, here or in the map.'],
    ['5 stone', 'g', 'in the unit "stone"'],
    ['1 lb 4 oz', 'g', 'give a plain number'],
    ['heavy', 'g', 'is "heavy"'],
  ])('%s in %s is refused: %s', (text, unit, message) => {
    expect(() => read(text, { path: 'netWeightKg', as: 'weight', unit })).toThrow(message)
  })
})

describe('texts', () => {
  it.each([
    ["'02903", 'code', '02903'],
    ["'K1A 0B1", 'code', 'K1A 0B1'],
    ["'02903", 'wire', '02903'],
    ["'+1 716", 'wire', '+1 716'],
    ["'t Hooft", 'wire', "'t Hooft"],
    ['5 Canal St\r\nRear entrance', 'wire', '5 Canal St, Rear entrance'],
    ['6109.10.0012', 'wire', '6109.10.0012'],
  ] as const)('%j as %s is %j', (text, as, expected) => {
    expect(read(text, { as })).toBe(expected)
  })

  it('what a value means is found without regard to case', () => {
    expect(read('LADIES', { values: { ladies: 'women' } })).toBe('women')
    expect(read('Men', { values: { ladies: 'women' } })).toBe('Men')
  })

  it.each([
    ['yes', true],
    ['0', false],
  ])('%s is %j where the contract has a boolean', (text, expected) => {
    expect(read(text, { path: 'childrenProduct' })).toBe(expected)
  })
})

it.each([
  ['2026-11-18', '2026-11-18'],
  ['2026-11-18 23:59:00 -0500', '2026-11-18'],
  ['2026-11-18T23:59:00Z', '2026-11-18'],
])('%s is the day %s, as it is written', (text, day) => {
  expect(read(text, { as: 'date' })).toBe(day)
})

it.each(['11/18/2026', '18.11.2026', '2026-11-181', '46344.5'])('%s is no unmistakable day', (text) => {
  expect(() => read(text, { as: 'date' })).toThrow('give a date as YYYY-MM-DD.')
})

it.each([
  ['us', 'US'],
  ['United States', 'US'],
  ['U.S.A.', 'US'],
  ['UK', 'GB'],
  ['Türkiye', 'TR'],
  ['TURKEY', 'TR'],
  ['Côte d’Ivoire', 'CI'],
  ['Antigua and Barbuda', 'AG'],
  ['Viet Nam', 'VN'],
  ['Puerto Rico', 'PR'],
  ['Korea', undefined],
  ['Congo', undefined],
  ['Atlantis', undefined],
  ['European Union', undefined],
  ['constructor', undefined],
])('the country %s is %s', (name, code) => {
  expect(countryCode(name)).toBe(code)
})
