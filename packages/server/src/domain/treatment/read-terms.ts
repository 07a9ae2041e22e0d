import { readJson } from '../rules/read-json.ts'
import { isRecord } from '../rules/record-reader.ts'
import type { FoundProblem } from '../rules/rule-pack-error.ts'

/** What several records of a pack mean by one name, so that it stands in one place. */
export interface PackTerms {
  /** Countries by the name of their group; a record, or a group below, names it as `@EU`. Written with blanks between. */
  readonly countries: ReadonlyMap<string, readonly string[]>
  /** Conditions by name; a record uses one as `{"use": "section 232 duty"}`. */
  readonly conditions: ReadonlyMap<string, Readonly<Record<string, unknown>>>
}

const file = 'terms.json'

/** Reads the terms of a pack; `known` are the countries that a group may hold. */
export function readTerms(
  texts: ReadonlyMap<string, string>,
  known: ReadonlySet<string>,
  problems: FoundProblem[],
): PackTerms {
  const value = readJson(texts, file, problems)
  const countries = new Map<string, readonly string[]>()
  const conditions = new Map<string, Readonly<Record<string, unknown>>>()
  for (const [name, group] of membersOf(value, 'countries', problems)) {
    const words = typeof group === 'string' ? group.split(' ') : ['no text']
    const members = words.flatMap((word) => (word.startsWith('@') ? (countries.get(word.slice(1)) ?? [word]) : [word]))
    const unknown = members.find((country) => !known.has(country))
    if (unknown === undefined) countries.set(name, members)
    else
      problems.push({
        file,
        path: ['countries', name],
        at: name,
        reason: `${unknown} is no country and no group above`,
      })
  }
  for (const [name, condition] of membersOf(value, 'conditions', problems)) {
    if (isRecord(condition) && typeof condition['test'] === 'string') conditions.set(name, condition)
    else problems.push({ file, path: ['conditions', name], at: name, reason: 'must be a condition with a test' })
  }
  return { countries, conditions }
}

function membersOf(value: unknown, name: string, problems: FoundProblem[]): [string, unknown][] {
  const members = isRecord(value) ? value[name] : undefined
  if (isRecord(members)) return Object.entries(members)
  if (value !== undefined) problems.push({ file, path: [], reason: `${name} must be an object` })
  return []
}
