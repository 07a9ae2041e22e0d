import type { PgaTreatment, TradeActionTreatment } from '@entrygo/sdk/contract'
import {
  type CodeListRow,
  evaluateProduct,
  isInForce,
  loadRulePack,
  type ProductEvaluation,
  type ResolvedRules,
  resolveRules,
} from '@entrygo/server/rules'
import { parse } from 'csv-parse/sync'
import { positionsUnder } from './find-lines.ts'
import { type HtsIndex, nodeAt, pathTo } from './hts-index.ts'
import { notice } from './notice.ts'
import { unpacked } from './open-index.ts'
import { displayed } from './tariff-number.ts'

export interface NumberRequest {
  /** Two to ten. */
  readonly digits: string
  /** `YYYY-MM-DD`. */
  readonly asOf: string
  /** Of the lines below the number. */
  readonly limit: number
}

/** Nothing in the schedule begins with the number; `nearest` is the longest beginning that does. */
export interface UnknownNumber {
  readonly nearest: string | null
  readonly message: string
}

export interface ListedAs {
  readonly list: string
  /** What the list says of these goods: a metal, a heading, a case. */
  readonly value: string
  readonly htsPrefix: string
  /** Only goods of these countries of origin; empty means of any. */
  readonly origins: readonly string[]
  readonly effectiveFrom: string | null
  readonly effectiveTo: string | null
  readonly confidence: CodeListRow['confidence']
  readonly citation: string
}

/** What a trade measure says of goods of which only the number is known, and their origin where it asks for one. */
export interface MeasureLookingAt {
  readonly program: string
  /** Only goods of these countries of origin; empty means of any. */
  readonly origins: readonly string[]
  readonly treatments: readonly TradeActionTreatment[]
}

export interface LineBelow {
  readonly htsCode: string
  readonly path: readonly string[]
  readonly units: readonly string[]
}

/** Column 1 general and special, and column 2, as printed. */
export interface Rates {
  readonly general: string
  readonly special: string
  readonly other: string
}

/** What the pack knows of a number as of a day. It says nothing about goods. */
export interface DescribedNumber {
  readonly htsCode: string
  readonly status: 'line' | 'missing' | 'too_short' | 'incomplete' | 'unknown_suffix' | 'unknown_line'
  readonly asOf: string
  /** The day lies in the window for which the pack knows the law. */
  readonly isLawKnown: boolean
  readonly rulePack: {
    readonly id: string
    readonly version: string
    readonly htsRevision: string
    readonly isComplete: boolean
  }
  /** What the rules say of the number itself; null for a line. */
  readonly remark: { readonly ruleId: string; readonly message: string } | null
  readonly path: readonly string[]
  readonly units: readonly string[]
  /** Null where the number is too short to have one rate. */
  readonly rates: Rates | null
  readonly lists: readonly ListedAs[]
  /** Lists that hold some of the numbers below this one. */
  readonly listsBelow: readonly { readonly list: string; readonly prefixes: number }[]
  readonly measures: readonly MeasureLookingAt[]
  readonly pga: readonly PgaTreatment[]
  /** Of the lines below the number; 0 for a line. */
  readonly lineCount: number
  readonly lines: readonly LineBelow[]
  readonly notice: string
}

export function describeNumber(index: HtsIndex, request: NumberRequest): DescribedNumber | UnknownNumber {
  const { digits } = request
  const base = beginningOf(index, digits)
  if (base === digits || (base.length >= 8 && digits.length > base.length)) return describeKnown(index, request, base)
  const message = `The HTS (${index.revision}) has no line that begins with ${displayed(digits)}; it may be newer than this revision.`
  if (base === '') return { nearest: null, message }
  return { nearest: displayed(base), message: `${message} The nearest beginning is ${displayed(base)}.` }
}

/** The longest beginning of the number that the schedule has, in the steps 2, 4, 6, 8 and whole. */
function beginningOf(index: HtsIndex, digits: string): string {
  const beginnings = [
    digits,
    ...[8, 6, 4, 2].filter((size) => size < digits.length).map((size) => digits.slice(0, size)),
  ]
  return beginnings.find((beginning) => positionsUnder(index, beginning).length > 0) ?? ''
}

