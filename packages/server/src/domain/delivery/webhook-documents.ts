import { canonicalJson } from '@entrygo/sdk/canonical-json'
import type { RenderedArtifact } from '../execution/artifacts/rendered-artifact.ts'
import type { FrozenPackage } from '../execution/frozen-package.ts'
import { eventView } from '../export/event-view.ts'
import { timestamp } from '../export/timestamp.ts'
import type { EventRecord } from '../records.ts'
import type { Refusal } from '../refusal.ts'
import type { Steps } from '../work-in-steps.ts'
import { tooLarge } from './border-buddy-document.ts'
import type { BrokerMessage } from './broker-mail.ts'
import { compactInvoice, sizeOf } from './compact-invoice.ts'
import { fileOf, jsonBytes, jsonIn } from './stored-files.ts'

// Bodies in the form that Standard Webhooks recommends: `{type, timestamp, data}`.

/** Over this, the packing list stays out of what a warehouse is told, and is named with its SHA-256. */
const maxBytes = 1_048_576

/**
 * The message to a broker of the merchant's own: the invoice, and the manifest with the SHA-256 of every file. Refused
 * with `PAYLOAD_TOO_LARGE` when it is larger than the broker takes: without its invoice it would be of no use.
 */
export function* brokerWebhookDocument(message: BrokerMessage, maxBodyBytes: number): Steps<Uint8Array | Refusal> {
  const { frozen, artifacts, submissionId, revision, date } = message
  const body = webhookBody('customs_package.submitted', date, {
    submission_id: submissionId,
    revision,
    export_id: frozen.exportId,
    package_number: frozen.packageNumber,
    manifest: jsonIn(fileOf(artifacts, 'manifest')),
    invoice: null,
  })
  // The invoice, in place of the null before the two braces that end the body.
  const start = body.subarray(0, body.byteLength - 'null}}'.length)
  const pieces = [start, ...(yield* compactInvoice(frozen)), Buffer.from('}}')]
  const size = sizeOf(pieces)
  return size > maxBodyBytes ? tooLarge(frozen.packageNumber, size, maxBodyBytes) : Buffer.concat(pieces)
}

export interface WarehouseMessage {
  readonly notificationId: string
  readonly frozen: FrozenPackage
  readonly artifacts: readonly RenderedArtifact[]
  /** Of the warehouse record. */
  readonly instructions: string | null
  /** Milliseconds UTC; the same in every attempt. */
  readonly date: number
}

/** What a warehouse is told: package number, instructions and the packing list, which has no prices. */
export function warehouseDocument(message: WarehouseMessage): Uint8Array {
  const { notificationId, frozen, artifacts, instructions, date } = message
  const packingList = fileOf(artifacts, 'packing_list')
  const { filename, sha256, size } = packingList
  const bodyWith = (packing_list: object | null): Uint8Array =>
    webhookBody('warehouse.notified', date, {
      notification_id: notificationId,
      export_id: frozen.exportId,
      package_number: frozen.packageNumber,
      instructions,
      packing_list,
      packing_list_file: { filename, sha256, size },
    })
  // Without its indentation a list has a quarter of its bytes at the least.
  if (size > 4 * maxBytes) return bodyWith(null)
  const whole = bodyWith(jsonIn(packingList))
  return whole.byteLength <= maxBytes ? whole : bodyWith(null)
}

/** One event for an operator's endpoint: the same bytes in every attempt, on every engine, since an event never changes. */
export function eventDocument(exportId: string, event: EventRecord): Uint8Array {
  const body = {
    type: event.type,
    timestamp: timestamp(event.at),
    data: { export_id: exportId, event: eventView(event) },
  }
  return new TextEncoder().encode(canonicalJson(body))
}

function webhookBody(type: string, date: number, data: object): Uint8Array {
  return jsonBytes({ type, timestamp: timestamp(date), data })
}
