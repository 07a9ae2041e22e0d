import type { QuerySighting, Sighting } from '../../../packages/server/src/ports.ts'
import type { Random } from './random.ts'

export const accepted: Sighting = { outcome: 'accepted', evidence: 'accepted' }
export const refused: Sighting = { outcome: 'rejected', evidence: 'refused' }

const second = 1_000

export interface Received {
  readonly messageId: string
  readonly sha256: string
  readonly now: number
  readonly isRefusing: boolean
}

export interface KeyedBroker {
  receives(received: Received): { readonly isNew: boolean; readonly sighting: Sighting }
  holds(messageId: string, now: number): QuerySighting
}

/** A broker that remembers keys for its window, works for a while, and tells after its settle time what it holds. */
export function keyedBroker(
  { keyWindowMs, settleMs }: { readonly keyWindowMs: number; readonly settleMs: number },
  random: Random,
): KeyedBroker {
  const kept = new Map<string, { sha256: string; doneAt: number; shownAt: number }>()
  const byKey = new Map<string, number>()
  // Its wire contract says "refused for good": bytes that come late under the same key are no better.
  const turnedDown = new Set<string>()
  return {
    receives({ messageId, sha256, now, isRefusing }) {
      const since = byKey.get(messageId)
      const known = since !== undefined && now <= since + keyWindowMs ? kept.get(messageId) : undefined
      if (known !== undefined) {
        if (known.sha256 !== sha256) return { isNew: false, sighting: { outcome: 'rejected', evidence: 'key_reused' } }
        if (now < known.doneAt) return { isNew: false, sighting: { outcome: 'unknown', evidence: 'http_409' } }
        return { isNew: false, sighting: { ...accepted, brokerRef: `REF-${messageId.slice(-6)}` } }
      }
      if (isRefusing) turnedDown.add(messageId)
      if (turnedDown.has(messageId)) return { isNew: false, sighting: refused }
      const doneAt = now + (random.chance(0.1) ? random.below(20 * second) : 0)
      byKey.set(messageId, now)
      // What it showed before the key was forgotten, it goes on showing.
      const shownAt = kept.get(messageId)?.shownAt ?? now + random.below(settleMs)
      kept.set(messageId, { sha256, doneAt, shownAt })
      return { isNew: true, sighting: { ...accepted, brokerRef: `REF-${messageId.slice(-6)}` } }
    },
    holds(messageId, now) {
      const found = kept.get(messageId)
      if (found === undefined || now < found.shownAt) return { found: false, isReliable: true, evidence: 'http_404' }
      return { found: true, evidence: 'http_200', payloadSha256: found.sha256, brokerRef: `REF-${messageId.slice(-6)}` }
    },
  }
}
