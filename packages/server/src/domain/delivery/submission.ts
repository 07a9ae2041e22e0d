import type { EventFacts, Sighting } from '../changes.ts'
import type { AttemptRecord, OutboxRecord, SubmissionRecord, SubmissionState } from '../records.ts'
import { attemptsInDoubt, isDuplicatePossible } from './doubt.ts'
import { nextDelayMs } from './schedule.ts'

/** An attempt that ended, with the committed state it ended in. */
export interface EndedAttempt {
  /** All revisions of the export, as committed now. */
  readonly submissions: readonly SubmissionRecord[]
  readonly submissionId: string
  readonly n: number
  /** Epoch of the lease under which the attempt was made. */
  readonly epoch: number
  readonly sighting: Sighting
  readonly now: number
  /** Uniform in [0, 1), for jitter. */
  readonly fraction: number
}

/** What the end of an attempt changes. */
export interface DeliveryDecision {
  /** The submission with its attempts and pending effect as they are from now on. */
  readonly submission: SubmissionRecord
  readonly attempt: AttemptRecord
  /** The pending effect from now on, null when there is none. */
  readonly outbox: OutboxRecord | null
  /** The effect that ends with this attempt. */
  readonly endedOutboxId: string | null
  /** False for a worker whose lease was over: what it saw is kept as evidence, and it decides nothing. */
  readonly decides: boolean
  readonly events: readonly EventFacts[]
}

/**
 * The state machine of a submission by mail (delivery §7.1). An acceptance counts whoever reports it and is absorbing;
 * any other outcome decides only under the current lease. FAILED and REJECTED say that the broker does not hold the
 * submission, so with a send in doubt the state is UNCONFIRMED instead.
 */
export function afterAttempt(ended: EndedAttempt): DeliveryDecision {
  const { attempt, submission } = recorded(ended)
  const { outbox } = submission
  const holdsLease = outbox !== null && outbox.leaseEpoch === ended.epoch && outbox.lastN === ended.n
  if (ended.sighting.outcome === 'accepted') return accepted({ ended, attempt, submission })
  if (!holdsLease || isFinal(submission.state))
    return { submission, attempt, outbox, endedOutboxId: null, decides: false, events: [] }
  const next = nextStep(submission, outbox, ended)
  if ('retryAt' in next) return retry(submission, attempt, { ...outbox, availableAt: next.retryAt })
  return {
    submission: { ...submission, state: next.state, outbox: null },
    attempt,
    outbox: null,
    endedOutboxId: outbox.id,
    decides: true,
    events: [next.event],
  }
}

/**
 * A lease that is over: the send may have happened, so its attempt is unknown, and the raised epoch keeps the worker that
 * overslept from deciding. `submissions` hold the pending effect; throws when it has no attempt, since a claim makes both.
 */
export function afterLeaseExpiry(expired: Omit<EndedAttempt, 'n' | 'epoch' | 'sighting'>): DeliveryDecision {
  const submission = findSubmission(expired.submissions, expired.submissionId)
  const { outbox } = submission
  if (outbox === null) throw new Error(`Submission ${submission.id} has no pending effect whose lease could be over.`)
  const attempt = findAttempt(submission, outbox.lastN)
  // A worker that was paused may have reported meanwhile; what it saw stands.
  const { outcome, evidence } = attempt
  const sighting: Sighting =
    outcome === null ? { outcome: 'unknown', evidence: 'lease_expired' } : { outcome, evidence: evidence ?? '' }
  const decision = afterAttempt({ ...expired, n: outbox.lastN, epoch: outbox.leaseEpoch, sighting })
  if (decision.outbox === null) return decision
  const raised = { ...decision.outbox, leaseEpoch: outbox.leaseEpoch + 1 }
  return { ...decision, outbox: raised, submission: { ...decision.submission, outbox: raised } }
}

interface Recorded {
  readonly attempt: AttemptRecord
  readonly submission: SubmissionRecord
}

/** The attempt with its outcome; an outcome that is known already is replaced only if it was `unknown`. */
function recorded({ submissions, submissionId, n, sighting, now }: EndedAttempt): Recorded {
  const submission = findSubmission(submissions, submissionId)
  const before = findAttempt(submission, n)
  const { outcome, evidence } = sighting
  const isSettled = before.outcome !== null && before.outcome !== 'unknown'
  const attempt = isSettled ? before : { ...before, outcome, evidence, finishedAt: before.finishedAt ?? now }
  const attempts = submission.attempts.map((other) => (other.n === n ? attempt : other))
  return { attempt, submission: { ...submission, attempts } }
}

