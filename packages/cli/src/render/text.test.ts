import { expect, it } from 'vitest'
import { renderNext } from './command-line.ts'
import { renderFields } from './fields.ts'
import { plainStyle as style, styleFor } from './style.ts'
import { clip, plain, table, usd, widthOf, wrap } from './text.ts'

it('a long command goes over lines that a shell reads as one', () => {
  const argv = ['entrygo', 'approve', '--plan-hash', `sha256:${'8'.repeat(64)}`, '--reason', "it's checked"]
  expect(renderNext([{ argv, reason: 'then' }], style)).toEqual([
    '',
    'Next: then',
    '  entrygo approve --plan-hash \\',
    `    sha256:${'8'.repeat(64)} \\`,
    "    --reason 'it'\\''s checked'",
  ])
})

it('text from elsewhere can neither colour nor move nor turn around what is shown', () => {
  expect(plain('a\u001b[31mb\nc\u202ed\u009b')).toBe('a [31mb c d ')
})

it('text from elsewhere hides nothing', () => {
  expect(plain('a\u200bb\ufeffc\u2028d\u061ce\u{e0041}f')).toBe('a b c d e f')
})

it.each([
  ['Łódź', 4],
  ['e\u0301', 1],
  ['東京市', 6],
  ['한국', 4],
  ['ＡＢ', 4],
  ['👩‍👩‍👧 ok', 5],
  ['🇨🇦', 2],
  ['❤️', 2],
  ['שלום', 4],
])('%s takes %i columns', (text, width) => {
  expect(widthOf(text)).toBe(width)
})

it('columns stand below each other whatever script a name is in', () => {
  const rows = [
    ['東京のお店', '1'],
    ['Café 👩‍👩‍👧', '22'],
  ]
  expect(table([{ title: 'Name' }, { title: 'N', align: 'right' }], rows)).toEqual([
    'Name         N',
    '東京のお店   1',
    'Café 👩‍👩‍👧     22',
  ])
  expect(clip('東京のお店', 6)).toBe('東京…')
})

it('long texts are broken at spaces, and words that are longer than a line where it ends', () => {
  expect(wrap(`${'a'.repeat(78)} bb ${'c'.repeat(90)}`, '  ')).toEqual([
    `  ${'a'.repeat(78)}`,
    '  bb',
    `  ${'c'.repeat(78)}`,
    `  ${'c'.repeat(12)}`,
  ])
  expect(wrap('東'.repeat(45), '  ', '# ')).toEqual([`# ${'東'.repeat(39)}`, `  ${'東'.repeat(6)}`])
  expect(clip('WEB-100234', 6)).toBe('WEB-1…')
})

it.each([
  [0, '$0.00'],
  [1234.5, '$1,234.50'],
  [99_999_999_999.99, '$99,999,999,999.99'],
])('%d dollars are %s', (value, text) => {
  expect(usd(value)).toBe(text)
})

it('fields are dotted names', () => {
  expect(renderFields({ importer: { name: 'Example LLC' }, flags: [], bond: null }, style)).toBe(
    'importer.name  Example LLC\nflags          none\nbond           not set',
  )
})

it.each([
  [{}, true, true],
  [{}, false, false],
  [{ NO_COLOR: '1' }, true, false],
  [{ NO_COLOR: '' }, true, true],
  [{ NO_COLOR: '1', FORCE_COLOR: '1' }, true, false],
  [{ FORCE_COLOR: '1' }, false, true],
  [{ FORCE_COLOR: '0' }, true, false],
  [{ TERM: 'dumb' }, true, false],
])('with %j and isTTY %s colours are %s', (env, isTTY, isColoured) => {
  expect(styleFor({ isTTY }, env).bad('x') !== 'x').toBe(isColoured)
})
