import type { ExportHistory, SubmissionRecord } from '../records.ts'
import type { BrokerRoute } from './broker-route.ts'

export interface ExecutedAgain {
  readonly history: ExportHistory
  readonly route: Pick<BrokerRoute, 'transport' | 'destination'>
  /**
   * SHA-256 of the message as the latest revision would be rendered from the broker record as it is now; null where it was
   * not rendered, which leaves the stored message as it is.
   */
  readonly renderedSha: string | null
  readonly acceptDuplicateRisk: boolean
}

export type ResendDecision =
  /** `duplicate_risk`: an ambiguous send is repeated only if the request takes the risk. */
  | { readonly action: 'nothing'; readonly because: 'in_flight' | 'accepted' | 'duplicate_risk' }
  /** Same id and bytes, a new round of attempts. */
  | { readonly action: 'sameRevision'; readonly resendRisk: boolean }
  /** A new id, the envelope made anew, the package unchanged. */
  | { readonly action: 'newRevision'; readonly resendRisk: boolean }

/**
 * What execute does to an export that is executed already (delivery.md §6): the latest submission decides. Throws when
 * there is none, since every execution makes one.
 */
export function decideResend({ acceptDuplicateRisk, ...again }: ExecutedAgain): ResendDecision {
  const latest = latestOf(again.history)
  switch (latest.state) {
    case 'QUEUED':
    case 'RETRY_WAIT':
    case 'RECONCILE':
      return { action: 'nothing', because: 'in_flight' }
    case 'ACCEPTED':
      return { action: 'nothing', because: 'accepted' }
    case 'REJECTED':
    case 'BOUNCED':
      // A broker may answer the old key with the refusal that it remembers.
      return { action: 'newRevision', resendRisk: false }
    case 'FAILED':
      return { action: isSameEnvelope(latest, again) ? 'sameRevision' : 'newRevision', resendRisk: false }
    case 'UNCONFIRMED':
      if (latest.policy === 'at_most_once' && !acceptDuplicateRisk)
        return { action: 'nothing', because: 'duplicate_risk' }
      return { action: isSameEnvelope(latest, again) ? 'sameRevision' : 'newRevision', resendRisk: true }
  }
}

function latestOf({ export: { id }, submissions }: ExportHistory): SubmissionRecord {
  const latest = submissions.at(-1)
  if (latest === undefined) throw new Error(`Export ${id} was executed without a submission.`)
  return latest
}

function isSameEnvelope(
  { transport, destination, payloadSha }: SubmissionRecord,
  { route, renderedSha }: Pick<ExecutedAgain, 'route' | 'renderedSha'>,
): boolean {
  const isSameRoute = transport === route.transport && destination === route.destination
  return isSameRoute && (renderedSha === null || renderedSha === payloadSha)
}
