import canonicalize from 'canonicalize'
import { assert, dictionary, double, jsonValue, oneof, property, string } from 'fast-check'
import { expect, it } from 'vitest'
import { canonicalJson } from './canonical-json.ts'

it('the sample of RFC 8785 §3.2.2 gives the text of §3.2.3', () => {
  const sample = {
    numbers: [Number('333333333.33333329'), 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
    string: '\u20ac$\u000f\u000aA\'\u0042\u0022\u005c\\"/',
    literals: [null, true, false],
  }
  expect(canonicalJson(sample)).toBe(
    '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
  )
})

it('members are sorted by UTF-16 code units, as RFC 8785 §3.2.3 shows', () => {
  const sample = {
    '\u20ac': 'euro',
    '\r': 'carriage return',
    '\ufb33': 'dalet',
    '1': 'one',
    '\ud83d\ude00': 'grinning face',
    '\u0080': 'control',
    '\u00f6': 'o umlaut',
  }
  expect(canonicalJson(sample)).toBe(
    '{"\\r":"carriage return","1":"one","\u0080":"control","ö":"o umlaut","€":"euro","\ud83d\ude00":"grinning face","\ufb33":"dalet"}',
  )
})

// RFC 8785, appendix B: the bits of a double and its text.
it.each([
  ['0000000000000000', '0'],
  ['8000000000000000', '0'],
  ['0000000000000001', '5e-324'],
  ['8000000000000001', '-5e-324'],
  ['7fefffffffffffff', '1.7976931348623157e+308'],
  ['4340000000000000', '9007199254740992'],
  ['4430000000000000', '295147905179352830000'],
  ['44b52d02c7e14af5', '9.999999999999997e+22'],
  ['44b52d02c7e14af6', '1e+23'],
  ['44b52d02c7e14af7', '1.0000000000000001e+23'],
  ['444b1ae4d6e2ef4e', '999999999999999700000'],
  ['444b1ae4d6e2ef4f', '999999999999999900000'],
  ['444b1ae4d6e2ef50', '1e+21'],
  ['3eb0c6f7a0b5ed8c', '9.999999999999997e-7'],
  ['3eb0c6f7a0b5ed8d', '0.000001'],
  ['41b3de4355555553', '333333333.3333332'],
  ['41b3de4355555557', '333333333.33333343'],
  ['becbf647612f3696', '-0.0000033333333333333333'],
  ['43143ff3c1cb0959', '1424953923781206.2'],
])('the double %s is written %s', (bits, text) => {
  expect(canonicalJson(Buffer.from(bits, 'hex').readDoubleBE())).toBe(text)
})

it('names that look like whole numbers are sorted as text', () => {
  expect(canonicalJson({ b: 1, 10: 2, 9: 3, a: 4 })).toBe('{"10":2,"9":3,"a":4,"b":1}')
})

it('an undefined property is left out', () => {
  expect(canonicalJson({ b: 1, a: undefined, c: undefined })).toBe('{"b":1}')
})

it('a name that a prototype could take is a name like any other', () => {
  expect(canonicalJson(JSON.parse('{"b":1,"__proto__":{"toJSON":2},"a":3}'))).toBe(
    '{"__proto__":{"toJSON":2},"a":3,"b":1}',
  )
})

it.each([
  ['NaN', { quantity: Number.NaN }],
  ['an infinity', [Number.NEGATIVE_INFINITY]],
  ['undefined in a list', [1, undefined]],
  ['undefined', undefined],
  ['a lone surrogate in a text', { name: 'a\ud800' }],
  ['a lone surrogate in a name', { 'a\udc00': 1 }],
  ['a bigint', { cents: 1n }],
  ['a function', { toJSON: (): number => 1 }],
  ['a symbol', [Symbol('a')]],
  ['a date', { at: new Date(0) }],
  ['a map', new Map([['a', 1]])],
])('%s is refused', (_, value) => {
  expect(() => canonicalJson(value)).toThrow(TypeError)
})

it('any JSON value gives the text that the canonicalize package gives', async () => {
  const names = oneof(string({ unit: 'binary' }), string({ unit: 'grapheme' }), string())
  const nested = dictionary(names, oneof(jsonValue(), dictionary(names, jsonValue()), double({ noNaN: true })))
  await assert(
    property(nested, (value) => {
      const json: unknown = JSON.parse(JSON.stringify(value))
      expect(canonicalJson(json)).toBe(canonicalize(json))
    }),
    { numRuns: 3_000 },
  )
})

it('the text reads back as the value, and is its own canonical text', async () => {
  await assert(
    property(jsonValue({ maxDepth: 6 }), (value) => {
      const json: unknown = JSON.parse(JSON.stringify(value))
      const text = canonicalJson(json)
      expect(JSON.parse(text)).toEqual(json)
      expect(canonicalJson(JSON.parse(text))).toBe(text)
    }),
    { numRuns: 1_000 },
  )
})
