/** The alpha-2 code of a country that a list names by code or in English; null when it is neither. */
export function countryCode(text: string): string | null {
  const name = text.trim()
  if (/^[A-Z]{2}$/.test(name)) return name
  return codes.get(name.toLowerCase()) ?? null
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
      const name = names.of(first + second)
      return name === undefined ? [] : [[name.toLowerCase(), first + second]]
    }),
  ),
  ...Object.entries(spellings),
])
