import { expect, it } from 'vitest'
import { type CachedView, createViewCache } from './view-cache.ts'

function view(body: string): CachedView {
  return { version: 1, profileRev: 0, validUntil: null, reply: { status: 200, contentType: 'application/json', body } }
}

it('keeps the most recently used views when there are too many', () => {
  const cache = createViewCache(2, 1_000)
  cache.set('a', view('a'))
  cache.set('b', view('b'))
  cache.get('a')
  cache.set('c', view('c'))
  expect([cache.get('a')?.reply.body, cache.get('b')?.reply.body, cache.get('c')?.reply.body]).toEqual([
    'a',
    undefined,
    'c',
  ])
})

it('keeps to its bytes', () => {
  const cache = createViewCache(100, 10)
  cache.set('a', view('123456'))
  cache.set('b', view('123456'))
  expect(cache.get('a')).toBeUndefined()
  expect(cache.get('b')).toBeDefined()
})

it('does not count a replaced view twice', () => {
  const cache = createViewCache(100, 10)
  for (let n = 0; n < 5; n += 1) cache.set('a', view('123456'))
  expect(cache.get('a')).toBeDefined()
})

it('does not keep a view that is larger than the cache', () => {
  const cache = createViewCache(100, 3)
  cache.set('a', view('123456'))
  expect(cache.get('a')).toBeUndefined()
})
