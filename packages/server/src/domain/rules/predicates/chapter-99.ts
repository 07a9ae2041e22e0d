import { displayHtsNumber } from '../../customs/hts-number.ts'
import { placeInLine } from '../facts.ts'
import { ArgumentError, type LinePredicate, type RuleArguments, textListArgument } from '../predicate.ts'

/**
 * The line carries none of these chapter 99 headings: digits that a heading starts with ("990381"), or "99038502-99038515"
 * for all eight-digit headings from one to the other.
 */
export const chapter99NotCarried: LinePredicate = {
  codes: () => ['NOT_ALLOWED'],
  args: ['headings'],
  reads: () => ['ch99Codes'],
  bind: (args) => {
    const spans = spansOf(args)
    return (facts) =>
      (facts.line.ch99Codes ?? []).flatMap((code, index) => {
        const digits = code.replace(/\D/g, '')
        if (!spans.some(({ from, to }) => from <= digits.slice(0, from.length) && digits.slice(0, to.length) <= to))
          return []
        const place = placeInLine(facts, 'ch99Codes', index)
        return [
          { code: 'NOT_ALLOWED', field: `ch99Codes.${index}`, place, values: { value: displayHtsNumber(digits) } },
        ]
      })
  },
}

interface Span {
  readonly from: string
  readonly to: string
}

function spansOf(args: RuleArguments): Span[] {
  return textListArgument(args, 'headings').map((text) => {
    const [from = '', to = from, ...rest] = text.split('-')
    if (!/^99\d{2,8}$/.test(from) || to.length !== from.length || !/^\d+$/.test(to) || from > to || rest.length > 0)
      throw new ArgumentError(`args.headings: ${text} is neither digits of chapter 99 nor a range of them`)
    return { from, to }
  })
}
