import { expect, it } from 'vitest'
import { createSlots } from './slots.ts'

it('lets no more than the limit hold a name at a time', async () => {
  const slots = createSlots(1)
  const order: string[] = []
  const first = await slots.take('a')
  const second = slots.take('a').then((release) => {
    order.push('second')
    release()
  })
  order.push('first')
  first()
  await second
  expect(order).toEqual(['first', 'second'])
})

it('says which names are full', async () => {
  const slots = createSlots(2)
  await slots.take('a')
  const release = await slots.take('b')
  await slots.take('b')
  expect(slots.full()).toEqual(['b'])
  release()
  expect(slots.full()).toEqual([])
})

it('serves those who wait in their order', async () => {
  const slots = createSlots(1)
  const served: number[] = []
  const release = await slots.take('a')
  const waiting = [1, 2, 3].map(async (n) => {
    const give = await slots.take('a')
    served.push(n)
    give()
  })
  release()
  await Promise.all(waiting)
  expect(served).toEqual([1, 2, 3])
})
