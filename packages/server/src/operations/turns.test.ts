import { expect, it } from 'vitest'
import { createTurns } from './turns.ts'

it('callers of one name go one after the other, others beside them', async () => {
  const turns = createTurns()
  const order: string[] = []
  const go = async (name: string, label: string): Promise<() => void> => {
    const end = await turns.take(name)
    order.push(label)
    return end
  }
  const endFirst = await go('a', 'first')
  const second = go('a', 'second')
  const third = go('a', 'third')
  await go('b', 'beside')
  expect(order).toEqual(['first', 'beside'])
  endFirst()
  const endSecond = await second
  expect(order).toEqual(['first', 'beside', 'second'])
  endSecond()
  const endThird = await third
  endThird()
  await go('a', 'later')
  expect(order).toEqual(['first', 'beside', 'second', 'third', 'later'])
})
