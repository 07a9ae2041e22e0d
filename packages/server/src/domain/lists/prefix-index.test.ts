import { expect, it } from 'vitest'
import { indexByPrefix, matchPrefixes } from './prefix-index.ts'

const index = indexByPrefix([
  { prefix: '61', value: 'chapter' },
  { prefix: '6109100012', value: 'number' },
  { prefix: '6109', value: 'heading' },
  { prefix: '6109', value: 'heading of another list' },
])

it('finds every prefix of a number, the longest first', () => {
  expect(matchPrefixes(index, '6109100012')).toEqual(['number', 'heading', 'heading of another list', 'chapter'])
  expect(matchPrefixes(index, '6109100027')).toEqual(['heading', 'heading of another list', 'chapter'])
})

it('matches leading digits alone', () => {
  expect(matchPrefixes(index, '0061090000')).toEqual([])
  expect(matchPrefixes(index, '610')).toEqual(['chapter'])
  expect(matchPrefixes(index, '6')).toEqual([])
})
