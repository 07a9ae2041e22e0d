import { EntryGoError, OutcomeUnknownError } from '@entrygo/sdk'
import { expect, it } from 'vitest'
import { createPendingKeys, keyOf } from './pending-keys.ts'

function counted(): () => string {
  let count = 0
  return () => {
    count += 1
    return `k${count}`
  }
}

const unknown = new OutcomeUnknownError({ message: 'No answer came.' })
const refused = new EntryGoError({ kind: 'api', code: 'VALIDATION_ERROR', message: 'No.' })

it('a write that ended is forgotten, and the same arguments may be sent again', async () => {
  const keys = createPendingKeys(counted())
  const write = { tool: 'entrygo_plan', args: { orderIds: ['ord_1'] } }
  expect(await keys.run(write, async (key) => key)).toBe('k1')
  expect(await keys.run(write, async (key) => key)).toBe('k2')
  await expect(keys.run(write, () => Promise.reject(refused))).rejects.toBe(refused)
  expect(await keys.run(write, async (key) => key)).toBe('k4')
})

it('a write whose outcome is not known keeps its key until it has one, in any order of the members', async () => {
  const keys = createPendingKeys(counted())
  const args = { orderIds: ['ord_1'], asOf: '2026-11-21' }
  await expect(keys.run({ tool: 't', args }, () => Promise.reject(unknown))).rejects.toBe(unknown)
  const again = { asOf: '2026-11-21', orderIds: ['ord_1'] }
  await expect(keys.run({ tool: 't', args: again }, () => Promise.reject(unknown))).rejects.toBe(unknown)
  expect(await keys.run({ tool: 'other', args }, async (key) => key)).toBe('k2')
  expect(await keys.run({ tool: 't', args }, async (key) => key)).toBe('k1')
  expect(await keys.run({ tool: 't', args }, async (key) => key)).toBe('k3')
})

it('a write that was overtaken by another of its tool is a new one when it is asked for again', async () => {
  const keys = createPendingKeys(counted())
  const first = { tool: 'entrygo_sync_orders', args: { quantity: 1 } }
  await expect(keys.run(first, () => Promise.reject(unknown))).rejects.toBe(unknown)
  const elsewhere = { tool: 'entrygo_plan', args: {} }
  expect(await keys.run(elsewhere, async (key) => key)).toBe('k2')
  expect(await keys.run({ ...first, args: { quantity: 2 } }, async (key) => key)).toBe('k3')
  expect(await keys.run(first, async (key) => key)).toBe('k4')
})

it('two of the same at once have one key', async () => {
  const keys = createPendingKeys(counted())
  const write = { tool: 't', args: {} }
  expect(await Promise.all([keys.run(write, async (key) => key), keys.run(write, async (key) => key)])).toEqual([
    'k1',
    'k1',
  ])
})

it('remembers at most 1,000', async () => {
  const keys = createPendingKeys(counted())
  const fail = (args: number) => keys.run({ tool: 't', args }, () => Promise.reject(unknown)).catch(() => {})
  for (let args = 0; args < 1001; args += 1) await fail(args)
  expect(await keys.run({ tool: 't', args: 1 }, async (key) => key)).toBe('k2')
  expect(await keys.run({ tool: 't', args: 0 }, async (key) => key)).toBe('k1002')
})

it('text with a lone surrogate has an identity as well', async () => {
  expect(keyOf({ name: '\ud800' })).toMatch(/^mcp_[0-9a-f]{64}$/)
  expect(keyOf({ a: 1, b: 2 })).toBe(keyOf({ b: 2, a: 1 }))
})
