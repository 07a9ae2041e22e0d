import { expect, it } from 'vitest'
import { createSlots } from './slots.ts'

it('says which names are full', () => {
  const slots = createSlots(2)
  slots.take('a')
  const release = slots.take('b')
  slots.take('b')
  expect(slots.full()).toEqual(['b'])
  release()
  expect(slots.full()).toEqual([])
})

it('knows nothing of a name whose slots were all given back', () => {
  const slots = createSlots(1)
  const release = slots.take('a')
  expect(slots.full()).toEqual(['a'])
  release()
  slots.take('b')
  expect(slots.full()).toEqual(['b'])
})
