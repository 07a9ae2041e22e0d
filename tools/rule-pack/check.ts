// Checks the shipped rule pack against the project's policy: node --conditions=entrygo-src tools/rule-pack/check.ts
// Loading already refuses what cannot be used (dates, duplicates, predicates, arguments, lists); this adds the policy.
import type { Rule } from '../../packages/server/src/domain/rules/rule.ts'
import type { RulePack } from '../../packages/server/src/domain/rules/rule-pack.ts'
import { loadRulePack } from '../../packages/server/src/rule-pack-files.ts'
import { blockingRules } from './severity-policy.ts'

const pack = loadRulePack()
const problems = policyProblems(pack)
for (const problem of problems) console.error(problem)
console.log(`${pack.id}-${pack.version}: ${pack.rules.length} records, ${pack.digest}, ${problems.length} problems`)
process.exitCode = problems.length === 0 ? 0 : 1

function policyProblems({ rules, groups, knownChanges, validThrough }: RulePack): string[] {
  const problems = rules.flatMap(({ rule }) => ruleProblems(rule).map((reason) => `${name(rule)}: ${reason}`))
  const empty = groups.filter((group) => !rules.some(({ rule }) => rule.group === group))
  for (const group of empty) problems.push(`pack.json: group ${group} has no rule`)
  if (!knownChanges.some(({ date }) => date >= validThrough))
    problems.push('pack.json: no known change ends the window')
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

function name(rule: Rule): string {
  return rule.variant === null ? rule.id : `${rule.id} (${rule.variant})`
}
