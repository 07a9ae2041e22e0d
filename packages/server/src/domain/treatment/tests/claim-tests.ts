import { type TradeProgram, tradePrograms } from '@entrygo/sdk/contract'
import {
  ArgumentError,
  choiceArgument,
  type RuleArguments,
  textArgument,
  textListArgument,
} from '../../rules/predicate.ts'
import { type Answer, open, yesIf } from '../answer.ts'
import type { PossibleHeading } from '../goods-treatment.ts'
import type { TradeTest } from '../trade-test.ts'

/** The owner claims this preference. Silence claims nothing. */
export const preferenceClaimed: TradeTest = {
  args: ['program'],
  bind: (args) => {
    const program = textArgument(args, 'program')
    return ({ goods }) => yesIf(goods.product.preference?.program === program)
  },
}

/**
 * An earlier measure of this program files a heading: one of `headings`, or any but `exceptHeadings`, or any at all. Yes
 * when that holds however the measure comes out, no when it holds in no case, else open for what the measure asks. A
 * heading that is not known may be any; a measure that is not applied files none.
 */
export const programCarries: TradeTest = {
  args: ['program', 'headings', 'exceptHeadings'],
  bind: (args) => {
    const program: TradeProgram = choiceArgument(args['program'], tradePrograms, 'program')
    const isWanted = wantedHeading(args)
    return ({ decided }) => {
      const decisions = decided.filter(({ treatment }) => treatment.program === program)
      const answers = decisions.flatMap(({ possible }) => possible).map((outcome) => carries(outcome, isWanted))
      if (answers.length > 0 && answers.every((answer) => answer === 'yes')) return 'yes'
      if (answers.every((answer) => answer === 'no')) return 'no'
      return open(...new Set(decisions.flatMap(({ asks }) => asks)))
    }
  },
}

/** Null: the heading is not known. */
type HeadingTest = (heading: string | null) => Answer

function wantedHeading(args: RuleArguments): HeadingTest {
  const { headings, exceptHeadings } = args
  if (headings !== undefined && exceptHeadings !== undefined)
    throw new ArgumentError('args.headings and args.exceptHeadings exclude each other')
  if (headings !== undefined) {
    const wanted = new Set(textListArgument(args, 'headings'))
    return (heading) => (heading === null ? open() : yesIf(wanted.has(heading)))
  }
  if (exceptHeadings === undefined) return () => 'yes'
  const excepted = new Set(textListArgument(args, 'exceptHeadings'))
  return (heading) => (heading === null ? open() : yesIf(!excepted.has(heading)))
}

function carries({ heading, status }: PossibleHeading, isWanted: HeadingTest): Answer {
  return status === 'not_applied' ? 'no' : isWanted(heading)
}
