/** Largest number of digits in the Harmonized Tariff Schedule of the United States. */
const maxDigits = 10

/**
 * Digits of an HTSUS number; dots and spaces are dropped ("6109.10.00 12" is 6109100012). Null when anything else than
 * digits is left or when there are none or more than ten. Too few digits are the business of the rules, not of this function.
 */
export function normalizeHtsNumber(text: string): string | null {
  const digits = text.replaceAll(/[.\s]/g, '')
  return /^\d+$/.test(digits) && digits.length <= maxDigits ? digits : null
}

export interface HtsNumber {
  readonly digits: string
  /** Two digits. */
  readonly chapter: string
  /** Four digits, or null when the number is shorter; likewise below. */
  readonly heading: string | null
  /** Six digits: the part that all countries share ("HS code"). */
  readonly subheading: string | null
  /** Eight digits: the legal tariff line of the United States. */
  readonly tariffLine: string | null
  /** Ten digits: the statistical number that an entry reports. */
  readonly statisticalNumber: string | null
}

/** Levels of a normalised number of at least two digits; null for anything else. */
export function parseHtsNumber(text: string): HtsNumber | null {
  const digits = normalizeHtsNumber(text)
  if (digits === null || digits.length < 2) return null
  const level = (length: number): string | null => (digits.length >= length ? digits.slice(0, length) : null)
  return {
    digits,
    chapter: digits.slice(0, 2),
    heading: level(4),
    subheading: level(6),
    tariffLine: level(8),
    statisticalNumber: level(10),
  }
}

/** As the schedule prints it: 6109.10.00.12; a shorter number keeps what it has (6109.10). */
export function displayHtsNumber(digits: string): string {
  const parts = [digits.slice(0, 4), digits.slice(4, 6), digits.slice(6, 8), digits.slice(8, 10)]
  return parts.filter((part) => part !== '').join('.')
}
