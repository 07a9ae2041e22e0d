import { expect, it, onTestFinished } from 'vitest'
import { StoreUnavailable } from '../../ports.ts'
import { Database } from './database.ts'
import { type GroupWriter, groupWriter } from './group-commit.ts'
import { temporaryFile } from './temporary-file.conformance.ts'

it('work that is submitted together shares one transaction, and each has its own answer', async () => {
  const { writer, insert, names } = await bench()
  const answers = [insert('a'), insert('b', false), insert('c')]
  expect(await Promise.all(answers)).toEqual(['a', 'b', 'c'])
  expect(names()).toEqual(['a', 'c'])
  await writer.drain()
})

it('nothing is answered before it is committed', async () => {
  const { database, insert } = await bench()
  const answer = insert('a').then(() => database.isTransaction)
  expect(database.isTransaction).toBe(false)
  expect(await answer).toBe(false)
})

it('work that throws is undone alone', async () => {
  const { writer, database, insert, names } = await bench()
  const failing = writer.submit(() => {
    database.prepare('INSERT INTO names VALUES (?, ?)').run('half', null)
    throw new Error('impossible')
  })
  const answers = await Promise.allSettled([insert('a'), failing, insert('b')])
  expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
  expect(names()).toEqual(['a', 'b'])
})

it('a full disk voids the whole group, and writing goes on when there is room', async () => {
  const { writer, database, insert, names } = await bench()
  await insert('before')
  database.exec('PRAGMA max_page_count = 20')
  const large = writer.submit(() => {
    database.prepare('INSERT INTO names VALUES (?, ?)').run('large', new Uint8Array(200_000))
    return { keep: true, value: 'large' }
  })
  const answers = await Promise.allSettled([insert('a'), large, insert('b')])
  const reasons = answers.map((answer) => (answer.status === 'rejected' ? answer.reason : answer.value))
  expect(reasons.every((reason) => reason instanceof StoreUnavailable)).toBe(true)
  expect([writer.isBroken(), names()]).toEqual([false, ['before']])
  expect(await insert('after')).toBe('after')
})

it('another process that holds the lock for a moment delays the group and harms nothing', async () => {
  const { database, insert, names, file } = await bench()
  const other = new Database({ file, access: 'write', cacheBytes: 1024 })
  other.exec('BEGIN IMMEDIATE')
  const answer = insert('a')
  const release = setTimeout(() => other.exec('ROLLBACK'), 120)
  expect(await answer).toBe('a')
  clearTimeout(release)
  other.close()
  expect([names(), database.isTransaction]).toEqual([['a'], false])
})

it('work beyond the bound of one group waits for the next and is committed too', async () => {
  const { writer, database, names } = await bench()
  const work = (name: string): Promise<string> =>
    writer.submit(() => {
      database.prepare('INSERT INTO names VALUES (?, ?)').run(name, null)
      return { keep: true, value: name }
    }, 1500)
  await Promise.all(['a', 'b', 'c'].map(work))
  expect(names()).toEqual(['a', 'b', 'c'])
})

it('the log stays bounded under constant load', async () => {
  const { writer, database } = await bench()
  let largest = 0
  for (let round = 0; round < 40; round += 1) {
    await writer.submit(() => {
      database.prepare('INSERT INTO names VALUES (?, ?)').run(`n${round}`, new Uint8Array(4_000_000))
      return { keep: true, value: round }
    })
    largest = Math.max(largest, database.walPages())
  }
  expect(largest).toBeLessThan(10_000)
})

it('after draining nothing is accepted', async () => {
  const { writer, insert, names } = await bench()
  const last = insert('last')
  await writer.drain()
  await expect(insert('late')).rejects.toBeInstanceOf(StoreUnavailable)
  expect([await last, names()]).toEqual(['last', ['last']])
})

interface Bench {
  readonly file: string
  readonly database: Database
  readonly writer: GroupWriter
  insert(name: string, keep?: boolean): Promise<string>
  names(): string[]
}

async function bench(): Promise<Bench> {
  const file = await temporaryFile()
  const database = new Database({ file, access: 'write', cacheBytes: 1024 * 1024 })
  database.exec('CREATE TABLE names (name TEXT NOT NULL PRIMARY KEY, filling BLOB) STRICT')
  const writer = groupWriter(database, {})
  onTestFinished(async () => {
    await writer.drain()
    database.close()
  })
  return {
    file,
    database,
    writer,
    insert: (name, keep = true) =>
      writer.submit(() => {
        database.prepare('INSERT INTO names VALUES (?, ?)').run(name, null)
        return { keep, value: name }
      }),
    names: () =>
      database
        .prepare<{ name: string }>('SELECT name FROM names ORDER BY name')
        .all()
        .map(({ name }) => name),
  }
}