function accepted({ ended, attempt, submission }: Recorded & { readonly ended: EndedAttempt }): DeliveryDecision {
  const { outbox } = submission
  const quiet = { attempt, outbox: null, endedOutboxId: outbox?.id ?? null, decides: true }
  // Only a bounce may follow an acceptance, and a revision is reported as sent once.
  if (submission.state === 'ACCEPTED' || submission.state === 'BOUNCED')
    return { ...quiet, submission: { ...submission, outbox: null }, events: [] }
  const brokerRef = ended.sighting.brokerRef ?? submission.brokerRef
  const next: SubmissionRecord = { ...submission, state: 'ACCEPTED', brokerRef, outbox: null }
  const all = ended.submissions.map((other) => (other.id === next.id ? next : other))
  const sent: EventFacts = {
    type: 'BROKER_SUBMISSION_SENT',
    data: {
      submission_id: next.id,
      revision: next.revision,
      attempt: attempt.n,
      broker_reference: brokerRef,
      duplicate_possible: isDuplicatePossible(all),
    },
  }
  const notified: EventFacts = { type: 'BROKER_NOTIFIED', data: { submission_id: next.id } }
  return { ...quiet, submission: next, events: [sent, notified] }
}

type Step = { readonly retryAt: number } | { readonly state: SubmissionState; readonly event: EventFacts }

function nextStep(submission: SubmissionRecord, outbox: OutboxRecord, ended: EndedAttempt): Step {
  const { sighting, now, fraction } = ended
  const isInDoubt = attemptsInDoubt(submission).length > 0
  if (sighting.outcome === 'rejected')
    return isInDoubt ? unconfirmed(submission, 'ambiguous') : failed(submission, 'REJECTED', sighting.evidence)
  if (sighting.outcome === 'unknown' && submission.policy === 'at_most_once')
    return unconfirmed(submission, 'ambiguous')
  const delayMs = nextDelayMs(outbox.sends, fraction, sighting.retryAfterMs)
  if (delayMs !== null) return { retryAt: now + delayMs }
  return isInDoubt ? unconfirmed(submission, 'exhausted') : failed(submission, 'FAILED', sighting.evidence)
}

function failed({ id, revision }: SubmissionRecord, state: 'REJECTED' | 'FAILED', evidence: string): Step {
  const reason = state === 'REJECTED' ? 'rejected' : 'exhausted'
  return { state, event: { type: 'BROKER_SUBMISSION_FAILED', data: { submission_id: id, revision, reason, evidence } } }
}

function unconfirmed(submission: SubmissionRecord, reason: 'ambiguous' | 'exhausted'): Step {
  const { id, revision } = submission
  const data = { submission_id: id, revision, reason, attempts_in_doubt: attemptsInDoubt(submission) }
  return { state: 'UNCONFIRMED', event: { type: 'BROKER_SUBMISSION_UNKNOWN', data } }
}

function retry(submission: SubmissionRecord, attempt: AttemptRecord, due: OutboxRecord): DeliveryDecision {
  const outbox = { ...due, leaseOwner: null, leaseUntil: null }
  const next: SubmissionRecord = { ...submission, state: 'RETRY_WAIT', outbox }
  return { submission: next, attempt, outbox, endedOutboxId: null, decides: true, events: [] }
}

/** The submission is at rest: nothing will be sent by itself. */
export function isFinal(state: SubmissionState): boolean {
  return state !== 'QUEUED' && state !== 'RETRY_WAIT' && state !== 'RECONCILE'
}

function findSubmission(submissions: readonly SubmissionRecord[], id: string): SubmissionRecord {
  const found = submissions.find((submission) => submission.id === id)
  if (found === undefined) throw new Error(`No submission ${id} among the revisions of its export.`)
  return found
}

function findAttempt({ id, attempts }: SubmissionRecord, n: number): AttemptRecord {
  const found = attempts.find((attempt) => attempt.n === n)
  if (found === undefined) throw new Error(`Submission ${id} has no attempt ${n}.`)
  return found
}
