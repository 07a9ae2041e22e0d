import { describe, expect, it } from 'vitest'
import { readRulePackFiles, rulePackTexts, shippedRulePackFolder } from '../../rule-pack-files.ts'
import { readRulePack } from './read-rule-pack.ts'
import { RulePackError, type RulePackProblem } from './rule-pack-error.ts'

const texts = rulePackTexts(readRulePackFiles(shippedRulePackFolder))

/** Problems of the shipped pack with other files; undefined takes a file away. */
function problemsWith(files: Readonly<Record<string, string | undefined>>): readonly RulePackProblem[] {
  const changed = new Map(texts)
  for (const [file, text] of Object.entries(files)) {
    if (text === undefined) changed.delete(file)
    else changed.set(file, text)
  }
  try {
    readRulePack({ texts: changed, digest: 'sha256:test' })
  } catch (error) {
    if (error instanceof RulePackError) return error.problems
    throw error
  }
  return []
}

const rule = {
  id: 'DATA-02',
  variant: null,
  group: 'DATA',
  scope: 'product',
  severity: 'REVIEW',
  predicate: 'onLists',
  args: { lists: ['37(b)'] },
  message: { NOTICE: 'On the list {lists}.' },
  fix: { field: 'htsCode', example: '4407110042', who: 'owner' },
  flags: [],
  citation: 'a law',
  confidence: 'M',
  effectiveFrom: null,
  effectiveTo: null,
  recordedAt: '2026-11-21',
}

function problemsOfRules(...rules: readonly unknown[]): readonly RulePackProblem[] {
  return problemsWith({ 'rules/test.json': `[\n${rules.map((record) => JSON.stringify(record)).join(',\n')}\n]\n` })
}

const heading = {
  id: 'test-1',
  ruleId: 'DATA-02',
  heading: '9903.76.01',
  rate: '+10%',
  basis: 'fullValue',
  status: 'applies',
  when: [],
  why: 'It is on the list.',
  citation: 'a law',
  confidence: 'M',
  effectiveFrom: null,
  effectiveTo: null,
  recordedAt: '2026-11-21',
}

function problemsOfMeasure(lists: readonly string[], ...headings: readonly unknown[]): readonly RulePackProblem[] {
  const records = headings.map((record) => JSON.stringify(record)).join(',\n')
  const text = `{"program": "SECTION_232_WOOD", "open": "one", "lists": ${JSON.stringify(lists)}, "headings": [\n${records}\n]}`
  return problemsWith({ 'trade/99-test.json': text })
}

describe('a rule is refused on its line', () => {
  it('only when something is wrong with it', () => {
    expect(problemsOfRules(rule, { ...rule, variant: 'other' })).toEqual([])
  })

  it.each([
    ['its text is no JSON', '[\n{},\n{"id" "x"}\n]', { line: 3 }],
    ['the file is no list', '{}', {}],
  ])('because %s', (_, text, place) => {
    expect(problemsWith({ 'rules/test.json': text })).toMatchObject([{ file: 'rules/test.json', ...place }])
  })

  it.each([
    [{ effectiveTo: '2026-13-01' }, 'effectiveTo must be a date YYYY-MM-DD, but is "2026-13-01"'],
    [{ recordedAt: null }, 'recordedAt must be a date YYYY-MM-DD, but is null'],
    [{ args: { lists: ['37(z)'] } }, 'args.lists: the pack has no list 37(z)'],
    [{ predicate: 'onList' }, 'scope product has no predicate onList'],
    [{ htsPrefixes: ['4407.11'] }, 'htsPrefixes: 4407.11 is no HTS prefix of two to ten digits'],
  ])('because of %j', (change, reason) => {
    expect(problemsOfRules({ ...rule, id: 'DATA-03' }, { ...rule, ...change })).toEqual([
      { file: 'rules/test.json', line: 3, at: 'DATA-02', reason },
    ])
  })

  it('because the same record stands twice, in one file or in two', () => {
    const twice = { at: 'DATA-02', reason: 'stands twice with recordedAt 2026-11-21' }
    expect(problemsOfRules(rule, { ...rule, severity: 'INFO' })).toEqual([
      { file: 'rules/test.json', line: 3, ...twice },
    ])
    const files = { 'rules/test-a.json': `[${JSON.stringify(rule)}]`, 'rules/test-b.json': `[${JSON.stringify(rule)}]` }
    expect(problemsWith(files)).toEqual([{ file: 'rules/test-b.json', line: 1, ...twice }])
  })
})

describe('a measure is refused on the line of its record', () => {
  it('only when something is wrong with it', () => {
    expect(problemsOfMeasure(['37(b)'], heading)).toEqual([])
  })

  it('because of a test that does not exist, or a list', () => {
    const place = { file: 'trade/99-test.json', line: 3, at: 'test-2' }
    const second = { ...heading, id: 'test-2' }
    expect(problemsOfMeasure(['37(b)'], heading, { ...second, when: [{ test: 'isNice' }] })).toEqual([
      { ...place, reason: 'when: there is no test isNice' },
    ])
    expect(problemsOfMeasure(['37(b)'], heading, { ...second, lists: ['37(z)'] })).toMatchObject([place])
  })

  it('because the same record stands twice', () => {
    expect(problemsOfMeasure(['37(b)'], heading, heading)).toEqual([
      { file: 'trade/99-test.json', line: 3, at: 'test-1', reason: 'stands twice with recordedAt 2026-11-21' },
    ])
  })

  it('because its own list is missing', () => {
    const [problem] = problemsOfMeasure(['37(z)'], heading)
    expect(problem).toMatchObject({ file: 'trade/99-test.json', line: 1 })
    expect(problem?.reason).toContain('the pack has no list 37(z)')
  })
})

it('the head of a pack is refused on the line of its member', () => {
  const text = texts.get('pack.json')?.replace('"validFrom": "2026-09-29"', '"validFrom": "2026-09-31"')
  expect(problemsWith({ 'pack.json': text })).toEqual([
    { file: 'pack.json', line: 4, reason: 'validFrom must be a date YYYY-MM-DD, but is "2026-09-31"' },
  ])
})

it('a file of lists that is missing is told by the record that needs it', () => {
  const problems = problemsWith({
    'lists/section-232-other.csv': undefined,
    'rules/test.json': `[\n\n${JSON.stringify(rule)}]`,
  })
  expect(problems).toContainEqual({
    file: 'rules/test.json',
    line: 3,
    at: 'DATA-02',
    reason: 'args.lists: the pack has no list 37(b)',
  })
})
