import type { DeliveryState, StoredRecord } from '../../../packages/server/src/domain/records.ts'
import type { Change, ClaimedEffect, Write } from '../../../packages/server/src/ports.ts'

export type SimEndpoint = StoredRecord<'webhook'>

/**
 * What the endpoints of an account are to be told, and where: worked out from the changes alone, in the order in which
 * they were committed, and not from what the store made of them.
 */
export interface SimEndpoints {
  /** A change was committed. */
  note(change: Change): void
  /** What is wrong with the claim of this effect at this moment. */
  faultsOfClaim(effect: ClaimedEffect, wall: number): string[]
  /** Their records now, in the order of their registration. */
  now(): readonly SimEndpoint[]
  /** Every delivery that there must be. */
  due(): readonly string[]
  /** A backup was made. */
  keep(): void
  /** It was restored. */
  putBack(): void
}

interface Told {
  readonly endpointId: string
  state: DeliveryState
  /** The endpoint was gone while it waited, and nobody asked for it since. */
  isEnded: boolean
}

export function simEndpoints(registered: readonly SimEndpoint[]): SimEndpoints {
  let model: Model = {
    endpoints: new Map(registered.map((record) => [record.id, record])),
    told: new Map(),
    events: [],
  }
  let kept = copyOf(model)
  return {
    note({ writes }) {
      // A change writes its records before its events, whatever their order in it is.
      for (const write of writes.toSorted((a, b) => rankOf(a) - rankOf(b))) noteWrite(model, write)
    },
    faultsOfClaim: (effect, wall) => faultsOfClaim(model, effect, wall),
    now: () => [...model.endpoints.values()],
    due: () => [...model.told.keys()],
    keep: () => {
      kept = copyOf(model)
    },
    putBack: () => {
      model = copyOf(kept)
    },
  }
}

interface Model {
  readonly endpoints: Map<string, SimEndpoint>
  readonly told: Map<string, Told>
  readonly events: { readonly id: string; readonly seq: number; readonly type: string }[]
}

function copyOf({ endpoints, told, events }: Model): Model {
  const copies = [...told].map(([id, one]) => [id, { ...one }] as const)
  return { endpoints: new Map(endpoints), told: new Map(copies), events: [...events] }
}

const ranked: readonly Write['write'][] = ['record', 'delivery', 'endWaiting', 'event', 'replay']

function rankOf({ write }: Write): number {
  return ranked.indexOf(write)
}

function noteWrite({ endpoints, told, events }: Model, write: Write): void {
  switch (write.write) {
    case 'record':
      if (write.record.kind === 'webhook') endpoints.set(write.record.id, webhookOf(write.record))
      return
    case 'delivery': {
      const known = told.get(write.delivery.id)
      if (known !== undefined) known.state = write.delivery.state
      return
    }
    case 'endWaiting':
      for (const one of told.values())
        if (one.endpointId === write.webhookId && waits.has(one.state)) one.isEnded = true
      return
    case 'event':
      events.push(write.event)
      for (const { id, doc } of endpoints.values())
        if (doc.active && doc.events.some((type) => type === write.event.type))
          told.set(`${write.event.id}.${id}`, { endpointId: id, state: 'QUEUED', isEnded: false })
      return
    case 'replay': {
      const asked = endpoints.get(write.webhookId)?.doc.events ?? []
      for (const { id, seq, type } of events) {
        if (seq <= write.afterSeq || !asked.some((wanted) => wanted === type)) continue
        told.set(`${id}.${write.webhookId}`, { endpointId: write.webhookId, state: 'QUEUED', isEnded: false })
      }
      return
    }
    default:
      return
  }
}

const waits: ReadonlySet<DeliveryState> = new Set(['QUEUED', 'RETRY_WAIT', 'RECONCILE'])

function webhookOf(record: StoredRecord): SimEndpoint {
  if (record.kind !== 'webhook') throw new Error(`${record.id} is no endpoint`)
  // The kind says which document it is.
  return record as SimEndpoint
}

function faultsOfClaim(
  { endpoints, told }: Model,
  { delivery, attempt, secrets }: ClaimedEffect,
  wall: number,
): string[] {
  if (delivery.kind !== 'event') return []
  const endpoint = endpoints.get(delivery.partyId)
  const known = told.get(delivery.id)
  const named = `${delivery.id} attempt ${attempt.n}`
  if (endpoint === undefined || known === undefined) return [`endpoints: ${named} is for nobody who asked for it`]
  const faults: string[] = []
  if (known.isEnded) faults.push(`endpoints: ${named} was claimed though its endpoint was gone while it waited`)
  if (delivery.destination !== endpoint.doc.url)
    faults.push(`endpoints: ${named} goes to ${delivery.destination} and not to ${endpoint.doc.url}`)
  const { oldSecretUntil } = endpoint.doc
  const live = (endpoint.secret ?? '').split(' ')
  const wanted = oldSecretUntil !== null && wall < oldSecretUntil ? live : live.slice(0, 1)
  if (secrets.join(' ') !== wanted.join(' '))
    faults.push(`endpoints: ${named} is signed with ${secrets.length} secrets`)
  return faults
}
