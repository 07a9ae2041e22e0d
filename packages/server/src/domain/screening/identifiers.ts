/** Kinds of identifiers that a party of the contract and a list both have. */
export type IdentifierKind = 'taxId' | 'duns'

/** An identifier that a list states. */
export interface ListedIdentifier {
  readonly kind: IdentifierKind
  /** As {@link comparableNumber} makes it. */
  readonly number: string
  /** As the list has it, with its kind: `Tax ID No. 12-345678`. */
  readonly stated: string
  /** Country that gave it, alpha-2; null where the list says none that is known. */
  readonly country: string | null
}

/** Letters and digits alone, upper case; null when it has no digit or is too short to tell anybody apart. */
export function comparableNumber(text: string): string | null {
  const number = text.toUpperCase().replaceAll(/[^\p{L}\p{N}]/gu, '')
  return number.length >= shortestNumber && /\d/.test(number) ? number : null
}

const shortestNumber = 5
