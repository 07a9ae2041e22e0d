import { travelsByMail } from '../domain/delivery/travels-by-mail.ts'
import { evidenceBundleSteps } from '../domain/execution/evidence/evidence-bundle.ts'
import type { EvidenceFile, EvidenceInput, EvidenceMessage } from '../domain/execution/evidence/evidence-input.ts'
import { evidenceApprovals, evidenceAttempts, evidencePlan, sentDeliveries } from '../domain/export/evidence-views.ts'
import { eventView } from '../domain/export/view.ts'
import { sha256Hex } from '../domain/fingerprint.ts'
import type { ExportHistory } from '../domain/records.ts'
import { isRefusal, type Refusal } from '../domain/refusal.ts'
import type { Caller, Ports, Reply, Store } from '../ports.ts'
import { inSlices } from './in-slices.ts'
import type { ExportParams } from './inspect-export.ts'
import { exportNotFound } from './refusals.ts'
import { createTurns, type Turns } from './turns.ts'
import { unavailable } from './unavailable.ts'

/**
 * All that is known of an export as one zip: plan, approvals, package, messages as they were sent, events. One committed
 * state: what the export was is read at once, and everything it names never changes. The same state gives the same bytes.
 * Bundles are made one at a time, since each is held in memory.
 */
export async function downloadEvidence(
  { id }: ExportParams,
  { accountId }: Caller,
  ports: Ports,
): Promise<Reply | Refusal> {
  const endTurn = await turnsOf(ports.store).take('evidence')
  try {
    const history = await ports.store.loadExport(accountId, id)
    if (history === null) return exportNotFound('id', id)
    const input = await inputOf(history, accountId, ports.store)
    if (isRefusal(input)) return input
    return zipReply(id, await inSlices(evidenceBundleSteps(input), ports.clock))
  } finally {
    endTurn()
  }
}

/** Bytes of files and messages together that one bundle may hold; half of what the contract allows a zip to have. */
const maxBytes = 256 * 1024 ** 2

// A courtesy to the memory of this process.
const turnsByStore = new WeakMap<Store, Turns>()

function turnsOf(store: Store): Turns {
  const turns = turnsByStore.get(store) ?? createTurns()
  turnsByStore.set(store, turns)
  return turns
}

async function inputOf(history: ExportHistory, accountId: string, store: Store): Promise<EvidenceInput | Refusal> {
  const { id, planNo, eventSeq } = history.export
  const snapshot = must(await store.loadSnapshot(accountId, id, planNo), `the snapshot of plan ${planNo}`, id)
  // An event that was committed since belongs to a later state.
  const events = must(await store.loadAllEvents(accountId, id), 'its events', id).filter(({ seq }) => seq <= eventSeq)
  const packageFiles = await packageFilesOf(history, accountId, store)
  let room = maxBytes - sizeOf(packageFiles)
  const messages: EvidenceMessage[] = []
  for (const delivery of sentDeliveries(history)) {
    if (room < 0) break
    const bytes = must(await store.loadPayload(accountId, delivery.id), `the message ${delivery.id}`, id)
    const isMail = travelsByMail(delivery.transport)
    messages.push({ id: delivery.id, format: isMail ? 'eml' : 'json', bytes, attempts: evidenceAttempts(delivery) })
    room -= bytes.byteLength
  }
  if (room < 0) return tooLarge(id)
  return {
    ...{ exportId: id, planHash: history.plan.planHash, eventSeq, plan: evidencePlan(history), snapshot },
    ...{ approvals: evidenceApprovals(history), packageFiles, messages, events: events.map(eventView) },
    rulePack: history.plan.body.rulePack,
  }
}

async function packageFilesOf(
  { export: { id }, package: made, artifacts }: ExportHistory,
  accountId: string,
  store: Store,
): Promise<EvidenceFile[]> {
  const files: EvidenceFile[] = []
  if (made === null) return files
  for (const { artifactType, filename } of artifacts) {
    const stored = must(await store.loadArtifact(accountId, made.id, artifactType), filename, id)
    files.push({ name: filename, bytes: stored.bytes })
  }
  return files
}

function zipReply(exportId: string, body: Uint8Array): Reply {
  const digest = Buffer.from(sha256Hex(body), 'hex').toString('base64')
  return {
    status: 200,
    contentType: 'application/zip',
    body,
    headers: {
      'Content-Digest': `sha-256=:${digest}:`,
      'Content-Disposition': `attachment; filename="evidence-${exportId.toLowerCase()}.zip"`,
    },
  }
}

function must<Found>(found: Found | null, what: string, exportId: string): Found {
  if (found === null) throw new Error(`Export ${exportId} lost ${what}.`)
  return found
}

function sizeOf(files: readonly EvidenceFile[]): number {
  return files.reduce((size, { bytes }) => size + bytes.byteLength, 0)
}

function tooLarge(exportId: string): Refusal {
  return unavailable(
    `The evidence of ${exportId} is larger than ${maxBytes} bytes, more than this server puts into one file. Read its ` +
      'parts instead: inspect the export, download its artifacts, list its events.',
  )
}
