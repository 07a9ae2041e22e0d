// Tells what changed between two rule packs: node --conditions=entrygo-src tools/rule-pack/changelog.ts OLD_FOLDER [NEW_FOLDER]
import { RulePackError } from '../../packages/server/src/domain/rules/rule-pack-error.ts'
import { loadRulePack, shippedRulePackFolder } from '../../packages/server/src/rule-pack-files.ts'
import { composeChangelog } from './changelog/compose-changelog.ts'

const [before, after = shippedRulePackFolder] = process.argv.slice(2)
if (before === undefined) {
  console.error('Name the folder of the old pack, and that of the new one unless it is the shipped pack.')
  process.exitCode = 2
} else {
  try {
    process.stdout.write(composeChangelog(loadRulePack(before), loadRulePack(after)))
  } catch (error) {
    if (!(error instanceof RulePackError)) throw error
    console.error(error.message)
    process.exitCode = 2
  }
}
