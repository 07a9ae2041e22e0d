import { isRefusal, type Refusal } from '../domain/refusal.ts'
import { refuseInvalidBody } from '../http/validate.ts'
import { operations } from '../operations/operations.ts'
import type { Caller, Ports, Reply } from '../ports.ts'
import { type Seed, seed } from './seed/records.ts'

export interface SeededIds {
  readonly warehouseId: string
  readonly brokerId: string
}

/**
 * Brings the seed into the account through the operations that everybody uses, and answers the ids. Records that exist
 * are left as the user may have changed them.
 */
export async function applySeed(caller: Caller, ports: Ports, records: Seed = seed): Promise<SeededIds> {
  const { accountId } = caller
  const { store } = ports
  const find = (kind: 'warehouse' | 'broker', externalId: string): Promise<string | undefined> =>
    store.loadByExternalId(accountId, kind, [externalId]).then((found) => found.get(externalId)?.id)
  const write = { params: {}, idempotencyKey: null }
  const profile = await store.loadProfile(accountId)
  if (profile.rev === 0) {
    const body = checked('putAccountProfile', { accountId, ...records.profile })
    answered(await operations.putAccountProfile({ body, ...write }, caller, ports))
  }
  const known = await store.loadByExternalId(
    accountId,
    'product',
    records.products.map(({ externalId }) => externalId),
  )
  const missing = records.products.filter(({ externalId }) => !known.has(externalId))
  if (missing.length > 0) {
    const body = checked('syncProducts', { accountId, items: missing })
    answered(await operations.syncProducts({ body, ...write }, caller, ports))
  }
  if ((await find('warehouse', records.warehouse.externalId)) === undefined) {
    const body = checked('syncWarehouses', { accountId, items: [records.warehouse] })
    answered(await operations.syncWarehouses({ body, ...write }, caller, ports))
  }
  if ((await find('broker', records.broker.externalId)) === undefined) {
    const body = checked('syncBrokers', { accountId, items: [records.broker] })
    answered(await operations.syncBrokers({ body, ...write }, caller, ports))
  }
  const warehouseId = await find('warehouse', records.warehouse.externalId)
  const brokerId = await find('broker', records.broker.externalId)
  if (warehouseId === undefined || brokerId === undefined) throw new Error('the seed was not stored')
  return { warehouseId, brokerId }
}

function checked<Body>(operation: Parameters<typeof refuseInvalidBody>[0], body: Body): Body {
  const refusal = refuseInvalidBody(operation, body)
  if (refusal !== null) throw new Error(`the seed breaks the contract: ${JSON.stringify(refusal.details)}`)
  return body
}

function answered(outcome: Reply | Refusal): void {
  if (isRefusal(outcome)) throw new Error(`the seed was refused: ${outcome.errorCode} ${outcome.message}`)
}
