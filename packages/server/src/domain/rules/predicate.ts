import type { FindingCode } from '@entrygo/sdk/contract'
import type { CustomsReference } from '../customs/customs-reference.ts'
import type { CodeLists } from '../lists/code-lists.ts'
import type { PackTerms } from '../treatment/read-terms.ts'
import type { ExportFacts } from './export-facts.ts'
import type { FactPlace, LineFacts, OrderFacts, ProductFacts } from './facts.ts'

/** One thing that a predicate saw: a fact that is missing, wrong, forbidden, open or worth a note. */
export interface Detection {
  readonly code: FindingCode
  /** Dotted name of the field, as the owner knows it. */
  readonly field: string
  readonly place: FactPlace
  /** For the placeholders of the rule's message. */
  readonly values?: Readonly<Record<string, string>>
  readonly expected?: readonly string[]
  /** What to give instead of the example of the rule: the number to confirm, where no other number would settle it. */
  readonly example?: string
}

/** What binding gets from the pack, besides the arguments of the rule. */
export interface PackFacts {
  readonly reference: CustomsReference
  readonly lists: CodeLists
  readonly terms: PackTerms
  readonly validFrom: string
  readonly validThrough: string
}

/**
 * A named test of facts. It has three answers: no detection (the rule is quiet), a detection, or a detection with code
 * MISSING_DATA or QUESTION when the fact is unknown; unknown is never "no".
 */
export interface Predicate<Facts> {
  /** Codes that it can give with these arguments; the rule must have a message for each, and for no other. */
  readonly codes: (args: RuleArguments) => readonly FindingCode[]
  /** Names of the arguments it takes; a rule with another one is refused. */
  readonly args: readonly string[]
  /**
   * Facts that it reads, for whoever wants to know what a finding was made from: dotted fields of its subject, and those of
   * other records by their name first (`product.`, `order.`, `profile.`, `shipment.`, `warehouse.`, `broker.`; of lines
   * `items.`). What the decision on trade actions and agencies read is not repeated: that decision is shown itself.
   */
  readonly reads: (args: RuleArguments) => readonly string[]
  /** Acts only on goods that are treated under the agency program `args.program`; its rules are looked up by that. */
  readonly isOfProgram?: true
  /** Checks the arguments once, when the pack is loaded; throws an `ArgumentError`. */
  readonly bind: (args: RuleArguments, pack: PackFacts) => Detect<Facts>
}

export type Detect<Facts> = (facts: Facts) => readonly Detection[]
export type RuleArguments = Readonly<Record<string, unknown>>

export type ProductPredicate = Predicate<ProductFacts>
export type LinePredicate = Predicate<LineFacts>
export type OrderPredicate = Predicate<OrderFacts>
export type ExportPredicate = Predicate<ExportFacts>

/** The quiet answer. */
export const nothing: readonly Detection[] = []

/** An argument of a rule is missing or not what the predicate takes. */
export class ArgumentError extends Error {
  override readonly name = 'ArgumentError'
}

/** The result, or undefined with the reason of an `ArgumentError` in `reasons`. */
export function notingReasons<Result>(reasons: string[], bind: () => Result): Result | undefined {
  try {
    return bind()
  } catch (error) {
    if (!(error instanceof ArgumentError)) throw error
    reasons.push(error.message)
    return undefined
  }
}

export function textListArgument(args: RuleArguments, name: string): readonly string[] {
  const value = args[name]
  if (Array.isArray(value) && value.length > 0 && value.every((item) => typeof item === 'string')) return value
  throw new ArgumentError(`args.${name} must be a list of at least one text`)
}

export function textArgument(args: RuleArguments, name: string): string {
  const value = args[name]
  if (typeof value === 'string' && value !== '') return value
  throw new ArgumentError(`args.${name} must be a text`)
}

export function wholeNumberArgument(args: RuleArguments, name: string): number {
  const value = args[name]
  if (typeof value === 'number' && Number.isInteger(value) && value >= 0) return value
  throw new ArgumentError(`args.${name} must be a whole number`)
}

/** Names of code lists; one that the pack does not hold is refused. */
export function listNamesArgument(args: RuleArguments, name: string, { lists }: PackFacts): readonly string[] {
  const names = textListArgument(args, name)
  const missing = names.find((list) => !lists.names.has(list))
  if (missing !== undefined) throw new ArgumentError(`args.${name}: the pack has no list ${missing}`)
  return names
}

/** Countries (alpha-2); `@EU` stands for a group that the terms of the pack name. */
export function countriesArgument(args: RuleArguments, name: string, { terms }: PackFacts): readonly string[] {
  return textListArgument(args, name).flatMap((country) => {
    if (!country.startsWith('@')) return [country]
    const group = terms.countries.get(country.slice(1))
    if (group === undefined) throw new ArgumentError(`args.${name}: the pack has no group ${country}`)
    return group
  })
}

/** One of the words given, or an `ArgumentError` that names them. */
export function choiceArgument<Choice extends string>(
  value: unknown,
  choices: readonly Choice[],
  name: string,
): Choice {
  const choice = choices.find((candidate) => candidate === value)
  if (choice === undefined) throw new ArgumentError(`args.${name} must be one of ${choices.join(', ')}`)
  return choice
}
