import { type TradeProgram, tradePrograms } from '@entrygo/sdk/contract'
import { countriesArgument, listNamesArgument, notingReasons, type PackFacts } from '../rules/predicate.ts'
import { readJson } from '../rules/read-json.ts'
import { isRecord, type RecordReader, readRecord } from '../rules/record-reader.ts'
import type { FoundProblem } from '../rules/rule-pack-error.ts'
import type { BoundCondition, BoundHeading, MeasureInForce } from './decide-trade-actions.ts'
import type { Condition, TradeHeading } from './trade-measure.ts'
import { tradeTestRegistry } from './trade-test-registry.ts'

interface Reading {
  readonly file: string
  readonly pack: PackFacts
  readonly problems: FoundProblem[]
  /** Id and recording date of every heading record so far, of all files. */
  readonly seen: Set<string>
}

/**
 * The trade actions of the pack, one file each, in the order of their file names: `trade/10-semiconductors.json` is
 * decided before `trade/20-autos.json`, which may look at what it decided.
 */
export function readMeasures(
  texts: ReadonlyMap<string, string>,
  pack: PackFacts,
  problems: FoundProblem[],
): MeasureInForce[] {
  const files = [...texts.keys()].filter((path) => path.startsWith('trade/')).sort()
  const seen = new Set<string>()
  return files.flatMap((file) => {
    const value = readJson(texts, file, problems)
    if (value === undefined) return []
    if (!isRecord(value)) {
      problems.push({ file, reason: 'must be an object' })
      return []
    }
    return [readMeasure(value, { file, pack, problems, seen })]
  })
}

function readMeasure(value: Readonly<Record<string, unknown>>, reading: Reading): MeasureInForce {
  const { file, pack, problems } = reading
  const reader = readRecord(value)
  reader.allow(['program', 'open', 'lists', 'origins', 'headings'])
  const measure = {
    program: reader.choice<TradeProgram>('program', tradePrograms),
    open: reader.choice('open', ['one', 'each']),
    ...(reader.has('lists') ? { lists: listNames(reader, value, reading) } : {}),
    ...(reader.has('origins')
      ? { origins: notingReasons(reader.reasons, () => countriesArgument(value, 'origins', pack)) ?? [] }
      : {}),
    headings: reader.objects('headings').flatMap((record, index) => readHeading(record, index, reading)),
  }
  problems.push(...reader.reasons.map((reason) => ({ file, path: [], reason })))
  return measure
}

function readHeading(value: Readonly<Record<string, unknown>>, index: number, reading: Reading): BoundHeading[] {
  const reader = readRecord(value)
  reader.allow(headingMembers)
  const when = reader.objects('when')
  const record: TradeHeading = {
    id: reader.text('id'),
    ruleId: reader.text('ruleId'),
    heading: reader.textOrNull('heading'),
    rate: reader.text('rate'),
    basis: reader.choice('basis', ['fullValue', 'part']),
    status: reader.choice('status', ['applies', 'needs_answer', 'not_applied']),
    ...(reader.has('lists') ? { lists: listNames(reader, value, reading) } : {}),
    when: when.flatMap((condition) => readCondition(condition, reader, reading)),
    why: reader.text('why'),
    citation: reader.text('citation'),
    confidence: reader.choice('confidence', ['H', 'M', 'L']),
    effectiveFrom: reader.dateOrNull('effectiveFrom'),
    effectiveTo: reader.dateOrNull('effectiveTo'),
    recordedAt: reader.date('recordedAt'),
  }
  if (record.heading !== null && !/^99\d\d\.\d\d\.\d\d$/.test(record.heading)) {
    reader.reasons.push(`heading ${record.heading} is not written 9903.82.02`)
  }
  const tests = record.when.flatMap((condition) => bindCondition(condition, reader, reading))
  const key = `${record.id} ${record.recordedAt}`
  if (reading.seen.has(key)) reader.reasons.push(`stands twice with recordedAt ${record.recordedAt}`)
  reading.seen.add(key)
  const place = { file: reading.file, path: ['headings', index], at: record.id || `record ${index}` }
  reading.problems.push(...reader.reasons.map((reason) => ({ ...place, reason })))
  return reader.reasons.length === 0 ? [{ record, tests }] : []
}

const headingMembers: readonly (keyof TradeHeading)[] = [
  'id',
  'ruleId',
  'heading',
  'rate',
  'basis',
  'status',
  'lists',
  'when',
  'why',
  'citation',
  'confidence',
  'effectiveFrom',
  'effectiveTo',
  'recordedAt',
]

function listNames(
  reader: RecordReader,
  value: Readonly<Record<string, unknown>>,
  { pack }: Reading,
): readonly string[] {
  return notingReasons(reader.reasons, () => listNamesArgument(value, 'lists', pack)) ?? []
}

/** `{"use": name}` stands for a condition that the terms of the pack name; `not` and `unknownIs` may stand beside it. */
function readCondition(
  written: Readonly<Record<string, unknown>>,
  heading: RecordReader,
  { pack }: Reading,
): Condition[] {
  const { use, ...others } = written
  const term = typeof use === 'string' ? pack.terms.conditions.get(use) : undefined
  if (use !== undefined && term === undefined) heading.reasons.push(`when: the pack has no condition ${String(use)}`)
  if (use !== undefined && term === undefined) return []
  const value = { ...term, ...others }
  const reader = readRecord(value)
  const test = reader.text('test')
  const not = reader.has('not') ? reader.flag('not') : false
  const unknownIs = reader.has('unknownIs') ? reader.choice('unknownIs', ['no']) : undefined
  heading.reasons.push(...reader.reasons.map((reason) => `when: ${reason}`))
  const { test: _test, not: _not, unknownIs: _unknownIs, ...args } = value
  return [{ ...args, test, ...(not ? { not } : {}), ...(unknownIs === undefined ? {} : { unknownIs }) }]
}

function bindCondition(condition: Condition, heading: RecordReader, { pack }: Reading): BoundCondition[] {
  const { test: name, not: isNegated = false, unknownIs, ...args } = condition
  const test = Object.hasOwn(tradeTestRegistry, name) ? tradeTestRegistry[name] : undefined
  if (test === undefined) {
    heading.reasons.push(`when: there is no test ${name}`)
    return []
  }
  const unknown = Object.keys(args).find((argument) => !test.args.includes(argument))
  if (unknown !== undefined) heading.reasons.push(`when: ${unknown} is not an argument of ${name}`)
  const ask = notingReasons(heading.reasons, () => test.bind(args, pack))
  return ask === undefined ? [] : [{ ask, isNegated, isClaim: unknownIs === 'no' }]
}
