import type { Attempt, BrokerSubmission } from '@entrygo/sdk/contract'
import { isDuplicatePossible, isOpen } from '../delivery/doubt.ts'
import { evidenceInWords } from '../delivery/evidence.ts'
import type { AttemptRecord, SubmissionRecord } from '../records.ts'
import { submissionStatus } from './submission-status.ts'
import { timestamp, timestampOrNull } from './timestamp.ts'

const shownAttempts = 20

/** `revisions` are all submissions of the export: a duplicate may come from an older one. */
export function brokerSubmissionView(
  submission: SubmissionRecord,
  revisions: readonly SubmissionRecord[],
): BrokerSubmission {
  const { attempts, outbox, transport } = submission
  const status = submissionStatus(submission)
  const isMail = transport === 'email' || transport === 'byob_email'
  const isWaiting = status === 'sending' && !attempts.some(isOpen)
  const accepted = attempts.find(({ outcome }) => outcome === 'accepted')
  return {
    id: submission.id,
    submission_type: transport,
    status,
    recipient_email: isMail ? submission.destination : null,
    subject: isMail ? submission.subject : null,
    sent_at: timestampOrNull(accepted?.finishedAt ?? null),
    error_message: status === 'sent' ? null : adverseEvidence(submission),
    revision: submission.revision,
    attempts: [...attempts]
      .sort((a, b) => a.n - b.n)
      .slice(-shownAttempts)
      .map(attemptView),
    duplicate_possible: isDuplicatePossible(revisions),
    next_attempt_at: timestampOrNull(isWaiting ? (outbox?.availableAt ?? null) : null),
  }
}

function adverseEvidence({ state, attempts }: SubmissionRecord): string | null {
  if (state === 'BOUNCED') return 'The mail was returned after its acceptance: check the address, then execute again.'
  const adverse = attempts.filter(({ outcome }) => outcome !== null && outcome !== 'accepted').at(-1)
  if (adverse === undefined || adverse.outcome === null || adverse.outcome === 'accepted') return null
  return evidenceInWords(adverse.outcome, adverse.evidence)
}

function attemptView({ n, startedAt, finishedAt, outcome, evidence }: AttemptRecord): Attempt {
  return { n, started_at: timestamp(startedAt), finished_at: timestampOrNull(finishedAt), outcome, evidence }
}
