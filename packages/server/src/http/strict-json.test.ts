import fc from 'fast-check'
import { expect, it } from 'vitest'
import { isRefusal } from '../domain/refusal.ts'
import { parseStrictJson } from './strict-json.ts'

it('reads every I-JSON text as the native parser does', () => {
  const names = fc.string({ unit: 'grapheme' }).filter((name) => !/^(__proto__|constructor|prototype)$|\0/.test(name))
  const texts = fc.string({ unit: 'grapheme' }).filter((text) => !text.includes('\0'))
  const { value } = fc.letrec((tie) => ({
    value: fc.oneof(
      { maxDepth: 6 },
      texts,
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.integer(),
      fc.boolean(),
      fc.constant(null),
      tie('list'),
      tie('object'),
    ),
    list: fc.array(tie('value'), { maxLength: 5 }),
    object: fc.dictionary(names, tie('value'), { maxKeys: 5, noNullPrototype: true }),
  }))
  fc.assert(
    fc.property(value, fc.constantFrom(undefined, 2, '\t'), (given, space) => {
      const text = JSON.stringify(given, null, space)
      expect(parseStrictJson(text)).toEqual({ value: JSON.parse(text) })
    }),
    { numRuns: 500 },
  )
})

it('refuses every object that has a name twice, however it is written and wherever it lies', () => {
  const name = fc.string({ unit: 'grapheme', minLength: 1 }).filter((text) => !text.includes('\0'))
  const escaped = (text: string): string =>
    `"${[...text].map((unit) => [...Array(unit.length).keys()].map((index) => `\\u${unit.charCodeAt(index).toString(16).padStart(4, '0')}`).join('')).join('')}"`
  fc.assert(
    fc.property(name, fc.array(name, { maxLength: 4 }), fc.nat(20), (twice, others, depth) => {
      const members = [
        `${JSON.stringify(twice)}:1`,
        ...others.map((one) => `${JSON.stringify(one)}:[":"]`),
        `${escaped(twice)}: 2`,
      ]
      const text = `${'['.repeat(depth)}{${members.join(',')}}${']'.repeat(depth)}`
      expect(isRefusal(parseStrictJson(text))).toBe(true)
    }),
    { numRuns: 300 },
  )
})

it.each([
  '1.50',
  '1e3',
  '-0',
  '12345678901234567e-2',
  '1000000000000000000000000000000',
  '5e-324',
  '0.1',
  '99999999999.9999',
])('the number %s is the same after a double', (token) => {
  expect(parseStrictJson(`[${token}]`)).toEqual({ value: [Number(token)] })
})

it.each([
  '9007199254740993',
  '0.10000000000000001',
  '1e309',
  '1e-325',
  '1.7976931348623159e308',
  `1.${'0'.repeat(500)}`,
])('the number %s is not, and is refused', (token) => {
  expect(parseStrictJson(`[${token}]`)).toMatchObject({ refused: true, errorCode: 'INVALID_REQUEST' })
})

it('reads 32 levels and refuses 33', () => {
  const nested = (levels: number): string => '['.repeat(levels) + ']'.repeat(levels)
  expect(isRefusal(parseStrictJson(nested(32)))).toBe(false)
  expect(isRefusal(parseStrictJson(nested(33)))).toBe(true)
})

it('finds a duplicate on the line and in the column where it stands again', () => {
  const text = '{\n  "a": {"b": "}\\"{", "c": [1, {"b": 2}]},\n  "a": 2\n}'
  expect(parseStrictJson(text)).toMatchObject({
    message: 'The name a stands twice in one object, again at line 3, column 3. Keep one.',
  })
})

it.each([
  ['millions of escapes', `["${'\\n'.repeat(2_000_000)}"`],
  ['a number with a long run of zeros', `[1${'0'.repeat(4_000_000)}1]`],
  ['a hundred thousand names', `{${Array.from({ length: 100_000 }, (_, index) => `"k${index}":0`).join(',')},"k7":1}`],
])('comes to an end with %s, which takes minutes where the time grows with the square', (_, text) => {
  expect(isRefusal(parseStrictJson(text))).toBe(true)
})
