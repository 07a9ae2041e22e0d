import { parseDecimal } from '../../customs/decimal.ts'
import {
  ArgumentError,
  type RuleArguments,
  textArgument,
  textListArgument,
  wholeNumberArgument,
} from '../../rules/predicate.ts'
import { type Answer, open, yesIf } from '../answer.ts'
import type { TradeFacts, TradeTest } from '../trade-test.ts'
import { factAt } from './fact-at.ts'
import { decimalArgument } from './test-arguments.ts'

/** A yes/no fact or a word is this; open while it is not stated. */
export const factIs: TradeTest = {
  args: ['fact', 'value'],
  bind: (args) => {
    const wanted = args['value']
    if (typeof wanted !== 'boolean' && typeof wanted !== 'string')
      throw new ArgumentError('args.value must be true, false or a text')
    return aboutFact(args, (value) => yesIf(value === wanted))
  },
}

/** A word is one of these; open while it is not stated. */
export const factAmong: TradeTest = {
  args: ['fact', 'values'],
  bind: (args) => {
    const wanted: ReadonlySet<unknown> = new Set(textListArgument(args, 'values'))
    return aboutFact(args, (value) => yesIf(wanted.has(value)))
  },
}

/** A measure is under the limit. */
export const numberBelow: TradeTest = {
  args: ['fact', 'limit'],
  bind: (args) => {
    const limit = decimalArgument(args, 'limit')
    return aboutNumber(args, (number) => number < limit)
  },
}

/** A measure is the limit or more. */
export const numberAtLeast: TradeTest = {
  args: ['fact', 'limit'],
  bind: (args) => {
    const limit = decimalArgument(args, 'limit')
    return aboutNumber(args, (number) => number >= limit)
  },
}

/** A measure is more than `above` and less than `below`, both ends left out. */
export const numberBetween: TradeTest = {
  args: ['fact', 'above', 'below'],
  bind: (args) => {
    const above = decimalArgument(args, 'above')
    const below = decimalArgument(args, 'below')
    return aboutNumber(args, (number) => number > above && number < below)
  },
}

/** A year is at least so many years before the year of the law date: 2001 is 25 years before any day of 2026. */
export const yearsBeforeEntryAtLeast: TradeTest = {
  args: ['fact', 'years'],
  bind: (args) => {
    const field = textArgument(args, 'fact')
    const years = wholeNumberArgument(args, 'years')
    return ({ goods }) => {
      const year = factAt(goods.product, field)
      return typeof year === 'number' ? yesIf(Number(goods.law.lawDate.slice(0, 4)) - year >= years) : open(field)
    }
  },
}

type Test = (facts: TradeFacts) => Answer

function aboutFact(args: RuleArguments, answer: (value: unknown) => Answer): Test {
  const field = textArgument(args, 'fact')
  return ({ goods }) => {
    const value = factAt(goods.product, field)
    return value === undefined ? open(field) : answer(value)
  }
}

/** A text that is no decimal is as good as unknown. */
function aboutNumber(args: RuleArguments, holds: (scaled: bigint) => boolean): Test {
  const field = textArgument(args, 'fact')
  return ({ goods }) => {
    const value = factAt(goods.product, field)
    const scaled = typeof value === 'string' ? parseDecimal(value) : null
    return scaled === null ? open(field) : yesIf(holds(scaled))
  }
}
