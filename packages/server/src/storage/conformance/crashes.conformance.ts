import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { describe, expect, it } from 'vitest'
import { StoreUnavailable } from '../../ports.ts'
import type { Bench } from '../store.conformance.ts'
import { accountId, change, outcomeOf } from './fixtures.conformance.ts'
import { order, recordWrites } from './record-fixtures.conformance.ts'

export function crashesConform({ engine, place, store, reopen }: Bench): void {
  describe('the store as a whole', () => {
    it('says that reads and writes work, and refuses writes once it is closed', async () => {
      const opened = store()
      expect(await opened.check()).toBe(true)
      await reopen()
      expect(await opened.check()).toBe(false)
      await expect(opened.commit(change(recordWrites(order('late'))))).rejects.toBeInstanceOf(StoreUnavailable)
    })

    it('settles everything that was committed before it closes', async () => {
      const commits = [1, 2, 3].map((n) => outcomeOf(store().commit(change(recordWrites(order(`c${n}`))))))
      await reopen()
      expect(await Promise.all(commits)).toEqual(['committed', 'committed', 'committed'])
      expect((await store().loadByExternalId(accountId, 'order', ['c1', 'c2', 'c3'])).size).toBe(3)
    })
  })

  describe('a process that is killed while it writes', () => {
    it('loses no acknowledged write, three times in a row', { timeout: 60_000 }, async () => {
      for (const prefix of ['x', 'y', 'z']) {
        await store().close()
        const writer = engine.startWriter(place(), prefix)
        const acknowledged = await linesOf(writer, 200)
        await kill(writer)
        await reopen()
        const names = acknowledged().map((number) => `${prefix}${number}`)
        expect(names.length).toBeGreaterThanOrEqual(200)
        expect((await store().loadByExternalId(accountId, 'order', names)).size).toBe(names.length)
      }
    })
  })

  describe('two processes on one place', () => {
    it('both commit, and each sees what the other wrote', { timeout: 60_000 }, async () => {
      await store().close()
      const shared = await engine.open(place(), 'shared')
      const writer = engine.startWriter(place(), 'p')
      const acknowledged = await linesOf(writer, 20)
      for (let n = 1; n <= 50; n += 1)
        expect(await outcomeOf(shared.commit(change(recordWrites(order(`q${n}`)))))).toBe('committed')
      const names = acknowledged().map((number) => `p${number}`)
      expect((await shared.loadByExternalId(accountId, 'order', names)).size).toBe(names.length)
      await kill(writer)
      await shared.close()
      await reopen()
      expect((await store().loadByExternalId(accountId, 'order', ['q1', 'q50'])).size).toBe(2)
    })
  })
}

/** Resolves when the process has printed so many lines; the answer gives all lines so far. */
async function linesOf(child: ChildProcess, wanted: number): Promise<() => readonly string[]> {
  const seen: string[] = []
  if (child.stdout === null) throw new Error('the writer has no standard output')
  const lines = createInterface({ input: child.stdout })
  await new Promise<void>((resolve, reject) => {
    lines.on('line', (line) => {
      seen.push(line)
      if (seen.length === wanted) resolve()
    })
    child.once('exit', (code) => reject(new Error(`the writer ended with ${code} after ${seen.length} writes`)))
  })
  return () => [...seen]
}

async function kill(child: ChildProcess): Promise<void> {
  const ended = once(child, 'close')
  child.kill('SIGKILL')
  await ended
}
