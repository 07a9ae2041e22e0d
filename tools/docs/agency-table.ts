import type { RulePack } from '../../packages/server/src/domain/rules/rule-pack.ts'
import type { AgencyNeed, AgencyProgram } from '../../packages/server/src/domain/treatment/agency-program.ts'

/** The heading below which the rest of docs/concepts/pga.md is generated. */
export const agenciesHeading = '## The programs of the pack'

/** The page with the part below its last heading written anew from the pack; what stands above is kept. */
export function pageWithAgencies(page: string, pack: RulePack): string {
  const [above = ''] = page.split(`\n${agenciesHeading}\n`)
  const opening = [
    `Pack \`${pack.id}-${pack.version}\`: ${pack.agencies.length} programs. Data in parentheses is asked for and never blocks; \`or\` stands between sets of which one`,
    'is enough. Below the flags is what becomes of declared goods whose data is missing.',
  ].join('\n')
  const head = ['| `pga` | goods, agency | data | flags, without data | authority, read |', '|---|---|---|---|---|']
  return [
    above,
    agenciesHeading,
    '',
    opening,
    '',
    ...head,
    ...pack.agencies.map((record) => row(record, pack)),
    '',
  ].join('\n')
}

function row(record: AgencyProgram, { rules }: RulePack): string {
  const { program, ruleId, agency, subject, needs, asks, flags, citation, confidence, effectiveFrom } = record
  const missing = rules.find(
    ({ rule }) => rule.id === ruleId && rule.predicate === 'agencyDataGiven' && rule.args['of'] === 'needs',
  )
  const since = effectiveFrom === null ? '' : `, since ${effectiveFrom}`
  const known = flags.length === 0 ? 'no flag known' : flags.map(({ flag }) => flag).join(' ')
  const cells = [
    `\`${program}\``,
    `${subject}, ${agency}`,
    [...new Set([...needs.map(needText), ...asks.map((need) => `(${needText(need)})`)])].join(', '),
    `${known}: ${missing?.rule.severity ?? ''}`,
    `${ruleId}: ${citation}${since}, ${confidence}`,
  ]
  return `| ${cells.join(' | ')} |`
}

function needText({ oneOf }: AgencyNeed): string {
  return oneOf.map((set) => set.map((field) => `\`${field}\``).join(' ')).join(' or ')
}
