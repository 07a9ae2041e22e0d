import type { ExportRecord, StoredArtifact } from '../../domain/records.ts'
import type { KeyRing, Store } from '../../ports.ts'
import { keyTable } from './api-keys.ts'
import type { Database } from './database.ts'
import { exportPage } from './list-exports.ts'
import { recordLister } from './list-records.ts'
import { expiredEffectReader, lapsedEffectReader } from './outbox.ts'
import { originalBytes, unpackedText } from './packed-text.ts'
import { quarantineReader, readRestoration } from './quarantine.ts'
import { deliveryReader } from './read-deliveries.ts'
import { endpointReader } from './read-endpoints.ts'
import { eventReader } from './read-events.ts'
import { exportReader } from './read-exports.ts'
import { type RecordReader, recordReader } from './read-records.ts'
import { replyReader } from './read-replies.ts'
import { asStoreError } from './sqlite-errors.ts'
import { whileBusy } from './while-busy.ts'

export type StoreReads = Pick<
  Store,
  | 'findApiKey'
  | 'findReply'
  | 'loadByExternalId'
  | 'knownProducts'
  | 'loadProfile'
  | 'loadPlanningRecords'
  | 'loadExport'
  | 'loadHandOff'
  | 'loadExportVersion'
  | 'loadSnapshot'
  | 'findPlan'
  | 'listExports'
  | 'listEvents'
  | 'listAccountEvents'
  | 'lastEventPosition'
  | 'loadAllEvents'
  | 'findPackage'
  | 'loadArtifact'
  | 'loadPayload'
  | 'loadDelivery'
  | 'loadRecord'
  | 'listRecords'
  | 'listWebhooks'
  | 'expiredEffects'
  | 'lapsedEffects'
  | 'nextEffectAt'
  | 'restoration'
> &
  Pick<KeyRing, 'listApiKeys'>

/** The two connections of a store. */
export interface Connections {
  /** Every commit of the other one makes its page cache stale. */
  readonly reader: Database
  /** Its page cache stays warm over its own commits. Between two calls no transaction is open on it. */
  readonly writer: Database
}

/**
 * Every read of the port. A read of several statements sees one snapshot of the read-only connection; a single statement
 * is a snapshot by itself and runs on the writer, where its pages are warm.
 */
export function storeReads({ reader: database, writer }: Connections): StoreReads {
  const statement = reading((work) => work())
  const snapshot = reading((work) => database.snapshot(work))
  const records = recordReader(database)
  const single = recordReader(writer)
  const keyed = <T>(keys: readonly string[], work: (from: RecordReader) => T): Promise<T> =>
    keys.length === 1 ? statement(() => work(single)) : snapshot(() => work(records))
  const exports = exportReader(database, records.profile)
  const findReply = replyReader(writer)
  const keys = keyTable(writer)
  const rows = singleRowReads(writer)
  const placed = eventReader(writer)
  const deliveries = deliveryReader(database)
  const endpoints = endpointReader(database)
  const recordPage = recordLister(database)
  const expired = expiredEffectReader(database)
  const lapsed = lapsedEffectReader(database)
  const isQuarantined = quarantineReader(database)
  return {
    findApiKey: (sha256) => statement(() => keys.find(sha256)),
    listApiKeys: (accountId) => statement(() => keys.list(accountId)),
    findReply: (accountId, key) => statement(() => findReply(accountId, key)),
    loadByExternalId: (accountId, kind, externalIds) =>
      keyed(
        externalIds,
        (from) => new Map(from.byExternalId(accountId, kind, externalIds).map((record) => [record.externalId, record])),
      ),
    knownProducts: (accountId, ids) => keyed(ids, (from) => from.knownProducts(accountId, ids)),
    loadProfile: (accountId) => statement(() => single.profile(accountId)),
    loadPlanningRecords: (accountId, wanted) => snapshot(() => records.planningRecords(accountId, wanted)),
    loadExport: (accountId, exportId) => snapshot(() => exports.history(accountId, exportId)),
    loadHandOff: (accountId, exportId) => snapshot(() => exports.handOff(accountId, exportId)),
    loadExportVersion: (accountId, exportId) => statement(() => rows.version(accountId, exportId)),
    loadSnapshot: (accountId, exportId, planNo) => statement(() => rows.snapshot(accountId, exportId, planNo)),
    findPlan: (accountId, exportId, planHash) => statement(() => rows.plan(accountId, exportId, planHash)),
    listExports: (accountId, query) =>
      snapshot(() =>
        exportPage(database, accountId, query)
          .map((id) => exports.history(accountId, id))
          .filter((history) => history !== null),
      ),
    listEvents: (accountId, exportId, ...[after, limit]) =>
      snapshot(() => exports.eventsAfter(accountId, exportId, { after, limit })),
    listAccountEvents: (accountId, after, limit) => statement(() => placed.ofAccount(accountId, { after, limit })),
    lastEventPosition: () => statement(() => placed.lastPosition()),
    loadAllEvents: (accountId, exportId) => snapshot(() => exports.allEvents(accountId, exportId)),
    findPackage: (accountId, packageId) => statement(() => rows.package(accountId, packageId)),
    loadArtifact: (accountId, packageId, type) => statement(() => rows.artifact(accountId, packageId, type)),
    loadPayload: (accountId, deliveryId) => statement(() => rows.payload(accountId, deliveryId)),
    loadDelivery: (accountId, deliveryId) => snapshot(() => deliveries.find(accountId, deliveryId)),
    loadRecord: (accountId, kind, id) => statement(() => single.byId(accountId, kind, id)),
    listRecords: (accountId, kind, query) => snapshot(() => recordPage(accountId, kind, query)),
    listWebhooks: (accountId) => snapshot(() => endpoints(accountId)),
    expiredEffects: (now, limit) => snapshot(() => expired(now, limit)),
    lapsedEffects: (now, limit) => snapshot(() => (isQuarantined() ? [] : lapsed(now, limit))),
    nextEffectAt: () => statement(() => rows.nextEffectAt()),
    restoration: () => statement(() => readRestoration(writer)),
  }
}

