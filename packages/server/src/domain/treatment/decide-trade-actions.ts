import type { ListMatch } from '../lists/code-lists.ts'
import type { ProductFacts } from '../rules/facts.ts'
import { type Answer, allOf, not, type Open } from './answer.ts'
import type { TradeDecision } from './goods-treatment.ts'
import type { TradeHeading, TradeMeasure } from './trade-measure.ts'
import type { TradeFacts } from './trade-test.ts'

/** A measure with its tests bound and its headings those in force at one law date. */
export interface MeasureInForce extends Omit<TradeMeasure, 'headings'> {
  readonly headings: readonly BoundHeading[]
}

export interface BoundHeading {
  readonly record: TradeHeading
  readonly tests: readonly BoundCondition[]
}

export interface BoundCondition {
  readonly ask: (facts: TradeFacts) => Answer
  readonly isNegated: boolean
  /** An open answer counts as no: a relief that has to be claimed. */
  readonly isClaim: boolean
}

/** What each measure, in the order of the pack, decides for goods; later measures see what earlier ones decided. */
export function decideTradeActions(measures: readonly MeasureInForce[], goods: ProductFacts): TradeDecision[] {
  const decided: TradeDecision[] = []
  const onLists = goods.lists.map(({ list }) => list).join('|')
  for (const measure of measures) {
    if (!looksAt(measure, goods)) continue
    const candidates = candidatesOf(headingsFor(measure, goods, onLists), { goods, decided })
    if (candidates.length > 0) decided.push(...decideMeasure(measure, candidates))
  }
  return decided
}

function looksAt({ lists, origins }: MeasureInForce, { lists: matches, product }: ProductFacts): boolean {
  if (origins !== undefined && (product.countryOfOrigin === undefined || !origins.includes(product.countryOfOrigin)))
    return false
  return lists === undefined || matches.some(({ list }) => lists.includes(list))
}

interface Candidate {
  readonly record: TradeHeading
  /** Undefined: the conditions hold. */
  readonly open: Open | undefined
}

function decideMeasure(measure: MeasureInForce, candidates: readonly Candidate[]): TradeDecision[] {
  const filed = candidates.at(-1)
  if (filed === undefined) return []
  if (candidates.length === 1 && filed.open === undefined) return [decision(measure, settledOn(filed.record))]
  const isSettled = candidates.every((candidate) => saysTheSame(candidate.record, filed.record))
  const opens = isSettled ? [] : candidates.flatMap(({ open }) => open ?? [])
  const asks = [...new Set(opens.flatMap((open) => open.asks))]
  const isOpen = opens.length > 0 || (isSettled && filed.open !== undefined)
  const shown = shownOf(measure, candidates, filed).map(({ record }) => record)
  const all = distinct(candidates.map(({ record }) => record))
  const untold = all.filter((record) => !shown.some((other) => saysTheSame(other, record)))
  return shown.map((record) => {
    const others = all.filter((other) => !saysTheSame(other, record))
    const mayBeNone = filed.open !== undefined
    const asked = isSettled ? (filed.open?.asks ?? []) : asks
    return decision(measure, { record, isOpen, mayBeNone, asks: asked, others, untold })
  })
}

/** The records that may decide, up to the first whose conditions hold. */
function candidatesOf(headings: readonly BoundHeading[], facts: TradeFacts): Candidate[] {
  const candidates: Candidate[] = []
  for (const { record, tests } of headings) {
    const answer = answerToAll(tests, facts)
    if (answer === 'no') continue
    candidates.push({ record, open: answer === 'yes' ? undefined : answer })
    if (answer === 'yes') break
  }
  return candidates
}

/** What a fact would confirm has a line of its own; what no fact confirms is an alternative to what is filed. */
function shownOf({ open }: MeasureInForce, candidates: readonly Candidate[], filed: Candidate): readonly Candidate[] {
  if (open === 'one') return [filed]
  const confirmable = candidates.filter((candidate) => candidate === filed || (candidate.open?.asks.length ?? 0) > 0)
  const records = distinct(confirmable.toReversed().map(({ record }) => record))
  return confirmable.filter(({ record }) => records.includes(record))
}

/** Two records of one measure may file the same heading for different reasons: the first one stands for both. */
function distinct(records: readonly TradeHeading[]): TradeHeading[] {
  return records.filter((record, index) => records.findIndex((other) => saysTheSame(other, record)) === index)
}

function saysTheSame(a: TradeHeading, b: TradeHeading): boolean {
  return a.heading === b.heading && a.rate === b.rate && a.status === b.status
}

/** The records that look at goods of these lists (`onLists`: their names); most goods are on the same few lists. */
function headingsFor(
  measure: MeasureInForce,
  { lists: matches }: ProductFacts,
  onLists: string,
): readonly BoundHeading[] {
  const known = headingsByLists.get(measure) ?? new Map<string, readonly BoundHeading[]>()
  const headings = known.get(onLists) ?? measure.headings.filter(({ record }) => isListed(record, matches))
  headingsByLists.set(measure, known.set(onLists, headings))
  return headings
}

const headingsByLists = new WeakMap<MeasureInForce, Map<string, readonly BoundHeading[]>>()

function isListed({ lists }: TradeHeading, matches: readonly ListMatch[]): boolean {
  return lists === undefined || matches.some(({ list }) => lists.includes(list))
}

/** One after the other: the first no ends the questions. Asked for every heading of all goods, so nothing is kept of a yes. */
function answerToAll(tests: readonly BoundCondition[], facts: TradeFacts): Answer {
  const open: Answer[] = []
  for (const test of tests) {
    const answer = answerTo(test, facts)
    if (answer === 'no') return 'no'
    if (answer !== 'yes') open.push(answer)
  }
  return allOf(open)
}

function answerTo({ ask, isNegated, isClaim }: BoundCondition, facts: TradeFacts): Answer {
  const answer = ask(facts)
  if (isClaim && typeof answer !== 'string') return isNegated ? 'yes' : 'no'
  return isNegated ? not(answer) : answer
}

interface Outcome {
  readonly record: TradeHeading
  readonly isOpen: boolean
  /** No record is certain: the measure may come out with nothing at all. */
  readonly mayBeNone: boolean
  readonly asks: readonly string[]
  readonly others: readonly TradeHeading[]
  /** Those of the others that have no line of their own: alternatives to each line. */
  readonly untold: readonly TradeHeading[]
}

function decision({ program }: MeasureInForce, outcome: Outcome): TradeDecision {
  const { record, isOpen, mayBeNone, asks, others, untold } = outcome
  const { heading, rate, basis, why, citation, ruleId, id } = record
  return {
    treatment: {
      heading,
      program,
      rate,
      basis,
      status: isOpen ? 'needs_answer' : record.status,
      why,
      citation,
      ruleId,
      ...(asks.length === 0 ? {} : { asks: [...asks] }),
      ...(untold.length === 0 ? {} : { alternatives: untold.map(alternative) }),
    },
    recordId: id,
    possible: [record, ...others, ...(mayBeNone ? [nothing] : [])].map(({ heading, status }) => ({ heading, status })),
    isOpen,
    asks,
  }
}

function settledOn(record: TradeHeading): Outcome {
  return { record, isOpen: false, mayBeNone: false, asks: [], others: [], untold: [] }
}

const nothing = { heading: null, status: 'not_applied' } as const

function alternative({ heading, rate, why }: TradeHeading): { heading: string | null; rate: string; why: string } {
  return { heading, rate, why }
}
