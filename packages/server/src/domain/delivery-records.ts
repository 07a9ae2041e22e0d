import type { AttemptOutcome, SubmissionType } from '@entrygo/sdk/contract'

/** A stored delivery state (SENDING is an open attempt, UNKNOWN a decision point: neither is stored). */
export type DeliveryState =
  | 'QUEUED'
  | 'RETRY_WAIT'
  | 'RECONCILE'
  | 'ACCEPTED'
  | 'REJECTED'
  | 'FAILED'
  | 'UNCONFIRMED'
  | 'BOUNCED'

/** A customs package to its broker, a notification to the warehouse, one event to one registered endpoint. */
export type DeliveryKind = 'submission' | 'notification' | 'event'

/** How a delivery travels: the ways to a broker, and `webhook` for a warehouse or an operator's system. */
export type DeliveryTransport = SubmissionType | 'webhook'

/**
 * What an ambiguous attempt leads to: it is sent again and said so, never sent again, or sent again under the key that
 * the receiver remembers.
 */
export type DeliveryPolicy = 'at_least_once' | 'at_most_once' | 'idempotent'

/** What the receiver declares, as it was when the delivery was made. */
export interface DeliveryTerms {
  /** How long the receiver remembers the key of a delivery; 0: it has no keys. */
  readonly keyWindowMs: number
  /** The receiver can be asked whether it holds a delivery. */
  readonly isQueryable: boolean
  /** How long after a send the answer to that question is reliable. */
  readonly settleMs: number
  /** Attempts at a time to this destination, 1 to 4. */
  readonly concurrency: number
}

export interface AttemptRecord {
  readonly n: number
  /** Fencing token of the lease under which it was made. */
  readonly epoch: number
  readonly kind: 'send' | 'query'
  readonly startedAt: number
  readonly finishedAt: number | null
  readonly outcome: AttemptOutcome | null
  readonly evidence: string | null
}

/** One message that must reach one destination, with every attempt to bring it there. */
export interface DeliveryRecord {
  /** `sub_…`, `ntf_…`, or the ids of event and endpoint with a point between them. */
  readonly id: string
  readonly kind: DeliveryKind
  /** Null for a test of an endpoint, which belongs to no export. */
  readonly exportId: string | null
  /** The broker, warehouse or webhook record whose secrets are used. */
  readonly partyId: string
  readonly transport: DeliveryTransport
  readonly policy: DeliveryPolicy
  readonly terms: DeliveryTerms
  /** E-mail address or URL. */
  readonly destination: string
  readonly subject: string | null
  readonly state: DeliveryState
  /** Names the stored payload bytes, equal in all attempts; null for an event, which is rendered from its own row. */
  readonly payloadSha: string | null
  readonly brokerRef: string | null
  /** First attempt number of the current round. */
  readonly roundFromN: number
  /** An earlier ambiguous send may have arrived and this one was sent knowingly again. */
  readonly resendRisk: boolean
  /** Ambiguous sends up to this attempt are known not to have arrived: the receiver was asked. 0 when none is. */
  readonly doubtResolvedN: number
  readonly createdAt: number
  readonly attempts: readonly AttemptRecord[]
  /** The pending effect, null in a terminal state. */
  readonly outbox: OutboxRecord | null
}

export interface SubmissionRecord extends DeliveryRecord {
  readonly kind: 'submission'
  readonly exportId: string
  readonly transport: SubmissionType
  readonly payloadSha: string
  readonly revision: number
}

export interface OutboxRecord {
  readonly id: string
  readonly deliveryId: string
  readonly exportId: string | null
  /** Whether the next attempt sends, or asks the receiver what it holds. */
  readonly kind: 'send' | 'query'
  readonly destination: string
  readonly availableAt: number
  /** After this the key of a send is no longer trusted: nothing is claimed, the delivery is decided anew. */
  readonly notAfter: number | null
  readonly leaseOwner: string | null
  readonly leaseEpoch: number
  readonly leaseUntil: number | null
  /** Sends in the current round; while queries run, queries. */
  readonly sends: number
  readonly lastN: number
  /** Deliveries of one lane go one after the other, in the order of `laneSeq`; null where order does not matter. */
  readonly lane: string | null
  readonly laneSeq: number | null
}
