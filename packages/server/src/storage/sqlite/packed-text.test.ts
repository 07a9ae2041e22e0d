import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { originalBytes, packedText, storedBytes, unpackedText } from './packed-text.ts'

it('gives back every text to the character', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => unpackedText(packedText(text)) === text))
})

it('makes a text that repeats itself much smaller', () => {
  const text = JSON.stringify(Array.from({ length: 1000 }, (_, n) => ({ order: `ord_${n}`, status: 'planned' })))
  expect(packedText(text).length).toBeLessThan(text.length / 8)
})

it('gives back all bytes as they were, whether they are stored packed or not', () => {
  const texts = [0, 1, 65_535, 65_536, 100_000].map((length) => Buffer.alloc(length, 'entry '))
  const noise = [65_536, 100_000].map((length) =>
    Uint8Array.from({ length }, (_, n) => createHash('sha256').update(String(n)).digest()[0] ?? 0),
  )
  for (const bytes of [...texts, ...noise]) {
    const stored = storedBytes(bytes)
    expect(stored.byteLength).toBeLessThanOrEqual(bytes.byteLength)
    expect(Buffer.compare(originalBytes(stored, bytes.byteLength), bytes)).toBe(0)
  }
  expect(storedBytes(Buffer.alloc(100_000, 'entry ')).byteLength).toBeLessThan(1000)
})
