import { junitXml, runConformance } from '@entrygo/conformance'
import { expect, it } from 'vitest'
import { startKitServer } from './kit-server.ts'

it('our server keeps every requirement, none left out', { timeout: 120_000 }, async () => {
  await using server = await startKitServer()
  const webhook = { url: 'http://127.0.0.1:4869/hook', port: 4869, host: '127.0.0.1' }
  const report = await runConformance({ baseUrl: server.url, ...server.keys, webhook, allowsExecute: true })
  const broken = report.results.filter(({ outcome }) => outcome !== 'holds')
  expect(broken.map(({ id, because, failure }) => ({ id, because, failure }))).toEqual([])
  expect(report).toMatchObject({ conforms: true, counts: { holds: report.counts.requirements, skipped: 0 } })
  const text = JSON.stringify(report) + junitXml(report)
  for (const key of Object.values(server.keys)) expect(text).not.toContain(key)
})

it('without further keys and leave to execute, what needs them is counted and not tried', {
  timeout: 60_000,
}, async () => {
  await using server = await startKitServer()
  const { apiKey } = server.keys
  const report = await runConformance({
    baseUrl: `${server.url}/api/`,
    apiKey,
    only: ['AUTH-06', 'EXEC', 'TEN-07', 'HOOK-02', 'ERR-01'],
  })
  expect(report.counts).toEqual({ requirements: 18, holds: 1, failsMust: 0, failsShould: 0, skipped: 17 })
  expect([...new Set(report.results.map(({ because }) => because))].filter(Boolean)).toEqual([
    'needs --read-api-key-file',
    'needs --allow-execute',
    'needs --webhook-url',
    'needs --other-api-key-file and --allow-execute',
  ])
  const headers = { authorization: `Bearer ${apiKey}` }
  const listed = await fetch(`${server.url}/api/exports`, { headers })
  expect(await listed.json()).toMatchObject({ data: [] })
})

it('the profile that stood before the run stands after it', { timeout: 60_000 }, async () => {
  await using server = await startKitServer()
  const { apiKey } = server.keys
  const read = async (): Promise<string> => {
    const answer = await fetch(`${server.url}/api/account/profile`, { headers: { authorization: `Bearer ${apiKey}` } })
    return await answer.text()
  }
  const before = await read()
  await runConformance({ baseUrl: server.url, apiKey, only: ['SYNC-11'] })
  expect(await read()).toBe(before)
})
