import type { EventType } from '@entrygo/sdk/contract'
import type { Write } from '../../domain/changes.ts'
import type { DeliveryState } from '../../domain/records.ts'
import type { ClaimedEffect, EffectClaim, Store } from '../../ports.ts'
import { at, event, exportId, write } from './fixtures.conformance.ts'

/** What a dispatcher does with the effects of a store, one at a time. */
export interface EffectWork {
  claim(more?: Partial<EffectClaim>): Promise<ClaimedEffect | null>
  /** Throws where nothing can be claimed. */
  mustClaim(more?: Partial<EffectClaim>): Promise<ClaimedEffect>
  /** Records the attempt as accepted and ends the effect. */
  end(claimed: ClaimedEffect, state?: DeliveryState): Promise<void>
  /** Ends one after the other and answers the ids of their deliveries. */
  drain(more?: Partial<EffectClaim>): Promise<string[]>
}

export function effectWork(store: () => Store): EffectWork {
  const claim: EffectWork['claim'] = (more = {}) =>
    store().claimEffect({ worker: 'w1', now: at, leaseUntil: at + 45_000, avoidDestinations: [], ...more })
  const end: EffectWork['end'] = ({ accountId, delivery, outbox: { id }, attempt }, state = 'ACCEPTED') =>
    write(
      store(),
      [
        { write: 'attempt', deliveryId: delivery.id, attempt: { ...attempt, finishedAt: at, outcome: 'accepted' } },
        { write: 'delivery', delivery: { ...delivery, state } },
        { write: 'noOutbox', outboxId: id },
      ],
      { accountId },
    )
  return {
    claim,
    end,
    mustClaim: async (more) => {
      const claimed = await claim(more)
      if (claimed === null) throw new Error('nothing was claimed')
      return claimed
    },
    drain: async (more) => {
      const ids: string[] = []
      for (let claimed = await claim(more); claimed !== null; claimed = await claim(more)) {
        ids.push(claimed.delivery.id)
        await end(claimed)
      }
      return ids
    },
  }
}

export function eventOf(seq: number, type: EventType): Write {
  const appended = event(seq)
  if (appended.write !== 'event') throw new Error('not an event')
  return { ...appended, event: { ...appended.event, type } }
}

type Replay = Extract<Write, { write: 'replay' }>

export function replayAfter(afterSeq: number, more: Partial<Replay> = {}): Replay {
  return { write: 'replay', webhookId: 'whk_erp', exportId, afterSeq, ...more }
}
