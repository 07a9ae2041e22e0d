/** The alpha-2 code of a country that a list names by code or in English; null when it is neither. */
export function countryCode(text: string): string | null {
  const name = text.trim()
  return current.has(name) ? name : (codes.get(name.toLowerCase()) ?? null)
}

const names = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' })
const alphabet = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']

/** Spellings of the lists that the common locale data does not have. */
const spellings: Readonly<Record<string, string>> = {
  burma: 'MM',
  'congo, democratic republic of the': 'CD',
  'congo, republic of the': 'CG',
  'czech republic': 'CZ',
  'hong kong': 'HK',
  'korea, north': 'KP',
  'korea, south': 'KR',
  macau: 'MO',
  'the gambia': 'GM',
  turkey: 'TR',
}

const codes: ReadonlyMap<string, string> = new Map([
  ...alphabet.flatMap((first) =>
    alphabet.flatMap((second): [string, string][] => {
      const code = first + second
      // Codes of former countries bear the name of what they became.
      const isCurrent = new Intl.Locale(`und-${code}`).region === code
      const name = isCurrent ? names.of(code) : undefined
      return name === undefined ? [] : [[name.toLowerCase(), code]]
    }),
  ),
  ...Object.entries(spellings),
])

const current: ReadonlySet<string> = new Set(codes.values())
