import { cpSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { RulePackError, type RulePackProblem } from './domain/rules/rule-pack-error.ts'
import { loadRulePack, shippedRulePackFolder } from './rule-pack-files.ts'

let root = ''

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'entrygo-pack-'))
})

afterAll(() => rmSync(root, { recursive: true, force: true }))

/** A copy of the shipped pack, by the path of a file in it. */
function copyOfPack(): (file: string) => string {
  const folder = mkdtempSync(join(root, 'copy-'))
  cpSync(shippedRulePackFolder, folder, { recursive: true })
  return (file) => join(folder, file)
}

function problemsOf(folder: string): readonly RulePackProblem[] {
  try {
    loadRulePack(folder)
  } catch (error) {
    if (error instanceof RulePackError) return error.problems
    throw error
  }
  return []
}

it('a pack in another folder is the same pack', () => {
  expect(loadRulePack(copyOfPack()('')).digest).toBe(loadRulePack().digest)
})

it('hidden files do not count', () => {
  const at = copyOfPack()
  mkdirSync(at('.git'))
  writeFileSync(at('.git/config'), '')
  writeFileSync(at('lists/.swap.csv'), 'nothing')
  expect(loadRulePack(at('')).digest).toBe(loadRulePack().digest)
})

it('a list may stand plain or packed, and not both', () => {
  const at = copyOfPack()
  const packed = 'lists/section-301-china.csv.gz'
  const plain = 'lists/section-301-china.csv'
  writeFileSync(at(plain), gunzipSync(readFileSync(at(packed))))
  expect(problemsOf(at(''))).toEqual([{ file: plain, reason: 'stands both plain and with .gz' }])
  renameSync(at(packed), at('.kept.gz'))
  expect(loadRulePack(at('')).lists.names.has('301:4A')).toBe(true)
})

it('a packed file that is broken is named', () => {
  const at = copyOfPack()
  writeFileSync(at('hts/lines.csv.gz'), 'not packed')
  expect(problemsOf(at(''))).toEqual([
    { file: 'hts/lines.csv.gz', reason: expect.stringContaining('cannot be unpacked: ') },
  ])
})

it('a row of a packed list is named by its line', () => {
  const at = copyOfPack()
  const file = 'lists/section-301-china.csv.gz'
  const lines = gunzipSync(readFileSync(at(file)))
    .toString()
    .split('\n')
  lines[2] = `${lines[2]},more`
  writeFileSync(at(file), gzipSync(lines.join('\n')))
  expect(problemsOf(at(''))).toEqual([
    { file: 'lists/section-301-china.csv', line: 3, at: '301:1', reason: 'has 10 cells instead of 9' },
  ])
})
