import { expect, it } from 'vitest'
import { createCircuitBreaker } from './circuit-breaker.ts'

const desk = 'imports@broker.example'

it('leaves a destination alone after five failures in a row', () => {
  const breaker = createCircuitBreaker()
  for (let n = 0; n < 4; n += 1) breaker.failed(desk, 1_000)
  expect(breaker.openAt(1_000)).toEqual([])
  breaker.failed(desk, 1_000)
  expect(breaker.openAt(1_000)).toEqual([desk])
})

it('lets one probe through every 60 seconds', () => {
  const breaker = createCircuitBreaker()
  for (let n = 0; n < 5; n += 1) breaker.failed(desk, 1_000)
  expect(breaker.openAt(60_999)).toEqual([desk])
  expect(breaker.openAt(61_000)).toEqual([])
  breaker.started(desk, 61_000)
  expect(breaker.openAt(61_000)).toEqual([desk])
})

it('serves the destination again after one success', () => {
  const breaker = createCircuitBreaker()
  for (let n = 0; n < 9; n += 1) breaker.failed(desk, 1_000)
  breaker.succeeded(desk)
  expect(breaker.openAt(1_000)).toEqual([])
})

it('counts failures in a row only', () => {
  const breaker = createCircuitBreaker()
  for (let n = 0; n < 4; n += 1) breaker.failed(desk, 1_000)
  breaker.succeeded(desk)
  breaker.failed(desk, 1_000)
  expect(breaker.openAt(1_000)).toEqual([])
})

it('does not mix up destinations', () => {
  const breaker = createCircuitBreaker()
  for (let n = 0; n < 5; n += 1) breaker.failed(desk, 1_000)
  expect(breaker.openAt(1_000)).not.toContain('other@broker.example')
})
