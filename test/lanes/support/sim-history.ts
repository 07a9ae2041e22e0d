import type {
  AttemptRecord,
  DeliveryPolicy,
  DeliveryRecord,
  DeliveryState,
  DeliveryTerms,
  EventRecord,
  ExportHistory,
} from '../../../packages/server/src/domain/records.ts'

/** All that one simulated world did and left; what the checker judges. Times are those of the world. */
export interface SimHistory {
  readonly exportId: string
  readonly policy: DeliveryPolicy
  readonly terms: DeliveryTerms
  /** Deliveries of events that there must be, by what was committed. */
  readonly told: readonly string[]
  /** When nothing might be sent, after a backup was restored; null where none was. */
  readonly quarantine: { readonly from: number; readonly to: number } | null
  /** The export could be executed only while an approval of its plan was live. */
  readonly isGated: boolean
  readonly claims: readonly SimClaim[]
  readonly sends: readonly SimSend[]
  readonly effects: readonly SimEffect[]
  /** Those of claims that a restore lost. */
  readonly lost: ReadonlySet<SimEffect>
  /**
   * Those of them that came of an act on what was at rest in the backup, and that nobody acted upon since: a restored store
   * decides what was to be sent and not what had ended.
   */
  readonly untold: ReadonlySet<SimEffect>
  /** Those that came too late, of workers that died before they could tell. */
  readonly unreported: ReadonlySet<SimEffect>
  readonly decisions: readonly SimDecision[]
  readonly replays: readonly SimReplay[]
  /** Somebody said that a duplicate may be risked. */
  readonly isRiskTaken: boolean
  /** What the world found wrong while it ran. */
  readonly faults: readonly string[]
  readonly end: SimEnd
}

/** An effect that was claimed, with what was committed with the claim. */
export interface SimClaim {
  readonly at: number
  readonly wall: number
  readonly life: string
  readonly delivery: DeliveryRecord
  readonly n: number
  readonly kind: AttemptRecord['kind']
  /** Effects of the same lane that stand before this one. */
  readonly before: number
  /** What its endpoint would not have. */
  readonly faults: readonly string[]
}

/** Bytes given to a transport. */
export interface SimSend {
  readonly at: number
  readonly life: string
  readonly deliveryId: string
  /** What the receiver recognises a repetition by. */
  readonly messageId: string
  readonly sha256: string
  /** Null where no attempt of this life was committed before. */
  readonly n: number | null
  /** The attempt as committed when the bytes left. */
  readonly committed: string
}

/** A receiver acted. */
export interface SimEffect {
  readonly at: number
  readonly deliveryId: string
  readonly n: number | null
  /** The lease was over before the bytes left: their worker was paused past its end. */
  readonly isLate: boolean
  /** By whom the bytes were sent. */
  readonly life: string
  /** Number of the claim that it came of. */
  readonly claim: number
}

/** A committed state of a delivery. */
export interface SimDecision {
  readonly at: number
  readonly life: string
  readonly deliveryId: string
  readonly state: DeliveryState
  readonly openAttempts: number
  /** Decided by the outcome of an attempt whose lease had ended before. */
  readonly isStale: boolean
}

/** What one idempotency key was answered. */
export interface SimReplay {
  readonly key: string
  readonly status: number
  readonly body: string
}

export interface SimEnd {
  readonly at: number
  /** Null when nothing was executed. */
  readonly history: ExportHistory | null
  readonly events: readonly EventRecord[]
  readonly eventDeliveries: readonly DeliveryRecord[]
  readonly executions: number
  readonly packages: number
  readonly outboxRows: number
  readonly shown: ShownSubmission | null
}

/** What inspect says. */
export interface ShownSubmission {
  readonly state: string
  readonly status: string
  readonly duplicatePossible: boolean
}
