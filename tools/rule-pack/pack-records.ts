import { type RulePack, ruleKey } from '../../packages/server/src/domain/rules/rule-pack.ts'
import { hasLine } from './pack-lists.ts'

/** What every dated record of a pack has. */
interface Dated {
  readonly place: string
  readonly effectiveFrom: string | null
  readonly effectiveTo: string | null
  readonly recordedAt: string
}

/**
 * What is wrong between the records of a pack that can be loaded: a measure or an agency program that speaks for no rule, a
 * heading that is neither in the tariff nor known to be younger, a date that cannot be meant.
 */
export function recordProblems(pack: RulePack): string[] {
  return [...spokenFor(pack), ...unknownHeadings(pack), ...recordsOf(pack).flatMap((record) => oddDates(record, pack))]
}

function spokenFor({ rules, measures, agencies }: RulePack): string[] {
  const ids = new Set(rules.map(({ rule }) => rule.id))
  const named = [
    ...measures.flatMap(({ program, headings }) =>
      headings.map(({ record }) => ({ place: `${program} ${record.id}`, ruleId: record.ruleId })),
    ),
    ...agencies.map(({ id, ruleId }) => ({ place: `agencies.json ${id}`, ruleId })),
  ]
  return named
    .filter(({ ruleId }) => !ids.has(ruleId))
    .map(({ place, ruleId }) => `${place}: there is no rule ${ruleId}`)
}

/** Headings that became law after the shipped revision of the tariff; each stands in an act that its records cite. */
const youngerHeadings: readonly RegExp[] = [
  /^9903\.03\.1[2-4]$/,
  /^9903\.04\.(6\d|70)$/,
  /^9903\.0[56]\.\d\d$/,
  /^9903\.08\.2[0-6]$/,
  /^9903\.45\.3[01]$/,
]

function unknownHeadings({ measures, reference }: RulePack): string[] {
  return measures.flatMap(({ program, headings }) =>
    headings.flatMap(({ record: { id, heading } }) => {
      if (heading === null || hasLine(reference.tariff, heading.replaceAll('.', ''))) return []
      if (youngerHeadings.some((pattern) => pattern.test(heading))) return []
      return [`${program} ${id}: heading ${heading} is not in the HTS ${reference.tariff.revision}`]
    }),
  )
}

function recordsOf({ rules, lists, measures, agencies }: RulePack): Dated[] {
  return [
    ...rules.map(({ rule }) => ({ ...rule, place: ruleKey(rule) })),
    ...[...lists.rows.byPrefix.values()].flat().map((row) => ({ ...row, place: `list ${row.list} ${row.prefix}` })),
    ...measures.flatMap(({ headings }) => headings.map(({ record }) => ({ ...record, place: record.id }))),
    ...agencies.map((agency) => ({ ...agency, place: `agencies.json ${agency.id}` })),
  ]
}

/** The oldest act that rules cite is of 1930; nothing is known ten years ahead; nothing is recorded after the window. */
function oddDates({ place, effectiveFrom, effectiveTo, recordedAt }: Dated, { validThrough }: RulePack): string[] {
  const latest = `${Number(validThrough.slice(0, 4)) + 10}${validThrough.slice(4)}`
  const odd = [effectiveFrom, effectiveTo].find((date) => date !== null && (date < '1930-01-01' || date > latest))
  const problems: string[] = []
  if (odd !== undefined) problems.push(`${place}: ${odd} can hardly be meant`)
  if (effectiveFrom !== null && effectiveTo !== null && effectiveFrom >= effectiveTo)
    problems.push(`${place}: ${effectiveFrom} is not before ${effectiveTo}`)
  if (recordedAt < '2020-01-01' || recordedAt > validThrough)
    problems.push(`${place}: was recorded on ${recordedAt}, which is not before the end of the window`)
  return problems
}
