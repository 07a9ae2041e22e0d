import { writeSync } from 'node:fs'
import { openSqliteStore } from '../../../packages/server/src/storage/sqlite/sqlite-store.ts'

// Run as a process of its own: keyed-writer.ts <file> <writes>. The store alone; a word after each write that it says is
// done, also where it says that it was done before.
const [file = '', writes = '0'] = process.argv.slice(2)
const store = await openSqliteStore({ file })
for (let number = 1; number <= Number(writes); number += 1) {
  const key = `key-${number}`
  const body = new TextEncoder().encode(`{"answer":${number}}`)
  const { outcome } = await store.commit({
    ...{ accountId: 'acc_lane', at: 0, expect: [], writes: [] },
    reply: {
      ...{ key, fingerprint: 'f'.repeat(64), operation: 'syncOrders', status: 200, contentType: 'application/json' },
      ...{ body, resourceId: null, createdAt: 0, expiresAt: 1 },
    },
  })
  if (outcome !== 'committed' && outcome !== 'keyTaken') throw new Error(`${key} is ${outcome}`)
  writeSync(1, `acknowledged ${number} ${outcome}\n`)
}
// Killed, as servers are: closing would sync.
process.kill(process.pid, 'SIGKILL')
