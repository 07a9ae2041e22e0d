import type { RecordDocuments } from '../records.ts'
import type { BrokerRoute } from './decide-resend.ts'

/** Where the broker's submissions go, from the broker record as it is now; throws for a record without its address. */
export function brokerRoute({ id, submission }: RecordDocuments['broker']): BrokerRoute {
  const { type: transport, policy } = submission
  const destination = transport === 'email' || transport === 'byob_email' ? submission.email : submission.url
  if (destination === undefined)
    throw new Error(`Broker ${id} takes ${transport} submissions and has no address for them.`)
  return { transport, policy, destination }
}
