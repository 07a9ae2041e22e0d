interface CurrencyRow extends Readonly<Record<string, string>> {
  readonly code: string
  readonly basis: string
}

/**
 * ISO 4217 codes in use. No ISO 4217 list is shipped with the raw data, so the codes come from its country table (some
 * countries have several) and from a short list checked by hand for what that table lacks.
 */
export function activeCurrencies(countries: readonly Readonly<Record<string, string>>[]): CurrencyRow[] {
  const basisByCode = new Map<string, string>()
  for (const country of countries) {
    const codes = (country['currency'] ?? '').split(',').filter((code) => code !== '')
    for (const code of codes) if (!notMoneyOfInvoices.has(code)) basisByCode.set(code, 'iso_countries.csv')
  }
  for (const code of checkedByHand) if (!basisByCode.has(code)) basisByCode.set(code, 'checked by hand')
  return [...basisByCode].map(([code, basis]) => ({ code, basis })).toSorted((a, b) => (a.code < b.code ? -1 : 1))
}

/** The country table leaves Türkiye empty. */
const checkedByHand: readonly string[] = ['TRY']

/** A unit of account without coins or notes. */
const notMoneyOfInvoices: ReadonlySet<string> = new Set(['UYW'])
