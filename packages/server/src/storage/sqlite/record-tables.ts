import type { RecordKind } from '../../domain/records.ts'

export const recordTables: Readonly<Record<RecordKind, string>> = {
  order: 'orders',
  product: 'products',
  warehouse: 'warehouses',
  broker: 'brokers',
  webhook: 'webhooks',
}
