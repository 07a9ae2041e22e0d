import { expect, it } from 'vitest'
import { countLines, forEachDigitRow } from './digit-rows.ts'

function rowsOf(text: string, lengths: readonly number[] = [8, 10]): string[] {
  const rows: string[] = []
  const count = forEachDigitRow(text, { lengths }, ({ index, code, length, rest }) => {
    rows.push(`${index} ${code} ${length} ${rest}`)
  })
  expect(count).toBe(rows.length)
  return rows
}

it('rows are visited in their order, eight digits padded to ten', () => {
  const rows = ['0 101210010 10 No.', '1 9101114000 8 ', '2 9101118010 10 No. | kg']
  expect(rowsOf('hts,units\n0101210010,No.\n91011140,\n9101118010,No. | kg\n')).toEqual(rows)
  expect(rowsOf('hts,units\r\n0101210010,No.\r\n91011140,\r\n9101118010,No. | kg')).toEqual(rows)
})

it('a table without rows has none', () => {
  expect(rowsOf('')).toEqual([])
  expect(rowsOf('hts,units')).toEqual([])
  expect(rowsOf('hts,units\n')).toEqual([])
})

it.each([
  ['0101210010,\n0101210010,', 'row 3: 0101210010 is not ascending'],
  ['0101210010,\n01012100,', 'row 3: 01012100 is not ascending'],
  ['010121001,', 'row 2: 010121001 has not 8 or 10 digits'],
  ['01012100101,', 'row 2: 01012100101 has not 8 or 10 digits'],
  ['1e10000000,', 'row 2: 1e10000000 has not 8 or 10 digits'],
  ['0101210010,\n\n0101210020,', 'row 3:  has not 8 or 10 digits'],
])('the table %j is refused with its row', (rows, reason) => {
  expect(() => rowsOf(`hts,units\n${rows}\n`)).toThrow(new RangeError(reason))
})

it('lines are counted as a file has them, and one more for a text that ends with a line end', () => {
  expect([countLines(''), countLines('a'), countLines('a\nb'), countLines('a\nb\n')]).toEqual([1, 1, 2, 3])
})
