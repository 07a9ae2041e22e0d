import { expect, it } from 'vitest'
import { createSlots } from './slots.ts'

it('says which names are full', () => {
  const slots = createSlots()
  slots.take('a', 2)
  const release = slots.take('b', 2)
  slots.take('b', 2)
  expect(slots.full()).toEqual(['b'])
  release()
  expect(slots.full()).toEqual([])
})

it('knows nothing of a name whose slots were all given back', () => {
  const slots = createSlots()
  const release = slots.take('a', 1)
  expect(slots.full()).toEqual(['a'])
  release()
  slots.take('b', 1)
  expect(slots.full()).toEqual(['b'])
})

it('keeps to the lowest limit that is named', () => {
  const slots = createSlots()
  slots.take('a', 4)
  expect(slots.full()).toEqual([])
  const release = slots.take('a', 1)
  expect(slots.full()).toEqual(['a'])
  release()
  expect(slots.full()).toEqual([])
})
