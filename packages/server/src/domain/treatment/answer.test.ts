import { describe, expect, it } from 'vitest'
import { allOf, anyOf, not, open, yesIf } from './answer.ts'

describe('all of several answers', () => {
  it('are no where one is no, whatever is open', () => {
    expect(allOf([open('a'), 'yes', 'no'])).toBe('no')
  })

  it('are open with every question once, in order', () => {
    expect(allOf([open('b', 'a'), 'yes', open('a', 'c')])).toEqual({ asks: ['b', 'a', 'c'] })
  })

  it('stay open where nothing is asked', () => {
    expect(allOf(['yes', open()])).toEqual({ asks: [] })
  })

  it('are yes where there are none', () => {
    expect(allOf([])).toBe('yes')
  })
})

describe('any of several answers', () => {
  it('is yes where one is yes, whatever is open', () => {
    expect(anyOf([open('a'), 'no', 'yes'])).toBe('yes')
  })

  it('stays open where nothing is asked', () => {
    expect(anyOf(['no', open()])).toEqual({ asks: [] })
  })

  it('is no where there are none', () => {
    expect(anyOf([])).toBe('no')
  })
})

it('turning an answer round leaves open what is open', () => {
  expect([not('yes'), not('no'), not(open('a'))]).toEqual(['no', 'yes', { asks: ['a'] }])
  expect([yesIf(true), yesIf(false)]).toEqual(['yes', 'no'])
})
