import type { FindingCode } from '@entrygo/sdk/contract'
import { displayHtsNumber } from '../../customs/hts-number.ts'
import type { TariffMatch } from '../../customs/tariff-schedule.ts'
import { placeInProduct } from '../facts.ts'
import { choiceArgument, nothing, type ProductPredicate, type RuleArguments, textListArgument } from '../predicate.ts'

/** The HTSUS number is in one of the states that the rule names: missing, too short, incomplete, unknown. */
export const tariffNumberIs: ProductPredicate = {
  codes: (args) => [...new Set(statesArgument(args).map((state) => codeOf[state]))],
  args: ['states'],
  reads: () => ['htsCode'],
  bind: (args, { reference }) => {
    const states = new Set<string>(statesArgument(args))
    const { revision } = reference.tariff
    return (facts) => {
      const { kind } = facts.tariff
      if (kind === 'line' || !states.has(kind)) return nothing
      const digits = facts.product.htsCode ?? ''
      const values = {
        value: displayHtsNumber(digits),
        tariffLine: displayHtsNumber(digits.slice(0, 8)),
        digits: String(digits.length),
        revision,
      }
      return [{ code: codeOf[kind], field: 'htsCode', place: placeInProduct(facts, 'htsCode'), values }]
    }
  },
}

/** Fires for every product that the rule's HTS prefixes let through: the chapter itself is what is not allowed. */
export const tariffNumberNotAllowed: ProductPredicate = {
  codes: () => ['NOT_ALLOWED'],
  args: [],
  reads: () => ['htsCode'],
  bind: () => (facts) => {
    const digits = facts.product.htsCode ?? ''
    return [
      {
        code: 'NOT_ALLOWED',
        field: 'htsCode',
        place: placeInProduct(facts, 'htsCode'),
        values: { value: displayHtsNumber(digits), chapter: digits.slice(0, 2) },
      },
    ]
  },
}

function statesArgument(args: RuleArguments): OpenState[] {
  return textListArgument(args, 'states').map((state) => choiceArgument(state, stateNames, 'states'))
}

type OpenState = Exclude<TariffMatch['kind'], 'line'>

const codeOf: Readonly<Record<OpenState, FindingCode>> = {
  missing: 'MISSING_DATA',
  too_short: 'INVALID_DATA',
  incomplete: 'INVALID_DATA',
  unknown_suffix: 'CHECK',
  unknown_line: 'INVALID_DATA',
}

const stateNames: readonly OpenState[] = ['missing', 'too_short', 'incomplete', 'unknown_suffix', 'unknown_line']
