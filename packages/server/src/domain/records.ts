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
} from '@entrygo/sdk/contract'

/**
 * What the store keeps, in the words of the contract. Times are integer milliseconds UTC. `rev` and `version` rise with
 * every change of content and are what a {@link import('../ports.ts').Change} is decided on.
 */
export type RecordKind = 'order' | 'product' | 'warehouse' | 'broker'

/** The stored document of each kind: the contract's answer without what belongs to one request. */
export interface RecordDocuments {
  readonly order: Omit<Order, 'created'>
  readonly product: Omit<Product, 'created'>
  readonly warehouse: Omit<Warehouse, 'created'>
  readonly broker: Omit<Broker, 'created'>
}

export interface StoredRecord<Kind extends RecordKind = RecordKind> {
  readonly kind: Kind
  readonly id: string
  readonly externalId: string
  readonly rev: number
  readonly doc: RecordDocuments[Kind]
  /** Write-only secret of a warehouse or broker; never part of `doc`. */
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

/** A stored submission state (SENDING is an open attempt, UNKNOWN a decision point: neither is stored). */
export type SubmissionState =
  | 'QUEUED'
  | 'RETRY_WAIT'
  | 'RECONCILE'
  | 'ACCEPTED'
  | 'REJECTED'
  | 'FAILED'
  | 'UNCONFIRMED'
  | 'BOUNCED'

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

export interface SubmissionRecord {
  readonly id: string
  readonly exportId: string
  readonly revision: number
  readonly transport: SubmissionType
  readonly policy: 'at_least_once' | 'at_most_once'
  /** E-mail address or URL. */
  readonly destination: string
  readonly subject: string | null
  readonly state: SubmissionState
  /** Names the stored payload bytes, equal in all attempts. */
  readonly payloadSha: string
  readonly brokerRef: string | null
  /** First attempt number of the current round. */
  readonly roundFromN: number
  /** An earlier ambiguous send may have arrived and this one was sent knowingly again. */
  readonly resendRisk: boolean
  readonly createdAt: number
  readonly attempts: readonly AttemptRecord[]
  /** The pending effect, null in a terminal state. */
  readonly outbox: OutboxRecord | null
}

export interface OutboxRecord {
  readonly id: string
  readonly exportId: string
  readonly submissionId: string
  readonly destination: string
  readonly availableAt: number
  readonly leaseOwner: string | null
  readonly leaseEpoch: number
  readonly leaseUntil: number | null
  /** Sends in the current round. */
  readonly sends: number
  readonly lastN: number
}

export interface NotificationRecord {
  readonly id: string
  readonly kind: 'warehouse'
  readonly channel: 'none' | 'email' | 'webhook'
  readonly recipient: string | null
  readonly status: 'recorded'
  readonly at: number
}

export interface EventRecord {
  readonly id: string
  readonly seq: number
  readonly type: EventType
  readonly at: number
  readonly data: EventData
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
