import type {
  AccountProfile,
  Actor,
  ArtifactType,
  EventData,
  EventType,
  ExportPlan,
  PlanDecision,
  ReadinessState,
  Shipment,
  StoredBroker,
  StoredOrder,
  StoredProduct,
  StoredWarehouse,
  Webhook,
} from '@entrygo/sdk/contract'
import type { DeliveryRecord, SubmissionRecord } from './delivery-records.ts'

export type {
  AttemptRecord,
  DeliveryKind,
  DeliveryPolicy,
  DeliveryRecord,
  DeliveryState,
  DeliveryTerms,
  DeliveryTransport,
  OutboxRecord,
  SubmissionRecord,
} from './delivery-records.ts'

/**
 * What the store keeps, in the words of the contract. Times are integer milliseconds UTC. `rev` and `version` rise with
 * every change of content and are what a {@link import('../ports.ts').Change} is decided on.
 */
export type RecordKind = SyncedKind | 'webhook'

export type SyncedKind = 'order' | 'product' | 'warehouse' | 'broker'

/** The stored document of each kind: the contract's answer without what belongs to one request. */
export interface RecordDocuments {
  readonly order: StoredOrder
  readonly product: StoredProduct
  readonly warehouse: StoredWarehouse
  readonly broker: StoredBroker
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

export interface StoredArtifact {
  readonly artifact: ArtifactRecord
  readonly bytes: Uint8Array
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

/** The part of an export that its deliveries change. */
export type HandOff = Pick<ExportHistory, 'export' | 'notifications' | 'submissions'>

export interface ExportQuery {
  readonly readinessState?: string
  readonly warehouseId?: string
  readonly createdAfter?: number
  readonly createdBefore?: number
  /** Exclusive: the newest export of the page is older than this one. */
  readonly olderThan?: { readonly createdAt: number; readonly id: string }
  readonly limit: number
}

export interface RecordQuery {
  /** Only these; unknown ones are absent. All records without it. */
  readonly externalIds?: readonly string[]
  /** Exclusive: every id of the page is smaller. */
  readonly before?: string
  readonly limit: number
  /** The page ends before its documents are longer than this as stored; it has one document at least, if there is one. */
  readonly maxBytes: number
}

export interface RecordPage<Kind extends SyncedKind = SyncedKind> {
  /** Greatest id first. */
  readonly docs: readonly RecordDocuments[Kind][]
  readonly hasMore: boolean
}

/** What planning looks at. */
export interface WantedRecords {
  readonly orderIds: readonly string[]
  readonly warehouseId: string
  readonly brokerId: string
}

/** The records a plan is made from, read in one snapshot; null or shorter where something is unknown. */
export interface PlanningRecords {
  readonly orders: readonly StoredRecord<'order'>[]
  readonly products: readonly StoredRecord<'product'>[]
  readonly warehouse: StoredRecord<'warehouse'> | null
  readonly broker: StoredRecord<'broker'> | null
  readonly profile: StoredProfile
}
