/**
 * The ISO 3166-1 alpha-2 code that a cell names: a code, or the English name of one country. Undefined for everything
 * that could mean two countries (`Korea`, `Congo`) or none; nothing is guessed.
 */
export function countryCode(text: string): string | undefined {
  if (/^[A-Za-z]{2}$/.test(text)) return text.toUpperCase() === 'UK' ? 'GB' : text.toUpperCase()
  return codes().get(plainName(text))
}

let known: ReadonlyMap<string, string> | undefined

function codes(): ReadonlyMap<string, string> {
  known ??= new Map([...officialNames(), ...Object.entries(otherNames)])
  return known
}

/** The names that the runtime has for all two-letter codes. */
function* officialNames(): Generator<[string, string]> {
  const names = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' })
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
  for (const code of letters.flatMap((first) => letters.map((second) => first + second))) {
    const name = names.of(code)
    // Withdrawn codes have the names of their successors, and user-assigned ones those of no country.
    const isCountry = new Intl.Locale(`und-${code}`).region === code && !/^(?:AA|Q[M-Z]|X[A-Z]|ZZ|EU|EZ|UN)$/.test(code)
    if (name !== undefined && isCountry && !withdrawn.has(code)) yield [plainName(name), code]
  }
}

const withdrawn = new Set([
  'AN',
  'BU',
  'CS',
  'DD',
  'DY',
  'FX',
  'HV',
  'NH',
  'NQ',
  'NT',
  'PC',
  'PU',
  'PZ',
  'RH',
  'SU',
  'TP',
  'UK',
  'VD',
  'WK',
  'YD',
  'YU',
  'ZR',
])

/** Spellings that shops and spreadsheets have, of one country each. */
const otherNames: Readonly<Record<string, string>> = {
  usa: 'US',
  'united states of america': 'US',
  'the united states': 'US',
  'the united states of america': 'US',
  'great britain': 'GB',
  'united kingdom of great britain and northern ireland': 'GB',
  bahamas: 'BS',
  'the bahamas': 'BS',
  bolivia: 'BO',
  brunei: 'BN',
  burma: 'MM',
  'cape verde': 'CV',
  'cote d ivoire': 'CI',
  'ivory coast': 'CI',
  'czech republic': 'CZ',
  'democratic republic of the congo': 'CD',
  'republic of the congo': 'CG',
  'east timor': 'TL',
  gambia: 'GM',
  'the gambia': 'GM',
  'holy see': 'VA',
  'hong kong': 'HK',
  'islamic republic of iran': 'IR',
  'iran islamic republic of': 'IR',
  'korea republic of': 'KR',
  'republic of korea': 'KR',
  'lao people s democratic republic': 'LA',
  macao: 'MO',
  macau: 'MO',
  macedonia: 'MK',
  'moldova republic of': 'MD',
  myanmar: 'MM',
  'the netherlands': 'NL',
  palestine: 'PS',
  'russian federation': 'RU',
  swaziland: 'SZ',
  'syrian arab republic': 'SY',
  'taiwan province of china': 'TW',
  'tanzania united republic of': 'TZ',
  turkey: 'TR',
  'vatican city': 'VA',
  'viet nam': 'VN',
}

/** Small letters without accents, dots and commas. */
function plainName(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/&/g, ' and ')
    .replace(/\./g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toLowerCase()
}
