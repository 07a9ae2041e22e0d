import type { Issue, WarehouseInput } from '@entrygo/sdk/contract'
import type { StoredRecord } from '../records.ts'
import type { Refusal } from '../refusal.ts'
import { canonicalCopy } from './canonical-copy.ts'
import { secretIssues } from './channel-issues.ts'
import { type Draft, type Upserted, type UpsertRecipe, upsertRecords } from './upsert-records.ts'

/**
 * Warehouses as they will be stored. A notification's secret is kept apart and never part of the document; an upsert
 * without one keeps it. Refuses with `VALIDATION_ERROR`.
 */
export function upsertWarehouses(
  items: readonly WarehouseInput[],
  existing: ReadonlyMap<string, StoredRecord<'warehouse'>>,
  makeId: () => string,
): Upserted<'warehouse'> | Refusal {
  return upsertRecords(recipe, { items, existing, makeId })
}

const recipe: UpsertRecipe<'warehouse', WarehouseInput> = {
  kind: 'warehouse',
  issuesOf: (item, stored) => [...addressIssues(item), ...channelIssues(item, stored?.secret ?? null)],
  draftOf: (item, id, stored) => warehouseDraft(item, id, stored?.secret ?? null),
}

function addressIssues({ address }: WarehouseInput): Issue[] {
  if (address.country !== 'US') return []
  const message = 'Goods move into the United States: give the address of a warehouse in another country than US.'
  return [{ path: 'address.country', message, code: 'custom' }]
}

function channelIssues({ notification }: WarehouseInput, storedSecret: string | null): Issue[] {
  if (notification === undefined) return []
  const { channel, email, url } = notification
  const secret = notification.secret ?? storedSecret
  const absent = [
    ...(channel === 'email' && email === undefined ? ['email'] : []),
    ...(channel === 'webhook' && url === undefined ? ['url'] : []),
    ...(channel === 'webhook' && secret === null ? ['secret'] : []),
  ]
  const issues = absent.map((name): Issue => {
    const message = `A notification by ${channel} needs ${name}; give it, or choose another channel.`
    return { path: `notification.${name}`, message, code: 'invalid_type' }
  })
  return channel === 'webhook' ? [...issues, ...secretIssues(secret, 'notification.secret')] : issues
}

function warehouseDraft(
  { notification, ...warehouse }: WarehouseInput,
  id: string,
  storedSecret: string | null,
): Draft<'warehouse'> {
  if (notification === undefined) return { doc: canonicalCopy({ ...warehouse, id }), secret: null }
  const { secret = null, ...channel } = notification
  const secretSet = (secret ?? storedSecret) !== null
  return { doc: canonicalCopy({ ...warehouse, id, notification: { ...channel, secretSet } }), secret }
}
