import fc from 'fast-check'
import { expect, it } from 'vitest'
import { code, mdBlock, mdTable, prose } from './text.ts'

it.each([
  ['a|b', 'a\\|b'],
  ['<script>alert(1)</script>', '&lt;script&gt;alert(1)&lt;/script&gt;'],
  ['`x` **b** _i_', '\\`x\\` \\*\\*b\\*\\* \\_i\\_'],
  ['one\ntwo\r\n# three', 'one two \\# three'],
  ['[x](https://x.example)', '\\[x\\](https\u2060://x.example)'],
  ['@export-desk closes #12', '@\u2060export-desk closes \\#\u206012'],
  ['- item', '\\- item'],
  ['1. item', '1\\. item'],
  ['costs $5', 'costs \\$5'],
])('%j stands in Markdown as it reads', (text, written) => {
  expect(prose(text)).toBe(written)
})

it.each([
  ['WEB-1', '`WEB-1`'],
  ['a`b', '`` a`b ``'],
  ['``', '``` `` ```'],
  ['a|b', 'a\\|b'],
  ['a\nb', '`a b`'],
  ['', ''],
])('%j as code', (text, written) => {
  expect(code(text)).toBe(written)
})

it('no text makes an element, a line or a cell of its own', () => {
  const hostile = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.string({ unit: fc.constantFrom('|', '\\', '`', '\n', '<', '>', '!', '[', ']', '(', ')', '*', '_', 'a', ' ') }),
  )
  fc.assert(
    fc.property(hostile, hostile, (one, other) => {
      const [, , row = '', end] = mdTable(['A', 'B'], [[prose(one), code(other)]])
      expect(end).toBe('')
      expect(row).not.toMatch(/[\n\r]/)
      expect(prose(one)).not.toMatch(/[<>]/)
      // As GitHub splits a row: a pipe without a backslash ends a cell.
      expect(row.replace(/\\[^\n]/g, '').split('|')).toHaveLength(4)
    }),
    { numRuns: 2000 },
  )
})

it('what is to be copied cannot end its own block', () => {
  expect(mdBlock(['echo "````"'], 'sh')).toEqual(['`````sh', 'echo "````"', '`````', ''])
})
