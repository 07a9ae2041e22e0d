import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { productFacts } from '../../packages/server/src/domain/rules/facts.ts'
import { type RulePack, resolveRules } from '../../packages/server/src/domain/rules/rule-pack.ts'
import { loadRulePack, shippedRulePackFolder } from '../../packages/server/src/rule-pack-files.ts'
import { composeChangelog } from '../../tools/rule-pack/changelog/compose-changelog.ts'
import { blocksOf } from '../docs/pages.ts'
import { readSource } from '../repo/sources.ts'

const page = 'docs/concepts/rule-packs.md'
const blocks = blocksOf(page)
let folder = ''
let changed: RulePack

function blockFor(file: string): string {
  const block = blocks.find(({ marks }) => marks[0] === file)
  if (block === undefined) throw new Error(`${page} has no block for ${file}`)
  return block.text
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'entrygo-page-'))
  cpSync(shippedRulePackFolder, folder, { recursive: true })
  const path = (file: string): string => join(folder, file)
  writeFileSync(path('pack.json'), readFileSync(path('pack.json'), 'utf8').replace('"2026.10"', '"2026.12"'))
  const measure = JSON.parse(readFileSync(path('trade/30-wood.json'), 'utf8'))
  const records: readonly { readonly id: string }[] = JSON.parse(blockFor('trade/30-wood.json'))
  const corrected = measure.headings.findIndex(({ id }: { readonly id: string }) => id === records[0]?.id)
  measure.headings.splice(corrected + 1, 0, ...records)
  writeFileSync(path('trade/30-wood.json'), JSON.stringify(measure))
  appendFileSync(path('lists/section-232-other.csv'), blockFor('lists/section-232-other.csv'))
  changed = loadRulePack(folder)
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

it('the change of law on the page has the changelog that the page shows', () => {
  expect(composeChangelog(loadRulePack(), changed)).toBe(blockFor('changelog'))
})

it.each([
  ['4407110042', '2027-02-28', 'The duty provided in the applicable subheading + 10%'],
  ['4407110042', '2027-03-01', 'The duty provided in the applicable subheading + 15%'],
  ['4407910022', '2027-02-28', undefined],
  ['4407910022', '2027-03-01', 'The duty provided in the applicable subheading + 15%'],
])('it reaches %s entered on %s', (htsCode, day, rate) => {
  const { law } = resolveRules(changed, day)
  const goods = productFacts(law, 'prod_1', {
    description: 'sawn wood',
    htsCode,
    countryOfOrigin: 'CA',
  })
  const wood = goods.treatment().tradeActions.find(({ treatment }) => treatment.program === 'SECTION_232_WOOD')
  expect(wood?.treatment.rate).toBe(rate)
})

it('the shipped row on the page is one of the shipped list', () => {
  const [example] = blocks.filter(({ language, marks }) => language === 'csv' && marks.length === 0)
  const rows = readFileSync(join(shippedRulePackFolder, 'lists/section-232-other.csv'), 'utf8').split('\n')
  const lines = example?.text.trimEnd().split('\n') ?? []
  expect(lines).toHaveLength(2)
  expect(rows).toEqual(expect.arrayContaining(lines))
})

it('the scripts that the page runs exist', () => {
  const { scripts } = JSON.parse(readSource('package.json').text)
  const named = blocks.flatMap(({ text }) => [...text.matchAll(/pnpm run (\S+)/g)].map(([, name = '']) => name))
  expect(named).toEqual(['rule-pack:check', 'rule-pack:changelog'])
  expect(named.filter((name) => scripts[name] === undefined)).toEqual([])
})
