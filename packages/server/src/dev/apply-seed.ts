import type { BrokerInput, WarehouseInput } from '@entrygo/sdk/contract'
import type { RecordDocuments } from '../domain/records.ts'
import { isRefusal, type Refusal } from '../domain/refusal.ts'
import { refuseInvalidBody } from '../http/validate.ts'
import { operations } from '../operations/operations.ts'
import type { Caller, Ports, Reply } from '../ports.ts'
import { type SeededBroker, type SeededWarehouse, seedParties } from './seed/parties.ts'
import { seed } from './seed/records.ts'
import type { StandIns } from './stand-ins.ts'

export interface SeededIds {
  readonly warehouses: Readonly<Record<SeededWarehouse, string>>
  readonly brokers: Readonly<Record<SeededBroker, string>>
}

/** The stand-ins as they listen now, and as the records of the last start name them. */
export interface Moves {
  readonly now: StandIns
  readonly before: StandIns
}

/**
 * Brings the seed into the account through the operations that everybody uses, and answers the ids. Records that exist
 * are left as the user may have changed them, but for the URL of a stand-in that had to take another port.
 */
export async function applySeed(caller: Caller, ports: Ports, moves: Moves): Promise<SeededIds> {
  const { accountId } = caller
  const { store } = ports
  const write = { params: {}, idempotencyKey: null }
  const profile = await store.loadProfile(accountId)
  if (profile.rev === 0) {
    const body = checked('putAccountProfile', { accountId, ...seed.profile })
    answered(await operations.putAccountProfile({ body, ...write }, caller, ports))
  }
  const products = await store.loadByExternalId(accountId, 'product', externalIdsOf(seed.products))
  const missing = seed.products.filter(({ externalId }) => !products.has(externalId))
  if (missing.length > 0) {
    const body = checked('syncProducts', { accountId, items: missing })
    answered(await operations.syncProducts({ body, ...write }, caller, ports))
  }
  return { warehouses: await seedWarehouses(caller, ports, moves), brokers: await seedBrokers(caller, ports, moves) }
}

async function seedWarehouses(caller: Caller, ports: Ports, { now, before }: Moves): Promise<SeededIds['warehouses']> {
  const { accountId } = caller
  const { email, webhook } = seedParties(now).warehouses
  const old = seedParties(before).warehouses
  const load = (): ReturnType<typeof ports.store.loadByExternalId<'warehouse'>> =>
    ports.store.loadByExternalId(accountId, 'warehouse', externalIdsOf([email, webhook]))
  const known = await load()
  const items = [email, webhook].filter(({ externalId }) => !known.has(externalId))
  const found = known.get(webhook.externalId)?.doc
  const url = webhook.notification?.url
  if (found !== undefined && url !== undefined && url !== old.webhook.notification?.url) {
    if (found.notification?.url === old.webhook.notification?.url) items.push(warehouseAt(found, url))
  }
  if (items.length > 0) {
    const body = checked('syncWarehouses', { accountId, items })
    answered(await operations.syncWarehouses({ body, params: {}, idempotencyKey: null }, caller, ports))
  }
  const ids = await load()
  return { email: idIn(ids, email), webhook: idIn(ids, webhook) }
}

async function seedBrokers(caller: Caller, ports: Ports, { now, before }: Moves): Promise<SeededIds['brokers']> {
  const { accountId } = caller
  const { email, borderbuddy, byob_webhook } = seedParties(now).brokers
  const old = seedParties(before).brokers
  const load = (): ReturnType<typeof ports.store.loadByExternalId<'broker'>> =>
    ports.store.loadByExternalId(accountId, 'broker', externalIdsOf([email, borderbuddy, byob_webhook]))
  const known = await load()
  const items = [email, borderbuddy, byob_webhook].filter(({ externalId }) => !known.has(externalId))
  for (const type of ['borderbuddy', 'byob_webhook'] as const) {
    const { externalId, submission } = seedParties(now).brokers[type]
    const found = known.get(externalId)?.doc
    const was = old[type].submission.url
    if (found === undefined || submission.url === undefined || submission.url === was) continue
    if (found.submission.url === was) items.push(brokerAt(found, submission.url))
  }
  if (items.length > 0) {
    const body = checked('syncBrokers', { accountId, items })
    answered(await operations.syncBrokers({ body, params: {}, idempotencyKey: null }, caller, ports))
  }
  const ids = await load()
  return {
    email: idIn(ids, email),
    borderbuddy: idIn(ids, borderbuddy),
    byob_webhook: idIn(ids, byob_webhook),
  }
}

/** Without its secret, which an upsert leaves as it is. */
function warehouseAt(document: RecordDocuments['warehouse'], url: string): WarehouseInput {
  const { id: _, notification = { channel: 'none', secretSet: false }, ...rest } = document
  const { secretSet: __, ...channel } = notification
  return { ...rest, notification: { ...channel, url } }
}

/** Without its secret, which an upsert leaves as it is, and without a policy where the type has its own. */
function brokerAt(document: RecordDocuments['broker'], url: string): BrokerInput {
  const { id: _, submission, ...rest } = document
  const { secretSet: __, policy, ...how } = submission
  return { ...rest, submission: { ...how, ...(how.type === 'borderbuddy' ? {} : { policy }), url } }
}

interface Named {
  readonly externalId: string
}

function externalIdsOf(items: readonly Named[]): string[] {
  return items.map(({ externalId }) => externalId)
}

function idIn(records: ReadonlyMap<string, { readonly id: string }>, { externalId }: Named): string {
  const record = records.get(externalId)
  if (record === undefined) throw new Error(`the seed was not stored: ${externalId}`)
  return record.id
}

function checked<Body>(operation: Parameters<typeof refuseInvalidBody>[0], body: Body): Body {
  const refusal = refuseInvalidBody(operation, body)
  if (refusal !== null) throw new Error(`the seed breaks the contract: ${JSON.stringify(refusal.details)}`)
  return body
}

function answered(outcome: Reply | Refusal): void {
  if (isRefusal(outcome)) throw new Error(`the seed was refused: ${outcome.errorCode} ${outcome.message}`)
}
