import { travelsByMail } from '../delivery/travels-by-mail.ts'
import type { RecordDocuments, SubmissionRecord } from '../records.ts'

/** What a submission goes to and by which rules, from the broker record as it is now. */
export type BrokerRoute = Pick<SubmissionRecord, 'partyId' | 'transport' | 'policy' | 'terms' | 'destination'>

/**
 * Where the broker's submissions go, from the broker record as it is now; throws for a record without its address. What
 * the record says of keys and questions holds for `borderbuddy` alone: a mail or a webhook has neither.
 */
export function brokerRoute({ id: partyId, submission }: RecordDocuments['broker']): BrokerRoute {
  const { type: transport, keyWindowSeconds, queryable, settleSeconds, concurrency } = submission
  const destination = travelsByMail(transport) ? submission.email : submission.url
  if (destination === undefined)
    throw new Error(`Broker ${partyId} takes ${transport} submissions and has no address for them.`)
  if (transport !== 'borderbuddy') {
    const terms = { keyWindowMs: 0, isQueryable: false, settleMs: 0, concurrency }
    return { partyId, transport, policy: submission.policy, terms, destination }
  }
  const terms = {
    ...{ keyWindowMs: keyWindowSeconds * 1_000, isQueryable: queryable },
    ...{ settleMs: settleSeconds * 1_000, concurrency },
  }
  return { partyId, transport, policy: 'idempotent', terms, destination }
}
