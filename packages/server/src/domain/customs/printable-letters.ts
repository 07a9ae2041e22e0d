/**
 * The first character of a text that the invoice on paper may show as its code point; null where all of it is sure to
 * be printed as it is: Latin, Greek, Cyrillic, Armenian and Georgian letters, white space and common signs. The answer
 * is careful and hangs on no font: the renderer, which asks its fonts, prints some rare signs beyond these.
 */
export function unprintableCharacter(text: string): string | null {
  if (westEuropean.test(text)) return null
  return beyondPaper.exec(text.normalize('NFC'))?.[0] ?? null
}

/** Most texts are of these alone, and they are composed as they stand. */
const westEuropean = /^[ -~\u00a1-\u00ac\u00ae-\u017f]*$/

// Code points are listed, since what a property such as \p{Script=Latin} holds grows with every release of Unicode, and a
// plan has to come out the same on all of them.
const white = '\\t-\\r \\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000'
const latin = '!-~\\u00a1-\\u00ac\\u00ae-\\u02e9\\u1e00-\\u1efb\\u2c60-\\u2c77\\ufb00-\\ufb06'
const accents = '\\u0300-\\u034e\\u0351-\\u0353\\u0357\\u0358\\u035a\\u035c-\\u0362'
const greek =
  '\\u0370-\\u0377\\u037a-\\u037f\\u0384-\\u038a\\u038c\\u038e-\\u03a1\\u03a3-\\u03ff\\u1f00-\\u1f15\\u1f18-\\u1f1d' +
  '\\u1f20-\\u1f45\\u1f48-\\u1f4d\\u1f50-\\u1f57\\u1f59\\u1f5b\\u1f5d\\u1f5f-\\u1f7d\\u1f80-\\u1fb4\\u1fb6-\\u1fc4' +
  '\\u1fc6-\\u1fd3\\u1fd6-\\u1fdb\\u1fdd-\\u1fef\\u1ff2-\\u1ff4\\u1ff6-\\u1ffe'
const cyrillic = '\\u0400-\\u0525'
const armenian = '\\u0531-\\u0556\\u0559-\\u055f\\u0561-\\u0587\\u0589\\u058a\\ufb13-\\ufb17'
const georgian = '\\u10a0-\\u10c5\\u10d0-\\u10fc'
const signs =
  '\\u2010-\\u2027\\u2030-\\u204e\\u2050-\\u205e\\u2070\\u2071\\u2074-\\u208e\\u2090-\\u209c\\u20a0-\\u20b5\\u20b8-\\u20ba\\u20bd' +
  '\\u2100-\\u2109\\u210b-\\u2149\\u2150-\\u2185\\u2189\\u2190-\\u2311\\u2460-\\u2469\\u2500-\\u269c\\ufffd'

const beyondPaper = new RegExp(`[^${white}${latin}${accents}${greek}${cyrillic}${armenian}${georgian}${signs}]`, 'u')
