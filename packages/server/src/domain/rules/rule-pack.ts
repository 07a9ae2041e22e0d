import type { CustomsReference } from '../customs/customs-reference.ts'
import type { CodeLists } from '../lists/code-lists.ts'
import { isInForce, newestRecords } from '../lists/dated-records.ts'
import { indexByPrefix, matchPrefixes, type PrefixIndex } from '../lists/prefix-index.ts'
import type { PartyScreening } from '../screening/party-screening.ts'
import { type AgencyProgram, agenciesInForce } from '../treatment/agency-program.ts'
import type { MeasureInForce } from '../treatment/decide-trade-actions.ts'
import { type LawInForce, measuresInForce } from '../treatment/law-in-force.ts'
import type { PackTerms } from '../treatment/read-terms.ts'
import type { ExportFacts } from './export-facts.ts'
import type { LineFacts, OrderFacts, ProductFacts } from './facts.ts'
import { compareText } from './findings.ts'
import type { Detect } from './predicate.ts'
import type { Rule, RuleScope } from './rule.ts'

/** A rule pack, checked and bound to its predicates; made once per process by `readRulePack`. */
export interface RulePack {
  readonly id: string
  readonly version: string
  /** The window of entry dates, both ends included, for which the maintainer knows the law. */
  readonly validFrom: string
  readonly validThrough: string
  /** Dates on which a change of law is known, ascending. */
  readonly knownChanges: readonly KnownChange[]
  readonly htsRevision: string
  /** Rule groups that the pack holds, sorted, and whether these are all groups that exist. */
  readonly groups: readonly string[]
  readonly isComplete: boolean
  /** `sha256:` and 64 hexadecimal digits over the content of the pack's files. */
  readonly digest: string
  readonly rules: readonly BoundRule[]
  readonly reference: CustomsReference
  readonly lists: CodeLists
  readonly terms: PackTerms
  /** Trade actions in the order in which they are decided; later ones see what earlier ones decided. */
  readonly measures: readonly MeasureInForce[]
  /** Programs of partner government agencies, dated. */
  readonly agencies: readonly AgencyProgram[]
}

export interface KnownChange {
  readonly date: string
  readonly change: string
  readonly citation: string
}

/** A rule together with its predicate, arguments checked. */
export type BoundRule =
  | ({ readonly scope: 'product'; readonly detect: Detect<ProductFacts> } & RuleReading)
  | ({ readonly scope: 'line'; readonly detect: Detect<LineFacts> } & RuleReading)
  | ({ readonly scope: 'order'; readonly detect: Detect<OrderFacts> } & RuleReading)
  | ({ readonly scope: 'export'; readonly detect: Detect<ExportFacts> } & RuleReading)

interface RuleReading {
  readonly rule: Rule
  /** Facts that it reads, as `Predicate.reads` names them. */
  readonly reads: readonly string[]
  /** The agency program whose goods alone it concerns; null for all other rules. */
  readonly program: string | null
}

export type BoundRuleOf<Scope extends RuleScope> = Extract<BoundRule, { scope: Scope }>

/** The rules in force on one law date (the entry date, else `asOf`). */
export interface ResolvedRules {
  readonly pack: RulePack
  readonly lawDate: string
  readonly law: LawInForce
  readonly product: GoodsRules<BoundRuleOf<'product'>>
  readonly line: GoodsRules<BoundRuleOf<'line'>>
  readonly order: readonly BoundRuleOf<'order'>[]
  readonly export: readonly BoundRuleOf<'export'>[]
}

/** Rules about goods, found by HTSUS number. */
export interface GoodsRules<Bound> {
  readonly forAllGoods: readonly Bound[]
  readonly byPrefix: PrefixIndex<Bound>
  /** Rules that concern goods only if they are treated under an agency program. */
  readonly byProgram: ReadonlyMap<string, readonly Bound[]>
}

/** The newest record of each rule whose [effectiveFrom, effectiveTo) holds `lawDate`; memoised per pack and date. */
export function resolveRules(pack: RulePack, lawDate: string): ResolvedRules {
  const byDate = resolvedByPack.get(pack) ?? new Map<string, ResolvedRules>()
  resolvedByPack.set(pack, byDate)
  const known = byDate.get(lawDate)
  if (known !== undefined) return known
  const resolved = resolve(pack, lawDate)
  // Callers choose the date, so the memory is bounded.
  if (byDate.size >= maxMemoisedDates) byDate.clear()
  byDate.set(lawDate, resolved)
  return resolved
}

/** The same rules, with the lists that parties are screened against. */
export function withScreening(rules: ResolvedRules, screening: PartyScreening): ResolvedRules {
  return { ...rules, law: { ...rules.law, screening } }
}

/** The rules that can concern goods with this HTSUS number (digits); without a number, those for all goods. */
export function rulesForGoods<Bound extends BoundRule>(rules: GoodsRules<Bound>, digits: string | undefined): Bound[] {
  if (digits === undefined) return [...rules.forAllGoods]
  return [...rules.forAllGoods, ...matchPrefixes(rules.byPrefix, digits)].filter(
    ({ rule }) => !rule.exceptHtsPrefixes?.some((prefix) => digits.startsWith(prefix)),
  )
}

/** Of each id and variant the record that was recorded last: a correction replaces what it corrects on all dates. */
export function currentRecords(rules: readonly BoundRule[]): readonly BoundRule[] {
  return newestRecords(rules, { nameOf: ({ rule }) => ruleKey(rule), recordedAt: ({ rule }) => rule.recordedAt })
}

export function ruleKey(rule: Pick<Rule, 'id' | 'variant'>): string {
  return rule.variant === null ? rule.id : `${rule.id} (${rule.variant})`
}

const maxMemoisedDates = 64
const resolvedByPack = new WeakMap<RulePack, Map<string, ResolvedRules>>()

function resolve(pack: RulePack, lawDate: string): ResolvedRules {
  const inForce = currentRecords(pack.rules)
    .filter(({ rule }) => isInForce(rule, lawDate))
    .sort((a, b) => compareText(ruleKey(a.rule), ruleKey(b.rule)))
  return {
    pack,
    lawDate,
    law: {
      lawDate,
      tariff: pack.reference.tariff,
      lists: pack.lists,
      measures: measuresInForce(pack.measures, lawDate),
      agencies: agenciesInForce(pack.agencies, lawDate),
    },
    product: goodsRules(inForce.filter((bound) => bound.scope === 'product')),
    line: goodsRules(inForce.filter((bound) => bound.scope === 'line')),
    order: inForce.filter((bound) => bound.scope === 'order'),
    export: inForce.filter((bound) => bound.scope === 'export'),
  }
}

function goodsRules<Bound extends BoundRule>(all: readonly Bound[]): GoodsRules<Bound> {
  const rules = all.filter(({ program }) => program === null)
  const entries = rules.flatMap((value) => (value.rule.htsPrefixes ?? []).map((prefix) => ({ prefix, value })))
  return {
    forAllGoods: rules.filter(({ rule }) => rule.htsPrefixes === undefined),
    byPrefix: indexByPrefix(entries),
    byProgram: Map.groupBy(
      all.filter(({ program }) => program !== null),
      ({ program }) => program ?? '',
    ),
  }
}
