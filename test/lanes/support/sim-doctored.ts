import type { DeliveryRecord, ExportHistory, SubmissionRecord } from '../../../packages/server/src/domain/records.ts'
import type { SimHistory } from './sim-history.ts'
import { faultsOfWorld } from './sim-judge.ts'

/** What can be falsified in a history, each so that one promise is broken. */
const forgeries: Readonly<Record<string, (history: SimHistory) => SimHistory>> = {
  'a second execution': (history) => withEnd(history, { executions: 2 }),
  'a second package': (history) => withEnd(history, { packages: 2 }),
  'a gap in seq': (history) => withEnd(history, { events: history.end.events.toSpliced(3, 1) }),
  'an effect that is not marked': (history) => ({
    ...withEnd(history, { shown: history.end.shown && { ...history.end.shown, duplicatePossible: false } }),
    effects: [...history.effects, ...history.effects],
  }),
  'no effect at all': (history) => ({ ...history, effects: [] }),
  'an effect of no attempt': (history) => ({ ...history, effects: history.effects.map((one) => ({ ...one, n: 99 })) }),
  'another id': (history) => ({ ...history, sends: history.sends.map((one) => ({ ...one, messageId: 'sub_other' })) }),
  'other bytes': (history) => ({
    ...history,
    sends: [...history.sends, ...history.sends.map((one) => ({ ...one, sha256: 'f'.repeat(64) }))],
  }),
  'bytes before the intent': (history) => ({
    ...history,
    sends: history.sends.map((one) => ({ ...one, committed: 'absent' })),
  }),
  'bytes after the outcome': (history) => ({
    ...history,
    sends: history.sends.map((one) => ({ ...one, committed: 'accepted' })),
  }),
  'an acceptance that is taken back': (history) => ({
    ...history,
    decisions: [...history.decisions, ...history.decisions.map((one) => ({ ...one, state: 'RETRY_WAIT' as const }))],
  }),
  'a decision over an open attempt': (history) => ({
    ...history,
    decisions: history.decisions.map((one) => ({ ...one, state: 'REJECTED' as const, openAttempts: 1 })),
  }),
  'a decision of a worker that overslept': (history) => ({
    ...history,
    decisions: history.decisions.map((one) => ({ ...one, state: 'RETRY_WAIT' as const, isStale: true })),
  }),
  'the same epoch twice': (history) => ({ ...history, claims: [...history.claims, ...history.claims] }),
  'a claim out of the order of its lane': (history) => ({
    ...history,
    claims: history.claims.map((one) => ({ ...one, before: 1 })),
  }),
  'a claim long after its key': (history) => ({
    ...history,
    claims: history.claims.map((one) => ({
      ...one,
      wall: one.wall + 1,
      delivery: withNotAfter(one.delivery, one.wall),
    })),
  }),
  'an event that an endpoint is not told': (history) => withEnd(history, { eventDeliveries: [] }),
  'an event told to somebody who did not ask': (history) => ({ ...history, told: [] }),
  'a message that leaves in quarantine': (history) => ({ ...history, quarantine: { from: 0, to: history.end.at } }),
  'an execution that nobody approved': (history) => ({ ...history, isGated: true }),
  'one key with two answers': (history) => ({
    ...history,
    replays: [
      { key: 'k', status: 200, body: 'a' },
      { key: 'k', status: 200, body: 'b' },
    ],
  }),
  'FAILED though the broker holds it': (history) => withSubmission(history, { state: 'FAILED' }),
  'an attempt that stays open': (history) =>
    withSubmission(history, {
      attempts: latestOf(history).attempts.map((one) => ({ ...one, outcome: null, finishedAt: null })),
    }),
  'an effect that stays pending': (history) => withEnd(history, { outboxRows: 1 }),
  'a status that is better than its evidence': (history) =>
    withEnd(history, { shown: { state: 'completed', status: 'unknown', duplicatePossible: false } }),
  'an acceptance that no event tells': (history) =>
    withEnd(history, { events: history.end.events.filter(({ type }) => type !== 'BROKER_SUBMISSION_SENT') }),
}

/** Every forgery of a sound history with an accepted submission must be seen; answers those that were not. */
export function unseenForgeries(sound: SimHistory): string[] {
  return Object.entries(forgeries).flatMap(([name, forge]) => (faultsOfWorld(forge(sound)).length > 0 ? [] : [name]))
}

export const forgeryCount: number = Object.keys(forgeries).length

function withEnd(history: SimHistory, more: Partial<SimHistory['end']>): SimHistory {
  return { ...history, end: { ...history.end, ...more } }
}

function withSubmission(history: SimHistory, more: Partial<SubmissionRecord>): SimHistory {
  const before = history.end.history
  if (before === null) return history
  const after: ExportHistory = { ...before, submissions: [{ ...latestOf(history), ...more }] }
  return withEnd(history, { history: after })
}

function latestOf({ end }: SimHistory): SubmissionRecord {
  const latest = end.history?.submissions.at(-1)
  if (latest === undefined) throw new Error('the history has no submission')
  return latest
}

function withNotAfter(delivery: DeliveryRecord, notAfter: number): DeliveryRecord {
  return { ...delivery, outbox: delivery.outbox && { ...delivery.outbox, notAfter } }
}
