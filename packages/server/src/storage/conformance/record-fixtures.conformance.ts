import type { Write } from '../../domain/changes.ts'
import type { StoredRecord } from '../../domain/records.ts'

export function order(externalId: string, more: Partial<StoredRecord<'order'>> = {}): StoredRecord<'order'> {
  const id = `ord_${externalId}`
  return {
    kind: 'order',
    id,
    externalId,
    rev: 1,
    secret: null,
    executedExport: null,
    doc: orderDoc(externalId),
    ...more,
  }
}

export function orderDoc(externalId: string, productId = 'prd_shirt'): StoredRecord<'order'>['doc'] {
  return {
    id: `ord_${externalId}`,
    externalId,
    destinationCountry: 'US',
    items: [{ lineId: '1', productId, quantity: 2, unitValueUsd: 15, lineValueUsd: 30 }],
    totalValueUsd: 30,
    lineCount: 1,
  }
}

export function product(externalId: string): StoredRecord<'product'> {
  const id = `prd_${externalId}`
  const doc = { id, externalId, sku: externalId, htsCode: '6109.10.0012' }
  return { kind: 'product', id, externalId, rev: 1, secret: null, executedExport: null, doc }
}

export function recordWrites(...records: readonly StoredRecord[]): Write[] {
  return records.map((record) => ({ write: 'record', record }))
}

export function broker(externalId: string, more: Partial<StoredRecord<'broker'>> = {}): StoredRecord<'broker'> {
  const id = `br_${externalId}`
  const doc = {
    id,
    externalId,
    name: 'Example Brokerage',
    submission: {
      ...{ type: 'email' as const, email: 'entries@broker.example', policy: 'at_least_once' as const },
      ...{ keyWindowSeconds: 86_400, queryable: false, settleSeconds: 60, maxBodyBytes: 8_388_608, concurrency: 1 },
      secretSet: false,
    },
  }
  return { kind: 'broker', id, externalId, rev: 1, secret: null, executedExport: null, doc, ...more }
}

export function warehouse(
  externalId: string,
  more: Partial<StoredRecord<'warehouse'>> = {},
): StoredRecord<'warehouse'> {
  const id = `wh_${externalId}`
  const address = { name: 'Example Dock', line1: '1 Dock Road', city: 'Tijuana', country: 'MX' }
  const doc = { id, externalId, address }
  return { kind: 'warehouse', id, externalId, rev: 1, secret: null, executedExport: null, doc, ...more }
}

/** An endpoint that asked for the type of the events of these fixtures. */
export function webhook(externalId: string, more: Partial<StoredRecord<'webhook'>> = {}): StoredRecord<'webhook'> {
  const id = `whk_${externalId}`
  const url = `https://${externalId}.example/hook`
  const doc = { id, externalId, url, events: ['EXPORT_PLANNED' as const], active: true, oldSecretUntil: null }
  return { kind: 'webhook', id, externalId, rev: 1, secret: 'whsec_new', executedExport: null, doc, ...more }
}
