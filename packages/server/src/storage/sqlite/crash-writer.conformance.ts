import { accountId, at, reply } from '../conformance/fixtures.conformance.ts'
import { order, recordWrites } from '../conformance/record-fixtures.conformance.ts'
import { openSqliteStore } from './sqlite-store.ts'

// Run as a process of its own: node crash-writer.conformance.ts <file> <prefix>. It writes until it is killed.
const [file = '', prefix = ''] = process.argv.slice(2)
const store = await openSqliteStore({ file, serverLock: false })
let number = 0

async function writeWithoutEnd(): Promise<void> {
  for (;;) {
    number += 1
    const mine = number
    const name = `${prefix}${mine}`
    const { outcome } = await store.commit({
      accountId,
      at,
      reply: reply(name),
      expect: [],
      writes: recordWrites(order(name)),
    })
    if (outcome !== 'committed') throw new Error(`${name} is ${outcome}`)
    process.stdout.write(`${mine}\n`)
  }
}

await Promise.all(Array.from({ length: 8 }, writeWithoutEnd))
