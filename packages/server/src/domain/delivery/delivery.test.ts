import { describe, expect, it } from 'vitest'
import { testNow } from '../../testing/builders.ts'
import { anAttempt, anOutbox, aSubmission } from '../../testing/export-history.ts'
import type { Sighting } from '../changes.ts'
import type { AttemptRecord, SubmissionRecord } from '../records.ts'
import { afterAttempt, afterLeaseExpiry, type DeliveryDecision } from './submission.ts'

const accepted: Sighting = { outcome: 'accepted', evidence: 'smtp_250' }
const notSent: Sighting = { outcome: 'not_sent', evidence: 'connect_failed' }
const rejected: Sighting = { outcome: 'rejected', evidence: 'smtp_550' }
const unknown: Sighting = { outcome: 'unknown', evidence: 'timeout' }

/** A submission whose n-th attempt of the round is being made, after these outcomes. */
function sending(before: readonly Sighting[], more: Partial<SubmissionRecord> = {}): SubmissionRecord {
  const n = before.length + 1
  const attempts: AttemptRecord[] = [...before.map((sighting, index) => anAttempt(index + 1, sighting)), anAttempt(n)]
  const outbox = anOutbox({ leaseOwner: 'worker', leaseEpoch: n, leaseUntil: testNow + 45_000, sends: n, lastN: n })
  return aSubmission({ state: n === 1 ? 'QUEUED' : 'RETRY_WAIT', attempts, outbox, ...more })
}

function end(submission: SubmissionRecord, sighting: Sighting, others: SubmissionRecord[] = []): DeliveryDecision {
  const n = submission.outbox?.lastN ?? submission.attempts.length
  const epoch = submission.outbox?.leaseEpoch ?? n
  const submissions = [...others, submission]
  return afterAttempt({ submissions, submissionId: submission.id, n, epoch, sighting, now: testNow, fraction: 0 })
}

describe('one attempt', () => {
  it('that is accepted ends the submission and is reported as sent and notified', () => {
    const decision = end(sending([]), accepted)
    expect(decision.submission.state).toBe('ACCEPTED')
    expect(decision.outbox).toBeNull()
    expect(decision.endedOutboxId).toBe('out_1')
    expect(decision.events).toEqual([
      {
        type: 'BROKER_SUBMISSION_SENT',
        data: { submission_id: 'sub_1', revision: 1, attempt: 1, broker_reference: null, duplicate_possible: false },
      },
      { type: 'BROKER_NOTIFIED', data: { submission_id: 'sub_1' } },
    ])
  })

  it('that was not sent is made again after five seconds, without an event', () => {
    const decision = end(sending([]), notSent)
    expect(decision.submission.state).toBe('RETRY_WAIT')
    expect(decision.outbox).toMatchObject({ availableAt: testNow + 5_000, leaseOwner: null, leaseUntil: null })
    expect(decision.attempt).toMatchObject({
      n: 1,
      outcome: 'not_sent',
      evidence: 'connect_failed',
      finishedAt: testNow,
    })
    expect(decision.events).toEqual([])
  })

  it('that is refused ends the submission as rejected', () => {
    const decision = end(sending([]), rejected)
    expect(decision.submission.state).toBe('REJECTED')
    expect(decision.events).toEqual([
      {
        type: 'BROKER_SUBMISSION_FAILED',
        data: { submission_id: 'sub_1', revision: 1, reason: 'rejected', evidence: 'smtp_550' },
      },
    ])
  })

  it('of unknown outcome is made again at least once', () => {
    expect(end(sending([]), unknown).submission.state).toBe('RETRY_WAIT')
  })

  it('of unknown outcome is never repeated at most once', () => {
    const decision = end(sending([], { policy: 'at_most_once' }), unknown)
    expect(decision.submission.state).toBe('UNCONFIRMED')
    expect(decision.events).toEqual([
      {
        type: 'BROKER_SUBMISSION_UNKNOWN',
        data: { submission_id: 'sub_1', revision: 1, reason: 'ambiguous', attempts_in_doubt: [1] },
      },
    ])
  })
})

