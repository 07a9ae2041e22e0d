import { describe, expect, it } from 'vitest'
import { testNow } from '../../testing/builders.ts'
import { anAttempt, anOutbox, aSubmission, borderBuddyTerms } from '../../testing/export-history.ts'
import type { AttemptRecord, SubmissionRecord } from '../records.ts'
import { afterRestore, mayHaveBeenSent, type Restoration } from './after-restore.ts'
import { isDuplicatePossible } from './doubt.ts'
import { submissionEvents } from './submission-events.ts'

const hour = 3_600_000
const minute = 60_000
const restoration: Restoration = { lostFrom: testNow - 2 * hour, restoredAt: testNow - minute, isQuarantined: false }
const lost: AttemptRecord = {
  ...{ n: 1, epoch: 1, kind: 'send', outcome: 'unknown', evidence: 'restored' },
  ...{ startedAt: testNow - 2 * hour, finishedAt: testNow - minute },
}
const keysAlone = { ...borderBuddyTerms, terms: { ...borderBuddyTerms.terms, isQueryable: false } }

function decide(
  more: Partial<SubmissionRecord> = {},
  now = testNow,
): ReturnType<typeof afterRestore<SubmissionRecord>> {
  const delivery = aSubmission({ outbox: anOutbox({ notAfter: 0 }), ...more })
  return afterRestore({ delivery, restoration, now })
}

describe('a delivery that may have been sent in the lost time', () => {
  it('gets an attempt that spans that time and whose outcome nobody knows, whatever becomes of it', () => {
    for (const terms of [{}, borderBuddyTerms, { policy: 'at_most_once' } as const]) {
      const decision = decide(terms)
      expect(decision.lost).toEqual(lost)
      expect(decision.delivery.attempts).toEqual([lost])
      expect(decision.lease).toEqual({ outboxId: 'out_1', epoch: 0 })
    }
  })

  it('is asked about where the receiver can be asked, once what was sent last has settled', () => {
    const { delivery, news } = decide(borderBuddyTerms)
    expect([delivery.state, news]).toEqual(['RECONCILE', null])
    expect(delivery.outbox).toMatchObject({ kind: 'query', availableAt: testNow, sends: 0, notAfter: null, lastN: 1 })
    const unsettled = decide(borderBuddyTerms, testNow - 30_000)
    expect(unsettled.delivery.outbox?.availableAt).toBe(restoration.restoredAt + borderBuddyTerms.terms.settleMs)
  })

  it('goes on under its key while the receiver surely remembers the first that may have left', () => {
    const notAfter = restoration.lostFrom + 0.9 * 24 * hour
    const { delivery } = decide(keysAlone, notAfter)
    expect(delivery).toMatchObject({ state: 'RETRY_WAIT', outbox: { kind: 'send', notAfter, lastN: 1, leaseEpoch: 1 } })
    expect(isDuplicatePossible([sentOnce(delivery, notAfter)])).toBe(false)
    expect(decide(keysAlone, notAfter + 1)).toMatchObject({
      delivery: { state: 'UNCONFIRMED', outbox: null },
      news: { became: 'UNCONFIRMED', reason: 'restored' },
    })
  })

  it('goes on at once under at_least_once, and its next send tells of a possible duplicate', () => {
    const { delivery } = decide({ outbox: anOutbox({ notAfter: 0, sends: 3, availableAt: testNow - hour }) })
    expect(delivery).toMatchObject({
      state: 'RETRY_WAIT',
      outbox: { kind: 'send', notAfter: null, sends: 3, availableAt: testNow - hour, lastN: 1 },
    })
    expect(isDuplicatePossible([delivery])).toBe(false)
    expect(isDuplicatePossible([sentOnce(delivery, testNow)])).toBe(true)
  })

  it('is never sent by itself under at_most_once, and the event says why', () => {
    const { delivery, news, endedOutboxId } = decide({ policy: 'at_most_once' })
    expect([delivery.state, delivery.outbox, endedOutboxId]).toEqual(['UNCONFIRMED', null, 'out_1'])
    expect(news && submissionEvents(news, delivery, [delivery])).toEqual([
      {
        type: 'BROKER_SUBMISSION_UNKNOWN',
        data: { submission_id: 'sub_1', revision: 1, reason: 'restored', attempts_in_doubt: [1] },
      },
    ])
  })

  it('counts its attempts and epochs on from those that the copy holds', () => {
    const attempts = [anAttempt(1, { outcome: 'not_sent' }), anAttempt(2, { outcome: 'not_sent' })]
    const { lost: added, delivery } = decide({ attempts, outbox: anOutbox({ notAfter: 0, lastN: 2, leaseEpoch: 4 }) })
    expect(added).toMatchObject({ n: 3, epoch: 5 })
    expect(delivery.outbox).toMatchObject({ lastN: 3, leaseEpoch: 5 })
  })
})

it('a delivery at rest has nothing that could be sent again', () => {
  expect(() => decide({ outbox: null })).toThrow('has no pending effect')
})

describe('a message that is about to be queued', () => {
  const before = { createdAt: restoration.restoredAt }

  it('may have left in the lost time when its export was there before', () => {
    expect(mayHaveBeenSent(before, [], restoration)).toBe(true)
    expect(mayHaveBeenSent(before, [anAttempt(1, { startedAt: restoration.lostFrom })], restoration)).toBe(true)
  })

  it('has not, when the store was never restored or the export was made since', () => {
    expect(mayHaveBeenSent(before, [], null)).toBe(false)
    expect(mayHaveBeenSent({ createdAt: restoration.restoredAt + 1 }, [], restoration)).toBe(false)
  })

  it('is decided already when it was tried since, or the lost time was put to its account', () => {
    expect(mayHaveBeenSent(before, [anAttempt(1, { startedAt: restoration.restoredAt + 1 })], restoration)).toBe(false)
    expect(mayHaveBeenSent(before, [lost], restoration)).toBe(false)
    const again = { ...restoration, restoredAt: testNow + hour }
    expect(mayHaveBeenSent(before, [lost], again)).toBe(true)
  })
})

function sentOnce(delivery: SubmissionRecord, at: number): SubmissionRecord {
  const accepted = anAttempt(2, { startedAt: at, outcome: 'accepted' })
  return { ...delivery, state: 'ACCEPTED', attempts: [...delivery.attempts, accepted] }
}
