import type { FindingCode } from '@entrygo/sdk/contract'
import { displayHtsNumber } from '../../customs/hts-number.ts'
import { linesUnder, type TariffMatch, type TariffSchedule } from '../../customs/tariff-schedule.ts'
import { placeInProduct } from '../facts.ts'
import {
  choiceArgument,
  type Detection,
  nothing,
  type ProductPredicate,
  type RuleArguments,
  textListArgument,
} from '../predicate.ts'

/**
 * The HTSUS number is in one of the states that the rule names: missing, too short, incomplete, unknown. Where the digits
 * that are right leave few lines, those are the values expected, and the first of them is the example.
 */
export const tariffNumberIs: ProductPredicate = {
  codes: (args) => [...new Set(statesArgument(args).map((state) => codeOf[state]))],
  args: ['states'],
  reads: () => ['htsCode'],
  bind: (args, { reference }) => {
    const states = new Set<string>(statesArgument(args))
    const { tariff } = reference
    const { revision } = tariff
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
      const place = placeInProduct(facts, 'htsCode')
      return [{ code: codeOf[kind], field: 'htsCode', place, values, ...linesLeft(tariff, kind, digits) }]
    }
  },
}

const mostLinesNamed = 30

/** How many digits of a number in this state are right. */
const rightDigits: Partial<Readonly<Record<OpenState, number>>> = { incomplete: 9, unknown_suffix: 8, unknown_line: 6 }

function linesLeft(tariff: TariffSchedule, kind: OpenState, digits: string): Pick<Detection, 'expected' | 'example'> {
  const right = rightDigits[kind]
  const lines = right === undefined ? null : linesUnder(tariff, digits.slice(0, right), mostLinesNamed)
  const [example] = lines ?? []
  return lines === null || example === undefined ? {} : { expected: lines, example }
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
