import { parseDecimal } from '../customs/decimal.ts'
import type { ProductFacts } from '../rules/facts.ts'
import { isRecord } from '../rules/record-reader.ts'
import type { AgencyNeed, AgencyProgram, DataKind, PassedOver } from './agency-program.ts'

type Data = Readonly<Record<string, unknown>>

/**
 * The fields that these needs leave open, below `data`: `productCode`, or `materials.1.genus` where a program asks for
 * each entry of a list. What is not of its kind, empty or a placeholder counts as not given.
 */
export function missingFields(
  program: AgencyProgram,
  needs: readonly AgencyNeed[],
  { data, goods }: { data: Data; goods: ProductFacts },
): string[] {
  const asked = needs.filter((need) => isAsked(program, need, { data, goods }))
  const { perEntryOf } = program
  const entries = perEntryOf === undefined ? undefined : data[perEntryOf]
  if (perEntryOf === undefined || !Array.isArray(entries) || entries.length === 0)
    return openFields(program, asked, data)
  const missing: string[] = []
  for (const [index, entry] of entries.entries()) {
    const own = isRecord(entry) ? { ...data, ...entry } : {}
    missing.push(...openFields(program, asked, own).map((field) => `${perEntryOf}.${index}.${field}`))
    // The answer names enough to begin with; an entry that is named no more still keeps the goods from READY.
    if (missing.length >= maxMissing) break
  }
  return missing
}

/** The sets that would do instead of this field: "grower", "certifierId and version"; empty when there is none. */
export function alternativesOf({ needs }: AgencyProgram, field: string): string[] {
  const need = needs.find(({ oneOf }) => oneOf.some((set) => set.includes(field)))
  if (need === undefined) return []
  return need.oneOf.filter((set) => !set.includes(field)).map((set) => set.join(' and '))
}

/** The goods are regulated and the law asks nothing of them. */
export function isPassedOver({ passedOver }: AgencyProgram, data: Data): boolean {
  return passedOver.some((case_) => holds(case_, data))
}

export function isGiven(kind: DataKind, value: unknown): boolean {
  switch (kind) {
    case 'text':
      return isText(value)
    case 'texts':
      return Array.isArray(value) ? value.length > 0 && value.every(isText) : isText(value)
    case 'statement':
      return value === true || isText(value)
    case 'answer':
      return typeof value === 'boolean' || isText(value)
    case 'amount':
      return amountOf(value) !== null
    case 'percent': {
      const amount = amountOf(value)
      return amount !== null && amount <= wholePct
    }
    case 'details':
      return saysSomething(value, maxDepth)
  }
}

/** Whole words, in any case. */
export function hasWord(text: string | undefined, word: string): boolean {
  return (
    text
      ?.toLowerCase()
      .split(/[^a-z]+/)
      .includes(word) ?? false
  )
}

const maxMissing = 60
const maxDepth = 5
const wholePct = 100_0000n

function isAsked(
  program: AgencyProgram,
  need: AgencyNeed,
  { data, goods }: { data: Data; goods: ProductFacts },
): boolean {
  const isOn = (lists: readonly string[]): boolean => goods.lists.some(({ list }) => lists.includes(list))
  if (need.lists !== undefined && !isOn(need.lists)) return false
  if (need.exceptLists !== undefined && isOn(need.exceptLists)) return false
  if (need.word !== undefined && !hasWord(goods.product.description, need.word)) return false
  return need.with === undefined || has(program, data, need.with)
}

function openFields(program: AgencyProgram, needs: readonly AgencyNeed[], data: Data): string[] {
  const missing = needs.flatMap(({ oneOf }) => {
    const open = oneOf.map((set) => set.filter((field) => !has(program, data, field)))
    if (open.some((fields) => fields.length === 0)) return []
    const begun = open.filter((fields, index) => fields.length < (oneOf[index]?.length ?? 0))
    return begun.toSorted((a, b) => a.length - b.length)[0] ?? open[0] ?? []
  })
  return [...new Set(missing)]
}

function has({ fields }: AgencyProgram, data: Data, field: string): boolean {
  return Object.hasOwn(data, field) && isGiven(fields[field] ?? 'text', data[field])
}

function holds({ atMost, isTrue }: PassedOver, data: Data): boolean {
  return (
    Object.entries(atMost).every(([field, limit]) => {
      const amount = amountOf(data[field])
      return amount !== null && amount <= limit
    }) && isTrue.every((field) => data[field] === true)
  )
}

function isText(value: unknown): boolean {
  if (typeof value === 'number') return Number.isFinite(value)
  return typeof value === 'string' && value.trim() !== '' && !placeholder.test(value.trim())
}

/** Words that stand where a fact is missing. "NA" is none: it is Namibia. */
const placeholder = /^(n\/a|null|nil|none|undefined|unknown|tbd|tba|todo|[-?.]+)$/i

function amountOf(value: unknown): bigint | null {
  if (typeof value === 'string') return parseDecimal(value.trim())
  return typeof value === 'number' ? parseDecimal(String(value)) : null
}

function saysSomething(value: unknown, depth: number): boolean {
  if (depth === 0) return false
  if (Array.isArray(value)) return value.some((item) => saysSomething(item, depth - 1))
  if (isRecord(value)) return Object.values(value).some((item) => saysSomething(item, depth - 1))
  return isText(value)
}
