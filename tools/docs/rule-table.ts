import type { Rule } from '../../packages/server/src/domain/rules/rule.ts'
import { currentRecords, type RulePack, ruleKey } from '../../packages/server/src/domain/rules/rule-pack.ts'

/** The heading below which the rest of docs/concepts/readiness.md is generated. */
export const rulesHeading = '## The rules of the pack'

/** The page with the part below its last heading written anew from the pack; what stands above is kept. */
export function pageWithRules(page: string, pack: RulePack): string {
  const [above = ''] = page.split(`\n${rulesHeading}\n`)
  const rules = currentRecords(pack.rules).map(({ rule }) => rule)
  const ids = new Set(rules.map(({ id }) => id))
  const opening = [
    `Pack \`${pack.id}-${pack.version}\`: ${ids.size} rules in ${rules.length} records, HTS ${pack.htsRevision},`,
    `for entry dates from ${pack.validFrom} to ${pack.validThrough}. "Says" is the text of the commonest finding; \`…\` stands`,
    'for what it found. The letter behind an authority tells how well it was read: H official text, M excerpt or third party, L',
    'general knowledge.',
  ].join('\n')
  const held = new Set(rules.map(({ group }) => group))
  const groups = [...Object.keys(groupNames), ...held].filter(
    (group, at, all) => held.has(group) && all.indexOf(group) === at,
  )
  const tables = groups.map((group) =>
    groupTable(
      group,
      rules.filter((rule) => rule.group === group),
    ),
  )
  return [above, rulesHeading, '', opening, '', tables.join('\n\n'), ''].join('\n')
}

function groupTable(group: string, rules: readonly Rule[]): string {
  const title = groupNames[group]
  if (title === undefined) throw new Error(`tools/docs/rule-table.ts has no name for the group ${group}: give it one.`)
  const head = [`### ${group}: ${title}`, '', '| rule | says | supply | authority, read |', '|---|---|---|---|']
  return [...head, ...rules.map(row)].join('\n')
}

const groupNames: Readonly<Record<string, string>> = {
  INV: 'invoice and parties',
  ENT: 'tariff number and entry type',
  ORG: 'origin, preference, forced labour',
  M232: 'Section 232 metals',
  A232: 'Section 232 automobiles and parts',
  T232: 'Section 232 trucks, buses and parts',
  W232: 'Section 232 wood',
  C232: 'Section 232 semiconductors',
  P232: 'Section 232 pharmaceuticals',
  U232: 'Section 232 unmanned aircraft',
  Y232: 'Section 232 polysilicon',
  X338: 'Section 338, goods of Canada',
  X301: 'Section 301: China, forced labor, Brazil',
  X201: 'Section 201, quartz surfaces',
  X122: 'Section 122, ended',
  XEEP: 'emergency duties, ended',
  ADC: 'antidumping and countervailing duty',
  PGA: 'partner government agencies',
  PTY: 'party screening',
  TRN: 'transport',
  DATA: 'how current the rules are',
}

function row(rule: Rule): string {
  const { severity, fix, citation, confidence } = rule
  const cells = [
    `${ruleKey(rule)} ${severity}`,
    said(rule),
    `\`${fix.field}\` (${fix.who})`,
    `${citation}, ${confidence}`,
  ]
  return `| ${cells.join(' | ')} |`
}

function said({ message, args }: Rule): string {
  const [text = ''] = Object.values(message)
  const filled = text.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const value = args[name]
    return typeof value === 'number' || typeof value === 'string' ? String(value) : '…'
  })
  return filled.replaceAll('….', '…')
}
