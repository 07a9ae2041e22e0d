import type { TariffSchedule } from '../../packages/server/src/domain/customs/tariff-schedule.ts'
import type { CodeListRow } from '../../packages/server/src/domain/lists/code-lists.ts'
import { type RulePack, ruleKey } from '../../packages/server/src/domain/rules/rule-pack.ts'

/**
 * What is wrong with the lists and prefixes of a pack that can be loaded: a prefix that no tariff line has, two rows of a
 * list for one prefix at one date, a list that no rule, measure or agency program reads, a country that is none.
 */
export function listProblems(pack: RulePack): string[] {
  const rows = [...pack.lists.rows.byPrefix.values()].flat()
  return [
    ...rows.filter(({ prefix }) => !hasLine(pack.reference.tariff, prefix)).map(withoutLine),
    ...prefixesOfRules(pack),
    ...[...pack.lists.rows.byPrefix.values()].flatMap(overlaps),
    ...rows.flatMap((row) => unknownOrigins(row, pack)),
    ...unusedLists(pack),
  ]
}

function withoutLine({ list, prefix }: CodeListRow): string {
  return `list ${list}: no tariff line starts with ${prefix}`
}

function prefixesOfRules({ rules, reference }: RulePack): string[] {
  return rules.flatMap(({ rule }) =>
    [...(rule.htsPrefixes ?? []), ...(rule.exceptHtsPrefixes ?? [])]
      .filter((prefix) => !hasLine(reference.tariff, prefix))
      .map((prefix) => `${ruleKey(rule)}: no tariff line starts with ${prefix}`),
  )
}

/** Rows of one prefix; few, so each is compared with each. */
function overlaps(rows: readonly CodeListRow[]): string[] {
  return rows.flatMap((row, index) =>
    rows
      .slice(index + 1)
      .filter((other) => other.list === row.list && startsBeforeEnd(row, other) && startsBeforeEnd(other, row))
      .map(({ list, prefix }) => `list ${list}: two rows for ${prefix} hold on the same date`),
  )
}

function startsBeforeEnd({ effectiveFrom }: CodeListRow, { effectiveTo }: CodeListRow): boolean {
  return effectiveFrom === null || effectiveTo === null || effectiveFrom < effectiveTo
}

function unknownOrigins({ list, prefix, origins }: CodeListRow, { reference }: RulePack): string[] {
  return origins
    .filter((origin) => !reference.countries.has(origin))
    .map((origin) => `list ${list}: ${prefix} names ${origin}, which is no country`)
}

/** Every list is named by an argument `list` or `lists` of something; one that nobody reads is a law nobody applies. */
function unusedLists({ lists, rules, measures, agencies }: RulePack): string[] {
  const used = new Set<string>()
  collectLists({ rules: rules.map(({ rule }) => rule), measures, agencies }, used)
  return [...lists.names].filter((name) => !used.has(name)).map((name) => `list ${name}: nothing reads it`)
}

function collectLists(value: unknown, used: Set<string>): void {
  if (typeof value !== 'object' || value === null) return
  for (const [member, content] of Object.entries(value)) {
    if (member === 'list' && typeof content === 'string') used.add(content)
    if (/lists$/i.test(member) && Array.isArray(content)) for (const name of content) used.add(String(name))
    collectLists(content, used)
  }
}

/** Whether a line of the schedule starts with these two to ten digits. */
export function hasLine({ codes }: TariffSchedule, prefix: string): boolean {
  const scale = 10 ** (10 - prefix.length)
  const wanted = Number(prefix) * scale
  let [low, high] = [0, codes.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((codes[middle] ?? 0) < wanted) low = middle + 1
    else high = middle
  }
  const code = codes[low]
  return code !== undefined && code < wanted + scale
}
