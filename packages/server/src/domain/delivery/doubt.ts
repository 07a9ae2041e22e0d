import type { AttemptRecord, SubmissionRecord } from '../records.ts'

/**
 * Sends that may have arrived and whose outcome nobody knows. While there is one, nothing may say that the broker does
 * not hold the submission.
 */
export function attemptsInDoubt({ attempts }: Pick<SubmissionRecord, 'attempts'>): number[] {
  return attempts.filter(({ kind, outcome }) => kind === 'send' && outcome === 'unknown').map(({ n }) => n)
}

export function isOpen({ finishedAt }: Pick<AttemptRecord, 'finishedAt'>): boolean {
  return finishedAt === null
}

/**
 * Over all revisions of one export: more than one send was accepted, is unknown or still runs, or a send was repeated
 * knowingly although an earlier one may have arrived.
 */
export function isDuplicatePossible(submissions: readonly SubmissionRecord[]): boolean {
  if (submissions.some(({ resendRisk }) => resendRisk)) return true
  const sends = submissions.flatMap((submission) =>
    submission.attempts.filter((sent) => mayHaveArrived(submission, sent)),
  )
  return sends.length > 1
}

function mayHaveArrived({ state }: SubmissionRecord, { kind, outcome }: AttemptRecord): boolean {
  // A mail that came back did not arrive, though the next hop had accepted it.
  if (kind !== 'send' || (outcome === 'accepted' && state === 'BOUNCED')) return false
  return outcome === null || outcome === 'accepted' || outcome === 'unknown'
}
