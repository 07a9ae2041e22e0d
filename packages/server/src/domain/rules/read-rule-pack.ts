import { readCodeLists } from '../lists/read-code-lists.ts'
import { readAgencies } from '../treatment/read-agencies.ts'
import { readMeasures } from '../treatment/read-measures.ts'
import { readTerms } from '../treatment/read-terms.ts'
import { bindRule } from './bind-rule.ts'
import { compareText } from './findings.ts'
import type { JsonStep } from './json-lines.ts'
import type { PackFacts } from './predicate.ts'
import { readJson } from './read-json.ts'
import { readReference } from './read-reference.ts'
import { isRecord, readRecord } from './record-reader.ts'
import type { Rule } from './rule.ts'
import { type BoundRule, type KnownChange, type RulePack, ruleKey } from './rule-pack.ts'
import { type FoundProblem, locateProblems, RulePackError } from './rule-pack-error.ts'
import { readRule } from './rule-record.ts'

/** The files of a pack as text, by path inside the pack; compressed tables are given unpacked, without `.gz`. */
export interface RulePackFiles {
  readonly texts: ReadonlyMap<string, string>
  /** See `rulePackDigest`. */
  readonly digest: string
}

/** A pack that is complete and sound, or a `RulePackError` that names every problem found. */
export function readRulePack({ texts, digest }: RulePackFiles): RulePack {
  const problems: FoundProblem[] = []
  const head = readHead(texts, problems)
  const rules = readRules(texts, problems)
  const reference = readReference(texts, { htsRevision: head.htsRevision, problems })
  const lists = readCodeLists(texts, problems)
  for (const { file, path, rule } of rules) {
    if (!head.groups.includes(rule.group)) {
      problems.push({ file, path, at: ruleKey(rule), reason: `group ${rule.group} is not one of pack.json's groups` })
    }
  }
  const { validFrom, validThrough } = head
  const terms = readTerms(texts, reference.countries, problems)
  const facts = { reference, lists, terms, validFrom, validThrough }
  const bound = bindRules(rules, facts, problems)
  const measures = readMeasures(texts, facts, problems)
  const agencies = readAgencies(texts, facts, problems)
  if (problems.length > 0) throw new RulePackError(locateProblems(problems, texts))
  return { ...head, digest, rules: bound, reference, lists, terms, measures, agencies }
}

type Head = Omit<RulePack, 'digest' | 'rules' | 'reference' | 'lists' | 'terms' | 'measures' | 'agencies'>

function readHead(texts: ReadonlyMap<string, string>, problems: FoundProblem[]): Head {
  const file = 'pack.json'
  const value = readJson(texts, file, problems)
  const reader = readRecord(isRecord(value) ? value : {})
  const knownChanges = reader.objects('knownChanges').map((change, index): KnownChange => {
    const path = ['knownChanges', index]
    const member = readRecord(change)
    const read = { date: member.date('date'), change: member.text('change'), citation: member.text('citation') }
    problems.push(...member.reasons.map((reason) => ({ file, path, at: 'knownChanges', reason })))
    return read
  })
  const head = {
    id: reader.text('id'),
    version: reader.text('version'),
    validFrom: reader.date('validFrom'),
    validThrough: reader.date('validThrough'),
    knownChanges: knownChanges.toSorted((a, b) => compareText(a.date, b.date)),
    htsRevision: reader.text('htsRevision'),
    groups: reader.texts('groups').toSorted(compareText),
    isComplete: reader.flag('isComplete'),
  }
  if (head.validFrom > head.validThrough) {
    reader.reasons.push(`validFrom ${head.validFrom} is after validThrough ${head.validThrough}`)
  }
  // Each reason begins with the member that it is about.
  const problemOf = (reason: string): FoundProblem => ({ file, path: reason.split(' ').slice(0, 1), reason })
  if (value !== undefined) problems.push(...reader.reasons.map(problemOf))
  return head
}

/** A rule and where it stands. */
interface FiledRule {
  readonly file: string
  readonly path: readonly JsonStep[]
  readonly rule: Rule
}

function readRules(texts: ReadonlyMap<string, string>, problems: FoundProblem[]): FiledRule[] {
  const files = [...texts.keys()].filter((path) => path.startsWith('rules/')).sort(compareText)
  if (files.length === 0) problems.push({ file: 'rules/', reason: 'is missing' })
  const seen = new Set<string>()
  return files.flatMap((file) => {
    const value = readJson(texts, file, problems)
    if (value === undefined) return []
    if (!Array.isArray(value)) {
      problems.push({ file, reason: 'must be a list of rules' })
      return []
    }
    return value.flatMap((item: unknown, position): FiledRule[] => {
      const path = [position]
      const reading = readRule(item, position)
      if ('reasons' in reading) {
        problems.push(...reading.reasons.map((reason) => ({ file, path, at: reading.name, reason })))
        return []
      }
      const { rule } = reading
      const key = `${ruleKey(rule)} ${rule.recordedAt}`
      if (seen.has(key))
        problems.push({ file, path, at: ruleKey(rule), reason: `stands twice with recordedAt ${rule.recordedAt}` })
      seen.add(key)
      return [{ file, path, rule }]
    })
  })
}

function bindRules(rules: readonly FiledRule[], pack: PackFacts, problems: FoundProblem[]): BoundRule[] {
  return rules.flatMap(({ file, path, rule }) => {
    const binding = bindRule(rule, pack)
    if ('bound' in binding) return [binding.bound]
    problems.push({ file, path, at: ruleKey(rule), reason: binding.reason })
    return []
  })
}
