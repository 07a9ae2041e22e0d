// Checks the shipped rule pack against the project's policy: node --conditions=entrygo-src tools/rule-pack/check.ts
// Loading already refuses what cannot be used (dates, duplicates, predicates, arguments, lists); this adds the policy.
import { loadRulePack } from '../../packages/server/src/rule-pack-files.ts'
import { policyProblems } from './pack-policy.ts'

const pack = loadRulePack()
const problems = policyProblems(pack)
for (const problem of problems) console.error(problem)
console.log(`${pack.id}-${pack.version}: ${pack.rules.length} records, ${pack.digest}, ${problems.length} problems`)
process.exitCode = problems.length === 0 ? 0 : 1
