/**
 * The whole edge of the server on one page. Engines implement these interfaces; the domain and the operations know
 * nothing else of the world.
 *
 * Words: a **record** is set-up data or an order, upserted by `externalId`; a **change** is everything one request wants
 * to write, as a value; to **commit** is to make it durable, all or nothing; an **effect** is work outside the process
 * (a mail to the broker), committed as an **outbox** row before its first byte leaves; a **lease** lets one worker
 * attempt an effect, its **epoch** is the fencing token that makes a worker who overslept harmless; an **attempt** row is
 * the committed intent of one send.
 */
import type { ArtifactType, Scope } from '@entrygo/sdk/contract'
import type {
  ClaimedEffect,
  EffectClaim,
  EndpointHistory,
  MailComposer,
  PendingEffect,
  Transport,
} from './delivery-ports.ts'
import type { Change, StoredReply } from './domain/changes.ts'
import type { Restoration } from './domain/delivery/after-restore.ts'
import type { DestinationRules } from './domain/delivery/destination-url.ts'
import type { ColumnMap } from './domain/execution/artifacts/column-map.ts'
import type { DocumentFontSource } from './domain/execution/artifacts/document-fonts.ts'
import type {
  DeliveryRecord,
  DeliveryTransport,
  EventRecord,
  ExportHistory,
  ExportQuery,
  HandOff,
  PlacedEvent,
  PlanningRecords,
  RecordKind,
  RecordPage,
  RecordQuery,
  StoredArtifact,
  StoredProfile,
  StoredRecord,
  SyncedKind,
  WantedRecords,
} from './domain/records.ts'
import type { RulePack } from './domain/rules/rule-pack.ts'
import type { PartyScreening } from './domain/screening/party-screening.ts'

export type {
  ClaimedEffect,
  EffectClaim,
  EndpointHistory,
  Envelope,
  ListedSubmission,
  MailComposer,
  PendingEffect,
  SubmissionLedger,
  SubmissionQuery,
  Transport,
} from './delivery-ports.ts'
export type {
  Change,
  EventFacts,
  Expectation,
  OutgoingMail,
  QuerySighting,
  Sighting,
  StoredReply,
  Write,
} from './domain/changes.ts'
export type { Restoration } from './domain/delivery/after-restore.ts'

export interface Ports {
  readonly store: Store
  readonly clock: Clock
  readonly ids: Ids
  readonly rulePack: RulePack
  /** The lists that parties are screened against; null when the operator loaded none. */
  readonly screening: PartyScreening | null
  /** A way to deliver that is absent cannot be stored on a broker or a warehouse. */
  readonly transports: ReadonlyMap<DeliveryTransport, Transport>
  readonly mail: MailComposer
  /** Which URLs may be stored; transports look again at every attempt. */
  readonly destinations: DestinationRules
  /** By their names; a broker may name one for its CSV. */
  readonly columnMaps: ReadonlyMap<string, ColumnMap>
  /** For texts outside WinAnsi in a PDF. */
  readonly fonts: DocumentFontSource
  readonly log: Log
  readonly budget: SubmissionBudget
  /** Tells the dispatcher that an effect was committed. Losing the call costs at most one poll. */
  readonly wakeDispatcher: () => void
}

/** Milliseconds UTC. */
export interface Clock {
  now(): number
}

export interface Ids {
  /** `<prefix>_` and 26 characters: 48 bits of time, then 80 random bits; sortable by time, unguessable. */
  next(prefix: string): string
  /** Uniform in [0, 1), for jitter. */
  fraction(): number
  /** Base64 of 32 random bytes. */
  secret(): string
}

export interface Log {
  info(facts: Readonly<Record<string, unknown>>, message: string): void
  warn(facts: Readonly<Record<string, unknown>>, message: string): void
  error(facts: Readonly<Record<string, unknown>>, message: string): void
}

/** How many submissions one account may start for one broker in a window. */
export interface SubmissionBudget {
  readonly limit: number
  readonly windowMs: number
}

// ---- Store -----------------------------------------------------------------------------------------------------------

/**
 * Durable memory. Every read and write names the account, and no statement crosses it. A resolved `commit` with outcome
 * `committed` is on stable storage. Methods reject with {@link StoreUnavailable} when the store cannot serve now.
 */
export interface Store {
  findApiKey(sha256: string): Promise<ApiKeyRecord | null>
  findReply(accountId: string, key: string): Promise<StoredReply | null>

  /** Records by external id, for upserts. Unknown ones are absent. */
  loadByExternalId<K extends RecordKind>(
    accountId: string,
    kind: K,
    externalIds: readonly string[],
  ): Promise<Map<string, StoredRecord<K>>>
  /** Which of these products exist. */
  knownProducts(accountId: string, ids: readonly string[]): Promise<Set<string>>
  loadProfile(accountId: string): Promise<StoredProfile>

