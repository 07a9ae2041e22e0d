import { canonicalJson } from '@entrygo/sdk/canonical-json'
import { assert, jsonValue, property } from 'fast-check'
import { expect, it } from 'vitest'
import { canonicalCopy, isEqualJson } from './canonical-copy.ts'

it('members are sorted at every level and undefined ones are gone', () => {
  expect(JSON.stringify(canonicalCopy({ b: [{ d: 1, c: undefined, a: null }], a: 'x' }))).toBe(
    '{"a":"x","b":[{"a":null,"d":1}]}',
  )
})

it('a member called __proto__ is a member like any other', () => {
  const copy = canonicalCopy<unknown>(JSON.parse('{"z":1,"__proto__":{"b":1,"a":2}}'))
  expect(JSON.stringify(copy)).toBe('{"__proto__":{"a":2,"b":1},"z":1}')
  expect(Object.getPrototypeOf(copy)).toBe(Object.prototype)
})

it('a copy says what the value says', async () => {
  await assert(
    property(jsonValue({ maxDepth: 5 }), (value) => {
      const json: unknown = JSON.parse(JSON.stringify(value))
      expect(canonicalJson(canonicalCopy(json))).toBe(canonicalJson(json))
    }),
    { numRuns: 500 },
  )
})

it('values are equal whatever the order of their members', () => {
  expect(isEqualJson({ a: 1, b: { c: 2, d: 3 } }, { b: { d: 3, c: 2 }, a: 1 })).toBe(true)
  expect(isEqualJson({ a: [1, 2] }, { a: [2, 1] })).toBe(false)
})
