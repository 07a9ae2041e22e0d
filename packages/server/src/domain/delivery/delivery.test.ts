import { describe, expect, it } from 'vitest'
import { testNow } from '../../testing/builders.ts'
import { endSend, sawAccepted, sawNotSent, sawRejected, sawUnknown, send, underWay } from '../../testing/deliveries.ts'
import { anOutbox, aSubmission, borderBuddyTerms } from '../../testing/export-history.ts'
import type { SubmissionRecord } from '../records.ts'
import type { DeliveryDecision } from './decision.ts'
import { afterLapse, afterLeaseExpiry, afterSend } from './delivery.ts'

const hour = 3_600_000
const trusted = 21.6 * hour
const keyless = { ...borderBuddyTerms, terms: { ...borderBuddyTerms.terms, keyWindowMs: 0 } }
const notQueryable = { ...borderBuddyTerms, terms: { ...borderBuddyTerms.terms, isQueryable: false } }

describe('one send', () => {
  it('that is accepted ends the delivery', () => {
    const decision = endSend(underWay([send(null)]), { ...sawAccepted, brokerRef: 'REF-1' })
    expect(decision.delivery).toMatchObject({ state: 'ACCEPTED', brokerRef: 'REF-1', outbox: null })
    expect(decision).toMatchObject({ endedOutboxId: 'out_1', lease: null, news: { became: 'ACCEPTED', attempt: 1 } })
  })

  it('that was not sent is made again after five seconds, which is no news', () => {
    const decision = endSend(underWay([send(null)]), sawNotSent)
    expect(decision.delivery.state).toBe('RETRY_WAIT')
    expect(decision.delivery.outbox).toMatchObject({
      ...{ kind: 'send', availableAt: testNow + 5_000, notAfter: null, sends: 1 },
      ...{ leaseOwner: null, leaseUntil: null, leaseEpoch: 1 },
    })
    expect(decision.attempts).toMatchObject([{ n: 1, outcome: 'not_sent', finishedAt: testNow }])
    expect(decision).toMatchObject({ news: null, lease: { outboxId: 'out_1', epoch: 1 } })
  })

  it('that is refused ends the delivery as rejected', () => {
    const decision = endSend(underWay([send(null)]), sawRejected)
    expect(decision.delivery.state).toBe('REJECTED')
    expect(decision.news).toEqual({ became: 'FAILED', reason: 'rejected', evidence: 'http_422' })
  })

  it('that is refused for another message under its key raises an alarm', () => {
    const decision = endSend(underWay([send(null)], borderBuddyTerms), { ...sawRejected, evidence: 'key_reused' })
    expect(decision).toMatchObject({ alarm: 'key_reused', delivery: { state: 'REJECTED' } })
  })

  it('that is refused so, while an earlier one is in doubt, leaves it open whether the receiver holds that one', () => {
    const tried = underWay([send('unknown', 0), send(null, 5_000)], borderBuddyTerms)
    const decision = endSend(tried, { ...sawRejected, evidence: 'key_reused' }, 6_000)
    expect(decision).toMatchObject({ alarm: 'key_reused', delivery: { state: 'UNCONFIRMED', outbox: null } })
    expect(decision.news).toEqual({ became: 'UNCONFIRMED', reason: 'ambiguous' })
    expect(endSend(tried, sawRejected, 6_000).delivery.state).toBe('REJECTED')
  })

  it('waits as long as the receiver asks', () => {
    const decision = endSend(underWay([send(null)]), { ...sawNotSent, retryAfterMs: 90_000 })
    expect(decision.delivery.outbox?.availableAt).toBe(testNow + 90_000)
  })
})

