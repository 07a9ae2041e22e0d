import { describe, expect, it } from 'vitest'
import { loadRulePack } from '../../rule-pack-files.ts'
import { anOrder, testAsOf } from '../../testing/builders.ts'
import { plannedRequest, planningRecords } from '../../testing/planning-records.ts'
import type { BoundRule, RulePack } from '../rules/rule-pack.ts'
import { describeRule } from './describe-rule.ts'
import { lawChangeFindings } from './engine-rules.ts'
import { planExport } from './plan-export.ts'

const pack = loadRulePack()

describe('a rule of the pack', () => {
  it('is every record of its id, as the contract has it', () => {
    const [record, ...others] = describeRule(pack, 'INV-07', undefined) ?? []
    expect(others).toEqual([])
    expect(record).toMatchObject({
      ...{
        ruleId: 'INV-07',
        variant: null,
        group: 'INV',
        scope: 'product',
        severity: 'BLOCK',
        recordedAt: '2026-11-21',
      },
      ...{ reads: ['countryOfOrigin'], fix: { field: 'countryOfOrigin', example: 'VN', who: 'owner' } },
    })
  })

  it('that refuses execute says so', () => {
    expect(describeRule(pack, 'ENT-09', undefined)).toMatchObject([{ severity: 'REVIEW', at_execute: 'BLOCK' }])
  })

  it('that nobody has is null', () => {
    expect(describeRule(pack, 'INV-99', undefined)).toBe(null)
  })
})

describe('with a day', () => {
  const first = changed({ effectiveTo: '2027-01-01' })
  const second = changed({ effectiveFrom: '2027-01-01', variant: 'later', severity: 'REVIEW' })
  const correction = changed({ effectiveTo: '2027-01-01', recordedAt: '2026-12-05', confidence: 'H' })
  const dated: RulePack = { ...pack, rules: [correction, second, first] }

  it('only the records in force are shown, corrections instead of what they corrected', () => {
    expect(shown('2026-12-31')).toEqual(['null 2026-12-05'])
    expect(shown('2027-01-01')).toEqual(['later 2026-11-21'])
  })

  it('left out, all of them are, the older ones first', () => {
    expect(shown(undefined)).toEqual(['null 2026-11-21', 'null 2026-12-05', 'later 2026-11-21'])
  })

  it('on which none is in force, a rule that there is has no records', () => {
    const ended: RulePack = { ...pack, rules: [first] }
    expect(describeRule(ended, 'INV-07', '2027-06-01')).toEqual([])
  })

  function shown(asOf: string | undefined): string[] {
    return (describeRule(dated, 'INV-07', asOf) ?? []).map(({ variant, recordedAt }) => `${variant} ${recordedAt}`)
  }
})

function changed(more: Partial<BoundRule['rule']>): BoundRule {
  const found = pack.rules.find(({ rule }) => rule.id === 'INV-07')
  if (found === undefined) throw new Error('The pack lost INV-07.')
  return { ...found, rule: { ...found.rule, ...more } }
}

it('the rules of the engine are described as they are found', () => {
  const elsewhere = planningRecords({ orders: [anOrder('prod_1', { destinationCountry: 'MX' })] })
  const executed = {
    ...elsewhere,
    orders: elsewhere.orders.map((order) => ({ ...order, executedExport: 'batch_7' })),
  }
  const { body } = planExport(executed, plannedRequest(executed), { asOf: testAsOf, pack })
  const change = { date: '2026-12-01', change: 'Something ends.', citation: 'Proc 1' }
  const told = lawChangeFindings([change], { asOf: '2026-11-21', entryDate: '2026-12-02' })
  const findings = [...body.validationMessages, ...told].filter(({ ruleId }) => ruleId.startsWith('PLAN-'))
  expect(findings.map(({ ruleId }) => ruleId)).toEqual(['PLAN-01', 'PLAN-02', 'PLAN-03'])
  for (const { ruleId, severity, code, ruleRevision, confidence, fix } of findings) {
    expect(describeRule(pack, ruleId, '2026-12-02')).toMatchObject([
      {
        ...{ ruleId, severity, confidence, recordedAt: ruleRevision, group: 'PLAN' },
        messages: { [code]: expect.any(String) },
        fix: { field: fix.field, who: fix.who },
      },
    ])
  }
})
