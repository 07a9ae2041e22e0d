import type { Attempt, BrokerSubmission, Export, ExportEvent } from '@entrygo/sdk/contract'
import { durationInWords, evidenceInWords, outcomeInWords } from './attempt-words.ts'
import { eventInWords } from './event-words.ts'

export type Tone = 'good' | 'bad' | 'warn' | 'plain'

/** One thing that happened to an export: an event of its history, or an attempt to hand something over. */
export interface Moment {
  /** RFC 3339, UTC. */
  readonly at: string
  /** Position in the history; null for an attempt. */
  readonly seq: number | null
  readonly who: string
  readonly what: string
  readonly facts: string
  readonly tone: Tone
}

type Told = Pick<Export, 'events' | 'broker_submission' | 'previous_submissions' | 'notifications'>

/** Events in their order, and between them the attempts at the time at which each began. */
export function timelineOf(found: Told): readonly Moment[] {
  const attempts = attemptsOf(found).sort((a, b) => Date.parse(a.at) - Date.parse(b.at))
  const moments: Moment[] = []
  for (const event of found.events) {
    for (let next = attempts[0]; next !== undefined && isBefore(next, event); next = attempts[0]) {
      moments.push(next)
      attempts.shift()
    }
    moments.push(momentOf(event))
  }
  return [...moments, ...attempts]
}

/** Events that tell what came out of an attempt; one that began in the same millisecond stands before them. */
const outcomeEvents: readonly string[] = [
  'BROKER_SUBMISSION_SENT',
  'BROKER_SUBMISSION_FAILED',
  'BROKER_SUBMISSION_UNKNOWN',
  'BROKER_NOTIFIED',
]

function isBefore({ at }: Moment, event: ExportEvent): boolean {
  const gap = Date.parse(event.at) - Date.parse(at)
  return gap > 0 || (gap === 0 && outcomeEvents.includes(event.type))
}

function attemptsOf({ broker_submission, previous_submissions, notifications }: Told): Moment[] {
  const submissions = [...previous_submissions, ...(broker_submission === null ? [] : [broker_submission])]
  return [
    ...submissions.flatMap((submission) =>
      submission.attempts.map((attempt) => attemptMoment(attempt, toBroker(submission, submissions.length))),
    ),
    ...notifications.flatMap(({ kind, channel, attempts }) =>
      attempts.map((attempt) => attemptMoment(attempt, `to the ${kind} by ${channel}`)),
    ),
  ]
}

function toBroker({ submission_type, revision }: BrokerSubmission, count: number): string {
  return `to the broker by ${submission_type}${count > 1 ? `, revision ${revision}` : ''}`
}

function attemptMoment(attempt: Attempt, to: string): Moment {
  const { n, started_at, outcome, evidence } = attempt
  const took = durationInWords(attempt)
  const seen = evidence === null ? '' : `, ${evidenceInWords(evidence)}`
  return {
    at: started_at,
    seq: null,
    who: 'EntryGo',
    what: `Attempt ${n} ${to}`,
    facts: `${outcomeInWords(outcome)}${took === '' ? '' : ` after ${took}`}${seen}`,
    tone: outcome === null ? 'warn' : (tones[outcome] ?? 'warn'),
  }
}

const tones: Readonly<Record<string, Tone>> = { accepted: 'good', rejected: 'bad', not_sent: 'warn', unknown: 'bad' }

function momentOf(event: ExportEvent): Moment {
  return { at: event.at, seq: event.seq, ...eventInWords(event) }
}
