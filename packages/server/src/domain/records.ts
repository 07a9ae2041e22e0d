import type {
  AccountProfile,
  Actor,
  ArtifactType,
  AttemptOutcome,
  Broker,
  EventData,
  EventType,
  ExportPlan,
  Order,
  PlanDecision,
  Product,
  ReadinessState,
  Shipment,
  SubmissionType,
  Warehouse,
  Webhook,
} from '@entrygo/sdk/contract'

/**
 * What the store keeps, in the words of the contract. Times are integer milliseconds UTC. `rev` and `version` rise with
 * every change of content and are what a {@link import('../ports.ts').Change} is decided on.
 */
export type RecordKind = 'order' | 'product' | 'warehouse' | 'broker' | 'webhook'

/** The stored document of each kind: the contract's answer without what belongs to one request. */
export interface RecordDocuments {
  readonly order: Omit<Order, 'created'>
  readonly product: Omit<Product, 'created'>
  readonly warehouse: Omit<Warehouse, 'created'>
  readonly broker: Omit<Broker, 'created'>
  readonly webhook: WebhookDocument
}

/** A registered endpoint, without what is computed when it is shown. */
export type WebhookDocument = Pick<Webhook, 'id' | 'externalId' | 'url' | 'events' | 'active'> & {
  /** Until when the secret before the last rotation signs too, milliseconds UTC; null when there is none. */
  readonly oldSecretUntil: number | null
}

export interface StoredRecord<Kind extends RecordKind = RecordKind> {
  readonly kind: Kind
  readonly id: string
  readonly externalId: string
  readonly rev: number
  readonly doc: RecordDocuments[Kind]
  /** Write-only secrets of a warehouse, broker or webhook, newest first, parted by a blank; never part of `doc`. */
  readonly secret: string | null
  /** The export that executed this order, for orders alone. */
  readonly executedExport: string | null
}

/** `rev` 0: the account never set a profile. */
export interface StoredProfile {
  readonly rev: number
  readonly doc: AccountProfile
}

/** What the caller asked to plan, kept so that execute can plan the same again. */
export interface PlannedRequest {
  readonly warehouseId: string
  readonly brokerId: string
  /** Sorted. */
  readonly orderIds: readonly string[]
  readonly destinationCountry: string
  /** Only when the caller fixed it. */
  readonly asOf?: string
  readonly shipment: Shipment
}

/** The plan's answer without what depends on the moment of reading (state, policy) or on the export (ids). */
export type PlanBody = Omit<
  ExportPlan,
  'exportId' | 'batch_id' | 'state' | 'status' | 'policy' | 'next_recommended_action' | 'snapshot'
>

export interface PlanRecord {
  readonly planNo: number
  readonly planHash: string
  readonly readinessState: ReadinessState
  readonly request: PlannedRequest
  readonly body: PlanBody
  readonly decision: PlanDecision
  readonly plannedAt: number
}

export interface ExportRecord {
  readonly id: string
  readonly status: 'planned' | 'executed'
  readonly planNo: number
  /** `seq` of the newest event. */
  readonly eventSeq: number
  /** Rises with every committed change of the export, its approvals, submissions or events. */
  readonly version: number
  readonly createdAt: number
}

export interface ApprovalRecord {
  readonly id: string
  /** The plan that was read; a later plan of the same hash is another decision. */
  readonly planNo: number
  readonly planHash: string
  readonly actor: Actor
  readonly reason: string
  readonly approvedAt: number
  readonly expiresAt: number
}

export interface ExecutionRecord {
  readonly planNo: number
  readonly planHash: string
  readonly executedAt: number
}

export interface PackageRecord {
  readonly id: string
  readonly exportId: string
  readonly packageNumber: string
  /** SHA-256 of the manifest. */
  readonly contentSha: string
  readonly createdAt: number
}

export interface ArtifactRecord {
  readonly artifactType: ArtifactType
  readonly filename: string
  readonly mediaType: string
  readonly sha256: string
  readonly size: number
  readonly generatedAt: number
}

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

export interface NotificationRecord {
  readonly id: string
  readonly kind: 'warehouse'
  readonly channel: 'none' | 'email' | 'webhook'
  readonly recipient: string | null
  readonly at: number
  /** Of the same id; null without a channel: then the notification is recorded and nothing is sent. */
  readonly delivery: DeliveryRecord | null
}

export interface EventRecord {
  readonly id: string
  readonly seq: number
  readonly type: EventType
  readonly at: number
  readonly data: EventData
}

/** An event in the order in which the account's events were committed. */
export interface PlacedEvent {
  /** Rises with every event of the store; gaps belong to other accounts. */
  readonly position: number
  readonly exportId: string
  readonly event: EventRecord
}

/** One committed state of an export, read in one snapshot: all that inspect folds and execute decides on. */
export interface ExportHistory {
  readonly export: ExportRecord
  readonly plan: PlanRecord
  /** Newest last. */
  readonly approvals: readonly ApprovalRecord[]
  readonly execution: ExecutionRecord | null
  readonly package: PackageRecord | null
  readonly artifacts: readonly ArtifactRecord[]
  readonly notifications: readonly NotificationRecord[]
  /** By revision, newest last. */
  readonly submissions: readonly SubmissionRecord[]
  /** The newest 1,000, in the order of `seq`. */
  readonly events: readonly EventRecord[]
  readonly profile: StoredProfile
}

/** The records a plan is made from, read in one snapshot; null or shorter where something is unknown. */
export interface PlanningRecords {
  readonly orders: readonly StoredRecord<'order'>[]
  readonly products: readonly StoredRecord<'product'>[]
  readonly warehouse: StoredRecord<'warehouse'> | null
  readonly broker: StoredRecord<'broker'> | null
  readonly profile: StoredProfile
}
