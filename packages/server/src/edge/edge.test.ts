import { expect, it } from 'vitest'
import type { Store } from '../ports.ts'
import { apiKeyPrefix, apiKeySha256, isWellFormedApiKey, newApiKey } from './api-key.ts'
import { systemIds } from './ids.ts'
import { openLog } from './log.ts'
import { meteredStore } from './metered-store.ts'

it('ids have their prefix, 26 characters of Crockford base 32, and the order of their time', () => {
  let now = Date.UTC(2026, 10, 21)
  const ids = systemIds({ now: () => now })
  const first = ids.next('acc')
  now += 1
  const second = ids.next('acc')
  expect(first).toMatch(/^acc_01[0-9a-hjkmnp-tv-z]{24}$/)
  expect(first < second).toBe(true)
  expect(new Set(Array.from({ length: 10_000 }, () => ids.next('x'))).size).toBe(10_000)
})

it('the time of an id reads back', () => {
  const [, time = ''] = /^x_(.{10})/.exec(systemIds({ now: () => 1_795_219_200_123 }).next('x')) ?? []
  const value = [...time].reduce((sum, one) => sum * 32 + '0123456789abcdefghjkmnpqrstvwxyz'.indexOf(one), 0)
  expect(value).toBe(1_795_219_200_123)
})

it('a fraction lies in [0, 1)', () => {
  const { fraction } = systemIds({ now: () => 0 })
  const drawn = Array.from({ length: 1_000 }, () => fraction())
  expect(Math.min(...drawn)).toBeGreaterThanOrEqual(0)
  expect(Math.max(...drawn)).toBeLessThan(1)
})

it('a secret is base64 of 32 bytes, another one each time', () => {
  const { secret } = systemIds({ now: () => 0 })
  expect(Buffer.from(secret(), 'base64')).toHaveLength(32)
  expect(secret()).not.toBe(secret())
})

it('a key has its mode, 36 characters and a checksum that notices every changed character', () => {
  const key = newApiKey('live')
  expect(key).toMatch(/^eg_live_[0-9A-Za-z]{36}$/)
  expect(isWellFormedApiKey(key)).toBe(true)
  for (let index = 8; index < key.length; index += 1) {
    const other = key[index] === 'x' ? 'y' : 'x'
    expect(isWellFormedApiKey(key.slice(0, index) + other + key.slice(index + 1))).toBe(false)
  }
})

it('a known key has its checksum, hash and prefix', () => {
  const key = 'eg_test_000000000000000000000000000000'
  expect(isWellFormedApiKey(`${key}2hmVy7`)).toBe(false)
  expect(apiKeySha256('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
  expect(apiKeyPrefix('eg_test_abcdefghij')).toBe('eg_test_abcdef')
})

it('a log line is JSON, leaves secrets out and escapes what could steer a terminal', () => {
  const lines: string[] = []
  const log = openLog({ level: 'info', stream: { write: (line: string) => lines.push(line) } })
  log.info({ apiKey: 'eg_test_secret', nested: { secret: 'whsec' }, name: 'a\u001b[31m\u009b\u202e' }, 'stored')
  expect(lines).toHaveLength(1)
  for (const hidden of ['eg_test_secret', 'whsec', '\u001b', '\u009b', '\u202e']) expect(lines[0]).not.toContain(hidden)
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({
    level: 'info',
    apiKey: '[secret]',
    nested: { secret: '[secret]' },
    name: 'a\u001b[31m\u009b\u202e',
    msg: 'stored',
  })
})

it('an exception is logged with its name and stack', () => {
  const lines: string[] = []
  openLog({ level: 'info', stream: { write: (line: string) => lines.push(line) } }).error(
    { error: new TypeError('no') },
    'x',
  )
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({ error: { name: 'TypeError', message: 'no' } })
})

it('changes that are acknowledged together count as one commit', async () => {
  const groups: number[] = []
  const commit = async (): Promise<{ outcome: 'committed' }> => ({ outcome: 'committed' })
  const store = meteredStore<Store>({ commit } as never, { countCommit: (changes) => groups.push(changes) })
  const change = {} as never
  await Promise.all([store.commit(change), store.commit(change), store.commit(change)])
  await new Promise((resolve) => setImmediate(resolve))
  await store.commit(change)
  await new Promise((resolve) => setImmediate(resolve))
  expect(groups).toEqual([3, 1])
})
