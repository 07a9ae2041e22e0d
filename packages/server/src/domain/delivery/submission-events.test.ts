import { expect, it } from 'vitest'
import { send, underWay } from '../../testing/deliveries.ts'
import { submissionEvents } from './submission-events.ts'

it('an acceptance is told as sent and notified', () => {
  const submission = underWay([send('accepted')], { state: 'ACCEPTED', brokerRef: 'REF-1' })
  expect(submissionEvents({ became: 'ACCEPTED', attempt: 1 }, submission, [submission])).toEqual([
    {
      type: 'BROKER_SUBMISSION_SENT',
      data: { submission_id: 'sub_1', revision: 1, attempt: 1, broker_reference: 'REF-1', duplicate_possible: false },
    },
    { type: 'BROKER_NOTIFIED', data: { submission_id: 'sub_1' } },
  ])
})

it('an acceptance says that a duplicate is possible, over all revisions', () => {
  const older = underWay([send('unknown')], { id: 'sub_0' })
  const submission = underWay([send('accepted')])
  const [sent] = submissionEvents({ became: 'ACCEPTED', attempt: 1 }, submission, [older, submission])
  expect(sent?.data.duplicate_possible).toBe(true)
})

it('what the broker does not hold is told with the reason and what was seen', () => {
  const news = { became: 'FAILED', reason: 'rejected', evidence: 'smtp_550' } as const
  expect(submissionEvents(news, underWay([send('rejected')]), [])).toEqual([
    {
      type: 'BROKER_SUBMISSION_FAILED',
      data: { submission_id: 'sub_1', revision: 1, reason: 'rejected', evidence: 'smtp_550' },
    },
  ])
})

it('what nobody knows is told with the attempts in doubt', () => {
  const submission = underWay([send('unknown'), send('not_sent'), send('unknown')], { doubtResolvedN: 1 })
  expect(submissionEvents({ became: 'UNCONFIRMED', reason: 'key_window' }, submission, [])).toEqual([
    {
      type: 'BROKER_SUBMISSION_UNKNOWN',
      data: { submission_id: 'sub_1', revision: 1, reason: 'key_window', attempts_in_doubt: [3] },
    },
  ])
})
