import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'
import { exampleNamed } from './testing/index.ts'
import { retryTable } from './transport/retry-table.ts'
import { json, startScriptedServer } from './transport/scripted-server.conformance.ts'

const packageFolder = new URL('../', import.meta.url)

it('the retry table of the documentation is the table of the code', () => {
  const page = readFileSync(new URL('../../docs/api/sdk.md', packageFolder), 'utf8')
  const rows = [...page.matchAll(/^\| `([A-Z_]+)` \| (never|backoff|wait) \|$/gm)].map(([, code, rule]) => [code, rule])
  expect(Object.fromEntries(rows)).toEqual(retryTable)
})

it('the quickstart of the README runs as it is printed', async () => {
  const readme = readFileSync(new URL('README.md', packageFolder), 'utf8')
  const [, quickstart = ''] = /```ts\n([\s\S]*?)```/.exec(readme) ?? []
  expect(quickstart.trimEnd().split('\n').length).toBeLessThanOrEqual(20)
  await using server = await startScriptedServer(
    json(exampleNamed('OrdersSynced')),
    json(exampleNamed('PlanReady'), 201),
    json(exampleNamed('Executed'), 201),
    json(exampleNamed('Inspected')),
  )
  const run = promisify(execFile)(
    process.execPath,
    ['--conditions=entrygo-src', '--input-type=module-typescript', '--eval', quickstart],
    {
      cwd: packageFolder,
      env: { ENTRYGO_BASE_URL: `${server.url}/api`, ENTRYGO_API_KEY: 'eg_test_1', ENTRYGO_ACCOUNT_ID: 'acc_1' },
    },
  )
  const { stdout } = await run
  expect(stdout).toMatch(/^READY sha256:[0-9a-f]{64}\n/)
  expect(stdout).toMatch(/completed sent\n$/)
  expect(server.requests.map(({ method, url }) => `${method} ${url.replace(/batch_\w+/, '{id}')}`)).toEqual([
    'POST /api/orders/sync',
    'POST /api/exports/plan',
    'POST /api/exports/execute',
    'GET /api/exports/{id}',
  ])
})
