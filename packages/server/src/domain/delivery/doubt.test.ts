import { expect, it } from 'vitest'
import { query, send, underWay } from '../../testing/deliveries.ts'
import { aSubmission, borderBuddyTerms } from '../../testing/export-history.ts'
import { attemptsInDoubt, isDuplicatePossible } from './doubt.ts'

const hour = 3_600_000

it('an ambiguous send is in doubt until something resolved it; a question never is', () => {
  const tried = [send('unknown'), send('not_sent'), send('unknown'), query('unknown', 1)]
  expect(attemptsInDoubt(underWay(tried))).toEqual([1, 3])
  expect(attemptsInDoubt(underWay(tried, { doubtResolvedN: 2 }))).toEqual([3])
})

it('two sends that may have arrived are a possible duplicate', () => {
  expect(isDuplicatePossible([underWay([send('unknown')])])).toBe(false)
  expect(isDuplicatePossible([underWay([send('unknown'), send(null)])])).toBe(true)
  expect(isDuplicatePossible([underWay([send('not_sent'), send('rejected'), send('accepted')])])).toBe(false)
})

it('sends under one key count as one while the receiver remembers it', () => {
  const within = [send('unknown', 0), send('unknown', 5 * hour), send('accepted', 21 * hour)]
  expect(isDuplicatePossible([underWay(within, borderBuddyTerms)])).toBe(false)
  expect(isDuplicatePossible([underWay([...within, send('accepted', 22 * hour)], borderBuddyTerms)])).toBe(true)
})

it('sends that the receiver was asked for and does not hold count as none', () => {
  const tried = [send('unknown'), query('not_sent', 1), query('not_sent', 2), send('accepted', 3)]
  expect(isDuplicatePossible([underWay(tried, { doubtResolvedN: 3 })])).toBe(false)
  expect(isDuplicatePossible([underWay(tried)])).toBe(true)
})

it('a duplicate may come from an older revision', () => {
  const older = underWay([send('unknown')], { id: 'sub_0', state: 'UNCONFIRMED' })
  const latest = underWay([send('accepted')], borderBuddyTerms)
  expect(isDuplicatePossible([older, latest])).toBe(true)
  expect(isDuplicatePossible([underWay([send('accepted')], { state: 'BOUNCED' }), latest])).toBe(false)
})

it('a risk that was taken knowingly stays', () => {
  expect(isDuplicatePossible([aSubmission({ resendRisk: true })])).toBe(true)
})
