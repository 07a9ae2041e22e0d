import { setupServer } from 'msw/node'
import { afterEach, expect, it } from 'vitest'
import { createEntryGo } from '../client.ts'
import { operations } from '../contract/operations.ts'
import { createHandlers, exampleAnswer, type MockAnswer, type MockOverrides } from './index.ts'

const options = { baseUrl: 'https://api.example.com', apiKey: 'eg_test_1', retry: false } as const
const id = 'batch_01k9m4wk6f9g2a5d8s3j1p7y4r'
let server: ReturnType<typeof setupServer> | null = null

afterEach(() => {
  server?.close()
  server = null
})

it('a client that was made before the mock, and had failed, is answered by it', async () => {
  const client = createEntryGo(options)
  const fetch = globalThis.fetch
  globalThis.fetch = () => Promise.reject(new TypeError('fetch failed'))
  expect(await client.inspect.safe({ id })).toMatchObject({ ok: false, error: { kind: 'network' } })
  globalThis.fetch = fetch
  server = setupServer(...createHandlers())
  server.listen({ onUnhandledFrame: 'error' })
  expect(await client.inspect.safe({ id })).toMatchObject({ ok: true, data: { exportId: id } })
})

it('a client that was made after the mock is answered by it', async () => {
  server = setupServer(...createHandlers())
  server.listen({ onUnhandledFrame: 'error' })
  expect(await createEntryGo(options).inspect.safe({ id })).toMatchObject({ ok: true })
})

it('an operation that is missing or unknown does not compile', () => {
  const answer: MockAnswer = () => exampleAnswer('Inspected')
  const overrides: MockOverrides = { inspectExport: answer }
  // @ts-expect-error A typing error in the name of an operation.
  const wrong: MockOverrides = { inspectExprt: answer }
  // @ts-expect-error A table of all operations that leaves one out.
  const { getHealth: _, ...others }: Required<MockOverrides> = { ...overrides }
  // @ts-expect-error The rest is not the whole.
  const whole: Required<MockOverrides> = others
  expect([Object.keys(wrong), Object.keys(whole)]).toEqual([['inspectExprt'], ['inspectExport']])
  expect(createHandlers().length).toBe(Object.keys(operations).length)
})
