import type { RuleRecord } from '@entrygo/sdk/contract'
import { describeRule, loadRulePack } from '@entrygo/server/rules'

/** The records of a rule of the pack that comes with this version; none when the plan was made with another pack. */
export function rulesOfShippedPack(digest: string, ruleId: string): readonly RuleRecord[] {
  const pack = loadRulePack()
  return pack.digest === digest ? (describeRule(pack, ruleId, undefined) ?? []) : []
}
