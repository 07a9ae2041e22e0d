import { describe, expect, it } from 'vitest'
import { readRulePackFiles, rulePackTexts, shippedRulePackFolder } from '../../rule-pack-files.ts'
import { readRulePack } from './read-rule-pack.ts'
import { rulePackDigest } from './rule-pack-digest.ts'
import { RulePackError, type RulePackProblem } from './rule-pack-error.ts'

const files = readRulePackFiles(shippedRulePackFolder)
const texts = rulePackTexts(files)

/** Problems of the shipped pack after one file has another text. */
function problemsWith(file: string, change: (text: string) => string | undefined): readonly RulePackProblem[] {
  const changed = new Map(texts)
  const text = change(texts.get(file) ?? '')
  if (text === undefined) changed.delete(file)
  else changed.set(file, text)
  try {
    readRulePack({ texts: changed, digest: 'sha256:test' })
  } catch (error) {
    if (error instanceof RulePackError) return error.problems
    throw error
  }
  return []
}

/** The same with one rule changed: `from` stands in a file of rules and is replaced once. */
function problemsInRules(from: string, to: string): readonly RulePackProblem[] {
  const [file = ''] = [...texts].find(([path, text]) => path.startsWith('rules/') && text.includes(from)) ?? []
  expect(file).not.toBe('')
  return problemsWith(file, (text) => text.replace(from, to))
}

/** Line on which the record begins that holds `within`, by the indentation of the shipped files. */
function recordLine(file: string, within: string): number {
  const text = texts.get(file) ?? ''
  const start = text.lastIndexOf('\n  {\n', text.indexOf(within))
  return text.slice(0, start + 1).split('\n').length
}

