import { expect, it } from 'vitest'
import { type FoundLines, findLines, type Question } from './find-lines.ts'
import { type HtsIndex, readHtsIndex, type TariffText, writeHtsIndex } from './hts-index.ts'
import { openHtsIndex } from './open-index.ts'

const index = openHtsIndex()

function find(text: string, more: Partial<Question> = {}): FoundLines {
  return findLines(index, { text, limit: 10, ...more })
}

function headings(text: string, more: Partial<Question> = {}): string[] {
  return [...new Set(find(text, more).lines.map(({ digits }) => digits.slice(0, 4)))]
}

it.each([
  ['cotton t-shirt', '6109'],
  ['cotton t shirts', '6109'],
  ['tshirt', '6109'],
  ['Cotton T‑Shirts for men', '6109'],
  ['stainless steel saucepan', '7323'],
  ['maple syrup', '1702'],
  ['laptop', '8471'],
  ['wooden kitchen cabinet', '9403'],
  ['aluminium ladder', '7616'],
  ['aluminum ladders', '7616'],
  ['toy', '9503'],
  ['toy car', '9503'],
  ['wool sweater', '6110'],
  ['ceramic mug', '6912'],
  ['whisky', '2208'],
  ['dog food', '2309'],
  ['candle', '3406'],
  ['baby stroller', '8715'],
  ['smartphone', '8517'],
  ['leather handbag', '4202'],
  ['lithium-ion battery', '8507'],
])('"%s" finds heading %s first', (text, heading) => {
  expect(headings(text)[0]).toBe(heading)
})

it.each([
  ['stainles steel knive', '8211', 'stainles'],
  ['aluminum laddder', '7616', 'laddder'],
])('a slip of the finger in "%s" is forgiven and said', (text, heading, word) => {
  const { lines, replaced } = find(text)
  expect(lines[0]?.digits.slice(0, 4)).toBe(heading)
  if (replaced.length > 0) expect(replaced[0]?.word).toBe(word)
})

it.each([
  ['6109', '6109'],
  ['6109.10', '610910'],
  ['9903.82.02', '99038202'],
  ['98', '98'],
  ['6109 10 00 12', '6109100012'],
])('the number %s finds the lines that begin with it, in the order of the schedule', (text, start) => {
  const found = find(text).lines.map(({ digits }) => digits)
  expect(found.length).toBeGreaterThan(0)
  expect(found.filter((digits) => !digits.startsWith(start))).toEqual([])
  expect(found).toEqual([...found].sort())
})

it('special provisions come last, unless their chapter is asked for', () => {
  expect(headings('toy').filter((heading) => /^9[89]/.test(heading))).toEqual([])
  expect(headings('articles of aluminum', { chapter: '99' })[0]).toMatch(/^99/)
})

it('a heading shows three lines at most and says how many were found', () => {
  const { lines } = find('cotton t-shirt')
  expect(lines.filter(({ digits }) => digits.startsWith('6109'))).toHaveLength(3)
  expect(lines[0]?.ofHeading).toBeGreaterThan(10)
})

it('what a text excludes does not find it', () => {
  const found = findLines(small, { text: 'knitted', limit: 10 })
  expect(found.lines.map(({ digits }) => digits)).toEqual(['6109100012'])
})

it.each(['', '...', '‮‏\u0000\u001b[31m', 'xyzzy qwxzy', '🦊', '1', '99999999999', 'a'.repeat(10_000), '<> & "'])(
  'nothing is found for %j, and nothing breaks',
  (text) => {
    expect(find(text)).toMatchObject({ lines: [], count: 0 })
  },
)

it('a page of words is answered as fast as a few', () => {
  expect(find('cotton '.repeat(50_000)).lines.length).toBeGreaterThan(0)
})

const lines: readonly TariffText[] = [
  {
    digits: '6109100012',
    units: 'doz. | kg',
    path: ['T-shirts, knitted or crocheted', 'Of cotton', "Men's (338)"],
  },
  { digits: '6109100014', units: 'doz. | kg', path: ['T-shirts, other than knitted', 'Of cotton', "Boys' (338)"] },
  { digits: '61091100', units: '', path: ['T-shirts, other than knitted'] },
]
const small: HtsIndex = readHtsIndex(Buffer.from(writeHtsIndex('2026 Rev 10', lines)))

it('an index gives back each line with its path and units', () => {
  const found = findLines(small, { text: '6109', limit: 10 })
  expect(found.lines.map(({ digits, path, units }) => ({ digits, path, units }))).toEqual(lines)
})
