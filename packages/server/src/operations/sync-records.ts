import type { OperationId } from '@entrygo/sdk/contract'
import type { RecordKind, StoredRecord } from '../domain/records.ts'
import { isRefusal, type Refusal } from '../domain/refusal.ts'
import type { Upserted } from '../domain/setup/upsert-records.ts'
import type { Caller, Ports, Reply } from '../ports.ts'
import { idempotently } from './idempotently.ts'
import { jsonReply, type WriteRequest } from './operation.ts'

export interface SyncBody<Input> {
  readonly accountId: string
  readonly items: readonly Input[]
}

/** How one kind of record is synced. */
export interface SyncRecipe<Kind extends RecordKind, Input> {
  readonly operation: OperationId
  readonly kind: Kind
  readonly idPrefix: string
  readonly upsert: (
    items: readonly Input[],
    existing: ReadonlyMap<string, StoredRecord<Kind>>,
    makeId: () => string,
  ) => Upserted<Kind> | Refusal
  /** Refuses what the items alone cannot tell. */
  readonly refuse?: (items: readonly Input[], caller: Caller, ports: Ports) => Promise<Refusal | null>
}

/** An operation that upserts records by `externalId`, all or none; unchanged ones are not written. */
export function syncRecords<Kind extends RecordKind, Input extends { readonly externalId: string }>(
  recipe: SyncRecipe<Kind, Input>,
): (request: WriteRequest<SyncBody<Input>>, caller: Caller, ports: Ports) => Promise<Reply | Refusal> {
  const { operation, kind, idPrefix, upsert, refuse } = recipe
  return (request, caller, ports) => {
    const { items } = request.body
    const decide: Parameters<typeof idempotently>[0]['decide'] = async () => {
      const refusal = await refuse?.(items, caller, ports)
      if (refusal !== undefined && refusal !== null) return refusal
      const externalIds = items.map(({ externalId }) => externalId)
      const existing = await ports.store.loadByExternalId(caller.accountId, kind, externalIds)
      const upserted = upsert(items, existing, () => ports.ids.next(idPrefix))
      if (isRefusal(upserted)) return upserted
      return {
        reply: jsonReply(200, { data: upserted.answers }),
        writes: upserted.records.map((record) => ({ write: 'record', record })),
      }
    }
    return idempotently({ operation, request, decide }, caller, ports)
  }
}
