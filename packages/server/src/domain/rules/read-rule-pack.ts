import { bindRule } from './bind-rule.ts'
import { compareText } from './findings.ts'
import type { PackFacts } from './predicate.ts'
import { readReference } from './read-reference.ts'
import { isRecord, readRecord } from './record-reader.ts'
import type { Rule } from './rule.ts'
import { type BoundRule, type KnownChange, type RulePack, ruleKey } from './rule-pack.ts'
import { RulePackError, type RulePackProblem } from './rule-pack-error.ts'
import { readRule } from './rule-record.ts'

/** The files of a pack as text, by path inside the pack; compressed tables are given unpacked, without `.gz`. */
export interface RulePackFiles {
  readonly texts: ReadonlyMap<string, string>
  /** See `rulePackDigest`. */
  readonly digest: string
}

/** A pack that is complete and sound, or a `RulePackError` that names every problem found. */
export function readRulePack({ texts, digest }: RulePackFiles): RulePack {
  const problems: RulePackProblem[] = []
  const head = readHead(texts, problems)
  const rules = readRules(texts, problems)
  const reference = readReference(texts, { htsRevision: head.htsRevision, problems })
  for (const { id, group } of rules) {
    if (!head.groups.includes(group)) {
      problems.push({ file: 'rules.json', at: id, reason: `group ${group} is not one of pack.json's groups` })
    }
  }
  const { validFrom, validThrough } = head
  const bound = bindRules(rules, { reference, validFrom, validThrough }, problems)
  if (problems.length > 0) throw new RulePackError(problems)
  return { ...head, digest, rules: bound, reference }
}

type Head = Omit<RulePack, 'digest' | 'rules' | 'reference'>

function readHead(texts: ReadonlyMap<string, string>, problems: RulePackProblem[]): Head {
  const file = 'pack.json'
  const value = readJson(texts, file, problems)
  const reader = readRecord(isRecord(value) ? value : {})
  const knownChanges = reader.objects('knownChanges').map((change): KnownChange => {
    const member = readRecord(change)
    const read = { date: member.date('date'), change: member.text('change'), citation: member.text('citation') }
    problems.push(...member.reasons.map((reason) => ({ file, at: 'knownChanges', reason })))
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
  if (value !== undefined) problems.push(...reader.reasons.map((reason) => ({ file, reason })))
  return head
}

function readRules(texts: ReadonlyMap<string, string>, problems: RulePackProblem[]): Rule[] {
  const file = 'rules.json'
  const value = readJson(texts, file, problems)
  if (value === undefined) return []
  if (!Array.isArray(value)) {
    problems.push({ file, reason: 'must be a list of rules' })
    return []
  }
  const seen = new Set<string>()
  return value.flatMap((item: unknown, position) => {
    const reading = readRule(item, position)
    if ('reasons' in reading) {
      problems.push(...reading.reasons.map((reason) => ({ file, at: reading.name, reason })))
      return []
    }
    const { rule } = reading
    const key = `${ruleKey(rule)} ${rule.recordedAt}`
    if (seen.has(key))
      problems.push({ file, at: ruleKey(rule), reason: `stands twice with recordedAt ${rule.recordedAt}` })
    seen.add(key)
    return [rule]
  })
}

function bindRules(rules: readonly Rule[], pack: PackFacts, problems: RulePackProblem[]): BoundRule[] {
  return rules.flatMap((rule) => {
    const binding = bindRule(rule, pack)
    if ('bound' in binding) return [binding.bound]
    problems.push({ file: 'rules.json', at: ruleKey(rule), reason: binding.reason })
    return []
  })
}

function readJson(texts: ReadonlyMap<string, string>, file: string, problems: RulePackProblem[]): unknown {
  const text = texts.get(file)
  if (text === undefined) {
    problems.push({ file, reason: 'is missing' })
    return undefined
  }
  try {
    return JSON.parse(text)
  } catch (error) {
    problems.push({ file, reason: `is not JSON: ${error instanceof Error ? error.message : String(error)}` })
    return undefined
  }
}
