import { expect, it } from 'vitest'
import { cursorOf, positionOf } from './cursor.ts'

it('a cursor reads back as its position', () => {
  const position = { createdAt: 1_795_219_200_000, id: 'batch_01k9m4wk6f9g2a5d8s3j1p7y4r' }
  expect(positionOf(cursorOf(position))).toEqual(position)
})

it.each([
  '',
  'x',
  'MjAyNi0xMS0yMQ',
  Buffer.from('1|').toString('base64url'),
  Buffer.from('1|a b').toString('base64url'),
])('a cursor that this server did not make is refused: %j', (cursor) => {
  expect(positionOf(cursor)).toBeNull()
})
