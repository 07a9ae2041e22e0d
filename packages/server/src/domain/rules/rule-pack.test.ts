import { describe, expect, it } from 'vitest'
import { loadRulePack } from '../../rule-pack-files.ts'
import { bindRule } from './bind-rule.ts'
import type { Rule } from './rule.ts'
import { type BoundRule, currentRecords, type RulePack, resolveRules, rulesForGoods } from './rule-pack.ts'

const pack = loadRulePack()

const template: Rule = {
  id: 'ORG-04',
  variant: null,
  group: 'ORG',
  scope: 'product',
  severity: 'BLOCK',
  predicate: 'originStated',
  args: {},
  message: { MISSING_DATA: 'missing', INVALID_DATA: 'invalid' },
  fix: { field: 'countryOfOrigin', example: 'CA', who: 'owner' },
  flags: [],
  citation: 'test',
  confidence: 'H',
  effectiveFrom: null,
  effectiveTo: null,
  recordedAt: '2026-11-21',
}

function bound(changes: Partial<Rule>): BoundRule {
  const binding = bindRule({ ...template, ...changes }, pack)
  if ('reason' in binding) throw new Error(binding.reason)
  return binding.bound
}

function packWith(...rules: readonly Partial<Rule>[]): RulePack {
  return { ...pack, rules: rules.map(bound) }
}

function namesOn(lawDate: string, rules: RulePack): string[] {
  return resolveRules(rules, lawDate).product.forAllGoods.map(({ rule }) => `${rule.id} ${rule.recordedAt}`)
}

describe('the rules of a date', () => {
  it('are those whose range holds it, from included and to excluded', () => {
    const dated = packWith({ effectiveFrom: '2026-08-22', effectiveTo: '2026-09-15' })
    expect(namesOn('2026-08-21', dated)).toEqual([])
    expect(namesOn('2026-08-22', dated)).toEqual(['ORG-04 2026-11-21'])
    expect(namesOn('2026-09-14', dated)).toEqual(['ORG-04 2026-11-21'])
    expect(namesOn('2026-09-15', dated)).toEqual([])
  })

  it('leave out a record that a later one corrects, also where the correction does not apply', () => {
    const corrected = packWith({}, { recordedAt: '2026-12-01', effectiveFrom: '2026-06-08' })
    expect(namesOn('2026-07-01', corrected)).toEqual(['ORG-04 2026-12-01'])
    expect(namesOn('2026-06-07', corrected)).toEqual([])
  })

  it('are resolved once per pack and date', () => {
    expect(resolveRules(pack, '2026-11-21')).toBe(resolveRules(pack, '2026-11-21'))
    expect(resolveRules(pack, '2026-11-22')).not.toBe(resolveRules(pack, '2026-11-21'))
  })

  it('do not depend on the order of the records', () => {
    const forward = packWith({ id: 'ORG-04' }, { id: 'ORG-05' }, { id: 'ORG-05', recordedAt: '2026-12-01' })
    const backward: RulePack = { ...forward, rules: forward.rules.toReversed() }
    expect(namesOn('2026-11-21', backward)).toEqual(namesOn('2026-11-21', forward))
  })
})

it('variants of one rule stand side by side', () => {
  const rules = [bound({ variant: 'a' }), bound({ variant: 'b' })]
  expect(currentRecords(rules)).toHaveLength(2)
})

describe('rules bound to prefixes', () => {
  const { product } = resolveRules(
    packWith(
      { id: 'ORG-01', htsPrefixes: ['61', '62'] },
      { id: 'ORG-02', exceptHtsPrefixes: ['61'] },
      { id: 'ORG-03' },
    ),
    '2026-11-21',
  )
  const ids = (digits: string | undefined): string[] => rulesForGoods(product, digits).map(({ rule }) => rule.id)

  it('concern the goods of those prefixes alone', () => {
    expect(ids('6109100012')).toEqual(['ORG-03', 'ORG-01'])
    expect(ids('8471300100')).toEqual(['ORG-02', 'ORG-03'])
  })

  it('are silent without a number, which is a finding of its own', () => {
    expect(ids(undefined)).toEqual(['ORG-02', 'ORG-03'])
  })
})

describe('the shipped pack', () => {
  it('says what it is', () => {
    expect(pack).toMatchObject({
      id: 'us',
      version: '2026.10',
      validFrom: '2026-09-29',
      validThrough: '2026-11-30',
      htsRevision: '2026 Rev 10',
      groups: [
        'A232',
        'ADC',
        'C232',
        'DATA',
        'ENT',
        'INV',
        'M232',
        'ORG',
        'P232',
        'PGA',
        'PTY',
        'T232',
        'TRN',
        'U232',
        'W232',
        'X122',
        'X201',
        'X301',
        'X338',
        'XEEP',
        'Y232',
      ],
      isComplete: true,
    })
    expect(pack.digest).toMatch(/^sha256:[0-9a-f]{64}$/)
  })

  it('knows the next changes of law', () => {
    expect(pack.knownChanges.map(({ date }) => date)).toEqual([
      '2026-11-30',
      '2026-12-04',
      '2027-01-01',
      '2027-01-08',
      '2027-02-09',
      '2027-07-01',
      '2028-01-01',
    ])
  })

  it('holds the codes that trip a careless reader', () => {
    expect(pack.reference.countries.has('NA')).toBe(true)
    expect(pack.reference.currencies.has('TRY')).toBe(true)
    expect(pack.reference.ports.get('0901')).toBe('BUFFALO-NIAGARA FALLS, N.Y.')
  })
})
