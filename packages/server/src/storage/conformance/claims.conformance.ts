import { describe, expect, it } from 'vitest'
import type { DeliveryRecord, OutboxRecord } from '../../domain/records.ts'
import type { ClaimedEffect, EffectClaim, Store } from '../../ports.ts'
import type { Bench } from '../store.conformance.ts'
import {
  accountId,
  at,
  executed,
  exportId,
  exportRecord,
  notification,
  outbox,
  payload,
  planned,
  submission,
  write,
} from './fixtures.conformance.ts'
import { broker, recordWrites, warehouse } from './record-fixtures.conformance.ts'

export function claimsConform({ engine, place, store }: Bench): void {
  const prepare = async (id: string, more: Partial<OutboxRecord> = {}): Promise<void> => {
    await write(store(), planned(exportRecord({ id })))
    await write(store(), [...executed(id).filter((one) => one.write !== 'outbox'), outbox(id, more)])
  }
  const claimFrom = (from: Store, more: Partial<EffectClaim> = {}): Promise<ClaimedEffect | null> =>
    from.claimEffect({ worker: 'w1', now: at, leaseUntil: at + 45_000, avoidDestinations: [], ...more })
  const claim = (more: Partial<EffectClaim> = {}): Promise<ClaimedEffect | null> => claimFrom(store(), more)

  describe('claims over several destinations', () => {
    const fill = async (destinations: readonly string[]): Promise<void> => {
      for (const [index, destination] of destinations.entries())
        await prepare(`batch_${index}`, { destination, availableAt: at - 100 + index })
    }
    const inTurn = async (count: number, more: Partial<EffectClaim> = {}): Promise<(string | undefined)[]> => {
      const served: (string | undefined)[] = []
      for (let index = 0; index < count; index += 1) served.push((await claim(more))?.outbox.destination)
      return served
    }

    it('give each its turn, whatever waits longer for another', async () => {
      await fill(['a', 'a', 'a', 'a', 'c', 'b', 'b'])
      expect(await inTurn(8)).toEqual(['a', 'b', 'c', 'a', 'b', 'a', 'a', undefined])
    })

    it('pass over those to avoid, also when all the rest has been served', async () => {
      await fill(['a', 'b', 'b', 'c'])
      expect(await inTurn(4, { avoidDestinations: ['a', 'c'] })).toEqual(['b', 'b', undefined, undefined])
      expect(await inTurn(3)).toEqual(['a', 'c', undefined])
    })

    it('take different ones when they are made at once, and nothing when none is left', async () => {
      await fill(['a', 'a', 'b', 'c', 'c'])
      const taken = new Set<string>()
      const claims = await Promise.all([1, 2, 3, 4].map(() => claim({ avoidDestinations: ['c'], taken })))
      expect(claims.map((effect) => effect?.outbox.destination).sort()).toEqual(['a', 'b', undefined, undefined])
      expect([...taken].sort()).toEqual(['a', 'b'])
    })

    it('pass over those whose next delivery is of a kind to leave, whatever waits there', async () => {
      await fill(['a', 'b', 'b'])
      expect(await inTurn(1, { exceptKinds: ['submission'] })).toEqual([undefined])
      expect(await inTurn(2, { exceptKinds: ['notification', 'event'] })).toEqual(['a', 'b'])
      expect(await inTurn(1, { exceptKinds: [] })).toEqual(['b'])
    })

    it('pass over those where nothing is due yet', async () => {
      await prepare('batch_later', { destination: 'a', availableAt: at + 1 })
      await prepare('batch_now', { destination: 'b' })
      expect(await inTurn(2)).toEqual(['b', undefined])
    })
  })

  describe('a claim after the time of its key', () => {
    it('is not given, up to and including that time it is', async () => {
      await prepare(exportId, { notAfter: at + 10 })
      expect(await claim({ now: at + 11 })).toBeNull()
      expect((await claim({ now: at + 10 }))?.outbox.notAfter).toBe(at + 10)
    })

    it('does not keep what waits for the same destination', async () => {
      await prepare('batch_lapsed', { notAfter: at - 1, availableAt: at - 50 })
      await prepare('batch_2')
      expect((await claim())?.outbox.id).toBe('out_batch_2')
    })

    it('is left to be decided: the effect is found as lapsed while nobody has it', async () => {
      await prepare(exportId, { notAfter: at + 10 })
      expect(await store().lapsedEffects(at + 10, 9)).toEqual([])
      const [lapsed] = await store().lapsedEffects(at + 11, 9)
      expect(lapsed).toEqual({
        accountId,
        outbox: outbox(exportId, { notAfter: at + 10 }).outbox,
        delivery: submission({ outbox: lapsed?.outbox ?? null }),
      })
      expect(await store().lapsedEffects(at + 11, 0)).toEqual([])
      await claim()
      expect(await store().lapsedEffects(at + 11, 9)).toEqual([])
    })
  })

  describe('a query', () => {
    it('is claimed as an attempt of its own kind', async () => {
      await prepare(exportId, { kind: 'query', lastN: 2, sends: 0 })
      expect(await claim()).toMatchObject({
        outbox: { kind: 'query', lastN: 3, sends: 1 },
        attempt: { n: 3, kind: 'query', outcome: null },
      })
    })

    it('follows a send when its effect says so, and gives way to a send again', async () => {
      await prepare(exportId)
      const kinds: string[] = []
      for (const kind of ['query', 'send', 'query'] as const) {
        const claimed = await claim()
        if (claimed === null) throw new Error('nothing was claimed')
        kinds.push(claimed.attempt.kind)
        const next = { ...claimed.outbox, kind, leaseOwner: null, leaseUntil: null, sends: 0, notAfter: null }
        await write(store(), [{ write: 'outbox', outbox: next }])
      }
      expect(kinds).toEqual(['send', 'query', 'send'])
    })
  })

  describe('what a claim brings along', () => {
    it('are the secrets of the broker as they are now, newest first', async () => {
      await write(store(), recordWrites(broker('1', { secret: 'old' })))
      await prepare(exportId)
      await write(store(), recordWrites(broker('1', { rev: 2, secret: 'new old' })))
      expect((await claim())?.secrets).toEqual(['new', 'old'])
    })

    it('are the key of a broker for its own host alone, also when the record has moved on', async () => {
      const hosts = ['broker.example', 'elsewhere.example']
      const stored = broker('1', { secret: 'bearer' })
      const kept = { ...stored.doc.submission, type: 'borderbuddy' as const, url: 'https://broker.example/v2' }
      await write(store(), recordWrites({ ...stored, doc: { ...stored.doc, submission: kept } }))
      for (const host of hosts) {
        const id = `batch_${host}`
        const destination = `https://${host}/v1`
        const delivery = submission({ id: `sub_${id}`, exportId: id, transport: 'borderbuddy', destination })
        await write(store(), planned(exportRecord({ id })))
        const rest = executed(id).filter((one) => one.write !== 'outbox' && one.write !== 'delivery')
        await write(store(), [...rest, { write: 'delivery', delivery }, outbox(id, { destination })])
      }
      const claims = [await claim(), await claim()]
      expect(claims.map((effect) => [effect?.delivery.destination, effect?.secrets])).toEqual([
        ['https://broker.example/v1', ['bearer']],
        ['https://elsewhere.example/v1', []],
      ])
    })

    it('are no secrets where the party has none or is not there', async () => {
      await write(store(), recordWrites(broker('1')))
      await prepare('batch_1')
      await prepare('batch_2')
      await write(store(), [{ write: 'delivery', delivery: submission({ id: 'sub_batch_2', exportId: 'batch_2' }) }])
      expect([(await claim())?.secrets, (await claim())?.secrets]).toEqual([[], []])
    })

    it('are terms, policy and doubt of the delivery as they were frozen', async () => {
      const terms = { keyWindowMs: 86_400_000, isQueryable: true, settleMs: 60_000, concurrency: 4 }
      const frozen = submission({ transport: 'borderbuddy', policy: 'idempotent', terms, doubtResolvedN: 3 })
      await write(store(), planned())
      const writes = executed().filter((one) => one.write !== 'delivery')
      await write(store(), [...writes, { write: 'delivery', delivery: frozen }])
      await write(store(), [{ write: 'delivery', delivery: { ...frozen, terms: { ...terms, concurrency: 1 } } }])
      expect((await claim())?.delivery).toMatchObject({ policy: 'idempotent', terms, doubtResolvedN: 3 })
    })
  })

  describe('a notification', () => {
    const sent = (): DeliveryRecord => notification()
    const prepareNotified = async (): Promise<void> => {
      const withoutOutbox = executed().filter((one) => one.write !== 'outbox')
      await write(store(), [...recordWrites(warehouse('1', { secret: 'whsec_wh' })), ...planned()])
      await write(store(), [
        ...withoutOutbox,
        { write: 'delivery', delivery: sent() },
        outbox(exportId, { id: 'out_ntf', deliveryId: sent().id, destination: sent().destination }),
      ])
    }

    it('is shown with its delivery, and is claimed with the secrets of the warehouse', async () => {
      await prepareNotified()
      const claimed = await claim()
      expect([claimed?.delivery.kind, claimed?.secrets, claimed?.content]).toEqual([
        'notification',
        ['whsec_wh'],
        { bytes: payload },
      ])
      const history = await store().loadExport(accountId, exportId)
      expect(history?.notifications.map(({ delivery }) => delivery)).toEqual([claimed?.delivery])
      expect(history?.submissions.map(({ id }) => id)).toEqual(['sub_batch_1'])
    })

    it('raises the version of its export when it is claimed', async () => {
      await prepareNotified()
      await claim()
      expect((await store().loadExportVersion(accountId, exportId))?.version).toBe(3)
    })
  })

  it('two servers on one place never claim the same effect', { timeout: 60_000 }, async () => {
    await store().close()
    const [one, two] = [await engine.open(place(), 'shared'), await engine.open(place(), 'shared')]
    const ids = Array.from({ length: 20 }, (_, index) => `batch_${index}`)
    for (const id of ids) {
      await write(one, planned(exportRecord({ id })))
      await write(one, executed(id))
    }
    const claimed = await Promise.all(
      Array.from({ length: 30 }, (_, index) => claimFrom(index % 2 === 0 ? one : two, { worker: `w${index % 2}` })),
    )
    const taken = claimed.filter((effect) => effect !== null)
    expect(taken.map(({ outbox: { exportId: of } }) => of).toSorted()).toEqual(ids.toSorted())
    expect(new Set(taken.map(({ outbox: { leaseOwner } }) => leaseOwner))).toEqual(new Set(['w0', 'w1']))
    await two.close()
    await one.close()
  })
}
