import { expect, it } from 'vitest'
import { exportedNames, pageWithExports } from '../../tools/docs/sdk-exports.ts'
import { readSource } from '../repo/sources.ts'

const read = (path: string): string => readSource(`packages/sdk/src/${path}`).text

it('the page of the SDK shows every exported name with what its comment says', () => {
  const { text } = readSource('docs/api/sdk.md')
  const remedy = 'run node --conditions=entrygo-src tools/docs/write-sdk-exports.ts'
  expect(text === pageWithExports(text, read) ? [] : [remedy]).toEqual([])
})

it('no exported value is left out', async () => {
  const sdk = await import('@entrygo/sdk')
  const names = exportedNames('index.ts', read).map(({ name }) => name)
  expect(Object.keys(sdk).filter((name) => !names.includes(name))).toEqual([])
})