type Reading = <T>(work: () => T) => Promise<T>

function reading(within: <T>(work: () => T) => T): Reading {
  return async (work) => {
    try {
      return await whileBusy(() => within(work))
    } catch (error) {
      throw asStoreError(error)
    }
  }
}

interface SingleRowReads {
  version(accountId: string, exportId: string): { version: number; profileRev: number } | null
  snapshot(accountId: string, exportId: string, planNo: number): string | null
  plan(accountId: string, exportId: string, planHash: string): { planNo: number } | null
  package(accountId: string, packageId: string): { exportId: string } | null
  artifact(accountId: string, packageId: string, type: string): StoredArtifact | null
  payload(accountId: string, deliveryId: string): Uint8Array | null
  nextEffectAt(): number | null
}

function singleRowReads(database: Database): SingleRowReads {
  const version = database.prepare<{ version: number; profileRev: number }>(`SELECT e.version,
    coalesce(a.rev, 0) AS profileRev FROM exports e LEFT JOIN accounts a ON a.id = e.account_id
    WHERE e.account_id = ? AND e.id = ?`)
  const snapshot = database.prepare<{ snapshot: Uint8Array }>(
    'SELECT snapshot FROM plans WHERE account_id = ? AND export_id = ? AND plan_no = ?',
  )
  const plan = database.prepare<{ planNo: number }>(`SELECT plan_no AS planNo FROM plans
    WHERE account_id = ? AND export_id = ? AND plan_hash = ? ORDER BY plan_no DESC LIMIT 1`)
  const found = database.prepare<Pick<ExportRecord, 'id'>>(
    'SELECT export_id AS id FROM packages WHERE account_id = ? AND id = ?',
  )
  const artifact = database.prepare<StoredArtifact['artifact'] & { bytes: Uint8Array }>(`SELECT a.kind AS artifactType,
    a.filename, a.media_type AS mediaType, a.sha256, a.size, a.generated_at AS generatedAt, b.bytes
    FROM packages p JOIN artifacts a ON a.account_id = p.account_id AND a.export_id = p.export_id
    JOIN blobs b ON b.sha256 = a.sha256
    WHERE p.account_id = ? AND p.id = ? AND a.kind = ? ORDER BY a.ordinal LIMIT 1`)
  const payload = database.prepare<{ size: number; bytes: Uint8Array }>(`SELECT b.size, b.bytes FROM deliveries d
    JOIN blobs b ON b.sha256 = d.payload_sha WHERE d.account_id = ? AND d.id = ?`)
  // A row behind another one of its lane is not due: the one before it is.
  const nextDue = database.prepare<{ at: number }>(`SELECT available_at AS at FROM outbox INDEXED BY outbox_next
    WHERE lease_owner IS NULL AND is_blocked = 0 ORDER BY available_at LIMIT 1`)
  return {
    version: (accountId, exportId) => {
      const row = version.get(accountId, exportId)
      return row === undefined ? null : { ...row }
    },
    snapshot: (accountId, exportId, planNo) => {
      const row = snapshot.get(accountId, exportId, planNo)
      return row === undefined ? null : unpackedText(row.snapshot)
    },
    plan: (accountId, exportId, planHash) => {
      const row = plan.get(accountId, exportId, planHash)
      return row === undefined ? null : { ...row }
    },
    package: (accountId, packageId) => {
      const row = found.get(accountId, packageId)
      return row === undefined ? null : { exportId: row.id }
    },
    artifact: (accountId, packageId, type) => {
      const row = artifact.get(accountId, packageId, type)
      if (row === undefined) return null
      const { bytes, ...record } = row
      return { artifact: record, bytes: originalBytes(bytes, record.size) }
    },
    payload: (accountId, deliveryId) => {
      const row = payload.get(accountId, deliveryId)
      return row === undefined ? null : originalBytes(row.bytes, row.size)
    },
    nextEffectAt: () => nextDue.get()?.at ?? null,
  }
}
