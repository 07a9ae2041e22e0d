import { accountId, change } from '../conformance/fixtures.conformance.ts'
import { order, orderDoc, recordWrites } from '../conformance/record-fixtures.conformance.ts'
import { openSqliteStore } from './sqlite-store.ts'

// Run as a process of its own, under a bound on the size of files: it prints each order that was committed, and in the
// end what the store said when it could not write.
const [file = ''] = process.argv.slice(2)
const store = await openSqliteStore({ file })

async function commit(name: string): Promise<string | null> {
  const doc = { ...orderDoc(name), metadata: { filling: 'x'.repeat(20_000) } }
  try {
    await store.commit(change(recordWrites(order(name, { doc }))))
    return null
  } catch (error) {
    return error instanceof Error ? error.name : String(error)
  }
}

let number = 1
let refusal = await commit(`o${number}`)
while (refusal === null && number < 1000) {
  process.stdout.write(`o${number}\n`)
  number += 1
  refusal = await commit(`o${number}`)
}
const next = await commit('after')
const readable = (await store.loadByExternalId(accountId, 'order', ['o1'])).size === 1
process.stdout.write(`${JSON.stringify({ refusal, next, check: await store.check(), readable })}\n`)
