import { expect, it } from 'vitest'
import { nextDelayMs, sendsPerRound } from './schedule.ts'

const hour = 3_600_000

it('waits 0, 5 s, 5 min, 30 min, 2, 5, 10, 14, 20 and 24 h before the ten sends of a round', () => {
  const delays = Array.from({ length: sendsPerRound }, (_, sends) => nextDelayMs(sends, 0))
  expect(delays).toEqual([0, 5_000, 300_000, 1_800_000, 2 * hour, 5 * hour, 10 * hour, 14 * hour, 20 * hour, 24 * hour])
  expect(delays.reduce<number>((sum, delay) => sum + (delay ?? 0), 0)).toBe(75 * hour + 35 * 60_000 + 5_000)
})

it('makes no eleventh send', () => {
  expect(nextDelayMs(10, 0)).toBeNull()
})

it('adds up to a tenth', () => {
  expect(nextDelayMs(1, 0.5)).toBe(5_250)
  expect(nextDelayMs(1, 0.999)).toBe(5_500)
})

it('waits as long as the receiver asks, up to a day', () => {
  expect(nextDelayMs(1, 0, 60_000)).toBe(60_000)
  expect(nextDelayMs(2, 0, 60_000)).toBe(300_000)
  expect(nextDelayMs(1, 0, 48 * hour)).toBe(24 * hour)
})