describe('with a send in doubt', () => {
  it('a refusal does not say that the broker holds nothing', () => {
    const decision = end(sending([unknown]), rejected)
    expect(decision.submission.state).toBe('UNCONFIRMED')
    expect(decision.events[0]?.data).toMatchObject({ reason: 'ambiguous', attempts_in_doubt: [1] })
  })

  it('the end of the schedule does not either', () => {
    const nine = [unknown, ...Array.from({ length: 8 }, () => notSent)]
    const decision = end(sending(nine), notSent)
    expect(decision.submission.state).toBe('UNCONFIRMED')
    expect(decision.events[0]?.data).toMatchObject({ reason: 'exhausted', attempts_in_doubt: [1] })
  })

  it('an acceptance says that a duplicate is possible', () => {
    expect(end(sending([unknown]), accepted).events[0]?.data.duplicate_possible).toBe(true)
  })
})

it('ten sends that reached nobody fail', () => {
  const decision = end(sending(Array.from({ length: 9 }, () => notSent)), notSent)
  expect(decision.submission.state).toBe('FAILED')
  expect(decision.events[0]?.data).toMatchObject({ reason: 'exhausted', evidence: 'connect_failed' })
})

it('a second round has ten sends of its own', () => {
  const first = Array.from({ length: 10 }, () => notSent)
  const submission = sending(first)
  const again = { ...submission, outbox: anOutbox({ leaseEpoch: 11, lastN: 11, sends: 1 }) }
  expect(end(again, notSent).submission.state).toBe('RETRY_WAIT')
})

describe('a worker that overslept', () => {
  const stale = { ...sending([unknown]), state: 'RETRY_WAIT' as const }
  const lateBy = (sighting: Sighting, submission: SubmissionRecord = stale): DeliveryDecision => {
    const ended = { submissions: [submission], submissionId: 'sub_1', n: 1, epoch: 1, sighting }
    return afterAttempt({ ...ended, now: testNow, fraction: 0 })
  }

  it('decides nothing, but what it saw replaces the unknown of its own attempt', () => {
    const decision = lateBy(notSent)
    expect(decision.decides).toBe(false)
    expect(decision.submission.state).toBe('RETRY_WAIT')
    expect(decision.outbox).toEqual(stale.outbox)
    expect(decision.attempt).toMatchObject({ n: 1, outcome: 'not_sent', finishedAt: testNow + 1_500 })
  })

  it('may report an acceptance, which ends the effect of the worker that follows it', () => {
    const decision = lateBy(accepted)
    expect(decision.submission.state).toBe('ACCEPTED')
    expect(decision.endedOutboxId).toBe('out_1')
    expect(decision.events.map(({ type }) => type)).toEqual(['BROKER_SUBMISSION_SENT', 'BROKER_NOTIFIED'])
  })

  it.each(['REJECTED', 'FAILED', 'UNCONFIRMED'] as const)('may turn %s into ACCEPTED', (state) => {
    expect(lateBy(accepted, { ...stale, state, outbox: null }).submission.state).toBe('ACCEPTED')
  })

  it.each(['ACCEPTED', 'BOUNCED'] as const)('leaves %s as it is and reports nothing twice', (state) => {
    for (const sighting of [accepted, notSent, rejected, unknown]) {
      const decision = lateBy(sighting, { ...stale, state, outbox: null })
      expect(decision.submission.state).toBe(state)
      expect(decision.events).toEqual([])
    }
  })
})

describe('a lease that is over', () => {
  const expire = (submission: SubmissionRecord): DeliveryDecision =>
    afterLeaseExpiry({ submissions: [submission], submissionId: 'sub_1', now: testNow, fraction: 0 })

  it('closes the attempt as unknown, raises the epoch and sends again', () => {
    const decision = expire(sending([]))
    expect(decision.attempt).toMatchObject({ outcome: 'unknown', evidence: 'lease_expired' })
    expect(decision.outbox).toMatchObject({ leaseEpoch: 2, availableAt: testNow + 5_000 })
    expect(decision.submission.outbox).toEqual(decision.outbox)
  })

  it('ends a submission that is sent at most once', () => {
    expect(expire(sending([], { policy: 'at_most_once' })).submission.state).toBe('UNCONFIRMED')
  })

  it('of a submission without an effect is a bug', () => {
    expect(() => expire(aSubmission())).toThrow('has no pending effect')
  })
})

it('an attempt that does not exist is a bug', () => {
  const ended = { submissions: [aSubmission()], submissionId: 'sub_1', n: 1, epoch: 1, sighting: accepted }
  expect(() => afterAttempt({ ...ended, now: testNow, fraction: 0 })).toThrow('Submission sub_1 has no attempt 1.')
})
