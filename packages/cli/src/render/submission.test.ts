import type { Attempt, BrokerSubmission, Export, Notification } from '@entrygo/sdk/contract'
import { exampleNamed } from '@entrygo/sdk/testing'
import { expect, it } from 'vitest'
import { evidenceInWords } from './attempts.ts'
import { plainStyle } from './style.ts'
import { renderNotifications, renderSubmission } from './submission.ts'

const found = exampleNamed('Inspected') as Export
const sent = found.broker_submission as BrokerSubmission

function attempt(n: number, outcome: Attempt['outcome'], evidence: string | null): Attempt {
  const finished_at = outcome === null ? null : '2026-11-21T15:04:07.500Z'
  return { n, started_at: '2026-11-21T15:04:05.000Z', finished_at, outcome, evidence }
}

function shown(submission: Partial<BrokerSubmission>, previous_submissions: BrokerSubmission[] = []): string {
  const broker_submission = { ...sent, subject: null, sent_at: null, ...submission }
  return renderSubmission({ ...found, broker_submission, previous_submissions }, plainStyle).join('\n')
}

it('attempts say what was seen, and a possible duplicate stands plainly', () => {
  expect(
    shown({
      status: 'sending',
      duplicate_possible: true,
      next_attempt_at: '2026-11-21T15:09:05.000Z',
      attempts: [attempt(1, 'not_sent', 'connect_failed'), attempt(2, 'unknown', 'timeout'), attempt(3, null, null)],
    }),
  ).toBe(`
Broker submission sending
  by email to entries@broker.example, revision 1
  #1 2026-11-21T15:04:05Z, 2.5 s not sent: no connection could be made
  #2 2026-11-21T15:04:05Z, 2.5 s nobody can tell: no answer in time
  #3 2026-11-21T15:04:05Z under way
  next attempt at 2026-11-21T15:09:05.000Z
  Duplicate possible: the broker may have received this export more than once.
  Tell them.`)
})

it('a submission whose outcome is unknown says that nothing more is sent', () => {
  expect(shown({ status: 'unknown', attempts: [attempt(1, 'unknown', 'reset')] })).toBe(`
Broker submission unknown
  by email to entries@broker.example, revision 1
  It may have arrived, and EntryGo does not send it again by itself: ask the
  broker.
  #1 2026-11-21T15:04:05Z, 2.5 s nobody can tell: the connection broke`)
})

it('earlier submissions stand below with their own attempts', () => {
  const earlier: BrokerSubmission = {
    ...sent,
    status: 'failed',
    subject: null,
    attempts: [attempt(1, 'rejected', 'smtp_550')],
  }
  expect(shown({ revision: 2, attempts: [attempt(1, 'accepted', 'smtp_250')] }, [earlier])).toBe(`
Broker submission sent
  by email to entries@broker.example, revision 2
  #1 2026-11-21T15:04:05Z, 2.5 s accepted: the mail server answered 250

Earlier submissions
  failed: by email to entries@broker.example, revision 1
    #1 2026-11-21T15:04:05Z, 2.5 s refused: the mail server answered 550`)
})

it('a notification says to whom it went and how', () => {
  const notification: Notification = {
    id: 'ntf_1',
    kind: 'warehouse',
    channel: 'webhook',
    recipient: 'https://wms.example/hooks',
    status: 'sent',
    at: '2026-11-21T15:04:05.000Z',
    attempts: [attempt(1, 'accepted', 'http_204')],
  }
  expect(renderNotifications([notification], plainStyle).join('\n')).toBe(`
Notifications
  warehouse by webhook to https://wms.example/hooks: sent
    #1 2026-11-21T15:04:05Z, 2.5 s accepted: the receiver answered HTTP 204`)
})

it('a code of a newer server is shown as it is', () => {
  expect(evidenceInWords('beamed_up')).toBe('beamed_up')
})
