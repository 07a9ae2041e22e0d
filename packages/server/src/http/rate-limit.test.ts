import { expect, it } from 'vitest'
import { openTestApp } from '../testing/test-app.ts'

const rate = { requests: 3, windowSeconds: 60 }

it('each key has its own quota, told in every answer', async () => {
  const test = await openTestApp({ rate })
  const first = await test.call('getHealth')
  expect(first.headers.get('ratelimit')).toBe('"default";r=2;t=60')
  expect(first.headers.get('ratelimit-policy')).toBe('"default";q=3;w=60')
  await test.call('getHealth')
  await test.call('getHealth')
  const over = await test.call('getHealth')
  expect([over.status, over.json['errorCode'], over.json['retryable']]).toEqual([429, 'RATE_LIMITED', true])
  expect(over.headers.get('ratelimit')).toMatch(/^"default";r=0;t=(?:60|59)$/)
  expect(Number(over.headers.get('retry-after'))).toBeGreaterThan(55)
  const other = await test.call('getHealth', { apiKey: await test.addKey('acc_other') })
  expect(other.status).toBe(200)
  await test.close()
})

it('without a good key the address is limited, and a good key still works', async () => {
  const test = await openTestApp({ rate })
  const statuses: number[] = []
  for (let index = 0; index < 4; index += 1) statuses.push((await test.call('getHealth', { apiKey: 'bad' })).status)
  expect(statuses).toEqual([401, 401, 401, 429])
  expect((await test.app.request('/docs')).status).toBe(429)
  expect((await test.app.request('/nowhere')).status).toBe(429)
  expect((await test.call('getHealth')).status).toBe(200)
  expect((await test.call('getLiveness', { apiKey: null })).status).toBe(200)
  await test.close()
})

it('refusals count and carry the quota too', async () => {
  const test = await openTestApp({ rate })
  const refused = await test.call('inspectExport', { path: { id: 'batch_unknown' } })
  expect([refused.status, refused.headers.get('ratelimit')]).toEqual([404, '"default";r=2;t=60'])
  await test.close()
})