function describeKnown(index: HtsIndex, { digits, asOf, limit }: NumberRequest, base: string): DescribedNumber {
  const pack = loadRulePack()
  const rules = resolveRules(pack, asOf)
  const positions = positionsUnder(index, base)
  const evaluated = evaluateProduct(rules, 'product', { htsCode: digits })
  const isLine = evaluated.goods.tariff.kind === 'line'
  const own = isLine ? positions[0] : undefined
  return {
    htsCode: displayed(digits),
    status: evaluated.goods.tariff.kind,
    asOf,
    isLawKnown: pack.validFrom <= asOf && asOf <= pack.validThrough,
    rulePack: { id: pack.id, version: pack.version, htsRevision: index.revision, isComplete: pack.isComplete },
    remark: remarkOn(evaluated),
    path: commonPath(index, positions),
    units: own === undefined ? [] : nodeAt(index, own).units.split(' | ').filter(Boolean),
    // The rates are those of the first eight digits: an unknown suffix does not change them.
    rates: base.length < 8 ? null : ratesOf(nodeAt(index, positions[0] ?? 0).digits),
    lists: evaluated.goods.lists.map(listedAs),
    listsBelow: listsBelow(rules, digits),
    measures: measuresOf(rules, evaluated),
    pga: evaluated.goods.treatment().pga.map(({ treatment }) => treatment),
    lineCount: isLine ? 0 : positions.length,
    lines: isLine ? [] : positions.slice(0, limit).map((position) => lineAt(index, position)),
    notice,
  }
}

/** What the rules say of the number itself: too short, incomplete, a suffix that is not in the schedule. */
function remarkOn({ findings, goods }: ProductEvaluation): { ruleId: string; message: string } | null {
  if (goods.tariff.kind === 'line') return null
  const found = findings.find(({ ruleId, field }) => /^ENT-0[1-4]$/.test(ruleId) && field === 'htsCode')
  return found === undefined ? null : { ruleId: found.ruleId, message: found.message }
}

function commonPath(index: HtsIndex, positions: readonly number[]): string[] {
  const first = pathTo(index, positions[0] ?? 0)
  if (positions.length === 1) return first
  const last = pathTo(index, positions.at(-1) ?? 0)
  const end = first.findIndex((text, level) => text !== last[level])
  return end === -1 ? first : first.slice(0, end)
}

function lineAt(index: HtsIndex, position: number): LineBelow {
  const { digits, units } = nodeAt(index, position)
  return { htsCode: displayed(digits), path: pathTo(index, position), units: units.split(' | ').filter(Boolean) }
}

function listedAs(row: CodeListRow): ListedAs {
  const { list, value, prefix, origins, effectiveFrom, effectiveTo, confidence, citation } = row
  return { list, value, htsPrefix: prefix, origins, effectiveFrom, effectiveTo, confidence, citation }
}

/** Lists that hold some of the numbers below this one, but not the number itself. */
function listsBelow({ law }: ResolvedRules, digits: string): { list: string; prefixes: number }[] {
  const counts = new Map<string, number>()
  for (const [prefix, rows] of law.lists.rows.byPrefix) {
    if (prefix.length <= digits.length || !prefix.startsWith(digits)) continue
    for (const row of rows) if (isInForce(row, law.lawDate)) counts.set(row.list, (counts.get(row.list) ?? 0) + 1)
  }
  return [...counts].map(([list, prefixes]) => ({ list, prefixes })).sort((a, b) => (a.list < b.list ? -1 : 1))
}

/** Asked of the rules with nothing but the number, and with an origin where a measure is about some origins alone. */
function measuresOf(rules: ResolvedRules, { goods }: ProductEvaluation): MeasureLookingAt[] {
  const { htsCode = '' } = goods.product
  const programs = new Map(rules.law.measures.map(({ program, origins = [] }) => [program, origins]))
  return [...programs].flatMap(([program, origins]) => {
    const [countryOfOrigin] = origins
    const asked =
      countryOfOrigin === undefined ? goods : evaluateProduct(rules, 'product', { htsCode, countryOfOrigin }).goods
    const treatments = asked
      .treatment()
      .tradeActions.map(({ treatment }) => treatment)
      .filter((treatment) => treatment.program === program && treatment.status !== 'not_applied')
    return treatments.length === 0 ? [] : [{ program, origins, treatments }]
  })
}

function ratesOf(digits: string): Rates | null {
  const text = unpacked('hts/rates.csv.gz').toString('utf8')
  const at = text.indexOf(`\n${digits},`)
  if (at === -1) return null
  const [row = []]: string[][] = parse(text.slice(at + 1), { to: 1 })
  const [, general = '', special = '', other = ''] = row
  return { general, special, other }
}
