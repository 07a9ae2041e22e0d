import type { PlanSnapshot } from '@entrygo/sdk/contract'
import type { PackageSource } from '../domain/execution/customs-package.ts'
import { type Planned, planExport } from '../domain/planning/plan-export.ts'
import type {
  AttemptRecord,
  ExportHistory,
  OutboxRecord,
  PlannedRequest,
  PlanningRecords,
  SubmissionRecord,
} from '../domain/records.ts'
import type { RulePack } from '../domain/rules/rule-pack.ts'
import { loadRulePack } from '../rule-pack-files.ts'
import { testAsOf, testNow } from './builders.ts'
import { plannedRequest, planningRecords, type SetUp } from './planning-records.ts'

export const testExportId = 'batch_01k9m4wk6f9g2a5d8s3j1p7y4r'

export interface PlannedExport {
  readonly records: PlanningRecords
  readonly request: PlannedRequest
  readonly planned: Planned
}

/** A plan over records as the store would give them, by the shipped rules. */
export function plannedExport(setUp: SetUp = {}, more: Partial<PlannedRequest> = {}): PlannedExport {
  const records = planningRecords(setUp)
  const request = plannedRequest(records, more)
  return { records, request, planned: planExport(records, request, { asOf: testAsOf, pack: shippedPack() }) }
}

/** What a customs package is made from, for such a plan. */
export function packageSource({ planned }: PlannedExport = plannedExport()): PackageSource {
  const snapshot: PlanSnapshot = JSON.parse(planned.snapshot)
  const { reference } = shippedPack()
  const ids = { exportId: testExportId, packageId: 'cp_1' }
  return { ...ids, snapshot, body: planned.body, plannedAt: testNow, reference }
}

/** A planned export without approvals, at version 2 after its two first events. */
export function aHistory({ records, request, planned }: PlannedExport = plannedExport()): ExportHistory {
  const { planHash, body, decision } = planned
  return {
    export: { id: testExportId, status: 'planned', planNo: 1, eventSeq: 2, version: 2, createdAt: testNow },
    plan: {
      planNo: 1,
      planHash,
      readinessState: body.readinessState,
      request,
      body,
      decision,
      plannedAt: testNow,
    },
    approvals: [],
    execution: null,
    package: null,
    artifacts: [],
    notifications: [],
    submissions: [],
    events: [],
    profile: records.profile,
  }
}

export function aSubmission(more: Partial<SubmissionRecord> = {}): SubmissionRecord {
  return {
    id: 'sub_1',
    kind: 'submission',
    exportId: testExportId,
    partyId: 'brk_1',
    revision: 1,
    transport: 'email',
    policy: 'at_least_once',
    terms: { keyWindowMs: 0, isQueryable: false, settleMs: 0, concurrency: 1 },
    destination: 'entries@broker.example',
    subject: 'Customs package EG-20261121-7F3K9Q2M',
    state: 'QUEUED',
    payloadSha: '0'.repeat(64),
    brokerRef: null,
    roundFromN: 1,
    resendRisk: false,
    doubtResolvedN: 0,
    createdAt: testNow,
    attempts: [],
    outbox: null,
    ...more,
  }
}

/** How a broker of the `borderbuddy` wire contract is sent to: a key for a day, and it can be asked. */
export const borderBuddyTerms: Pick<SubmissionRecord, 'transport' | 'policy' | 'terms' | 'destination'> = {
  ...{ transport: 'borderbuddy', policy: 'idempotent', destination: 'https://api.broker.example' },
  terms: { keyWindowMs: 24 * 3_600_000, isQueryable: true, settleMs: 60_000, concurrency: 1 },
}

export function anAttempt(n: number, more: Partial<AttemptRecord> = {}): AttemptRecord {
  const finishedAt = more.outcome === undefined ? null : testNow + n * 1_000 + 500
  const base = { n, epoch: n, kind: 'send' as const, startedAt: testNow + n * 1_000, outcome: null, evidence: null }
  return { ...base, finishedAt, ...more }
}

export function anOutbox(more: Partial<OutboxRecord> = {}): OutboxRecord {
  return {
    id: 'out_1',
    exportId: testExportId,
    deliveryId: 'sub_1',
    kind: 'send',
    destination: 'entries@broker.example',
    availableAt: testNow,
    notAfter: null,
    leaseOwner: null,
    leaseEpoch: 0,
    leaseUntil: null,
    sends: 0,
    lastN: 0,
    lane: null,
    laneSeq: null,
    ...more,
  }
}

let pack: RulePack | undefined

function shippedPack(): RulePack {
  pack ??= loadRulePack()
  return pack
}
