import { expect, it } from 'vitest'
import { readRulePackFiles, shippedRulePackFolder } from '../../packages/server/src/rule-pack-files.ts'
import { rawFiles } from '../../tools/rule-pack/raw-files.ts'

const files = readRulePackFiles(shippedRulePackFolder)
const sources = new TextDecoder().decode(files.get('SOURCES.md'))

it('SOURCES.md names every file of the pack', () => {
  const named = (file: string): boolean =>
    sources.includes(`\`${file}\``) || sources.includes(`\`${file.slice(0, file.lastIndexOf('/'))}/*.json\``)
  expect([...files.keys()].filter((file) => file !== 'SOURCES.md' && !named(file))).toEqual([])
})

it('SOURCES.md names no file that the pack does not have', () => {
  const named = [...sources.matchAll(/`((?:hts|lists|ref)\/[^`]+\.csv(?:\.gz)?)`/g)].map(([, file = '']) => file)
  expect(named.filter((file) => !files.has(file))).toEqual([])
})

it('SOURCES.md states the hash of every raw file that the build takes', () => {
  const lacking = Object.values(rawFiles).filter(({ sha256 }) => !sources.includes(`\`${sha256}\``))
  expect(lacking).toEqual([])
})
