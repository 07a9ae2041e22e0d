import { expect, it } from 'vitest'
import { loadRulePack } from '../../packages/server/src/rule-pack-files.ts'
import { pageWithRules } from '../../tools/docs/rule-table.ts'
import { readSource } from '../repo/sources.ts'

it('the page about readiness shows the rules of the shipped pack', () => {
  const { text } = readSource('docs/concepts/readiness.md')
  const remedy = 'run node --conditions=entrygo-src tools/docs/write-rule-table.ts'
  expect(text === pageWithRules(text, loadRulePack()) ? [] : [remedy]).toEqual([])
})
