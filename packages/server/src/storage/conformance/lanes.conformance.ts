import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { ClaimedEffect, Store } from '../../ports.ts'
import type { Bench } from '../store.conformance.ts'
import { effectWork, replayAfter } from './effect-work.conformance.ts'
import { accountId, at, event, exportRecord, planned, write } from './fixtures.conformance.ts'
import { recordWrites, webhook } from './record-fixtures.conformance.ts'

type Step = { readonly does: 'append' | 'claim' | 'end' | 'retry' | 'tick' | 'replay'; readonly pick: number }

const steps = fc.array(
  fc.record({
    does: fc.constantFrom('append', 'claim', 'claim', 'end', 'retry', 'tick', 'replay'),
    pick: fc.nat({ max: 9 }),
  }),
  { minLength: 5, maxLength: 40 },
)

export function lanesConform({ store }: Bench): void {
  it('whatever is appended, tried again and replayed, a lane gives its events one by one, the earliest first, and ends', {
    timeout: 60_000,
  }, async () => {
    await write(store(), recordWrites(webhook('erp')))
    let run = 0
    await fc.assert(
      fc.asyncProperty(steps, async (taken) => {
        run += 1
        const lanes = new Lanes(store(), [`batch_a${run}`, `batch_b${run}`])
        await lanes.begin()
        for (const step of taken) await lanes.take(step)
        await lanes.drain()
      }),
      { numRuns: 60, seed: 20_261_122 },
    )
  })
}

/** What must be true of the lanes of a few exports, kept beside the store. */
class Lanes {
  readonly #store: Store
  readonly #work: ReturnType<typeof effectWork>
  readonly #exports: readonly string[]
  /** When each waiting event is due, by export and seq. */
  readonly #waiting = new Map<string, Map<number, number>>()
  readonly #running: ClaimedEffect[] = []
  readonly #appended = new Map<string, number>()
  #now = at

  constructor(store: Store, exports: readonly string[]) {
    this.#store = store
    this.#work = effectWork(() => store)
    this.#exports = exports
  }

  async begin(): Promise<void> {
    for (const id of this.#exports) {
      await write(this.#store, planned(exportRecord({ id })), { at: this.#now })
      this.#appended.set(id, 2)
      this.#waiting.set(
        id,
        new Map([
          [1, this.#now],
          [2, this.#now],
        ]),
      )
    }
  }

  async take({ does, pick }: Step): Promise<void> {
    const exportId = this.#exports[pick % this.#exports.length] ?? ''
    if (does === 'append') await this.#append(exportId)
    else if (does === 'claim') await this.#claim()
    else if (does === 'tick') this.#now += 10
    else if (does === 'replay') await this.#replay(exportId, pick % 4)
    else await this.#settle(does, pick)
  }

  /** Everything that waits goes out, in order, when every attempt succeeds. */
  async drain(): Promise<void> {
    this.#now += 1000
    while (this.#running.length > 0) await this.#settle('end', 0)
    while (await this.#claim()) await this.#settle('end', 0)
    expect([...this.#waiting.values()].map(({ size }) => size)).toEqual(this.#exports.map(() => 0))
    expect((await this.#store.listWebhooks(accountId))[0]?.pendingCount).toBe(0)
  }

  async #append(exportId: string): Promise<void> {
    const seq = (this.#appended.get(exportId) ?? 0) + 1
    await write(this.#store, [event(seq, exportId)], { at: this.#now })
    this.#appended.set(exportId, seq)
    this.#laneOf(exportId).set(seq, this.#now)
  }

  async #replay(exportId: string, afterSeq: number): Promise<void> {
    await write(this.#store, [replayAfter(afterSeq, { exportId })], { at: this.#now })
    const lane = this.#laneOf(exportId)
    for (let seq = afterSeq + 1; seq <= (this.#appended.get(exportId) ?? 0); seq += 1)
      if (!lane.has(seq) && !this.#isRunning(exportId, seq)) lane.set(seq, this.#now)
  }

  async #claim(): Promise<boolean> {
    const claimed = await this.#work.claim({ now: this.#now, leaseUntil: this.#now + 45_000 })
    const claimable = this.#exports.filter((id) => this.#firstDue(id) !== null)
    if (claimed === null) {
      expect(claimable).toEqual([])
      return false
    }
    const exportId = claimed.outbox.exportId ?? ''
    const seq = claimed.outbox.laneSeq ?? 0
    expect([exportId, seq]).toEqual([exportId, this.#firstDue(exportId)])
    this.#laneOf(exportId).delete(seq)
    this.#running.push(claimed)
    return true
  }

  async #settle(how: 'end' | 'retry', pick: number): Promise<void> {
    const [claimed] = this.#running.splice(pick % Math.max(1, this.#running.length), 1)
    if (claimed === undefined) return
    if (how === 'end') return this.#work.end(claimed)
    const availableAt = this.#now + 10
    const outbox = { ...claimed.outbox, leaseOwner: null, leaseUntil: null, availableAt }
    await write(this.#store, [{ write: 'outbox', outbox }])
    this.#laneOf(claimed.outbox.exportId ?? '').set(claimed.outbox.laneSeq ?? 0, availableAt)
  }

  /** The first of a lane when it may be claimed now. */
  #firstDue(exportId: string): number | null {
    if (this.#running.some(({ outbox }) => outbox.exportId === exportId)) return null
    const [first] = [...this.#laneOf(exportId)].toSorted(([left], [right]) => left - right)
    return first !== undefined && first[1] <= this.#now ? first[0] : null
  }

  #isRunning(exportId: string, seq: number): boolean {
    return this.#running.some(({ outbox }) => outbox.exportId === exportId && outbox.laneSeq === seq)
  }

  #laneOf(exportId: string): Map<number, number> {
    return this.#waiting.get(exportId) ?? new Map()
  }
}