describe('a pack is refused', () => {
  it.each(['pack.json', 'ref/iso_countries.csv', 'ref/currencies.csv', 'hts/lines.csv'])('without %s', (file) => {
    expect(problemsWith(file, () => undefined)).toContainEqual({ file, reason: 'is missing' })
  })

  it('with a date that does not exist', () => {
    expect(problemsInRules('"effectiveFrom": "2025-08-29"', '"effectiveFrom": "2025-02-29"')).toEqual([
      {
        file: 'rules/entry.json',
        line: recordLine('rules/entry.json', '"effectiveFrom": "2025-08-29"'),
        at: 'ENT-06',
        reason: 'effectiveFrom must be a date YYYY-MM-DD, but is "2025-02-29"',
      },
    ])
  })

  it('with a range that ends before it starts', () => {
    const problems = problemsWith('rules/origin.json', (text) =>
      text.replaceAll('"effectiveTo": null', '"effectiveTo": "2020-07-01"'),
    )
    expect(problems).toContainEqual({
      file: 'rules/origin.json',
      line: 2,
      at: 'ORG-01',
      reason: 'effectiveFrom 2020-07-01 is not before effectiveTo 2020-07-01',
    })
  })

  it('with one record twice', () => {
    expect(problemsInRules('"variant": "language"', '"variant": "responsible individual"')).toEqual([
      {
        file: 'rules/invoice.json',
        line: recordLine('rules/invoice.json', '"variant": "language"'),
        at: 'INV-13 (responsible individual)',
        reason: 'stands twice with recordedAt 2026-11-21',
      },
    ])
  })

  it('with a predicate that its scope does not have', () => {
    expect(problemsInRules('"predicate": "oneCurrency"', '"predicate": "toString"')).toEqual([
      {
        file: 'rules/invoice.json',
        line: recordLine('rules/invoice.json', '"predicate": "oneCurrency"'),
        at: 'INV-05',
        reason: 'scope order has no predicate toString',
      },
    ])
  })

  it('with an argument that is unknown, missing or wrong', () => {
    expect(problemsInRules('"overUsd": 2500', '"overUsd": 2500, "currency": "USD"')[0]?.reason).toBe(
      'args.currency is not an argument of bondGiven',
    )
    expect(problemsInRules('"overUsd": 2500', '"overUsd": "2500"')[0]?.reason).toBe(
      'args.overUsd must be a whole number',
    )
    expect(problemsInRules('"code": "NOT_ALLOWED"', '"code": "MAYBE"')[0]?.reason).toBe(
      'args.code must be one of NOT_ALLOWED, CHECK',
    )
  })

  it('with a message that is missing or never shown', () => {
    expect(problemsInRules('"code": "NOT_ALLOWED"', '"code": "CHECK"')).toEqual([
      {
        file: 'rules/origin.json',
        line: recordLine('rules/origin.json', '"code": "NOT_ALLOWED"'),
        at: 'ORG-04',
        reason: 'message.CHECK is missing: originAmong can give it',
      },
    ])
  })

  it('with a flag that the contract does not have', () => {
    expect(problemsInRules('"EMBARGO"', '"EMBARGOED"')).toEqual([
      {
        file: 'rules/origin.json',
        line: recordLine('rules/origin.json', '"EMBARGO"'),
        at: 'ORG-04',
        reason: 'flags: EMBARGOED is not a flag of the contract',
      },
    ])
  })

  it('with a member that nobody reads', () => {
    expect(problemsInRules('"confidence": "H"', '"confidence": "H", "severty": "BLOCK"')[0]?.reason).toBe(
      'severty is not a known member',
    )
  })

  it('with a rule of a group that the pack does not name', () => {
    expect(problemsWith('pack.json', (text) => text.replace('"DATA"', '"NONE"'))).toEqual([
      { file: 'rules/data.json', line: 2, at: 'DATA-01', reason: "group DATA is not one of pack.json's groups" },
    ])
  })

  it('with text that is no JSON or a table without its column', () => {
    expect(problemsWith('pack.json', () => '{')[0]).toMatchObject({ file: 'pack.json' })
    expect(problemsWith('ref/currencies.csv', (text) => text.replace('code', 'name'))).toEqual([
      { file: 'ref/currencies.csv', line: 1, reason: 'column code is missing' },
    ])
  })

  it('with a tariff line out of order, and names the row', () => {
    const problems = problemsWith('hts/lines.csv', (text) => text.replace('0101210020,No.', '0101210009,No.'))
    expect(problems).toEqual([{ file: 'hts/lines.csv', line: 3, reason: '0101210009 is not ascending' }])
  })

  it('with a unit of no size', () => {
    const problems = problemsWith('ref/unit_sizes.csv', (text) =>
      text.replace('hts,doz.,count,12,1', 'hts,doz.,count,12,0'),
    )
    expect(problems[0]).toEqual({
      file: 'ref/unit_sizes.csv',
      line: 4,
      reason: 'doz. needs a dimension and two whole numbers over 0',
    })
  })

  it('with every problem named at once', () => {
    const error = new RulePackError([
      { file: 'rules/entry.json', at: 'ENT-06', reason: 'first' },
      { file: 'pack.json', reason: 'second' },
    ])
    expect(error.message).toBe('The rule pack cannot be used.\nrules/entry.json, ENT-06: first\npack.json: second')
  })
})

describe('the digest', () => {
  const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

  it('does not depend on the order of files or on line ends', () => {
    const digest = rulePackDigest(
      new Map([
        ['a.csv', bytes('1\n2\n')],
        ['b.json', bytes('{}')],
      ]),
    )
    expect(
      rulePackDigest(
        new Map([
          ['b.json', bytes('{}')],
          ['a.csv', bytes('1\r\n2\r\n')],
        ]),
      ),
    ).toBe(digest)
  })

  it('changes with content and with a path', () => {
    const digests = [
      new Map([['a.csv', bytes('1')]]),
      new Map([['a.csv', bytes('2')]]),
      new Map([['b.csv', bytes('1')]]),
    ].map(rulePackDigest)
    expect(new Set(digests).size).toBe(3)
  })
})
