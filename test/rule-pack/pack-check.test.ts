import { describe, expect, it } from 'vitest'
import { type CodeListRow, codeLists } from '../../packages/server/src/domain/lists/code-lists.ts'
import type { Rule } from '../../packages/server/src/domain/rules/rule.ts'
import { loadRulePack } from '../../packages/server/src/rule-pack-files.ts'
import { listProblems } from '../../tools/rule-pack/pack-lists.ts'
import { policyProblems } from '../../tools/rule-pack/pack-policy.ts'
import { recordProblems } from '../../tools/rule-pack/pack-records.ts'
import { caseProblems, loadRuleCases } from '../../tools/rule-pack/rule-cases.ts'
import { ruleIds } from '../../tools/rule-pack/rule-ids.ts'

const pack = loadRulePack()

describe('the shipped pack', () => {
  it('keeps the policy', () => {
    expect(policyProblems(pack)).toEqual([])
  })

  it('has lists of tariff lines that exist, each row once, each list read by something', () => {
    expect(listProblems(pack)).toEqual([])
  })

  it('has records that fit each other', () => {
    expect(recordProblems(pack)).toEqual([])
  })

  it('has a case in which each rule acts and one in which it stays quiet', async () => {
    expect(caseProblems(pack, await loadRuleCases())).toEqual([])
  })
})

describe('the policy', () => {
  const blocking = (id: string, changes: Partial<Rule> = {}): string[] => {
    const [bound] = pack.rules
    if (bound === undefined) throw new Error('the pack has no rules')
    const rule: Rule = {
      id,
      variant: null,
      group: id.slice(0, id.indexOf('-')),
      scope: 'product',
      severity: 'BLOCK',
      predicate: 'onLists',
      args: {},
      message: { NOTICE: 'A message.' },
      fix: { field: 'htsCode', example: '6109100012', who: 'owner' },
      flags: [],
      citation: 'a law',
      confidence: 'M',
      effectiveFrom: null,
      effectiveTo: null,
      recordedAt: '2026-11-21',
      ...changes,
    }
    return policyProblems({ ...pack, rules: [{ ...bound, rule }] })
      .filter((problem) => problem.startsWith(id))
      .map((problem) => problem.slice(problem.indexOf(': ') + 2))
  }
  const conditional = ['may BLOCK only under the condition of the severity policy']

  it.each(['INV-15', 'PGA-FDA-FCS', 'PGA-DDTC/OFAC', 'Y232-01', 'X338-02', 'X301-02', 'X201-01', 'U232-01', 'TRN-01'])(
    'lets %s never block',
    (id) => {
      expect(blocking(id)).toEqual(['may not BLOCK by the severity policy'])
    },
  )

  it.each(['M232-07', 'M232-16', 'XEEP-01', 'INV-01', 'ENT-06'])('lets %s block', (id) => {
    expect(blocking(id)).toEqual([])
  })

  it('lets M232-09 block where a mill certificate is wanted', () => {
    expect(blocking('M232-09', { htsPrefixes: ['72', '7301', '7307'] })).toEqual([])
    expect(blocking('M232-09', { htsPrefixes: ['72', '7308'] })).toEqual(conditional)
    expect(blocking('M232-09')).toEqual(conditional)
  })

  it('lets an agency program block for the data of declared goods alone', () => {
    expect(blocking('PGA-TTB', { predicate: 'agencyDataGiven', args: { program: 'ttb', of: 'needs' } })).toEqual([])
    expect(blocking('PGA-TTB', { predicate: 'agencyDecided', args: { program: 'ttb' } })).toEqual(conditional)
    expect(blocking('PGA-FWS', { predicate: 'agencyDataGiven', args: { program: 'fws', of: 'needs' } })).toEqual([
      'may not BLOCK by the severity policy',
    ])
  })

  it('lets the import ban block if it says how well its list is known', () => {
    const said = 'Banned (M, list not confirmed against the proclamation).'
    expect(blocking('X338-01', { message: { NOT_ALLOWED: said } })).toEqual([])
    expect(blocking('X338-01', { message: { NOT_ALLOWED: 'Banned.' } })).toEqual(conditional)
  })

  it('lets screening block for an exact identifier alone', () => {
    expect(blocking('PTY-01', { args: { verdict: 'barred' } })).toEqual([])
    expect(blocking('PTY-01', { args: { verdict: 'possible' } })).toEqual(conditional)
  })

  it('holds 105 rules when it is complete', () => {
    expect(new Set(ruleIds).size).toBe(105)
    const rules = pack.rules.filter(({ rule }) => rule.id !== 'ENT-13')
    expect(policyProblems({ ...pack, rules, isComplete: true })).toContain(
      'pack.json: isComplete, but there is no rule ENT-13',
    )
  })
})