describe('an ambiguous send', () => {
  it('is made again at least once', () => {
    expect(endSend(underWay([send(null)]), sawUnknown).delivery.state).toBe('RETRY_WAIT')
  })

  it('is never repeated at most once', () => {
    const decision = endSend(underWay([send(null)], { policy: 'at_most_once' }), sawUnknown)
    expect(decision.delivery).toMatchObject({ state: 'UNCONFIRMED', outbox: null })
    expect(decision.news).toEqual({ became: 'UNCONFIRMED', reason: 'ambiguous' })
  })

  it('under a key of a minute is not made again when its bytes could arrive after the key has ended', () => {
    const brief = { ...borderBuddyTerms, terms: { ...borderBuddyTerms.terms, keyWindowMs: 60_000 } }
    const decision = endSend(underWay([send(null)], brief), { ...sawUnknown, retryAfterMs: 31_000 }, 1_000)
    expect(decision.delivery.state).toBe('RECONCILE')
    expect(endSend(underWay([send(null)], brief), sawUnknown, 1_000).delivery.state).toBe('RETRY_WAIT')
  })

  it('under a key is made again for nine tenths of the window, counted from the first of the round', () => {
    const decision = endSend(underWay([send('unknown', 0), send(null, 5_000)], borderBuddyTerms), sawUnknown, 6_000)
    expect(decision.delivery.outbox).toMatchObject({ kind: 'send', notAfter: testNow + trusted })
  })

  it('whose repetition would come too late leads to a question, once the receiver has settled', () => {
    const late = trusted - 60_000
    const tried = [send('unknown', 0), ...[1, 2, 3].map(() => send('not_sent', 1)), send(null, late)]
    const decision = endSend(underWay(tried, borderBuddyTerms), sawUnknown, late + 1_000)
    expect(decision.delivery.state).toBe('RECONCILE')
    expect(decision.delivery.outbox).toMatchObject({
      ...{ kind: 'query', availableAt: testNow + late + 61_000, notAfter: null, sends: 0, leaseOwner: null },
    })
  })

  it('whose repetition would come too late is unconfirmed where nobody can be asked', () => {
    const tried = [send('unknown', 0), ...[1, 2, 3].map(() => send('not_sent', 1)), send(null, trusted)]
    const decision = endSend(underWay(tried, notQueryable), sawNotSent, trusted)
    expect(decision.news).toEqual({ became: 'UNCONFIRMED', reason: 'key_window' })
  })

  it('without a key leads to a question at once', () => {
    expect(endSend(underWay([send(null)], keyless), sawUnknown).delivery.state).toBe('RECONCILE')
  })

  it('without a key and without questions is made again at least once', () => {
    const terms = { ...keyless.terms, isQueryable: false }
    const decision = endSend(underWay([send(null)], { ...keyless, terms }), sawUnknown)
    expect(decision.delivery.outbox).toMatchObject({ kind: 'send', notAfter: null })
  })

  it('of an earlier round does not shorten the trust in the key', () => {
    const tried = [send('unknown', -48 * hour), send(null)]
    const decision = endSend(underWay(tried, { ...borderBuddyTerms, roundFromN: 2 }), sawNotSent)
    expect(decision.delivery).toMatchObject({ state: 'RETRY_WAIT', outbox: { notAfter: null } })
  })
})

describe('with a send in doubt', () => {
  it('a refusal does not say that the receiver holds nothing', () => {
    const decision = endSend(underWay([send('unknown'), send(null)]), sawRejected)
    expect(decision.delivery.state).toBe('UNCONFIRMED')
    expect(decision.news).toEqual({ became: 'UNCONFIRMED', reason: 'ambiguous' })
  })

  it('a refusal under a key that is still remembered does', () => {
    const decision = endSend(underWay([send('unknown', 0), send(null, hour)], borderBuddyTerms), sawRejected, hour)
    expect(decision.delivery).toMatchObject({ state: 'REJECTED', doubtResolvedN: 2 })
  })

  it('a refusal under the key answers for no send of which the key may be forgotten', () => {
    const tried = [send('unknown', -48 * hour), send('unknown', 0), send(null, hour)]
    const decision = endSend(underWay(tried, { ...borderBuddyTerms, roundFromN: 2 }), sawRejected, hour)
    expect(decision.delivery).toMatchObject({ state: 'UNCONFIRMED', doubtResolvedN: 0 })
  })

  it('the end of the schedule does not say so either', () => {
    const tried = [send('unknown'), ...Array.from({ length: 8 }, () => send('not_sent')), send(null)]
    expect(endSend(underWay(tried), sawNotSent).news).toEqual({ became: 'UNCONFIRMED', reason: 'exhausted' })
  })

  it('the end of the schedule leads to a question where one can be asked', () => {
    const tried = [send('unknown'), ...Array.from({ length: 8 }, () => send('not_sent')), send(null)]
    expect(endSend(underWay(tried, borderBuddyTerms), sawNotSent).delivery.state).toBe('RECONCILE')
  })
})

