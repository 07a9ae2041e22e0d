import { requirements, runConformance } from '@entrygo/conformance'
import { expect, it } from 'vitest'
import { startKitServer } from './kit-server.ts'
import { startMutantProxy } from './mutant-proxy.ts'

it('a server that falls silent ends the run after three requirements without an answer', {
  timeout: 30_000,
}, async () => {
  await using server = await startKitServer()
  let isSilent = false
  await using proxy = await startMutantProxy(server, {
    ...{ name: 'falls silent', caughtBy: 'AUTH-04' },
    make: () => (asked, forward) => (isSilent ? new Promise<never>(() => {}) : forward(asked)),
  })
  const { apiKey } = server.keys
  const report = await runConformance({
    ...{ baseUrl: proxy.url, apiKey, requestTimeoutMs: 500 },
    onResult: ({ id }) => {
      isSilent ||= id === 'AUTH-03'
    },
  })
  const failed = report.results.filter(({ outcome }) => outcome === 'fails').map(({ id }) => id)
  expect(failed).toEqual(['AUTH-04', 'AUTH-05', 'SYNC-01'])
  const last = report.results.at(-1)
  expect(last).toMatchObject({ outcome: 'skipped', because: `the server answered nothing to ${failed.join(', ')}` })
  expect(report).toMatchObject({
    ...{ conforms: false, stopped: `The server answered nothing to ${failed.join(', ')}.` },
    counts: { requirements: requirements.length },
  })
  expect(report.durationMs).toBeLessThan(8000)
})
