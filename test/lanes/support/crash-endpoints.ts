import { setTimeout as sleep } from 'node:timers/promises'
import type { EventType, WebhookRequest } from '@entrygo/sdk/contract'
import { type Wish, write } from './crash-history.ts'
import type { Life } from './crash-life.ts'

/** What the endpoint that moves hears of. */
export const movedTypes: EventType[] = ['EXPORT_EXECUTED', 'BROKER_SUBMISSION_SENT']

/** An endpoint whose URL is corrected again and again, and one that says it is gone whatever comes. */
export interface Endpoints {
  /** From now on the endpoint is called there, and may be called where it was until {@link settleMoves}. */
  move(): string
  /** All moves were done when the process before ended: nothing may come to the former addresses any more. */
  settleMoves(): void
  mayReceive(path: string): boolean
}

export const gonePath = '/gone'

export function createEndpoints(): Endpoints {
  let places = ['/moved/1']
  return {
    move() {
      const path = `/moved/${Number(places.at(-1)?.split('/').at(-1)) + 1}`
      places.push(path)
      return path
    },
    settleMoves() {
      places = places.slice(-1)
    },
    mayReceive: (path) => places.includes(path),
  }
}

/** Makes it, or corrects its URL. */
export function movedEndpoint(url: string): Pick<WebhookRequest, 'externalId' | 'url' | 'events'> {
  return { externalId: 'CRASH-MOVED', url, events: movedTypes }
}

/** Makes it, or switches it on again. */
export function goneEndpoint(url: string): Pick<WebhookRequest, 'externalId' | 'url' | 'events'> {
  return { externalId: 'CRASH-GONE', url, events: ['EXPORT_PLANNED'] }
}

/**
 * Corrects the one and switches the other on again: now and then, and again and again in a life that is to end there. One
 * after the other, so that the last address is the one that holds.
 */
export async function changeEndpoints(life: Life): Promise<void> {
  const { endpointsAt, accountId } = life.place
  const register = (act: string, endpoint: object): Promise<unknown> =>
    write(life, registered(`${life.name()}:${act}`, { accountId, ...endpoint }))
  const isSought = life.seeks === 'apply.readdress' || life.seeks === 'apply.endWaiting'
  const seeks = isSought || life.seeks?.startsWith('tidy.') === true
  if (!seeks && !life.random.chance(0.1)) return
  do {
    await register('on', goneEndpoint(`${endpointsAt}${gonePath}`))
    await register('move', movedEndpoint(`${endpointsAt}${life.endpoints.move()}`))
    await sleep(60)
  } while (seeks)
}

function registered(key: string, body: object): Wish {
  return { operation: 'registerWebhook', key, path: '/api/webhooks', body }
}
