import { createHash } from 'node:crypto'
import type { Change, StoredReply, Write } from '../../domain/changes.ts'
import type { DeliveryRecord, ExportRecord, OutboxRecord, PlanRecord, SubmissionRecord } from '../../domain/records.ts'
import type { CommitOutcome, Store } from '../../ports.ts'

export const accountId = 'acc_one'
export const otherAccountId = 'acc_two'
export const at = Date.UTC(2026, 10, 21, 12)
export const exportId = 'batch_1'

export function change(writes: readonly Write[], more: Partial<Change> = {}): Change {
  return { accountId, at, reply: null, expect: [], writes, ...more }
}

/** Commits the writes and throws unless they were committed. */
export async function write(store: Store, writes: readonly Write[], more: Partial<Change> = {}): Promise<void> {
  const { outcome } = await store.commit(change(writes, more))
  if (outcome !== 'committed') throw new Error(`the outcome is ${outcome}`)
}

export async function outcomeOf(commit: Promise<CommitOutcome>): Promise<CommitOutcome['outcome']> {
  return (await commit).outcome
}

export function reply(key: string, more: Partial<StoredReply> = {}): StoredReply {
  return {
    key,
    fingerprint: 'a'.repeat(64),
    operation: 'syncOrders',
    status: 200,
    contentType: 'application/json',
    body: new Uint8Array([0x7b, 0x22, 0xc3, 0xa9, 0x22, 0x7d]),
    resourceId: null,
    createdAt: at,
    expiresAt: at + 1000,
    ...more,
  }
}

export function exportRecord(more: Partial<ExportRecord> = {}): ExportRecord {
  return { id: exportId, status: 'planned', planNo: 1, eventSeq: 2, version: 1, createdAt: at, ...more }
}

export function plan(more: Partial<PlanRecord> = {}): PlanRecord {
  const planHash = `sha256:${'b'.repeat(64)}`
  const strategy = { hint: 'INFORMAL_11' as const, reasons: [] }
  return {
    planNo: 1,
    planHash,
    readinessState: 'READY',
    request: { warehouseId: 'wh_1', brokerId: 'br_1', orderIds: ['ord_a'], destinationCountry: 'US', shipment: {} },
    body: {
      warehouseId: 'wh_1',
      brokerId: 'br_1',
      planHash,
      readinessState: 'READY',
      validationMessages: [],
      flags: [],
      missing_data: [],
      included_order_ids: ['ord_a'],
      excluded_order_ids: [],
      excluded: [],
      export_units: [],
      strategy,
      treatments: [],
      rulePack: {
        id: 'us',
        version: '2026.10',
        asOf: '2026-11-21',
        validFrom: '2026-11-01',
        validThrough: '2026-12-31',
        digest: planHash,
        groups: ['INV'],
      },
    },
    decision: {
      readiness: 'READY',
      included: ['ord_a'],
      excluded: [],
      findings: [],
      treatments: [],
      units: [],
      strategy: strategy.hint,
    },
    plannedAt: at,
    ...more,
  }
}

export function event(seq: number, ofExport: string = exportId): Write {
  const data = { planHash: `sha256:${'b'.repeat(64)}` }
  return {
    write: 'event',
    exportId: ofExport,
    event: { id: `evt_${ofExport}_${seq}`, seq, type: 'EXPORT_PLANNED', at, data },
  }
}

/** A new export with its plan and two events. */
export function planned(record: ExportRecord = exportRecord(), planRecord: PlanRecord = plan()): Write[] {
  return [
    { write: 'newExport', export: record },
    { write: 'plan', exportId: record.id, plan: planRecord, snapshot: `{"orders":{},"of":"${record.id}"}` },
    event(1, record.id),
    event(2, record.id),
  ]
}

export const artifactBytes: Uint8Array = new TextEncoder().encode('line,value\n1,30.00\n')
export const payload: Uint8Array = new TextEncoder().encode('Subject: package\r\n\r\nbody\r\n')

export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

export function submission(more: Partial<SubmissionRecord> = {}): SubmissionRecord {
  return {
    id: `sub_${exportId}`,
    kind: 'submission',
    exportId,
    partyId: 'br_1',
    revision: 1,
    transport: 'email',
    policy: 'at_least_once',
    terms: { keyWindowMs: 0, isQueryable: false, settleMs: 0, concurrency: 1 },
    destination: 'entries@broker.example',
    subject: 'Customs package',
    state: 'QUEUED',
    payloadSha: sha256(payload),
    brokerRef: null,
    roundFromN: 1,
    resendRisk: false,
    doubtResolvedN: 0,
    createdAt: at,
    attempts: [],
    outbox: null,
    ...more,
  }
}

export function outbox(
  ofExport: string = exportId,
  more: Partial<OutboxRecord> = {},
): Extract<Write, { write: 'outbox' }> {
  return {
    write: 'outbox',
    outbox: {
      id: `out_${ofExport}`,
      exportId: ofExport,
      deliveryId: `sub_${ofExport}`,
      kind: 'send',
      destination: 'entries@broker.example',
      availableAt: at,
      notAfter: null,
      leaseOwner: null,
      leaseEpoch: 0,
      leaseUntil: null,
      sends: 0,
      lastN: 0,
      lane: null,
      laneSeq: null,
      ...more,
    },
  }
}

/** Of the one warehouse notification that execute writes here. */
export function notification(more: Partial<DeliveryRecord> = {}): DeliveryRecord {
  const { revision: _, ...delivery } = submission()
  const destination = 'https://dock.example/notices'
  return {
    ...delivery,
    ...{
      id: `ntf_${exportId}`,
      kind: 'notification',
      partyId: 'wh_1',
      transport: 'webhook',
      destination,
      subject: null,
    },
    ...more,
  }
}

/** All that execute writes, on an export that stands at version 1; the order is not the order of dependence. */
export function executed(ofExport: string = exportId): Write[] {
  const sub = submission({ id: `sub_${ofExport}`, exportId: ofExport })
  return [
    { write: 'export', export: exportRecord({ id: ofExport, status: 'executed', eventSeq: 3, version: 2 }) },
    outbox(ofExport),
    { write: 'delivery', delivery: sub },
    { write: 'blob', sha256: sub.payloadSha, bytes: payload },
    {
      write: 'package',
      package: {
        id: `pkg_${ofExport}`,
        exportId: ofExport,
        packageNumber: 'P-1',
        contentSha: 'c'.repeat(64),
        createdAt: at,
      },
    },
    {
      write: 'artifact',
      exportId: ofExport,
      ordinal: 1,
      artifact: {
        artifactType: 'cci_csv',
        filename: 'invoice.csv',
        mediaType: 'text/csv',
        sha256: sha256(artifactBytes),
        size: artifactBytes.byteLength,
        generatedAt: at,
      },
      bytes: artifactBytes,
    },
    {
      write: 'notification',
      exportId: ofExport,
      notification: {
        id: `ntf_${ofExport}`,
        kind: 'warehouse',
        channel: 'none',
        recipient: null,
        at,
        delivery: null,
      },
    },
    { write: 'execution', exportId: ofExport, execution: { planNo: 1, planHash: plan().planHash, executedAt: at } },
    event(3, ofExport),
  ]
}
