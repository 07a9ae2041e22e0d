import type { Write } from '../changes.ts'
import { mayHaveBeenSent, type Restoration } from '../delivery/after-restore.ts'
import { appendEvents, brokerSubmissionPrepared } from '../export/events.ts'
import { submissionStatus } from '../export/submission-status.ts'
import type { ExportHistory, SubmissionRecord } from '../records.ts'
import type { Composed } from './compose-execution.ts'
import type { ResendDecision } from './decide-resend.ts'
import { deliveryWrites, nextRound } from './new-delivery.ts'
import { newSubmission, type PreparedSubmission } from './new-submission.ts'

export interface Resend {
  readonly accountId: string
  readonly history: ExportHistory
  readonly decision: Exclude<ResendDecision, { action: 'nothing' }>
  /** For a new revision; the same revision keeps its stored bytes. */
  readonly prepared: PreparedSubmission | null
  readonly makeId: (prefix: string) => string
  /** Milliseconds UTC. */
  readonly at: number
  /** Null for a store that was never restored. */
  readonly restoration?: Restoration | null
}

/** What a further execute writes when the submission is sent again: package and artifacts stay as they are. */
export function composeResend(resend: Resend): Composed {
  const { history, at, makeId, decision } = resend
  const latest = history.submissions.at(-1)
  if (latest === undefined) throw new Error(`Export ${history.export.id} has no submission to send again.`)
  const isNew = decision.action === 'newRevision'
  const tried = isNew ? [] : latest.attempts
  // A risk that was taken knowingly is told already.
  const mayBeSent = !decision.resendRisk && mayHaveBeenSent(history.export, tried, resend.restoration ?? null)
  const submission = isNew
    ? nextRevision({ ...resend, mayBeSent }, latest)
    : nextRound(latest, decision.resendRisk, { ...resend, mayBeSent })
  const exportId = history.export.id
  const facts = [brokerSubmissionPrepared(submission, submissionStatus(latest))]
  const appended = appendEvents(history.export, facts, { makeId: () => makeId('evt'), at })
  const older = history.submissions.filter(({ id }) => id !== submission.id)
  return {
    writes: [
      ...deliveryWrites(submission, isNew ? (resend.prepared?.payload ?? null) : null),
      ...appended.events.map((event): Write => ({ write: 'event', exportId, event })),
      { write: 'export', export: appended.export },
    ],
    history: {
      ...history,
      export: appended.export,
      submissions: [...older, submission],
      events: [...history.events, ...appended.events],
    },
  }
}

/** The revision that `decideResend` asks for, when it asks for a new one. */
export function nextRevisionNumber({ submissions }: Pick<ExportHistory, 'submissions'>): number {
  return (submissions.at(-1)?.revision ?? 0) + 1
}

function nextRevision(
  { prepared, decision, ...resend }: Resend & { readonly mayBeSent: boolean },
  { id }: SubmissionRecord,
): SubmissionRecord {
  if (prepared === null) throw new Error(`The revision after submission ${id} has no payload.`)
  const { resendRisk } = decision
  return newSubmission({ ...resend, prepared, resendRisk, revision: nextRevisionNumber(resend.history) })
}
