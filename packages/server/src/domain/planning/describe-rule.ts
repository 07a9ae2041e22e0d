import type { RuleRecord } from '@entrygo/sdk/contract'
import { isInForce } from '../lists/dated-records.ts'
import { compareText } from '../rules/findings.ts'
import { type BoundRule, currentRecords, type RulePack } from '../rules/rule-pack.ts'
import { engineRules } from './engine-rule-records.ts'

/**
 * The records of a rule as the contract shows them, by variant, first day in force and day of recording; null when
 * neither the pack nor the engine has the rule. With `asOf` (`YYYY-MM-DD`) only those in force on that entry date.
 */
export function describeRule(pack: RulePack, ruleId: string, asOf: string | undefined): RuleRecord[] | null {
  const ofEngine = engineRules.filter((record) => record.ruleId === ruleId)
  const ofPack = pack.rules.filter(({ rule }) => rule.id === ruleId)
  if (ofEngine.length + ofPack.length === 0) return null
  const wanted = asOf === undefined ? ofPack : currentRecords(ofPack).filter(({ rule }) => isInForce(rule, asOf))
  return [...ofEngine, ...wanted.map(ruleRecord)].sort(compareRecords)
}

function ruleRecord({ rule, reads }: BoundRule): RuleRecord {
  const { id, variant, group, scope, severity, atExecute, message, fix, htsPrefixes, exceptHtsPrefixes } = rule
  return {
    ruleId: id,
    variant,
    group,
    scope,
    severity,
    ...(atExecute === undefined ? {} : { at_execute: atExecute }),
    messages: { ...message },
    fix: { field: fix.field, example: fix.example, who: fix.who },
    reads: [...reads],
    citation: rule.citation,
    confidence: rule.confidence,
    effectiveFrom: rule.effectiveFrom,
    effectiveTo: rule.effectiveTo,
    recordedAt: rule.recordedAt,
    ...(htsPrefixes === undefined ? {} : { htsPrefixes: [...htsPrefixes] }),
    ...(exceptHtsPrefixes === undefined ? {} : { exceptHtsPrefixes: [...exceptHtsPrefixes] }),
  }
}

function compareRecords(a: RuleRecord, b: RuleRecord): number {
  return (
    compareText(a.variant ?? '', b.variant ?? '') ||
    compareText(a.effectiveFrom ?? '', b.effectiveFrom ?? '') ||
    compareText(a.recordedAt, b.recordedAt)
  )
}
