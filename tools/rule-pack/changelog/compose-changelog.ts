import type { Rule } from '../../../packages/server/src/domain/rules/rule.ts'
import { type RulePack, ruleKey } from '../../../packages/server/src/domain/rules/rule-pack.ts'
import type { AgencyProgram } from '../../../packages/server/src/domain/treatment/agency-program.ts'
import type { MeasureInForce } from '../../../packages/server/src/domain/treatment/decide-trade-actions.ts'
import { currentHeadings } from '../../../packages/server/src/domain/treatment/law-in-force.ts'
import { asText, type NamedRecord, recordChanges } from './dated-records.ts'
import { listChanges } from './list-changes.ts'
import { tariffChanges } from './tariff-changes.ts'

/** What changed between two packs, as Markdown for people: what came, what was corrected and how, what went. */
export function composeChangelog(before: RulePack, after: RulePack): string {
  const sections: readonly (readonly [string, readonly string[]])[] = [
    ['Pack', headChanges(before, after)],
    ['Known changes of law', knownChanges(before, after)],
    ['Rules', recordChanges(before.rules.map(ruleRecord), after.rules.map(ruleRecord))],
    ['Trade actions', measureChanges(before.measures, after.measures)],
    ['Agency programs', recordChanges(before.agencies.map(agencyRecord), after.agencies.map(agencyRecord))],
    ['Lists', listChanges(before.lists, after.lists)],
    ['Tariff', tariffChanges(before.reference.tariff, after.reference.tariff)],
  ]
  const shown = sections.filter(([, lines]) => lines.length > 0)
  const title = `# ${nameOf(before)} → ${nameOf(after)}`
  const body = shown.map(([name, lines]) => `## ${name}\n\n${lines.join('\n')}`)
  return `${[title, ...(body.length === 0 ? ['Nothing that a plan looks at has changed.'] : body)].join('\n\n')}\n`
}

function nameOf({ id, version }: RulePack): string {
  return `${id}-${version}`
}

function headChanges(before: RulePack, after: RulePack): string[] {
  const window = ({ validFrom, validThrough }: RulePack): string => `${validFrom} to ${validThrough}`
  const groups = [
    ...after.groups.filter((group) => !before.groups.includes(group)).map((group) => `+${group}`),
    ...before.groups.filter((group) => !after.groups.includes(group)).map((group) => `−${group}`),
  ]
  return [
    ...(window(before) === window(after) ? [] : [`- window ${window(before)} → ${window(after)}`]),
    ...(groups.length === 0 ? [] : [`- groups ${groups.join(', ')}`]),
    ...(before.isComplete === after.isComplete
      ? []
      : [`- ${after.isComplete ? 'complete now' : 'no longer complete'}`]),
  ]
}

function knownChanges(before: RulePack, after: RulePack): string[] {
  const lines = ({ knownChanges: changes }: RulePack): string[] =>
    changes.map(({ date, change }) => `${date}: ${change}`)
  const [old, next] = [lines(before), lines(after)]
  return [
    ...next.filter((line) => !old.includes(line)).map((line) => `- added ${line}`),
    ...old.filter((line) => !next.includes(line)).map((line) => `- removed ${line}`),
  ]
}

function ruleRecord({ rule }: { readonly rule: Rule }): NamedRecord {
  const { id: _id, variant: _variant, recordedAt, ...members } = rule
  const [text = ''] = Object.values(rule.message)
  return { name: ruleKey(rule), recordedAt, summary: `${rule.severity}. ${text}`, members }
}

function measureChanges(before: readonly MeasureInForce[], after: readonly MeasureInForce[]): string[] {
  const order = (measures: readonly MeasureInForce[]): string => measures.map(({ program }) => program).join(', ')
  const reordered =
    order(before) === order(after) ? [] : [`- decided in this order: ${order(before)} → ${order(after)}`]
  return [
    ...reordered,
    ...recordChanges(before.map(measureRecord), after.map(measureRecord)),
    ...after.flatMap((measure) => {
      const former = before.find(({ program }) => program === measure.program)
      return former === undefined ? [] : orderChanges(former, measure)
    }),
    ...recordChanges(before.flatMap(headingRecords), after.flatMap(headingRecords)),
  ]
}

function measureRecord({ program, open, lists, origins, headings }: MeasureInForce): NamedRecord {
  return { name: program, recordedAt: null, summary: `${headings.length} records`, members: { open, lists, origins } }
}

/** The order of the records matters, because the first that holds decides. A record stands where its last correction does. */
function orderChanges(before: MeasureInForce, after: MeasureInForce): string[] {
  const [old, next] = [currentIds(before), currentIds(after)]
  const kept = old.filter((id) => next.includes(id))
  const moved = next.filter((id) => old.includes(id))
  const first = kept.findIndex((id, index) => id !== moved[index])
  if (first === -1) return []
  const last = kept.findLastIndex((id, index) => id !== moved[index])
  const part = (ids: readonly string[]): string => ids.slice(first, last + 1).join(', ')
  return [`- ${after.program} decides in another order: ${part(kept)} → ${part(moved)}`]
}

function currentIds(measure: MeasureInForce): string[] {
  return currentHeadings(measure).map(({ record }) => record.id)
}

function headingRecords({ program, headings }: MeasureInForce): NamedRecord[] {
  return headings.map(({ record: { id, recordedAt, ...members } }) => ({
    name: `${program} ${id}`,
    recordedAt,
    summary: `${members.heading ?? 'heading not known'}, ${members.rate} (${members.status})`,
    members,
  }))
}

function agencyRecord({ id, recordedAt, ...members }: AgencyProgram): NamedRecord {
  return { name: id, recordedAt, summary: `${members.agency}, ${asText(members.subject)}`, members }
}
