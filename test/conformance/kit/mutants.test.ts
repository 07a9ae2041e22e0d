import { requirements, runConformance } from '@entrygo/conformance'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type KitServer, startKitServer } from './kit-server.ts'
import { startMutantProxy } from './mutant-proxy.ts'
import { mutants } from './mutants.ts'

let server: KitServer

beforeAll(async () => {
  server = await startKitServer()
})

afterAll(async () => {
  await server[Symbol.asyncDispose]()
})

/** A defect of each kind; lane conformance-mutants tries all of them. */
const quick = mutants.filter(({ name }) =>
  [
    'scopes are not looked at',
    'idempotency keys are dropped',
    'a replay lacks its header',
    'the answer of a sync is sorted',
    'values are computed in binary floating point',
    'a page repeats the last row of the page before',
    'unknown is READY',
    'planHash is that of something else, everywhere the same',
    'an approval survives another hash',
    'a second execute makes a second package',
    'one byte of an artifact is altered',
    'events have a gap',
    'an event is lost, and those after it count on',
    'records of another account are shown by their id',
    'bad input is a 500',
    'refusals carry a stack trace',
    'unknown properties are accepted',
  ].includes(name),
)

it('the slice has all its defects', () => {
  expect(quick).toHaveLength(17)
})

it('every defect names a requirement that there is, and has a name of its own', () => {
  const ids = new Set(requirements.map(({ id }) => id))
  expect(mutants.filter(({ caughtBy }) => !ids.has(caughtBy))).toEqual([])
  expect(new Set(mutants.map(({ name }) => name)).size).toBe(mutants.length)
})

it.each(quick)('$caughtBy notices that $name', async (mutant) => {
  await using proxy = await startMutantProxy(server, mutant)
  const only = [mutant.caughtBy]
  const report = await runConformance({ baseUrl: proxy.url, ...server.keys, allowsExecute: true, only })
  expect(report).toMatchObject({ conforms: false, counts: { failsMust: 1 } })
  expect(report.results[0]?.failure?.expected).not.toBe('an answer')
})
