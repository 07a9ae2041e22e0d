import type { EntryGo } from '@entrygo/sdk'
import type { Export } from '@entrygo/sdk/contract'
import type { Life } from './client-life.ts'

/** What a life left on the server. */
export interface Left {
  readonly orders: number
  readonly exports: readonly Export[]
}

export async function leftBy(client: EntryGo, { externalIds, startedAt }: Life): Promise<Left> {
  const { data } = await client.orders.list({ externalId: [...externalIds] })
  const ids = new Set(data.map(({ id }) => id))
  const exports: Export[] = []
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const page = await client.exports.list({ createdAfter: startedAt, limit: 100, ...(cursor && { cursor }) })
    for (const { exportId } of page.data) {
      const found = await client.inspect({ id: exportId })
      if (found.included_order_ids.some((id) => ids.has(id))) exports.push(found)
    }
    cursor = page.next_cursor
  }
  return { orders: ids.size, exports }
}

/** What is not exactly once. */
export function faultsOf({ command, proxy, externalIds, name }: Life, { orders, exports }: Left): string[] {
  const faults: string[] = []
  const expect = (what: string, actual: number, expected: number): void => {
    if (actual !== expected) faults.push(`${name} (${command}): ${actual} ${what} instead of ${expected}`)
  }
  expect('orders', orders, externalIds.length)
  expect('exports', exports.length, command === 'sync' ? 0 : 1)
  const isExecuted = command === 'run' || command === 'execute'
  const packages = exports.filter(({ customs_package_id }) => customs_package_id !== null)
  expect('customs packages', packages.length, isExecuted ? 1 : 0)
  const submissions = exports.flatMap(({ broker_submission, previous_submissions }) => [
    ...previous_submissions,
    ...(broker_submission === null ? [] : [broker_submission]),
  ])
  expect('submissions', submissions.length, isExecuted ? 1 : 0)
  const paths = new Set(proxy.writes.map(({ path }) => path))
  for (const path of paths) {
    const keys = new Set(proxy.writes.filter((write) => write.path === path).map(({ key }) => key))
    expect(`keys for ${path}`, keys.size, 1)
  }
  return faults
}

/** Whether the command line has done on the server what it is for. */
export function isDone({ command, externalIds }: Life, { orders, exports }: Left): boolean {
  if (command === 'sync') return orders === externalIds.length
  if (command === 'plan') return exports.length > 0
  return exports.some(({ customs_package_id }) => customs_package_id !== null)
}
