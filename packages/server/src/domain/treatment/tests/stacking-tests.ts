import { ArgumentError, type PackFacts, type RuleArguments } from '../../rules/predicate.ts'
import { isRecord } from '../../rules/record-reader.ts'
import { allOf, anyOf, open } from '../answer.ts'
import type { TradeTest } from '../trade-test.ts'
import { programCarries } from './claim-tests.ts'
import { factAt } from './fact-at.ts'
import { numberBetween } from './fact-tests.ts'

/** One of several earlier measures files a heading; each of `programs` is what `programCarries` takes. */
export const someProgramCarries: TradeTest = {
  args: ['programs'],
  bind: (args, pack) => {
    const tests = objectsArgument(args, 'programs').map((program) => programCarries.bind(program, pack))
    return (facts) => anyOf(tests.map((carries) => carries(facts)))
  },
}

/** The numbers of the goods lie together inside one of these windows; a window is a list of what `numberBetween` takes. */
export const numbersInOneWindow: TradeTest = {
  args: ['windows'],
  bind: (args, pack) => {
    const windows = windowsArgument(args, pack)
    return (facts) => anyOf(windows.map((window) => allOf(window.map((isInside) => isInside(facts)))))
  },
}

/** The owner stated this fact, whatever it says; open while it is not stated. */
export const factGiven: TradeTest = {
  args: ['fact'],
  bind: (args) => {
    const field = args['fact']
    if (typeof field !== 'string' || field === '') throw new ArgumentError('args.fact must be a text')
    return ({ goods }) => (factAt(goods.product, field) === undefined ? open(field) : 'yes')
  },
}

function windowsArgument(args: RuleArguments, pack: PackFacts): ReturnType<TradeTest['bind']>[][] {
  const windows = args['windows']
  if (!Array.isArray(windows) || windows.length === 0) throw new ArgumentError('args.windows must be a list of windows')
  return windows.map((window: unknown) =>
    objectsArgument({ window }, 'window').map((bounds) => numberBetween.bind(bounds, pack)),
  )
}

function objectsArgument(args: RuleArguments, name: string): readonly RuleArguments[] {
  const value = args[name]
  if (Array.isArray(value) && value.length > 0 && value.every(isRecord)) return value
  throw new ArgumentError(`args.${name} must be a list of at least one object`)
}
