import type { PgaTreatment } from '@entrygo/sdk/contract'
import { parseDecimal } from '../customs/decimal.ts'
import { listNamesArgument, notingReasons, type PackFacts } from '../rules/predicate.ts'
import { readJson } from '../rules/read-json.ts'
import { isRecord, type RecordReader, readRecord } from '../rules/record-reader.ts'
import type { FoundProblem } from '../rules/rule-pack-error.ts'
import {
  type AgencyCandidate,
  type AgencyFlag,
  type AgencyNeed,
  type AgencyProgram,
  agencyPrograms,
  type DataKind,
  type DisclaimCode,
  type PassedOver,
} from './agency-program.ts'

type Json = Readonly<Record<string, unknown>>

interface Reading {
  readonly pack: PackFacts
  readonly reasons: string[]
}

const file = 'agencies.json'

/** The agency programs of the pack, `agencies.json`; what cannot be used becomes a problem that names its record. */
export function readAgencies(
  texts: ReadonlyMap<string, string>,
  pack: PackFacts,
  problems: FoundProblem[],
): AgencyProgram[] {
  const value = readJson(texts, file, problems)
  if (value === undefined) return []
  if (!Array.isArray(value)) {
    problems.push({ file, reason: 'must be a list of agency programs' })
    return []
  }
  const records: AgencyProgram[] = []
  for (const [index, item] of value.entries()) {
    const reasons: string[] = []
    const record = readProgram(isRecord(item) ? item : {}, { pack, reasons })
    if (records.some((other) => overlaps(other, record))) reasons.push(`a record of ${record.program} overlaps it`)
    problems.push(...reasons.map((reason) => ({ file, path: [index], at: record.id || `record ${index}`, reason })))
    records.push(record)
  }
  return records
}

/** Two records that would hold at once; a correction has the same id and a later date of recording. */
function overlaps(a: AgencyProgram, b: AgencyProgram): boolean {
  if (a.program !== b.program || (a.id === b.id && a.recordedAt !== b.recordedAt)) return false
  return isBefore(a.effectiveFrom, b.effectiveTo) && isBefore(b.effectiveFrom, a.effectiveTo)
}

function isBefore(from: string | null, to: string | null): boolean {
  return from === null || to === null || from < to
}

function readProgram(value: Json, reading: Reading): AgencyProgram {
  const reader = readRecord(value)
  reader.allow(members)
  const record: AgencyProgram = {
    id: reader.text('id'),
    program: reader.choice('program', agencyPrograms),
    ruleId: reader.text('ruleId'),
    agency: reader.text('agency'),
    subject: reader.text('subject'),
    candidates: reader.objects('candidates').map((item) => readCandidate(item, reading)),
    flags: reader.objects('flags').map((item) => readFlag(item, reading)),
    disclaimCodes: disclaimCodesOf(reader),
    ...(reader.has('declaredBy') ? { declaredBy: reader.choice('declaredBy', ['childrenProduct']) } : {}),
    fields: readFields(reader),
    needs: reader.objects('needs').map((item) => readNeed(item, reading)),
    asks: reader.objects('asks').map((item) => readNeed(item, reading)),
    ...(reader.has('perEntryOf') ? { perEntryOf: reader.text('perEntryOf') } : {}),
    passedOver: reader.objects('passedOver').map((item) => readPassedOver(item, reading)),
    citation: reader.text('citation'),
    confidence: reader.choice('confidence', ['H', 'M', 'L']),
    effectiveFrom: reader.dateOrNull('effectiveFrom'),
    effectiveTo: reader.dateOrNull('effectiveTo'),
    recordedAt: reader.date('recordedAt'),
  }
  reading.reasons.push(...reader.reasons, ...unknownFields(record))
  return record
}

const members: readonly (keyof AgencyProgram)[] = [
  'id',
  'program',
  'ruleId',
  'agency',
  'subject',
  'candidates',
  'flags',
  'disclaimCodes',
  'declaredBy',
  'fields',
  'needs',
  'asks',
  'perEntryOf',
  'passedOver',
  'citation',
  'confidence',
  'effectiveFrom',
  'effectiveTo',
  'recordedAt',
]

function unknownFields({ fields, needs, asks }: AgencyProgram): string[] {
  const named = [...needs, ...asks].flatMap(({ oneOf, with: given }) => [...oneOf.flat(), ...(given ? [given] : [])])
  const unknown = [...new Set(named)].filter((field) => !Object.hasOwn(fields, field))
  return unknown.map((field) => `fields says not what ${field} is`)
}