  /** One snapshot of all that planning looks at; products are those the orders' lines name. */
  loadPlanningRecords(accountId: string, wanted: WantedRecords): Promise<PlanningRecords>
  loadExport(accountId: string, exportId: string): Promise<ExportHistory | null>
  /** What the outcome of a delivery is decided on; of an export whose plan and events are long it is the short part. */
  loadHandOff(accountId: string, exportId: string): Promise<HandOff | null>
  /** Version and profile revision alone: what decides whether a computed view is still true. */
  loadExportVersion(accountId: string, exportId: string): Promise<{ version: number; profileRev: number } | null>
  /** The hashed value of a plan as canonical JSON. */
  loadSnapshot(accountId: string, exportId: string, planNo: number): Promise<string | null>
  /** The plan of this export that has this hash; the latest of them where it was planned twice. */
  findPlan(accountId: string, exportId: string, planHash: string): Promise<{ planNo: number } | null>
  /** Newest first, older than the cursor; `limit` rows at the most. */
  listExports(accountId: string, query: ExportQuery): Promise<ExportHistory[]>
  listEvents(accountId: string, exportId: string, after: number, limit: number): Promise<EventRecord[] | null>
  /** Events of all exports of the account after a position, oldest first. */
  listAccountEvents(accountId: string, after: number, limit: number): Promise<PlacedEvent[]>
  /** Of the newest event of any account, 0 while there is none; for those who wait for what other processes write. */
  lastEventPosition(): Promise<number>
  /** Every event of an export, for its evidence; null for an unknown export. */
  loadAllEvents(accountId: string, exportId: string): Promise<EventRecord[] | null>
  findPackage(accountId: string, packageId: string): Promise<{ exportId: string } | null>
  loadArtifact(accountId: string, packageId: string, type: ArtifactType): Promise<StoredArtifact | null>
  /** Payload bytes of a submission or notification. */
  loadPayload(accountId: string, deliveryId: string): Promise<Uint8Array | null>
  loadDelivery(accountId: string, deliveryId: string): Promise<DeliveryRecord | null>
  /** A record by its own id; null for an unknown one and for one of another account. */
  loadRecord<K extends RecordKind>(accountId: string, kind: K, id: string): Promise<StoredRecord<K> | null>
  /** What was synced, newest id first. */
  listRecords<K extends SyncedKind>(accountId: string, kind: K, query: RecordQuery): Promise<RecordPage<K>>
  /** All endpoints of the account, by external id. */
  listWebhooks(accountId: string): Promise<EndpointHistory[]>

  commit(change: Change): Promise<CommitOutcome>

  /**
   * Claims one due effect: raises its epoch, leases it and inserts the open attempt, in one durable transaction. Fair over
   * destinations, and of one lane only the first. Null in quarantine.
   */
  claimEffect(claim: EffectClaim): Promise<ClaimedEffect | null>
  /** False when the lease is lost. */
  renewLease(lease: { outboxId: string; worker: string; epoch: number; leaseUntil: number }): Promise<boolean>
  /** Effects whose lease is over. */
  expiredEffects(now: number, limit: number): Promise<ClaimedEffect[]>
  /** Effects that nobody may claim any more, since their `notAfter` has passed; not leased ones, and none in quarantine. */
  lapsedEffects(now: number, limit: number): Promise<PendingEffect[]>
  /** When the next effect is due, or null. */
  nextEffectAt(): Promise<number | null>

  /**
   * Brings what waits for endpoints in line with what was decided about them: to the corrected address, or ended. A claim
   * goes by the decision at once; this is for those who look. At most `limit` rows in one transaction; answers whether
   * there are more.
   */
  tidyEndpoints(limit: number): Promise<boolean>
  /** How this store was last restored, and whether it is in quarantine since; null for one that never was. */
  restoration(): Promise<Restoration | null>
  /** Deletes expired idempotency rows, at most `limit`; answers how many. */
  sweepReplies(now: number, limit: number): Promise<number>
  /** Writes and reads work; for readiness. */
  check(): Promise<boolean>
  close(): Promise<void>
}

export class StoreUnavailable extends Error {
  override readonly name = 'StoreUnavailable'
}

export interface ApiKeyRecord {
  readonly id: string
  readonly accountId: string
  /** First characters, to recognise the key in a list. */
  readonly prefix: string
  readonly sha256: string
  readonly scopes: readonly Scope[]
  readonly createdAt: number
  readonly revokedAt: number | null
}

/** Operator's side of the key table; not reachable by requests. */
export interface KeyRing {
  addApiKey(key: ApiKeyRecord): Promise<void>
  listApiKeys(accountId: string | null): Promise<ApiKeyRecord[]>
  /** False when there is no such key. */
  revokeApiKey(id: string, at: number): Promise<boolean>
}

export type CommitOutcome =
  | { readonly outcome: 'committed' }
  /** The key is taken; the caller compares fingerprints. */
  | { readonly outcome: 'keyTaken'; readonly reply: StoredReply }
  /** A version moved: load and decide again. */
  | { readonly outcome: 'stale' }
  /** The caller knows the window and says when to come back. */
  | { readonly outcome: 'overBudget' }

// ---- Operations ------------------------------------------------------------------------------------------------------

/** Who asks, from the credential alone. */
export interface Caller {
  readonly accountId: string
  readonly keyId: string
  readonly scopes: readonly Scope[]
}

/** An answer, ready to send. */
export interface Reply {
  readonly status: number
  readonly contentType: string
  readonly body: Uint8Array | string
  readonly headers?: Readonly<Record<string, string>>
  /** The stored answer of an earlier request. */
  readonly replayed?: boolean
}
