/** A name as it is compared: words without case, marks, punctuation and legal form, sorted. */
export interface ComparableName {
  /** Words joined by a space; equal keys are the same name. */
  readonly key: string
  readonly words: readonly string[]
}

/**
 * `"EXAMPLE Trading Co., Ltd."` becomes `example trading`. Letters of other scripts stay as they are; nothing is
 * transliterated. A name of legal forms alone keeps them, so that it is never empty when the text had a letter or digit.
 */
export function comparableName(text: string): ComparableName {
  const plain = plainText(text)
  const words = plain.replaceAll(legalPhrases, ' ').split(' ').filter(isKept)
  const kept = words.length === 0 ? plain.split(' ').filter((word) => word !== '') : words
  const sorted = [...new Set(kept)].sort()
  return { key: sorted.join(' '), words: sorted }
}

/** Lower case, without diacritics; every run of other signs is one space, but dots and apostrophes join. */
export function plainText(text: string): string {
  const latin = isAscii(text) ? text.toLowerCase() : withoutMarks(text)
  return latin
    .replaceAll(/[.'’`ʼ]/g, '')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

// Nearly all names are, and the rest costs several times as much.
function isAscii(text: string): boolean {
  return /^[ -~]*$/.test(text)
}

function withoutMarks(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[ßøłđðæœþı]/g, (letter) => letters[letter] ?? letter)
}

/** Letters that have no decomposition in Unicode. */
const letters: Readonly<Record<string, string>> = {
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
  ı: 'i',
}

const legalPhrases = /\b(?:limited liability|(?:(?:open|closed|public|private) )?joint stock) company\b/g

const legalForms: ReadonlySet<string> = new Set(
  (
    'ab ad ag ao as asa bhd bv co company corp corporation cv doo eirl eood fz fzc fzco fze gmbh inc incorporated jsc ' +
    'kft kg kk lda limited llc llp lp ltd ltda nv ojsc ooo oy oyj pao pjsc plc pte pty pvt sa sarl sas sas sdn sl spa ' +
    'sro srl zao zoo'
  ).split(' '),
)
const fillers: ReadonlySet<string> = new Set(['and', 'the'])

function isKept(word: string): boolean {
  return word !== '' && !legalForms.has(word) && !fillers.has(word)
}
