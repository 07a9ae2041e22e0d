import { describe, expect, it } from 'vitest'
import { policyProblems } from '../../../../../tools/rule-pack/pack-policy.ts'
import { loadRulePack } from '../../rule-pack-files.ts'
import type { Rule } from './rule.ts'
import type { RulePack } from './rule-pack.ts'

const pack = loadRulePack()

function packWith(id: string, changes: Partial<Rule>): RulePack {
  const rules = pack.rules.map((bound) =>
    bound.rule.id === id ? { ...bound, rule: { ...bound.rule, ...changes } } : bound,
  )
  return { ...pack, rules }
}

describe('the policy of the pack', () => {
  it('is kept by the shipped pack', () => {
    expect(policyProblems(pack)).toEqual([])
  })

  it('lets no other rule block', () => {
    expect(policyProblems(packWith('INV-15', { severity: 'BLOCK' }))).toEqual([
      'INV-15: may not BLOCK by the severity policy',
      'INV-15: rests on general knowledge and may not BLOCK',
    ])
  })

  it('lets a rule block only under its condition', () => {
    expect(policyProblems(packWith('INV-16', { severity: 'BLOCK' }))).toEqual([
      'INV-16 (other goods): may BLOCK only under the condition of the severity policy',
    ])
  })

  it('lets nothing else block at execute', () => {
    expect(policyProblems(packWith('ENT-10', { atExecute: 'BLOCK' }))).toEqual(['ENT-10: may not block at execute'])
  })

  it('lets no rule promise too much', () => {
    expect(policyProblems(packWith('ENT-10', { citation: 'Compliant goods' }))).toEqual([
      'ENT-10: calls something compliant',
    ])
  })
})
