import type { AttemptOutcome, EventData, EventType } from '@entrygo/sdk/contract'
import type {
  ApprovalRecord,
  ArtifactRecord,
  AttemptRecord,
  DeliveryRecord,
  EventRecord,
  ExecutionRecord,
  ExportRecord,
  NotificationRecord,
  OutboxRecord,
  PackageRecord,
  PlanRecord,
  RecordKind,
  StoredProfile,
  StoredRecord,
  SubmissionRecord,
} from './records.ts'

/** The stored answer of a write; replayed byte for byte. */
export interface StoredReply {
  readonly key: string
  readonly fingerprint: string
  readonly operation: string
  readonly status: number
  readonly contentType: string
  readonly body: Uint8Array
  readonly resourceId: string | null
  readonly createdAt: number
  readonly expiresAt: number
}

/** Everything one request wants to write. The unique keys and the expectations arbitrate between racing changes. */
export interface Change {
  readonly accountId: string
  readonly at: number
  /** Written in the same transaction; an existing row decides between replay and conflict. */
  readonly reply: StoredReply | null
  readonly expect: readonly Expectation[]
  readonly writes: readonly Write[]
}

/** Versions the change was decided on; if one moved, nothing is written and the outcome is `stale`. */
export type Expectation =
  | { readonly expect: 'record'; readonly kind: RecordKind; readonly id: string; readonly rev: number }
  /** The account has fewer records of the kind than this. */
  | { readonly expect: 'fewerThan'; readonly kind: RecordKind; readonly count: number }
  | { readonly expect: 'profile'; readonly rev: number }
  | { readonly expect: 'export'; readonly exportId: string; readonly version: number }
  | { readonly expect: 'lease'; readonly outboxId: string; readonly epoch: number }

export type Write =
  /** `rev` 1 inserts; a higher one replaces `rev - 1`, else the outcome is `stale`. */
  | { readonly write: 'record'; readonly record: StoredRecord }
  | { readonly write: 'profile'; readonly profile: StoredProfile }
  | { readonly write: 'newExport'; readonly export: ExportRecord }
  /** Replaces the row whose version is `export.version - 1`, else `stale`. */
  | { readonly write: 'export'; readonly export: ExportRecord }
  | {
      readonly write: 'plan'
      readonly exportId: string
      readonly plan: PlanRecord
      readonly snapshot: string
      /** `{request, body, decision}` of the plan as JSON, where the caller has written it already. */
      readonly documents?: string
    }
  | { readonly write: 'approval'; readonly exportId: string; readonly approval: ApprovalRecord }
  /** A second execution of an export is `stale`. */
  | { readonly write: 'execution'; readonly exportId: string; readonly execution: ExecutionRecord }
  | { readonly write: 'package'; readonly package: PackageRecord }
  | {
      readonly write: 'artifact'
      readonly exportId: string
      readonly ordinal: number
      readonly artifact: ArtifactRecord
      readonly bytes: Uint8Array
    }
  | { readonly write: 'notification'; readonly exportId: string; readonly notification: NotificationRecord }
  /** Payload bytes, by their SHA-256. */
  | { readonly write: 'blob'; readonly sha256: string; readonly bytes: Uint8Array }
  /**
   * Inserts or, for a known id, updates state, brokerRef, roundFromN, resendRisk and doubtResolvedN. Attempts and outbox
   * are ignored. A second open submission of an export is `stale`.
   */
  | { readonly write: 'delivery'; readonly delivery: DeliveryRecord | SubmissionRecord }
  | { readonly write: 'outbox'; readonly outbox: OutboxRecord }
  | { readonly write: 'noOutbox'; readonly outboxId: string }
  /** Sets outcome, evidence and finishedAt of the attempt. */
  | { readonly write: 'attempt'; readonly deliveryId: string; readonly attempt: AttemptRecord }
  /** Inserts an attempt that nobody claimed; of a delivery whose number it is already, it throws. */
  | { readonly write: 'lostAttempt'; readonly deliveryId: string; readonly attempt: AttemptRecord }
  /** Appends, and queues one delivery to every active endpoint of the account that asked for this type. */
  | { readonly write: 'event'; readonly exportId: string; readonly event: EventRecord }
  /**
   * Queues the events of an export after a `seq` again for one endpoint, under the ids they had; those that wait already
   * stay as they are.
   */
  | {
      readonly write: 'replay'
      readonly webhookId: string
      readonly exportId: string
      readonly afterSeq: number
    }
  /** Sends what waits for an endpoint to the address that its record has now. */
  | { readonly write: 'readdress'; readonly webhookId: string }
  /** Ends what waits for an endpoint, as rejected; what is being sent goes on, for its last attempt. */
  | { readonly write: 'endWaiting'; readonly webhookId: string }
  /** Counts one submission; over `limit` nothing is written and the outcome is `overBudget`. */
  | { readonly write: 'budget'; readonly brokerId: string; readonly windowStart: number; readonly limit: number }

export type EventFacts = { readonly type: EventType; readonly data: EventData }

/** A mail, before it becomes bytes. */
export interface OutgoingMail {
  /** Of the delivery; makes the Message-ID. */
  readonly id: string
  readonly recipient: string
  readonly subject: string
  readonly text: string
  /** Fixed date of the message, milliseconds UTC. */
  readonly date: number
  readonly attachments: readonly {
    readonly filename: string
    readonly mediaType: string
    readonly bytes: Uint8Array
  }[]
}

/** What was observed, as delivery knows it; `evidence` is a short code such as `smtp_250` or `connect_failed`. */
export interface Sighting {
  readonly outcome: AttemptOutcome
  readonly evidence: string
  readonly brokerRef?: string
  readonly retryAfterMs?: number
}

/** What a receiver answered when it was asked for a delivery. */
export type QuerySighting =
  | {
      readonly found: true
      readonly evidence: string
      readonly payloadSha256: string | null
      readonly brokerRef: string
    }
  /** `isReliable` false: the question itself failed, and nothing is known. */
  | { readonly found: false; readonly isReliable: boolean; readonly evidence: string; readonly retryAfterMs?: number }
