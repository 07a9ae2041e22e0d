import fc from 'fast-check'
import { expect, it } from 'vitest'
import { packedText, unpackedText } from './packed-text.ts'

it('gives back every text to the character', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => unpackedText(packedText(text)) === text))
})

it('makes a text that repeats itself much smaller', () => {
  const text = JSON.stringify(Array.from({ length: 1000 }, (_, n) => ({ order: `ord_${n}`, status: 'planned' })))
  expect(packedText(text).length).toBeLessThan(text.length / 8)
})
