import type { EventFacts } from '../changes.ts'
import type { SubmissionRecord } from '../records.ts'
import type { News } from './decision.ts'
import { attemptsInDoubt, isDuplicatePossible } from './doubt.ts'

/**
 * The events of delivery.md §10 for a submission that came to rest; `revisions` are all submissions of the export as they
 * are from now on. Notifications and events to endpoints append none.
 */
export function submissionEvents(
  news: News,
  submission: SubmissionRecord,
  revisions: readonly SubmissionRecord[],
): EventFacts[] {
  const { id: submission_id, revision } = submission
  switch (news.became) {
    case 'ACCEPTED': {
      const { attempt } = news
      const [broker_reference, duplicate_possible] = [submission.brokerRef, isDuplicatePossible(revisions)]
      const data = { submission_id, revision, attempt, broker_reference, duplicate_possible }
      return [
        { type: 'BROKER_SUBMISSION_SENT', data },
        { type: 'BROKER_NOTIFIED', data: { submission_id } },
      ]
    }
    case 'FAILED': {
      const { reason, evidence } = news
      return [{ type: 'BROKER_SUBMISSION_FAILED', data: { submission_id, revision, reason, evidence } }]
    }
    case 'UNCONFIRMED': {
      const attempts_in_doubt = attemptsInDoubt(submission)
      const { reason } = news
      return [{ type: 'BROKER_SUBMISSION_UNKNOWN', data: { submission_id, revision, reason, attempts_in_doubt } }]
    }
  }
}
