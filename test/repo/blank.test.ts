import { expect, it } from 'vitest'
import { blank } from './blank.ts'

it.each([
  ["const a = 'b as c' // d", 'const a =              '],
  ["const a = `x as ${y as z} it's` + b", `const a = ${' '.repeat(21)} + b`],
  ['const a = /[\'"`/]/g.test(b)', `const a = ${' '.repeat(9)}.test(b)`],
  ['const a = b / c / d', 'const a = b / c / d'],
  ["const a = `${f(`in ${n}`)}` + 'e'", `const a = ${' '.repeat(17)} +    `],
  ['a /* b\nc */ d', `a     \n     d`],
])('%s is blanked to its code', (text, code) => {
  expect(blank(text, { strings: true })).toBe(code)
})

it('strings can be kept while comments go', () => {
  expect(blank("f('https://a.example') // b", { strings: false })).toBe("f('https://a.example')     ")
})
