import type { Attempt, BrokerSubmission, Export, Notification } from '@entrygo/sdk/contract'
import { exampleNamed } from '@entrygo/sdk/testing'
import { expect, it } from 'vitest'
import { renderMoments } from './events.ts'
import { evidenceInWords } from './facts/attempt-words.ts'
import { timelineOf } from './facts/timeline.ts'
import { plainStyle } from './style.ts'
import { renderNotifications, renderSubmission, renderWarnings } from './submission.ts'

const found = exampleNamed('Inspected') as Export
const sent = found.broker_submission as BrokerSubmission

function attempt(n: number, outcome: Attempt['outcome'], evidence: string | null): Attempt {
  const finished_at = outcome === null ? null : `2026-11-21T15:0${n}:07.500Z`
  return { n, started_at: `2026-11-21T15:0${n}:05.000Z`, finished_at, outcome, evidence }
}

function exportWith(submission: Partial<BrokerSubmission>, previous_submissions: BrokerSubmission[] = []): Export {
  const broker_submission = { ...sent, subject: null, sent_at: null, attempts: [], ...submission }
  return { ...found, broker_submission, previous_submissions, notifications: [], events: [] }
}

function timeline(shown: Export): string {
  return renderMoments(timelineOf(shown), plainStyle).join('\n')
}

it('attempts say what was seen', () => {
  const attempts = [attempt(1, 'not_sent', 'connect_failed'), attempt(2, 'unknown', 'timeout'), attempt(3, null, null)]
  expect(timeline(exportWith({ attempts }))).toBe(`  2026-11-21 UTC
    15:01:05  EntryGo  Attempt 1 to the broker by email: not sent after 2.5 s,
                         no connection could be made
    15:02:05  EntryGo  Attempt 2 to the broker by email: nobody can tell after
                         2.5 s, no answer in time
    15:03:05  EntryGo  Attempt 3 to the broker by email: under way`)
})

it('attempts of an earlier submission stand at their time, with the revision that they belong to', () => {
  const earlier: BrokerSubmission = { ...sent, status: 'failed', attempts: [attempt(1, 'rejected', 'smtp_550')] }
  const shown = exportWith({ revision: 2, attempts: [attempt(2, 'accepted', 'smtp_250')] }, [earlier])
  expect(timeline(shown)).toBe(`  2026-11-21 UTC
    15:01:05  EntryGo  Attempt 1 to the broker by email, revision 1: refused
                         after 2.5 s, the mail server answered 550
    15:02:05  EntryGo  Attempt 2 to the broker by email, revision 2: accepted
                         after 2.5 s, the mail server answered 250`)
})

it('attempts stand between the events of their time', () => {
  const shown = { ...exportWith({ attempts: [attempt(1, 'accepted', 'smtp_250')] }), events: found.events }
  const moved = shown.events.map((event, index) => ({ ...event, at: `2026-11-21T15:01:0${index}.000Z` }))
  const order = timelineOf({ ...shown, events: moved }).map(({ seq }) => seq)
  expect(order).toEqual([1, 2, 3, 4, 5, 6, null, 7, 8])
})

it('a submission tells what it waits for and which messages it replaced', () => {
  const earlier: BrokerSubmission = { ...sent, status: 'failed', subject: null }
  const shown = exportWith({ status: 'sending', revision: 2, next_attempt_at: '2026-11-21T15:09:05.000Z' }, [earlier])
  expect(renderSubmission(shown, plainStyle).join('\n')).toBe(`
Broker submission sending
  by email to entries@broker.example, revision 2
  next attempt at 2026-11-21T15:09:05.000Z
  before it, failed: by email to entries@broker.example, revision 1`)
})

it.each([
  [
    { duplicate_possible: true },
    ['  !! DUPLICATE POSSIBLE: the broker may have received this export more than', '     once. Tell them.'],
  ],
  [
    { status: 'unknown' as const },
    [
      '  !! OUTCOME UNKNOWN: it may have arrived, and EntryGo does not send it again by',
      '     itself: ask the broker.',
    ],
  ],
  [{ status: 'failed' as const }, ['  !! NOT SENT: the broker does not hold it.']],
  [{}, []],
])('%j is said loudly where it has to be', (submission, lines) => {
  expect(renderWarnings(exportWith(submission), plainStyle).filter(Boolean)).toEqual(lines)
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
  warehouse by webhook to https://wms.example/hooks: sent`)
  expect(timeline({ ...exportWith({}), notifications: [notification] })).toContain(
    'Attempt 1 to the warehouse by webhook',
  )
})

it('a code of a newer server is shown as it is', () => {
  expect(evidenceInWords('beamed_up')).toBe('beamed_up')
})
