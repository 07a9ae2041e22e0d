import { expect, it } from 'vitest'
import { evidenceCodes as codesOfTables } from '../../packages/cli/src/render/facts/attempt-words.ts'
import { evidenceCodes as codesOfErrors } from '../../packages/server/src/domain/delivery/evidence.ts'
import { isTest, typeScriptSources } from './sources.ts'

// The server says in a sentence what it saw, the tables of the CLI in the words of a cell: two texts for one set of codes.
it('server and CLI have words for the same evidence', () => {
  expect([...codesOfTables].sort()).toEqual([...codesOfErrors].sort())
})

it('every evidence that the server writes has words', () => {
  const written = typeScriptSources()
    .filter(
      ({ path }) => /^packages\/server\/src\/(operations|transports|domain\/delivery)\//.test(path) && !isTest(path),
    )
    .flatMap(({ text }) => [...text.matchAll(/\bevidence: '([a-z_]+)'/g)].map(([, code = '']) => code))
  expect(new Set(written).size).toBeGreaterThan(10)
  expect(written.filter((code) => !codesOfErrors.includes(code))).toEqual([])
})
