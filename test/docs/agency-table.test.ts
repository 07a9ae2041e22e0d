import { expect, it } from 'vitest'
import { loadRulePack } from '../../packages/server/src/rule-pack-files.ts'
import { pageWithAgencies } from '../../tools/docs/agency-table.ts'
import { readSource } from '../repo/sources.ts'

it('the page about partner agencies shows the programs of the shipped pack', () => {
  const { text } = readSource('docs/concepts/pga.md')
  const remedy = 'run node --conditions=entrygo-src tools/docs/write-rule-table.ts'
  expect(text === pageWithAgencies(text, loadRulePack()) ? [] : [remedy]).toEqual([])
})
