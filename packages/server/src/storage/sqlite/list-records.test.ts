import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { accountId, write } from '../conformance/fixtures.conformance.ts'
import { order, recordWrites } from '../conformance/record-fixtures.conformance.ts'
import { type Bindable, Database } from './database.ts'
import { recordLister } from './list-records.ts'
import { openSqliteStore } from './sqlite-store.ts'

let folder: string
let database: Database

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'entrygo-records-'))
  const file = join(folder, 'entrygo.sqlite')
  const store = await openSqliteStore({ file })
  await write(store, recordWrites(...['a', 'b', 'c'].map((name) => order(name))))
  await store.close()
  database = new Database({ file, access: 'read', cacheBytes: 1_000_000 })
})

afterEach(() => {
  database.close()
  rmSync(folder, { recursive: true })
})

/** The connection, which says how it goes about every statement that is run on it. */
function watched(plans: string[]): Database {
  const explain = (sql: string, values: readonly Bindable[]): void => {
    const rows = database.prepare<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`).all(...values)
    plans.push(rows.map(({ detail }) => detail).join('; '))
  }
  return new Proxy(database, {
    get: (target, name) => {
      if (name !== 'prepare') return Reflect.get(target, name)
      return (sql: string) => {
        const statement = target.prepare(sql)
        return {
          get: (...values: readonly Bindable[]) => {
            explain(sql, values)
            return statement.get(...values)
          },
          all: (...values: readonly Bindable[]) => {
            explain(sql, values)
            return statement.all(...values)
          },
        }
      }
    },
  })
}

it('a page is searched for in an index and sorted by none but that', () => {
  const plans: string[] = []
  const list = recordLister(watched(plans))
  expect(list(accountId, 'order', { before: 'ord_c', limit: 1, maxBytes: 1 }).docs).toHaveLength(1)
  expect(plans).toEqual([
    'SEARCH orders USING INDEX sqlite_autoindex_orders_2 (account_id=? AND id<?)',
    'SEARCH orders USING INDEX sqlite_autoindex_orders_2 (account_id=? AND id=?)',
  ])
})

it('an external id is searched for in an index', () => {
  const plans: string[] = []
  const list = recordLister(watched(plans))
  expect(list(accountId, 'order', { externalIds: ['b'], limit: 1, maxBytes: 1 }).docs).toHaveLength(1)
  expect(plans[0]).toBe('SEARCH orders USING INDEX sqlite_autoindex_orders_1 (account_id=? AND external_id=?)')
})