it('ten sends that reached nobody fail', () => {
  const tried = [...Array.from({ length: 9 }, () => send('not_sent')), send(null)]
  const decision = endSend(underWay(tried), sawNotSent)
  expect(decision.delivery.state).toBe('FAILED')
  expect(decision.news).toEqual({ became: 'FAILED', reason: 'exhausted', evidence: 'connect_failed' })
})

it('a second round has ten sends of its own', () => {
  const tried = [...Array.from({ length: 10 }, () => send('not_sent')), send(null)]
  const again = underWay(tried, { outbox: anOutbox({ leaseEpoch: 11, lastN: 11, sends: 1 }) })
  expect(endSend(again, sawNotSent).delivery.state).toBe('RETRY_WAIT')
})

describe('a lease that is over', () => {
  const expire = (delivery: SubmissionRecord, at = 0): DeliveryDecision =>
    afterLeaseExpiry({ delivery, now: testNow + at, fraction: 0 })

  it('closes the send as unknown, raises the epoch and sends again', () => {
    const decision = expire(underWay([send(null)]))
    expect(decision.attempts).toMatchObject([{ outcome: 'unknown', evidence: 'lease_expired' }])
    expect(decision.delivery.outbox).toMatchObject({ leaseEpoch: 2, availableAt: testNow + 5_000 })
    expect(decision.lease).toEqual({ outboxId: 'out_1', epoch: 1 })
  })

  it('ends a delivery that is sent at most once', () => {
    expect(expire(underWay([send(null)], { policy: 'at_most_once' })).delivery.state).toBe('UNCONFIRMED')
  })

  it('of a question loses the question and leaves no doubt behind', () => {
    const asked = underWay([send('unknown'), { kind: 'query', outcome: null, at: 60_000 }], borderBuddyTerms)
    const decision = expire(asked, 105_000)
    expect(decision.delivery).toMatchObject({ state: 'RECONCILE', outbox: { kind: 'query', leaseEpoch: 3 } })
    expect(decision.attempts).toMatchObject([{ kind: 'query', outcome: 'unknown', evidence: 'lease_expired' }])
  })

  it('of a delivery without an effect is a bug', () => {
    expect(() => expire(aSubmission())).toThrow('has no pending effect')
  })
})

describe('a send that nobody made while its key was trusted', () => {
  const waiting = (more: Partial<SubmissionRecord> = {}): SubmissionRecord => ({
    ...underWay([send('unknown', 0)], borderBuddyTerms),
    state: 'RETRY_WAIT',
    outbox: anOutbox({ availableAt: testNow + hour, notAfter: testNow + trusted, sends: 1, lastN: 1, leaseEpoch: 1 }),
    ...more,
  })
  const lapse = (delivery: SubmissionRecord, at = 30 * hour): DeliveryDecision =>
    afterLapse({ delivery, now: testNow + at, fraction: 0 })

  it('leads to a question at once, since the receiver settled long ago', () => {
    const decision = lapse(waiting())
    expect(decision.delivery).toMatchObject({
      state: 'RECONCILE',
      outbox: { kind: 'query', availableAt: testNow + 30 * hour, notAfter: null, leaseEpoch: 2 },
    })
    expect(decision).toMatchObject({ attempts: [], lease: { outboxId: 'out_1', epoch: 1 } })
  })

  it('is unconfirmed where nobody can be asked', () => {
    expect(lapse(waiting({ terms: notQueryable.terms })).news).toEqual({ became: 'UNCONFIRMED', reason: 'key_window' })
  })

  it('goes on waiting when a late worker has resolved the doubt', () => {
    const attempts = underWay([send('not_sent', 0)]).attempts
    const decision = lapse(waiting({ attempts }))
    expect(decision.delivery).toMatchObject({
      state: 'RETRY_WAIT',
      outbox: { kind: 'send', availableAt: testNow + hour, notAfter: null },
    })
  })

  it('of a delivery without an effect is a bug', () => {
    expect(() => lapse(aSubmission())).toThrow('has no pending effect')
  })
})

it('an attempt that does not exist is a bug', () => {
  const ended = { delivery: aSubmission(), n: 1, epoch: 1, sighting: sawAccepted, now: testNow, fraction: 0 }
  expect(() => afterSend(ended)).toThrow('Delivery sub_1 has no attempt 1.')
})
