import type { TradeDecision } from '../../treatment/goods-treatment.ts'
import { type ProductFacts, placeInProduct } from '../facts.ts'
import {
  choiceArgument,
  type Detection,
  listNamesArgument,
  nothing,
  type ProductPredicate,
  type RuleArguments,
  textArgument,
  textListArgument,
} from '../predicate.ts'
import { aboutFact } from './about-fact.ts'

/** The HTSUS number is on one of these lists at the law date. `code` is NOTICE unless the rule says CHECK. */
export const onLists: ProductPredicate = {
  codes: (args) => [noteCode(args)],
  args: ['lists', 'code'],
  reads: () => ['htsCode'],
  bind: (args, pack) => {
    const lists = new Set(listNamesArgument(args, 'lists', pack))
    const code = noteCode(args)
    return (facts) => {
      const matches = facts.lists.filter(({ list }) => lists.has(list))
      if (matches.length === 0) return nothing
      const values = {
        lists: matches.map(({ list }) => list).join(', '),
        htsCode: facts.product.htsCode ?? '',
        value: matches.map(({ value }) => value).join(', '),
      }
      return [{ code, ...aboutFact(facts, 'htsCode'), values }]
    }
  },
}

/**
 * A measure of this program decided by a record of this rule: a note (or a check) for each heading, with the heading, its
 * rate and why. `statuses` and `records` (ids) limit it to some; `field` is the fact that it is about.
 */
export const tradeActionIs: ProductPredicate = {
  codes: (args) => [noteCode(args)],
  args: ['ruleId', 'statuses', 'field', 'code', 'records'],
  reads: () => ['htsCode', 'countryOfOrigin'],
  bind: (args) => {
    const ruleId = textArgument(args, 'ruleId')
    const records = args['records'] === undefined ? null : new Set(textListArgument(args, 'records'))
    const statuses = new Set(textListArgument(args, 'statuses'))
    const field = args['field'] === undefined ? 'htsCode' : textArgument(args, 'field')
    const code = noteCode(args)
    return (facts) =>
      detectionsOf(facts, ({ treatment, recordId }) =>
        treatment.ruleId === ruleId && statuses.has(treatment.status) && (records?.has(recordId) ?? true)
          ? [{ code, ...aboutFact(facts, field), values: valuesOf(facts, treatment) }]
          : nothing,
      )
  },
}

/**
 * A measure of this program stays open although nothing is asked: the pack does not know the heading, or the law does not
 * say which. A question for the owner would not settle it, so that somebody has to look.
 */
export const tradeActionUndecided: ProductPredicate = {
  codes: () => ['CHECK'],
  args: ['program'],
  reads: () => ['htsCode', 'countryOfOrigin'],
  bind: (args) => {
    const program = textArgument(args, 'program')
    return (facts) =>
      detectionsOf(facts, ({ treatment, asks, possible }) => {
        if (treatment.program !== program || treatment.status !== 'needs_answer' || asks.length > 0) return nothing
        const headings = [...new Set(possible.map(({ heading }) => heading ?? 'none or one not known'))].join(', ')
        const whys = [treatment.why, ...(treatment.alternatives ?? []).map(({ why }) => why)].join(' ')
        const values = { ...valuesOf(facts, treatment), headings, why: whys }
        return [{ code: 'CHECK', ...aboutFact(facts, 'htsCode'), values }]
      })
  },
}

/**
 * A measure of this program is open for want of one of these facts: a question for each that is missing, with the words
 * that a fact may take where `answers` lists them.
 */
export const tradeActionAsks: ProductPredicate = {
  codes: () => ['QUESTION'],
  args: ['program', 'facts', 'answers'],
  reads: (args) => [...textListArgument(args, 'facts'), 'htsCode'],
  bind: (args) => {
    const program = textArgument(args, 'program')
    const fields = textListArgument(args, 'facts')
    const answers = args['answers'] === undefined ? {} : { expected: textListArgument(args, 'answers') }
    return (facts) => {
      const asked = facts
        .treatment()
        .tradeActions.filter(({ treatment, asks }) => treatment.program === program && asks.length > 0)
      const [first] = asked
      if (first === undefined) return nothing
      const headings = [...new Set(asked.flatMap(({ possible }) => possible).map(({ heading }) => heading ?? 'none'))]
      const values = { headings: headings.join(', '), htsCode: facts.product.htsCode ?? '' }
      return fields
        .filter((field) => first.asks.includes(field))
        .map((field) => ({
          code: 'QUESTION',
          field,
          place: placeInProduct(facts, ...field.split('.')),
          values,
          ...answers,
        }))
    }
  },
}

function detectionsOf(
  facts: ProductFacts,
  detect: (decision: TradeDecision) => readonly Detection[],
): readonly Detection[] {
  let found: readonly Detection[] = nothing
  for (const decision of facts.treatment().tradeActions) {
    const detected = detect(decision)
    if (detected.length > 0) found = found.length === 0 ? detected : [...found, ...detected]
  }
  return found
}

function valuesOf(
  { product }: ProductFacts,
  { heading, rate, why, status }: TradeDecision['treatment'],
): Record<string, string> {
  return { heading: heading ?? 'a heading that is not known', rate, why, status, htsCode: product.htsCode ?? '' }
}

function noteCode(args: RuleArguments): 'NOTICE' | 'CHECK' {
  if (args['code'] === undefined) return 'NOTICE'
  return choiceArgument(args['code'], ['NOTICE', 'CHECK'], 'code')
}