describe('the check of lists', () => {
  const row: CodeListRow = {
    list: '37(b)',
    prefix: '44071100',
    origins: [],
    value: '',
    effectiveFrom: '2025-10-14',
    effectiveTo: null,
    recordedAt: '2026-11-21',
    confidence: 'H',
    citation: 'U.S. note 37(b)',
  }
  const problems = (...rows: readonly CodeListRow[]): string[] =>
    listProblems({ ...pack, lists: codeLists(rows) }).filter((problem) => problem.startsWith('list '))

  it('finds a prefix that no tariff line has', () => {
    expect(problems({ ...row, prefix: '44071199' })).toEqual(['list 37(b): no tariff line starts with 44071199'])
    expect(problems({ ...row, prefix: '77' })).toEqual(['list 37(b): no tariff line starts with 77'])
    expect(problems({ ...row, prefix: '01' }, { ...row, prefix: '4407110042' })).toEqual([])
  })

  it('finds two rows for one prefix on one date', () => {
    const ended = { ...row, effectiveTo: '2026-06-08' }
    expect(problems(ended, { ...row, effectiveFrom: '2026-06-08' })).toEqual([])
    expect(problems(ended, { ...row, effectiveFrom: '2026-06-07' })).toEqual([
      'list 37(b): two rows for 44071100 hold on the same date',
    ])
    expect(problems(row, { ...row, list: '38(b)' })).toEqual([])
  })

  it('finds a list that nothing reads, and a country that is none', () => {
    expect(problems({ ...row, list: 'odd' })).toEqual(['list odd: nothing reads it'])
    expect(problems({ ...row, origins: ['CA', 'XX'] })).toEqual(['list 37(b): 44071100 names XX, which is no country'])
  })
})

describe('the check of records', () => {
  it('finds a measure without its rule, a heading that is none and a date that cannot be meant', () => {
    const [measure] = pack.measures
    const [heading] = measure?.headings ?? []
    if (measure === undefined || heading === undefined) throw new Error('the pack has no measure')
    const record = {
      ...heading.record,
      id: 'odd',
      ruleId: 'Z999-01',
      heading: '9903.77.77',
      effectiveFrom: '0206-04-06',
      effectiveTo: null,
      recordedAt: '2027-01-01',
    }
    const measures = [{ ...measure, headings: [{ ...heading, record }] }]
    expect(recordProblems({ ...pack, measures })).toEqual([
      `${measure.program} odd: there is no rule Z999-01`,
      `${measure.program} odd: heading 9903.77.77 is not in the HTS 2026 Rev 10`,
      'odd: 0206-04-06 can hardly be meant',
      'odd: was recorded on 2027-01-01, which is not before the end of the window',
    ])
  })
})

describe('the check of cases', () => {
  it('finds a rule without cases and a case without a rule', () => {
    const acting = new Set(pack.rules.map(({ rule }) => rule.id))
    const quiet = new Set([...acting, 'Z999-01'].filter((id) => id !== 'ENT-01'))
    expect(caseProblems(pack, { acting, quiet })).toEqual([
      'ENT-01: no case shows it quiet',
      'Z999-01: has cases and is no rule',
    ])
  })
})
