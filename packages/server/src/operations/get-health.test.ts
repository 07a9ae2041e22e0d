import { readFileSync } from 'node:fs'
import { contractDocument } from '@entrygo/sdk/contract/document'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { contractMajorVersion } from '../domain/fingerprint.ts'
import { testAccountId } from '../testing/builders.ts'
import { aCaller } from '../testing/fakes.ts'
import { bodyOf, openWorkbench, type Workbench } from '../testing/workbench.ts'
import { contractVersion, serverVersion } from './get-health.ts'
import { operations } from './operations.ts'

let bench: Workbench

beforeEach(async () => {
  bench = await openWorkbench()
})

afterEach(() => bench.close())

it('says who serves, under which rules, and whom', async () => {
  const caller = { ...aCaller(), scopes: ['plan', 'read'] as const }
  expect(bodyOf(await operations.getHealth({}, caller, bench.ports))).toEqual({
    status: 'ok',
    service: 'entrygo-server',
    version: serverVersion,
    contractVersion,
    rulePack: 'us-2026.10',
    accountId: testAccountId,
    scopes: ['plan', 'read'],
  })
})

it('the versions are those of the package and of the contract', () => {
  const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'))
  expect(serverVersion).toBe(version)
  expect(contractDocument['info']).toMatchObject({ version: contractVersion })
  expect(contractVersion.split('.')[0]).toBe(String(contractMajorVersion))
})
