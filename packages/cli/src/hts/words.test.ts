import { expect, it } from 'vitest'
import { closestWords } from './similar-words.ts'
import { wordsOf } from './words.ts'

it.each([
  ['T-shirts, singlets', ['tshirt', 'shirt', 'singlet']],
  ["Men's or boys'", ['man', 'boy']],
  ['Aluminium tyres of fibre', ['aluminum', 'tire', 'fiber']],
  ['wooden shelves, knives and boxes', ['wood', 'shelf', 'knife', 'box']],
  ['Colour, vapour, flour and glasses', ['color', 'vapor', 'flour', 'glass']],
  ['Furniture (other than seats of heading 9401); desks', ['furniture', 'desk']],
  ['café crème', ['cafe', 'creme']],
  ['‮abc\u0000', ['abc']],
])('%s', (text, words) => {
  expect(wordsOf(text)).toEqual(words)
})

it('a word is like one that a slip of the finger made of it, and short words are like none', () => {
  const known = ['ladder', 'lather', 'stainless', 'steel', 'cup']
  expect(closestWords(known, 'laddre')).toEqual(['ladder'])
  expect(closestWords(known, 'stainles')).toEqual(['stainless'])
  expect(closestWords(known, 'stel')).toEqual(['steel'])
  expect(closestWords(known, 'cap')).toEqual([])
  expect(closestWords(known, 'sttaeinlss')).toEqual([])
})
