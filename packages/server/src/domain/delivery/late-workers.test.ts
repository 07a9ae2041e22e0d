import { describe, expect, it } from 'vitest'
import { testNow } from '../../testing/builders.ts'
import { sawAccepted, sawNotSent, sawRejected, sawUnknown, send, underWay } from '../../testing/deliveries.ts'
import { anOutbox, borderBuddyTerms } from '../../testing/export-history.ts'
import type { Sighting } from '../changes.ts'
import { deliveryChange } from './compose-delivery.ts'
import type { DeliveryDecision } from './decision.ts'
import { afterSend } from './delivery.ts'
import { isDuplicatePossible } from './doubt.ts'
import { afterDenial } from './resolve.ts'

describe('a worker that overslept', () => {
  const stale = underWay([send('unknown'), send(null)])
  const lateBy = (sighting: Sighting, delivery = stale): DeliveryDecision =>
    afterSend({ delivery, n: 1, epoch: 1, sighting, now: testNow + 9_000, fraction: 0 })

  it('decides nothing, but what it saw replaces the unknown of its own attempt', () => {
    const decision = lateBy(sawNotSent)
    expect(decision).toMatchObject({ decides: false, lease: null, news: null, endedOutboxId: null })
    expect(decision.delivery).toMatchObject({ state: 'RETRY_WAIT', outbox: stale.outbox })
    expect(decision.attempts).toMatchObject([{ n: 1, outcome: 'not_sent', finishedAt: testNow }])
  })

  it('decides nothing about a new round that nobody has claimed', () => {
    const unclaimed = anOutbox({ leaseOwner: null, leaseUntil: null, leaseEpoch: 1, lastN: 1, sends: 0 })
    const newRound = underWay([send('unknown')], { roundFromN: 2, outbox: unclaimed })
    expect(lateBy(sawRejected, newRound)).toMatchObject({ delivery: { state: 'QUEUED' }, decides: false, news: null })
  })

  it('may report an acceptance, which ends the effect of the worker that follows it', () => {
    const decision = lateBy(sawAccepted)
    expect(decision.delivery.state).toBe('ACCEPTED')
    expect(decision).toMatchObject({ endedOutboxId: 'out_1', lease: null, news: { became: 'ACCEPTED', attempt: 1 } })
  })

  it('leaves no attempt open when its acceptance ends the delivery', () => {
    const { delivery, attempts } = lateBy(sawAccepted)
    expect(delivery.attempts.map(({ outcome, evidence }) => [outcome, evidence])).toEqual([
      ['accepted', sawAccepted.evidence],
      ['unknown', 'overtaken'],
    ])
    expect(attempts).toMatchObject([{ n: 1 }, { n: 2, finishedAt: testNow + 9_000 }])
  })

  it.each(['REJECTED', 'FAILED', 'UNCONFIRMED'] as const)('may turn %s into ACCEPTED', (state) => {
    expect(lateBy(sawAccepted, { ...stale, state, outbox: null }).delivery.state).toBe('ACCEPTED')
  })

  it.each(['ACCEPTED', 'BOUNCED'] as const)('leaves %s as it is and reports nothing twice', (state) => {
    for (const sighting of [sawAccepted, sawNotSent, sawRejected, sawUnknown]) {
      const decision = lateBy(sighting, { ...stale, state, outbox: null })
      expect(decision.delivery.state).toBe(state)
      expect(decision.news).toBeNull()
    }
  })

  it.each(['accepted', 'rejected', 'not_sent'] as const)('changes no outcome that is known: %s', (outcome) => {
    const known = underWay([send(outcome), send(null)])
    for (const sighting of [sawAccepted, sawNotSent, sawRejected, sawUnknown])
      expect(lateBy(sighting, known).attempts[0]).toEqual(known.attempts[0])
  })

  it('disproves the operator who learned that the receiver does not hold its send, by an acceptance alone', () => {
    const denied = afterDenial({ ...underWay([send('unknown')]), state: 'UNCONFIRMED', outbox: null }, { now: testNow })
    expect(lateBy(sawAccepted, denied?.delivery).delivery).toMatchObject({
      ...{ state: 'ACCEPTED', attempts: [{ outcome: 'accepted', evidence: sawAccepted.evidence }] },
    })
    expect(lateBy(sawUnknown, denied?.delivery).delivery).toEqual(denied?.delivery)
  })

  it('makes a duplicate of what was sent again meanwhile, and the record tells of it', () => {
    const denied = afterDenial({ ...underWay([send('unknown')]), state: 'UNCONFIRMED', outbox: null }, { now: testNow })
    const again = underWay([send('unknown'), send('accepted', 60_000)]).attempts.slice(1)
    const attempts = [...(denied?.delivery.attempts ?? []), ...again]
    const sentAgain = underWay([], { attempts, state: 'ACCEPTED', outbox: null })
    expect([isDuplicatePossible([sentAgain]), isDuplicatePossible([lateBy(sawAccepted, sentAgain).delivery])]).toEqual([
      false,
      true,
    ])
  })

  describe('and sent when the receiver may have forgotten the key', () => {
    const windowMs = 24 * 3_600_000
    const keyed = { ...borderBuddyTerms, outbox: null }
    const byOther = underWay([send('unknown'), send('accepted', 50_000)], { ...keyed, state: 'ACCEPTED' })
    const endedAt = (at: number, sighting: Sighting, delivery = byOther): DeliveryDecision =>
      afterSend({ delivery, n: 1, epoch: 1, sighting, now: testNow + at, fraction: 0 })

    it.each([sawAccepted, sawUnknown])('lets the record tell of a possible duplicate: %j', (sighting) => {
      const decision = endedAt(windowMs + 60_000, sighting)
      expect(decision.delivery).toMatchObject({ state: 'ACCEPTED', resendRisk: true })
      expect(deliveryChange(decision).writes).toContainEqual({ write: 'delivery', delivery: decision.delivery })
    })

    it.each([sawRejected, sawNotSent])('tells of none for what did not arrive: %j', (sighting) => {
      expect(endedAt(windowMs + 60_000, sighting).delivery.resendRisk).toBe(false)
    })

    it('tells of none for what ended while the key was trusted, nor when no other send can have arrived', () => {
      expect(endedAt(50_000 + windowMs * 0.9 + 30_000, sawAccepted).delivery.resendRisk).toBe(false)
      const alone = underWay([send('unknown'), send('not_sent', 50_000)], { ...keyed, state: 'FAILED' })
      expect(endedAt(windowMs + 60_000, sawAccepted, alone).delivery.resendRisk).toBe(false)
    })
  })
})
