import type { Rule } from '../../packages/server/src/domain/rules/rule.ts'
import { type RulePack, ruleKey } from '../../packages/server/src/domain/rules/rule-pack.ts'

/** What a pack that can be loaded still breaks of the project's own policy; empty when nothing. */
export function policyProblems({ rules, groups, knownChanges, validThrough }: RulePack): string[] {
  const problems = rules.flatMap(({ rule }) => ruleProblems(rule).map((reason) => `${ruleKey(rule)}: ${reason}`))
  const empty = groups.filter((group) => !rules.some(({ rule }) => rule.group === group))
  for (const group of empty) problems.push(`pack.json: group ${group} has no rule`)
  if (!knownChanges.some(({ date }) => date >= validThrough))
    problems.push('pack.json: no known change is at or after the end of the window')
  return problems
}

function ruleProblems(rule: Rule): string[] {
  const problems: string[] = []
  const allowed = blockingRules[rule.id]
  if (rule.severity === 'BLOCK' && allowed === undefined) problems.push('may not BLOCK by the severity policy')
  if (rule.severity === 'BLOCK' && allowed !== undefined && !allowed(rule))
    problems.push('may BLOCK only under the condition of the severity policy')
  if (rule.severity === 'BLOCK' && rule.confidence === 'L')
    problems.push('rests on general knowledge and may not BLOCK')
  if (rule.atExecute !== undefined && rule.id !== 'ENT-09') problems.push('may not block at execute')
  if (!rule.id.startsWith(`${rule.group}-`)) problems.push(`is not of group ${rule.group}`)
  if (/\bcompliant\b/i.test(JSON.stringify(rule))) problems.push('calls something compliant')
  return problems
}

const always = (): boolean => true
/** The owner declared the goods to be regulated, and data is missing; a tariff number alone never blocks. */
const ofDeclaredGoods = ({ predicate, args }: Rule): boolean =>
  predicate === 'agencyDataGiven' && args['of'] === 'needs'
const textileChapters = Array.from({ length: 14 }, (_, index) => String(50 + index))

/**
 * The rules of the groups in the pack that may BLOCK, with the condition: confidence H, or M with standing law. Every
 * other rule yields at most REVIEW.
 */
const blockingRules: Readonly<Record<string, (rule: Rule) => boolean>> = {
  'INV-01': always,
  'INV-02': always,
  'INV-04': always,
  'INV-05': always,
  'INV-06': always,
  'INV-07': always,
  'INV-16': ({ htsPrefixes }) => htsPrefixes?.every((prefix) => textileChapters.includes(prefix)) ?? false,
  'ENT-01': always,
  'ENT-04': always,
  'ENT-05': always,
  'ENT-06': always,
  'ORG-01': always,
  'ORG-04': always,
  'ORG-07': ({ predicate }) => predicate === 'makerMatchedScreening',
  'M232-07': ({ variant }) => variant === null,
  'M232-09': ({ htsPrefixes }) => htsPrefixes?.every((prefix) => /^(72|730[1-7])/.test(prefix)) ?? false,
  'M232-16': always,
  'PGA-FDA-FOOD': ofDeclaredGoods,
  'PGA-FDA-DRUG': ofDeclaredGoods,
  'PGA-FSIS': ofDeclaredGoods,
  'PGA-EPA-PEST': ofDeclaredGoods,
  'PGA-CPSC': ofDeclaredGoods,
  'PGA-TTB': ofDeclaredGoods,
  'PGA-ATF': ofDeclaredGoods,
  'PGA-DEA': ofDeclaredGoods,
  'PGA-NMFS': ofDeclaredGoods,
}
