import type { TradeDecision } from '../../treatment/goods-treatment.ts'
import type { ProductFacts } from '../facts.ts'
import {
  ArgumentError,
  type Detection,
  nothing,
  type ProductPredicate,
  type RuleArguments,
  textArgument,
} from '../predicate.ts'
import { isRecord } from '../record-reader.ts'
import { aboutFact } from './about-fact.ts'

/**
 * A treatment under this rule is open for want of facts: a question for every fact that would settle it, so that none
 * can be forgotten. `answers` names the values that a fact may take, by field, where they can be listed.
 */
export const treatmentAsks: ProductPredicate = {
  codes: () => ['QUESTION'],
  args: ['ruleId', 'answers'],
  reads: () => ['htsCode', 'countryOfOrigin'],
  bind: (args) => {
    const ruleId = textArgument(args, 'ruleId')
    const answers = answersArgument(args)
    return (facts) => {
      const opened = openUnder(facts, ruleId)
      if (opened.length === 0) return nothing
      const asks = new Set(opened.flatMap((decision) => decision.asks))
      if (asks.size === 0) return nothing
      const values = valuesOf(facts, opened)
      return [...asks].map((field): Detection => {
        const expected = answers.get(field)
        return { code: 'QUESTION', ...aboutFact(facts, field), values, ...(expected === undefined ? {} : { expected }) }
      })
    }
  },
}

/**
 * A treatment under this rule is not settled and no question about it is left: the pack cannot tell, and somebody has to
 * check. With `whateverIsAsked` also while facts are missing, for measures that ask no facts of their own.
 */
export const treatmentUnsettled: ProductPredicate = {
  codes: () => ['CHECK'],
  args: ['ruleId', 'whateverIsAsked'],
  reads: () => ['htsCode', 'countryOfOrigin'],
  bind: (args) => {
    const ruleId = textArgument(args, 'ruleId')
    const isWhatever = args['whateverIsAsked'] === true
    return (facts) => {
      const unsettled = openUnder(facts, ruleId).filter(({ asks }) => isWhatever || asks.length === 0)
      if (unsettled.length === 0) return nothing
      return [{ code: 'CHECK', ...aboutFact(facts, 'htsCode'), values: valuesOf(facts, unsettled) }]
    }
  },
}

/** Asked by many rules of all goods, of which few are open: nothing is made for the others. */
function openUnder(facts: ProductFacts, ruleId: string): readonly TradeDecision[] {
  const { tradeActions } = facts.treatment()
  return tradeActions.some((decision) => isOpenUnder(decision, ruleId))
    ? tradeActions.filter((decision) => isOpenUnder(decision, ruleId))
    : noDecisions
}

const noDecisions: readonly TradeDecision[] = []

function isOpenUnder({ treatment }: TradeDecision, ruleId: string): boolean {
  return treatment.ruleId === ruleId && treatment.status === 'needs_answer'
}

function valuesOf({ product }: ProductFacts, decisions: readonly TradeDecision[]): Record<string, string> {
  const headings = decisions.flatMap(({ possible }) => possible.map(nameOf))
  const facts = [...new Set(decisions.flatMap((decision) => decision.asks))].join(', ')
  return {
    htsCode: product.htsCode ?? 'a number that is not stated',
    origin: product.countryOfOrigin ?? 'an origin that is not stated',
    headings: [...new Set(headings)].join(', '),
    facts,
    settles: facts === '' ? 'no fact of the product settles it' : `it depends on ${facts}`,
    why: [...new Set(decisions.map(({ treatment }) => treatment.why))].join(' '),
  }
}

function nameOf({ heading, status }: TradeDecision['possible'][number]): string {
  return heading ?? (status === 'not_applied' ? 'none' : 'a heading that the pack does not know')
}

function answersArgument(args: RuleArguments): ReadonlyMap<string, readonly string[]> {
  const value = args['answers'] ?? {}
  if (!isRecord(value)) throw new ArgumentError('args.answers must be an object of lists')
  return new Map(
    Object.entries(value).map(([field, answers]) => {
      if (!Array.isArray(answers) || !answers.every((answer) => typeof answer === 'string'))
        throw new ArgumentError(`args.answers.${field} must be a list of texts`)
      return [field, answers]
    }),
  )
}
