import type { ExportHistory, SubmissionRecord } from '../records.ts'

/** What a submission goes to, from the broker record as it is now. */
export type BrokerRoute = Pick<SubmissionRecord, 'transport' | 'destination' | 'policy'>

export interface ExecutedAgain {
  readonly history: ExportHistory
  readonly route: BrokerRoute
  readonly acceptDuplicateRisk: boolean
}

export type ResendDecision =
  /** `duplicateRisk`: an ambiguous send is repeated only if the request takes the risk. */
  | { readonly action: 'nothing'; readonly because: 'in_flight' | 'accepted' | 'duplicate_risk' }
  /** Same id and bytes, a new round of attempts. */
  | { readonly action: 'sameRevision'; readonly resendRisk: boolean }
  /** A new id, the envelope made anew, the package unchanged. */
  | { readonly action: 'newRevision'; readonly resendRisk: boolean }

/**
 * What execute does to an export that is executed already (delivery §6): the latest submission decides. Throws when
 * there is none, since every execution makes one.
 */
export function decideResend({ history, route, acceptDuplicateRisk }: ExecutedAgain): ResendDecision {
  const latest = history.submissions.at(-1)
  if (latest === undefined) throw new Error(`Export ${history.export.id} was executed without a submission.`)
  switch (latest.state) {
    case 'QUEUED':
    case 'RETRY_WAIT':
    case 'RECONCILE':
      return { action: 'nothing', because: 'in_flight' }
    case 'ACCEPTED':
      return { action: 'nothing', because: 'accepted' }
    case 'REJECTED':
    case 'BOUNCED':
      return { action: 'newRevision', resendRisk: false }
    case 'FAILED':
      return { action: isSameRoute(latest, route) ? 'sameRevision' : 'newRevision', resendRisk: false }
    case 'UNCONFIRMED':
      if (latest.policy === 'at_most_once' && !acceptDuplicateRisk)
        return { action: 'nothing', because: 'duplicate_risk' }
      return { action: isSameRoute(latest, route) ? 'sameRevision' : 'newRevision', resendRisk: true }
  }
}

function isSameRoute(submission: SubmissionRecord, route: BrokerRoute): boolean {
  return submission.transport === route.transport && submission.destination === route.destination
}
