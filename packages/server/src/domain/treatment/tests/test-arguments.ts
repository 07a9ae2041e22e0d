import { parseDecimal } from '../../customs/decimal.ts'
import { ArgumentError, type RuleArguments, textArgument, textListArgument } from '../../rules/predicate.ts'

/** A decimal as the contract writes it, in units of 1/10,000: "15" is 150000n. */
export function decimalArgument(args: RuleArguments, name: string): bigint {
  const text = textArgument(args, name)
  const scaled = parseDecimal(text)
  if (scaled === null) throw new ArgumentError(`args.${name} must be a decimal text, but is ${text}`)
  return scaled
}

/** Chapters of the HTS, two digits each. */
export function chapterListArgument(args: RuleArguments, name: string): readonly string[] {
  const chapters = textListArgument(args, name)
  const wrong = chapters.find((chapter) => !/^\d\d$/.test(chapter))
  if (wrong !== undefined) throw new ArgumentError(`args.${name}: ${wrong} is no chapter of two digits`)
  return chapters
}
