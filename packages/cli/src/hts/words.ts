/**
 * The words of a text as they are compared: small letters without accents, singular, American spelling; compounds
 * written with a hyphen give the joined word (`tshirt`) and its longer parts. What follows "other than" or "except" is
 * left out, since it says what the goods are not. The index and the question are cut by this one function.
 */
export function wordsOf(text: string): string[] {
  const words: string[] = []
  for (const [token] of clean(text).matchAll(/[a-z0-9]+(?:-[a-z0-9]+)*/g)) {
    const parts = token.split('-')
    if (parts.length > 1) words.push(baseOf(parts.join('')))
    for (const part of parts) {
      if ((part.length > 2 || parts.length === 1) && !stopWords.has(part)) words.push(baseOf(part))
    }
  }
  return words
}

function clean(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}'’ʼ]/gu, '')
    .replace(/[\u2010-\u2015]/g, '-')
    .toLowerCase()
    .replace(/\b(?:other than|except|excepting|excluding|not including)\b[^;:()]*/g, ' ')
}

const stopWords: ReadonlySet<string> = new Set(
  (
    'a an and as at be by for from in into is it its my nesoi nor not of on or other our own such than that the their ' +
    'these thereof they this to used whether which with'
  ).split(' '),
)

/** One form for singular and plural, and for British and American spelling. */
function baseOf(word: string): string {
  const single = singular(word)
  return spellings.get(single) ?? spellings.get(word) ?? single.replace(/(?<=..[bdfhlnpv])our$/, 'or')
}

function singular(word: string): string {
  if (word.length < 4 || !word.endsWith('s') || /(?:ss|us|is)$/.test(word)) return word
  if (word.endsWith('ies')) return word.length > 4 ? `${word.slice(0, -3)}y` : word.slice(0, -1)
  if (/(?:ss|x|ch|sh|[aeiou]to|otato|ango)es$/.test(word)) return word.slice(0, -2)
  return word.slice(0, -1)
}

/** Other ways of writing one word, after the plural is gone. */
const spellings: ReadonlyMap<string, string> = new Map(
  Object.entries({
    aluminium: 'aluminum',
    calve: 'calf',
    catalogue: 'catalog',
    centre: 'center',
    children: 'child',
    cosy: 'cozy',
    doughnut: 'donut',
    fibre: 'fiber',
    fibreglass: 'fiberglass',
    feet: 'foot',
    grey: 'gray',
    halve: 'half',
    jewellery: 'jewelry',
    knit: 'knitted',
    knive: 'knife',
    leave: 'leaf',
    litre: 'liter',
    live: 'live',
    loave: 'loaf',
    men: 'man',
    metre: 'meter',
    mould: 'mold',
    moulding: 'molding',
    moulded: 'molded',
    pyjama: 'pajama',
    pajama: 'pajama',
    plough: 'plow',
    scarve: 'scarf',
    shelve: 'shelf',
    sulphur: 'sulfur',
    teeshirt: 'tshirt',
    tomatoe: 'tomato',
    potatoe: 'potato',
    travelling: 'traveling',
    tyre: 'tire',
    whisky: 'whiskey',
    women: 'woman',
    wooden: 'wood',
    woollen: 'wool',
    woolen: 'wool',
    yoghurt: 'yogurt',
  }),
)
