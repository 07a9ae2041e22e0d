import type { ProductFacts } from '../rules/facts.ts'
import { type Answer, allOf, not } from './answer.ts'
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
  for (const measure of measures) {
    if (looksAt(measure, goods)) decided.push(...decideMeasure(measure, { goods, decided }))
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
  /** Empty: the conditions hold. */
  readonly asks: readonly string[]
}

function decideMeasure(measure: MeasureInForce, facts: TradeFacts): TradeDecision[] {
  const candidates: Candidate[] = []
  for (const { record, tests } of measure.headings) {
    if (!isListed(record, facts.goods)) continue
    const answer = allOf(tests.map((test) => answerTo(test, facts)))
    if (answer === 'no') continue
    candidates.push({ record, asks: answer === 'yes' ? [] : answer.asks })
    if (answer === 'yes') break
  }
  const filed = candidates.at(-1)
  if (filed === undefined) return []
  if (candidates.length === 1 && filed.asks.length === 0) return [decision(measure, filed, [])]
  const asks = [...new Set(candidates.flatMap((candidate) => candidate.asks))]
  const shown = measure.open === 'one' ? [filed] : candidates
  return shown.map((candidate) => {
    const others = candidates.filter((other) => other !== candidate)
    return decision(measure, { record: candidate.record, asks }, others)
  })
}

function isListed({ lists }: TradeHeading, { lists: matches }: ProductFacts): boolean {
  return lists === undefined || matches.some(({ list }) => lists.includes(list))
}

function answerTo({ ask, isNegated, isClaim }: BoundCondition, facts: TradeFacts): Answer {
  const answer = ask(facts)
  if (isClaim && typeof answer !== 'string') return isNegated ? 'yes' : 'no'
  return isNegated ? not(answer) : answer
}

function decision(
  { program }: MeasureInForce,
  { record, asks }: Candidate,
  others: readonly Candidate[],
): TradeDecision {
  const { heading, rate, basis, why, citation, ruleId, id } = record
  return {
    treatment: {
      heading,
      program,
      rate,
      basis,
      status: asks.length === 0 ? record.status : 'needs_answer',
      why,
      citation,
      ruleId,
      ...(asks.length === 0 ? {} : { asks: [...asks] }),
      ...(others.length === 0 ? {} : { alternatives: others.map((other) => alternative(other.record)) }),
    },
    recordId: id,
    possible: [heading, ...others.map((other) => other.record.heading)],
    asks,
  }
}

function alternative({ heading, rate, why }: TradeHeading): { heading: string | null; rate: string; why: string } {
  return { heading, rate, why }
}
