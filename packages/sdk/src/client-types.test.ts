import { expect, expectTypeOf, it } from 'vitest'
import type { CallMeta } from './call.ts'
import { createEntryGo } from './client.ts'
import type { ExportPlan, Health, OrdersSyncRequest, OrdersSyncResponse } from './contract/index.ts'

it('arguments and answers have the types of the contract', () => {
  const client = createEntryGo({ baseUrl: 'https://api.example.com', apiKey: 'eg_test_1' })
  expectTypeOf(client.orders.sync).returns.resolves.toEqualTypeOf<OrdersSyncResponse>()
  expectTypeOf(client.orders.sync).parameter(0).toExtend<Omit<OrdersSyncRequest, 'accountId'>>()
  expectTypeOf(client.plan).returns.resolves.toEqualTypeOf<ExportPlan>()
  expectTypeOf(client.system.health).returns.resolves.toEqualTypeOf<Health>()
  expectTypeOf(client.system.health.withMeta).returns.resolves.toEqualTypeOf<{
    readonly data: Health
    readonly meta: CallMeta
  }>()
  expectTypeOf(client.exports.list).toBeCallableWith()
  expectTypeOf(client.exports.list).toBeCallableWith({ state: 'blocked' })
  // @ts-expect-error An unknown property is refused by the compiler, as by the server.
  const wrong = (): Promise<unknown> => client.execute({ batchId: 'batch_1', dryRun: true })
  expect(wrong).toBeTypeOf('function')
})