function readCandidate(value: Json, { pack, reasons }: Reading): AgencyCandidate {
  const reader = readRecord(value)
  reader.allow(['lists', 'fact', 'word'])
  const candidate: AgencyCandidate = {
    lists: listNames(value, 'lists', { pack, reasons }),
    ...(reader.has('fact') ? { fact: reader.choice('fact', ['childrenProduct']) } : {}),
    ...(reader.has('word') ? { word: reader.text('word') } : {}),
  }
  reasons.push(...reader.reasons.map((reason) => `candidates: ${reason}`))
  return candidate
}

function readFlag(value: Json, { reasons }: Reading): AgencyFlag {
  const reader = readRecord(value)
  reader.allow(['flag', 'requirement', 'disclaimCodes'])
  const flag: AgencyFlag = {
    flag: reader.text('flag'),
    requirement: reader.choice<PgaTreatment['requirement']>('requirement', ['may', 'must']),
    ...(reader.has('disclaimCodes') ? { disclaimCodes: disclaimCodesOf(reader) } : {}),
  }
  reasons.push(...reader.reasons.map((reason) => `flags: ${reason}`))
  return flag
}

function disclaimCodesOf(reader: RecordReader): DisclaimCode[] {
  return reader.texts('disclaimCodes').flatMap((text): DisclaimCode[] => {
    const code = knownCodes.find((known) => known === text)
    if (code === undefined) reader.reasons.push(`disclaimCodes: ${text} is none of ${knownCodes.join(', ')}`)
    return code === undefined ? [] : [code]
  })
}

const knownCodes = ['A', 'B', 'C', 'D'] as const

function readFields(reader: RecordReader): Readonly<Record<string, DataKind>> {
  const fields = readRecord(reader.object('fields'))
  const names = Object.keys(reader.object('fields'))
  const read = Object.fromEntries(names.map((name) => [name, fields.choice<DataKind>(name, kinds)]))
  reader.reasons.push(...fields.reasons.map((reason) => `fields.${reason}`))
  return read
}

const kinds = ['text', 'texts', 'statement', 'answer', 'amount', 'percent', 'details'] as const

function readNeed(value: Json, reading: Reading): AgencyNeed {
  const reader = readRecord(value)
  reader.allow(['oneOf', 'lists', 'exceptLists', 'word', 'with'])
  const need: AgencyNeed = {
    oneOf: fieldSets(value['oneOf'], reader),
    ...(reader.has('lists') ? { lists: listNames(value, 'lists', reading) } : {}),
    ...(reader.has('exceptLists') ? { exceptLists: listNames(value, 'exceptLists', reading) } : {}),
    ...(reader.has('word') ? { word: reader.text('word') } : {}),
    ...(reader.has('with') ? { with: reader.text('with') } : {}),
  }
  reading.reasons.push(...reader.reasons.map((reason) => `needs: ${reason}`))
  return need
}

function fieldSets(value: unknown, reader: RecordReader): readonly (readonly string[])[] {
  const isSet = (set: unknown): set is readonly string[] =>
    Array.isArray(set) && set.length > 0 && set.every((field) => typeof field === 'string')
  if (Array.isArray(value) && value.length > 0 && value.every(isSet)) return value
  reader.reasons.push('oneOf must be a list of sets of fields')
  return []
}

function readPassedOver(value: Json, { reasons }: Reading): PassedOver {
  const reader = readRecord(value)
  reader.allow(['atMost', 'isTrue'])
  const atMost: Record<string, bigint> = {}
  for (const [field, text] of Object.entries(reader.object('atMost'))) {
    const limit = typeof text === 'string' ? parseDecimal(text) : null
    if (limit === null) reader.reasons.push(`atMost.${field} must be a decimal`)
    else atMost[field] = limit
  }
  const isTrue = reader.texts('isTrue')
  if (Object.keys(atMost).length + isTrue.length === 0) reader.reasons.push('has no condition')
  reasons.push(...reader.reasons.map((reason) => `passedOver: ${reason}`))
  return { atMost, isTrue }
}

function listNames(value: Json, name: string, { pack, reasons }: Reading): readonly string[] {
  return notingReasons(reasons, () => listNamesArgument(value, name, pack)) ?? []
}
