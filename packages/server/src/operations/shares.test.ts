import { expect, it } from 'vitest'
import { createShares } from './shares.ts'

it('of sixteen slots events take ten, events and notifications twelve, and submissions all', () => {
  const shares = createShares(16)
  expect(shares.free()).toEqual({ atOnce: 10, exceptKinds: [] })
  for (let n = 0; n < 10; n += 1) shares.take('event')
  expect(shares.free()).toEqual({ atOnce: 2, exceptKinds: ['event'] })
  for (let n = 0; n < 2; n += 1) shares.take('notification')
  expect(shares.free()).toEqual({ atOnce: 4, exceptKinds: ['notification', 'event'] })
  for (let n = 0; n < 4; n += 1) shares.take('submission')
  expect(shares.free().exceptKinds).toEqual(['submission', 'notification', 'event'])
})

it('submissions leave the others what they do not need, and may take everything', () => {
  const shares = createShares(16)
  const releases = Array.from({ length: 16 }, () => shares.take('submission'))
  expect(shares.free().exceptKinds).toEqual(['submission', 'notification', 'event'])
  for (const release of releases.slice(3)) release()
  expect(shares.free()).toEqual({ atOnce: 10, exceptKinds: [] })
})

it('a single slot is for whatever is due', () => {
  const shares = createShares(1)
  expect(shares.free()).toEqual({ atOnce: 1, exceptKinds: [] })
  shares.take('event')
  expect(shares.free().exceptKinds).toEqual(['submission', 'notification', 'event'])
})
