import { expect, it } from 'vitest'
import { jsonFaultLine, jsonLine } from './json-lines.ts'

const text = `[
  { "id": "A", "say": "a \\"quoted\\" { brace" },

  { "id": "B",
    "when": [{ "test": "x" },
      { "test": "y" }] }
]
`

it('a value is found by its members and indexes', () => {
  expect(jsonLine(text, [])).toBe(1)
  expect(jsonLine(text, [0])).toBe(2)
  expect(jsonLine(text, [1])).toBe(4)
  expect(jsonLine(text, [1, 'when'])).toBe(5)
  expect(jsonLine(text, [1, 'when', 1, 'test'])).toBe(6)
})

it('a value that is missing has the line of what it is missing from', () => {
  expect(jsonLine(text, [1, 'unless', 4])).toBe(4)
  expect(jsonLine(text, [7])).toBe(1)
})

it.each([
  ['{\n"a": 1\n"b": 2\n}', 3],
  ['{\n"a": 1,\n}', 3],
  ['[\n1,\n  x\n]', 3],
  ['[\n1\n', 2],
  ['[\n"a\nb"]', 2],
  ['[1]\n[2]', 2],
  ['[\n\n01]', 3],
  ['', 1],
])('a text that is no JSON is faulted on its line: %j', (broken, line) => {
  expect(() => JSON.parse(broken)).toThrow(SyntaxError)
  expect(jsonFaultLine(broken)).toBe(line)
})
