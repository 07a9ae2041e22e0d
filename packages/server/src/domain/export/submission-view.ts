import type { BrokerSubmission } from '@entrygo/sdk/contract'
import { isDuplicatePossible } from '../delivery/doubt.ts'
import { evidenceInWords } from '../delivery/evidence.ts'
import { travelsByMail } from '../delivery/travels-by-mail.ts'
import type { DeliveryRecord, SubmissionRecord } from '../records.ts'
import { attemptsView, nextAttemptAt } from './delivery-view.ts'
import { submissionStatus } from './submission-status.ts'
import { timestampOrNull } from './timestamp.ts'

/** `revisions` are all submissions of the export: a duplicate may come from an older one. */
export function brokerSubmissionView(
  submission: SubmissionRecord,
  revisions: readonly SubmissionRecord[],
): BrokerSubmission {
  const { attempts, transport } = submission
  const status = submissionStatus(submission)
  const isMail = travelsByMail(transport)
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
    attempts: attemptsView(attempts),
    duplicate_possible: isDuplicatePossible(revisions),
    next_attempt_at: nextAttemptAt(submission),
  }
}

/** What went wrong last, in words; null when nothing did. */
export function adverseEvidence({ state, attempts }: Pick<DeliveryRecord, 'state' | 'attempts'>): string | null {
  if (state === 'BOUNCED') return 'The mail was returned after its acceptance: check the address, then execute again.'
  const adverse = attempts.filter(({ outcome }) => outcome !== null && outcome !== 'accepted').at(-1)
  if (adverse === undefined || adverse.outcome === null || adverse.outcome === 'accepted') return null
  return evidenceInWords(adverse.outcome, adverse.evidence, adverse.kind)
}
