import { readyOrder } from './ready-records.ts'
import type { Answer, TestApp } from './test-app.ts'

export const refusedKey = 'key-of-a-refused-request'
const refusedId = 'REFUSED-1'

/** The body of an order sync with one order; fields of the order and of its line are replaced as given. */
export function orderSync(test: TestApp, productId: string, given: { order?: object; line?: object } = {}): object {
  const base = readyOrder(productId, refusedId)
  const items = [{ ...base.items[0], ...given.line }]
  return { accountId: test.accountId, items: [{ ...base, items, ...given.order }] }
}

/** Sends a body to the order sync under a key, and throws when anything was stored although it was refused. */
export async function sendRefused(test: TestApp, body: unknown): Promise<Answer> {
  const answer = await test.call('syncOrders', { body, headers: { 'idempotency-key': refusedKey } })
  const reply = await test.store.findReply(test.accountId, refusedKey)
  const kept = await test.store.loadByExternalId(test.accountId, 'order', [refusedId])
  if (answer.status < 400 || reply !== null || kept.size > 0) {
    throw new Error(`not refused, or stored although refused: ${answer.status} ${answer.text}`)
  }
  return answer
}

export function issuesOf({ json }: Answer): { path: string; code: string; message: string }[] {
  const details = Object(json['details'])
  return Array.isArray(details.issues) ? details.issues : []
}
