import { createServer } from 'node:http'
import { expect, it } from 'vitest'
import { openApi } from './api.ts'

it('a server that asks each request to wait is waited for no longer than all waits may take', async () => {
  let asked = 0
  const server = createServer((_, response) => {
    asked += 1
    // Every second answer is a good one, so that no single request waits in vain.
    response.writeHead(asked % 2 === 0 ? 200 : 429, { 'retry-after': '0.05' }).end('{}')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const api = openApi({
    root: `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`,
    ...{ apiKey: 'eg_test_1', accountId: 'acc_1', timeoutMs: 5000, mostWaitMs: 120, remember: () => {} },
    signal: new AbortController().signal,
  })
  const statuses: number[] = []
  for (let call = 0; call < 4; call += 1) statuses.push((await api.call('getHealth')).status)
  server.close()
  expect(statuses).toEqual([200, 200, 429, 200])
  expect(asked).toBe(6)
})
