import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { strictUtf8 } from './utf8.ts'

async function* piecesOf(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  const memory = new Uint8Array(size)
  for (let at = 0; at < bytes.length; at += size) {
    const part = bytes.subarray(at, at + size)
    memory.set(part)
    yield memory.subarray(0, part.length)
  }
}

async function read(bytes: Uint8Array, size = 64): Promise<string> {
  let text = ''
  for await (const piece of strictUtf8(piecesOf(bytes, size), 'orders.csv')) text += piece
  return text
}

const places = [
  ['in the first line', 'A,Caf\xe9\n', 'line 1 (byte offset 5) is not UTF-8 text'],
  ['at its first byte, as UTF-16 has it', '\xff\xfea\0', 'line 1 (byte offset 0) is not UTF-8 text'],
  [
    'far below',
    `${'x'.repeat(99)}\n`.repeat(500).concat('\xe9t\xe9'),
    'line 501 (byte offset 50000) is not UTF-8 text',
  ],
  ['in a character that the file ends in', 'a\nb\xe2\x82', 'line 2 (byte offset 3) is not UTF-8 text'],
  ['in a character that does not go on', 'a\n\xe2\x82z', 'line 2 (byte offset 2) is not UTF-8 text'],
  ['at a NUL', 'a\nb\0c', 'line 2 (byte offset 3) holds a NUL, as UTF-16 does'],
] as const

describe('bytes that are no UTF-8 text', () => {
  it.each(places)('are named by line and byte offset: %s', async (_, latin1, message) => {
    const bytes = Buffer.from(latin1, 'latin1')
    for (const size of [1, 2, 3, 64, 65_536]) {
      await expect(read(bytes, size)).rejects.toThrow(`orders.csv ${message}: save it as UTF-8 and try again.`)
    }
  })

  it('are named by the same place whatever the pieces are', async () => {
    const bytes = fc.uint8Array({ minLength: 1, maxLength: 40 })
    await fc.assert(
      fc.asyncProperty(bytes, fc.integer({ min: 1, max: 41 }), async (given, size) => {
        const whole = await read(given, given.length).catch(String)
        expect(await read(given, size).catch(String)).toBe(whole)
      }),
      { seed: 20261122, numRuns: 2000 },
    )
  })
})

it('text is read as it is, whatever the pieces are', async () => {
  const text = 'Größe, 寸法, 🧢\r\n'
  for (const size of [1, 2, 3, 5, 64]) expect(await read(Buffer.from(text), size)).toBe(text)
  expect(await read(Buffer.from(`\uFEFF${text}`), 1)).toBe(text)
})
