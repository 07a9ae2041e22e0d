import { describe, expect, it } from 'vitest'
import { testNow } from '../../testing/builders.ts'
import { endQuery, query, send, underWay } from '../../testing/deliveries.ts'
import { borderBuddyTerms } from '../../testing/export-history.ts'
import type { QuerySighting } from '../changes.ts'
import { isDuplicatePossible } from './doubt.ts'
import { afterQuery } from './reconcile.ts'

const minute = 60_000
const missing: QuerySighting = { found: false, isReliable: true, evidence: 'http_404' }
const failed: QuerySighting = { found: false, isReliable: false, evidence: 'http_500' }
const found = (payloadSha256: string | null): QuerySighting => ({
  ...{ found: true, evidence: 'http_200', payloadSha256, brokerRef: 'REF-7' },
})

describe('a receiver that holds the delivery', () => {
  it.each([
    ['with our payload', '0'.repeat(64)],
    ['and does not say with which payload', null],
  ])('%s has accepted it', (_, payloadSha256) => {
    const asked = underWay([send('unknown'), query(null, minute)], borderBuddyTerms)
    const decision = endQuery(asked, found(payloadSha256), minute)
    expect(decision.delivery).toMatchObject({ state: 'ACCEPTED', brokerRef: 'REF-7', outbox: null })
    expect(decision.attempts).toMatchObject([{ n: 2, kind: 'query', outcome: 'accepted', evidence: 'found_by_query' }])
    expect(decision.news).toEqual({ became: 'ACCEPTED', attempt: 2 })
    expect(isDuplicatePossible([decision.delivery])).toBe(false)
  })

  it('with another payload leaves it unconfirmed and raises an alarm', () => {
    const asked = underWay([send('unknown'), query(null, minute)], borderBuddyTerms)
    const decision = endQuery(asked, found('f'.repeat(64)), minute)
    expect(decision.delivery.state).toBe('UNCONFIRMED')
    expect(decision).toMatchObject({
      alarm: 'other_payload_found',
      news: { became: 'UNCONFIRMED', reason: 'ambiguous' },
    })
    expect(decision.attempts).toMatchObject([{ outcome: 'unknown', evidence: 'other_payload_found' }])
  })
})

describe('a receiver that does not hold it', () => {
  it('is asked again after the settle time', () => {
    const decision = endQuery(underWay([send('unknown'), query(null, minute)], borderBuddyTerms), missing, minute)
    expect(decision.delivery).toMatchObject({
      state: 'RECONCILE',
      doubtResolvedN: 0,
      outbox: { kind: 'query', availableAt: testNow + 2 * minute, sends: 1 },
    })
    expect(decision.attempts).toMatchObject([{ outcome: 'not_sent', evidence: 'not_found_by_query' }])
  })

  it('and says so twice resolves the doubt: the delivery is sent again', () => {
    const asked = underWay([send('unknown'), query('not_sent', minute), query(null, 2 * minute)], borderBuddyTerms)
    const decision = endQuery(asked, missing, 2 * minute)
    expect(decision.delivery).toMatchObject({
      state: 'RETRY_WAIT',
      doubtResolvedN: 3,
      outbox: { kind: 'send', availableAt: testNow + 2 * minute + 5_000, sends: 1, notAfter: null },
    })
    expect(isDuplicatePossible([decision.delivery])).toBe(false)
  })

  it('fails the delivery where the schedule of sends is used up', () => {
    const sends = Array.from({ length: 10 }, () => send('unknown'))
    const asked = underWay([...sends, query('not_sent', minute), query(null, 2 * minute)], borderBuddyTerms)
    const decision = endQuery(asked, missing, 2 * minute)
    expect(decision.delivery).toMatchObject({ state: 'FAILED', doubtResolvedN: 12 })
    expect(decision.news).toEqual({ became: 'FAILED', reason: 'exhausted', evidence: 'not_found_by_query' })
  })

  it.each([
    ['before it had settled', [send('unknown'), query('not_sent', minute - 1), query(null, 3 * minute)]],
    ['less than the settle time ago', [send('unknown'), query('not_sent', 2 * minute + 1), query(null, 3 * minute)]],
    ['before the last send', [query('not_sent', -minute), send('unknown'), query(null, 3 * minute)]],
  ])('and said so %s is not believed yet', (_, tried) => {
    expect(endQuery(underWay(tried, borderBuddyTerms), missing, 3 * minute).delivery.state).toBe('RECONCILE')
  })
})

describe('a question that failed', () => {
  it('says nothing and is asked again on the schedule', () => {
    const tried = [send('unknown'), query('unknown', minute), query(null, 2 * minute)]
    const decision = endQuery(underWay(tried, borderBuddyTerms), failed, 2 * minute)
    expect(decision.delivery).toMatchObject({ state: 'RECONCILE', outbox: { availableAt: testNow + 7 * minute } })
    expect(decision.attempts).toMatchObject([{ outcome: 'unknown', evidence: 'http_500' }])
  })

  it('for the tenth time leaves the delivery unconfirmed', () => {
    const tried = [send('unknown'), ...Array.from({ length: 9 }, () => query('unknown', minute)), query(null, minute)]
    const decision = endQuery(underWay(tried, borderBuddyTerms), failed, minute)
    expect(decision.news).toEqual({ became: 'UNCONFIRMED', reason: 'exhausted' })
  })
})

it('a worker that overslept decides nothing by a question, unless the receiver holds the delivery', () => {
  const asked = underWay([send('unknown'), query('unknown', minute), query(null, 2 * minute)], borderBuddyTerms)
  const late = { delivery: asked, n: 2, epoch: 2, now: testNow + 2 * minute, fraction: 0 }
  expect(afterQuery({ ...late, sighting: missing })).toMatchObject({ decides: false, delivery: { state: 'RECONCILE' } })
  expect(afterQuery({ ...late, sighting: found('f'.repeat(64)) })).toMatchObject({
    ...{ decides: false, alarm: 'other_payload_found', delivery: { state: 'RECONCILE' } },
  })
  expect(afterQuery({ ...late, sighting: found(null) }).delivery.state).toBe('ACCEPTED')
})
