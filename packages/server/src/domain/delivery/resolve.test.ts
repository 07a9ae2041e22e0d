import { describe, expect, it } from 'vitest'
import { testNow } from '../../testing/builders.ts'
import { send, underWay } from '../../testing/deliveries.ts'
import type { SubmissionRecord } from '../records.ts'
import { afterBounce, afterConfirmation, afterDenial } from './resolve.ts'
import { submissionEvents } from './submission-events.ts'

const doubtful = underWay([send('unknown'), send('not_sent'), send('unknown')], { state: 'UNCONFIRMED', outbox: null })
const now = testNow + 60_000

describe('a broker that holds the submission', () => {
  it('has accepted the last send in doubt', () => {
    const decision = afterConfirmation(doubtful, { brokerRef: 'REF-9', now })
    expect(decision?.delivery).toMatchObject({ state: 'ACCEPTED', brokerRef: 'REF-9' })
    expect(decision?.attempts).toMatchObject([{ n: 3, outcome: 'accepted', evidence: 'confirmed_by_operator' }])
    expect(decision?.news).toEqual({ became: 'ACCEPTED', attempt: 3 })
  })

  it('has accepted it also when a late worker removed the doubt', () => {
    const calm = underWay([send('not_sent'), send('rejected')], { state: 'UNCONFIRMED', outbox: null })
    expect(afterConfirmation(calm, { brokerRef: undefined, now })).toMatchObject({
      ...{ attempts: [], delivery: { state: 'ACCEPTED', brokerRef: null }, news: { became: 'ACCEPTED', attempt: 2 } },
    })
  })
})

it('a broker that does not hold the submission leaves no send in doubt', () => {
  const decision = afterDenial(doubtful, { now })
  expect(decision?.delivery.state).toBe('FAILED')
  expect(decision?.attempts.map(({ n, outcome, evidence }) => [n, outcome, evidence])).toEqual([
    [1, 'not_sent', 'denied_by_operator'],
    [3, 'not_sent', 'denied_by_operator'],
  ])
  expect(decision?.news).toEqual({ became: 'FAILED', reason: 'not_received', evidence: 'denied_by_operator' })
})

it.each(['QUEUED', 'RETRY_WAIT', 'RECONCILE', 'ACCEPTED', 'REJECTED', 'FAILED', 'BOUNCED'] as const)(
  'nobody has to decide what is %s',
  (state) => {
    expect(afterConfirmation({ ...doubtful, state }, { brokerRef: undefined, now })).toBeNull()
    expect(afterDenial({ ...doubtful, state }, { now })).toBeNull()
  },
)

describe('a mail that comes back', () => {
  const accepted = underWay([send('accepted')], { state: 'ACCEPTED', outbox: null })

  it('is bounced and reported as failed', () => {
    const decision = afterBounce(accepted, 'smtp_550')
    expect(decision?.delivery.state).toBe('BOUNCED')
    expect(decision?.news && submissionEvents(decision.news, decision.delivery, [])).toEqual([
      {
        type: 'BROKER_SUBMISSION_FAILED',
        data: { submission_id: 'sub_1', revision: 1, reason: 'bounced', evidence: 'smtp_550' },
      },
    ])
  })

  it('was accepted before, and is a mail', () => {
    const others: Partial<SubmissionRecord>[] = [
      { state: 'UNCONFIRMED' },
      { state: 'BOUNCED' },
      { transport: 'borderbuddy' },
    ]
    for (const other of others) expect(afterBounce({ ...accepted, ...other }, 'smtp_550')).toBeNull()
  })
})
