import type { Rule } from '../../packages/server/src/domain/rules/rule.ts'
import { type RulePack, ruleKey } from '../../packages/server/src/domain/rules/rule-pack.ts'
import { ruleIds } from './rule-ids.ts'

/** What a pack that can be loaded still breaks of the project's own policy; empty when nothing. */
export function policyProblems(pack: RulePack): string[] {
  const { rules, groups, knownChanges, validThrough } = pack
  const problems = rules.flatMap(({ rule }) => ruleProblems(rule).map((reason) => `${ruleKey(rule)}: ${reason}`))
  const empty = groups.filter((group) => !rules.some(({ rule }) => rule.group === group))
  for (const group of empty) problems.push(`pack.json: group ${group} has no rule`)
  if (!knownChanges.some(({ date }) => date >= validThrough))
    problems.push('pack.json: no known change is at or after the end of the window')
  if (pack.isComplete) problems.push(...missingRules(pack))
  return problems
}

function missingRules({ rules }: RulePack): string[] {
  const held = new Set(rules.map(({ rule }) => rule.id))
  return ruleIds.filter((id) => !held.has(id)).map((id) => `pack.json: isComplete, but there is no rule ${id}`)
}

function ruleProblems(rule: Rule): string[] {
  const problems: string[] = []
  if (!ruleIds.includes(rule.id)) problems.push('is no rule that a complete pack holds; name it in rule-ids.ts')
  const allowed = blockingRules[rule.id]
  if (rule.severity === 'BLOCK' && allowed === undefined) problems.push('may not BLOCK by the severity policy')
  if (rule.severity === 'BLOCK' && allowed !== undefined && !allowed(rule))
    problems.push('may BLOCK only under the condition of the severity policy')
  if (rule.severity === 'BLOCK' && rule.confidence === 'L')
    problems.push('rests on general knowledge and may not BLOCK')
  if (rule.atExecute !== undefined && rule.id !== 'ENT-09') problems.push('may not block at execute')
  if (groupOf(rule.id) !== rule.group) problems.push(`is not of group ${rule.group}`)
  if (/\bcompliant\b/i.test(JSON.stringify(rule))) problems.push('calls something compliant')
  return problems
}

function groupOf(id: string): string {
  return id.slice(0, id.indexOf('-'))
}

type Condition = (rule: Rule) => boolean

const always: Condition = () => true
const textileChapters = Array.from({ length: 14 }, (_, index) => String(50 + index))
const millCertificatePrefixes = ['72', ...Array.from({ length: 7 }, (_, index) => `730${index + 1}`)]

/** The record concerns goods of these leading digits alone. */
function onlyWithin(allowed: readonly string[]): Condition {
  return ({ htsPrefixes }) => htsPrefixes?.every((prefix) => allowed.some((start) => prefix.startsWith(start))) ?? false
}

/** The owner has declared the goods to be regulated and the data is missing; a tariff number alone never blocks. */
const declaredAndIncomplete: Condition = ({ predicate, args }) =>
  predicate === 'agencyDataGiven' && args['of'] === 'needs'

/** The import ban is statute, but its list comes from one third-party source, and the finding has to say so. */
const saysListIsNotConfirmed: Condition = ({ message }) =>
  Object.values(message).every((text) => text.includes('list not confirmed against the proclamation'))

/**
 * The rules that may BLOCK, with the condition: official text was read (H), or an excerpt of standing law (M). Every
 * other rule yields at most REVIEW, above all those that rest on general knowledge or on one third-party source for
 * their list or heading: INV-15, PGA-FDA-FCS, PGA-DDTC/OFAC, Y232-01, X338-02, X301-02, X201-01, U232-01.
 */
const blockingRules: Readonly<Record<string, Condition>> = {
  'INV-01': always,
  'INV-02': always,
  'INV-04': always,
  'INV-05': always,
  'INV-06': always,
  'INV-07': always,
  'INV-16': onlyWithin(textileChapters),
  'ENT-01': always,
  'ENT-04': always,
  'ENT-05': always,
  'ENT-06': always,
  'ORG-01': always,
  'ORG-04': always,
  'ORG-07': ({ predicate, args }) => predicate === 'makerMatchedScreening' || args['verdict'] === 'listed',
  'M232-07': always,
  'M232-09': onlyWithin(millCertificatePrefixes),
  'M232-16': always,
  'XEEP-01': always,
  'X338-01': saysListIsNotConfirmed,
  'PGA-FDA-FOOD': declaredAndIncomplete,
  'PGA-FDA-DRUG': declaredAndIncomplete,
  'PGA-FSIS': declaredAndIncomplete,
  'PGA-EPA-PEST': declaredAndIncomplete,
  'PGA-CPSC': declaredAndIncomplete,
  'PGA-TTB': declaredAndIncomplete,
  'PGA-ATF': declaredAndIncomplete,
  'PGA-DEA': declaredAndIncomplete,
  'PGA-NMFS': declaredAndIncomplete,
  // An exact identifier, or a match that the caller states.
  // Barred is an exact identifier on a list; a name that resembles one is only possible.
  'PTY-01': ({ args }) => args['verdict'] === 'barred',
}
