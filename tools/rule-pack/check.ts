// Checks a rule pack against the project's policy: node --conditions=entrygo-src tools/rule-pack/check.ts [FOLDER]
// Loading already refuses what cannot be used (dates, duplicates, predicates, arguments, lists); this adds the policy.
import { RulePackError } from '../../packages/server/src/domain/rules/rule-pack-error.ts'
import { loadRulePack, shippedRulePackFolder } from '../../packages/server/src/rule-pack-files.ts'
import { listProblems } from './pack-lists.ts'
import { policyProblems } from './pack-policy.ts'
import { recordProblems } from './pack-records.ts'
import { caseProblems, loadRuleCases } from './rule-cases.ts'

try {
  const pack = loadRulePack(process.argv[2] ?? shippedRulePackFolder)
  const cases = await loadRuleCases()
  const problems = [
    ...policyProblems(pack),
    ...listProblems(pack),
    ...recordProblems(pack),
    ...caseProblems(pack, cases),
  ]
  for (const problem of problems) console.error(problem)
  const records = `${pack.rules.length} records of rules, ${pack.measures.length} measures, ${pack.lists.names.size} lists`
  console.log(`${pack.id}-${pack.version}: ${records}, ${pack.digest}, ${problems.length} problems`)
  process.exitCode = problems.length === 0 ? 0 : 1
} catch (error) {
  if (!(error instanceof RulePackError)) throw error
  console.error(error.message)
  process.exitCode = 2
}
