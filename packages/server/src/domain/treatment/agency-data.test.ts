import { describe, expect, it } from 'vitest'
import { hasWord, isGiven } from './agency-data.ts'

describe('a field of the data is given', () => {
  it.each([
    ['text', '36BGT05'],
    ['text', 1],
    ['text', 'NA'],
    ['texts', ['16 CFR 1250', '16 CFR 1501']],
    ['texts', 'CA'],
    ['statement', true],
    ['statement', 'A6'],
    ['answer', false],
    ['amount', '0'],
    ['amount', 3.5],
    ['percent', '100'],
    ['details', { name: 'Example Farm' }],
    ['details', [{ port: 'Halifax' }]],
  ] as const)('as %s by %j', (kind, value) => {
    expect(isGiven(kind, value)).toBe(true)
  })

  it.each([
    ['text', ''],
    ['text', '  '],
    ['text', 'N/A'],
    ['text', 'TBD'],
    ['text', '???'],
    ['text', true],
    ['text', { value: 'x' }],
    ['text', ['x']],
    ['text', null],
    ['text', undefined],
    ['text', Number.NaN],
    ['texts', []],
    ['texts', ['CA', '']],
    ['statement', false],
    ['answer', null],
    ['amount', '-1'],
    ['amount', '2,5'],
    ['amount', 1e21],
    ['percent', '100.0001'],
    ['details', {}],
    ['details', { name: '', address: { city: null } }],
    ['details', [[], {}]],
  ] as const)('never as %s by %j', (kind, value) => {
    expect(isGiven(kind, value)).toBe(false)
  })
})

it('a word of a description is whole, in any case', () => {
  expect(hasWord('Maple syrup, ORGANIC.', 'organic')).toBe(true)
  expect(hasWord('Inorganic pigment', 'organic')).toBe(false)
  expect(hasWord(undefined, 'organic')).toBe(false)
})
