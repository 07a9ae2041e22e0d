import type { OutgoingMail, QuerySighting, Sighting } from './domain/changes.ts'
import type {
  AttemptRecord,
  DeliveryKind,
  DeliveryRecord,
  DeliveryState,
  EventRecord,
  OutboxRecord,
  StoredRecord,
  SubmissionRecord,
} from './domain/records.ts'

/** Carries one message to one destination and reports what it saw; it never decides what that means. */
export interface Transport {
  send(payload: Uint8Array, envelope: Envelope): Promise<Sighting>
  /** Asks the receiver whether it holds the delivery; absent where a receiver cannot be asked. */
  query?(envelope: Envelope): Promise<QuerySighting>
}

/** Turns a mail into the bytes that are sent verbatim in every attempt; the same mail gives the same bytes. */
export interface MailComposer {
  compose(mail: OutgoingMail): Promise<Uint8Array>
}

export interface Envelope {
  /** What the receiver recognises a repetition by: the submission's, the notification's or the event's id. */
  readonly messageId: string
  readonly destination: string
  /** Live secrets, newest first; empty where none is set. */
  readonly secrets: readonly string[]
  /** Hexadecimal SHA-256 of the payload. */
  readonly payloadSha256: string
  /** Aborted at shutdown. */
  readonly signal: AbortSignal
}

export interface EffectClaim {
  readonly worker: string
  readonly now: number
  readonly leaseUntil: number
  /** Not from these, busy or known to be down; nor from what claims made at once took, to which each adds its own. */
  readonly avoidDestinations: readonly string[]
  readonly taken?: Set<string>
  /** A destination whose next delivery is of such a kind is passed over. */
  readonly exceptKinds?: readonly DeliveryKind[]
}

/** A pending effect with what it is to deliver. */
export interface PendingEffect {
  readonly accountId: string
  readonly outbox: OutboxRecord
  readonly delivery: DeliveryRecord
}

export interface ClaimedEffect extends PendingEffect {
  readonly attempt: AttemptRecord
  /** Stored bytes, or the event that becomes them. */
  readonly content: { readonly bytes: Uint8Array } | { readonly event: EventRecord; readonly exportId: string }
  readonly secrets: readonly string[]
}

/** A registered endpoint with how its deliveries went. */
export interface EndpointHistory {
  readonly record: StoredRecord<'webhook'>
  readonly pendingCount: number
  /** Newest first, 20 at the most. */
  readonly recent: readonly DeliveryRecord[]
}

export interface SubmissionLedger {
  /** Submissions of all accounts, newest first. */
  listSubmissions(query: SubmissionQuery): Promise<ListedSubmission[]>
}

export interface SubmissionQuery {
  readonly states?: readonly DeliveryState[]
  readonly accountId?: string
  readonly exportId?: string
  readonly limit: number
}

export interface ListedSubmission {
  readonly accountId: string
  readonly submission: SubmissionRecord
}
