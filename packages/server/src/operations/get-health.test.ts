import { readFileSync } from 'node:fs'
import { contractDocument } from '@entrygo/sdk/contract/document'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { contractMajorVersion } from '../domain/fingerprint.ts'
import { screenParties } from '../domain/screening/screen-parties.ts'
import type { ListEntry } from '../domain/screening/screening-list.ts'
import { testAccountId } from '../testing/builders.ts'
import { aCaller } from '../testing/fakes.ts'
import { bodyOf, openWorkbench, type Workbench } from '../testing/workbench.ts'
import { contractVersion, serverVersion } from './get-health.ts'
import { operations } from './operations.ts'

const nobody: ListEntry = {
  ...{ id: '1', source: null, name: 'Example Sanctioned Trading Co.', aliases: [] },
  ...{ programs: [], countries: [], identifiers: [], addresses: [] },
}

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
    screeningLists: [],
  })
})

it('names the screening lists that are loaded, with their day and who says it', async () => {
  const list = { title: 'OFAC SDN list', file: 'sdn.csv', purpose: 'restricted parties', date: '2026-11-20' } as const
  const other = { ...list, title: 'UFLPA Entity List', file: 'uflpa.csv', date: '2026-11-02' } as const
  const screening = screenParties([
    { ...list, datedBy: 'lists.json', entries: [nobody, { ...nobody, id: '2' }] },
    { ...other, datedBy: 'the file', entries: [nobody] },
  ])
  expect(bodyOf(await operations.getHealth({}, aCaller(), { ...bench.ports, screening })).screeningLists).toEqual([
    { name: 'OFAC SDN list', date: '2026-11-20', dateSource: 'operator', entries: 2 },
    { name: 'UFLPA Entity List', date: '2026-11-02', dateSource: 'file', entries: 1 },
  ])
})

it('the versions are those of the package and of the contract', () => {
  const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'))
  expect(serverVersion).toBe(version)
  expect(contractDocument['info']).toMatchObject({ version: contractVersion })
  expect(contractVersion.split('.')[0]).toBe(String(contractMajorVersion))
})
