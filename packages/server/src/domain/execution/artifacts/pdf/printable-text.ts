import { codePointText } from '../code-point-text.ts'

/**
 * Text as a page can show it, in the composed form of Unicode: white space of any kind is a blank, and a character that
 * no glyph stands for is its code point in brackets (`[U+6DF1]`), so that nothing is garbled or dropped. Characters that
 * do not show, and those of scripts that are written from right to left or reshaped in their words, are bracketed too:
 * glyphs set one after the other would tell something else than the text.
 */
export function printableText(text: string, hasGlyph: (character: string) => boolean): string {
  if (isLatin(text)) return text
  let printable = ''
  for (const character of text.normalize('NFC')) {
    if (blank.test(character)) printable += ' '
    else if (!unprintable.test(character) && hasGlyph(character)) printable += character
    else printable += codePointText(character)
  }
  return printable
}

/** Whether all of the text, once its white space is made blanks, can be said in the WinAnsi encoding. */
export function isWinAnsi(text: string): boolean {
  return isAscii(text) || isLatin(text) || winAnsi.test(text.normalize('NFC'))
}

/** Ten times as fast as a pattern. */
function isAscii(text: string): boolean {
  return Buffer.byteLength(text) === text.length
}

/** Whether it is ISO 8859-1 without controls, U+00A0 and U+00AD: every font has these, and they are composed as they stand. */
export function isLatin(text: string): boolean {
  return latin.test(text)
}

const latin = /^[ -~\u00a1-\u00ac\u00ae-\u00ff]*$/

/** What Windows-1252 has beside those. */
const winAnsi = /^[\s -~\u00a1-\u00ac\u00ae-\u00ff€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]*$/

/** The byte order mark, which `\s` takes for one, is no blank: it does not show. */
const blank = /[\t-\r\p{Z}]/u
// Signs that several scripts share (`scx`), such as the Arabic semicolon, turn the text beside them around as well; the
// marks that also stand on Latin letters do not.
const rightToLeft =
  '[[\\p{scx=Hebrew}\\p{scx=Arabic}\\p{scx=Syriac}\\p{scx=Thaana}\\p{scx=Nko}\\p{scx=Adlam}]--[\\u0300-\\u036f]]'
const reshaped =
  '\\p{sc=Lao}\\p{sc=Thai}\\p{sc=Tifinagh}\\p{sc=Mongolian}\\p{sc=Devanagari}\\p{sc=Bengali}\\p{sc=Tamil}'
const unprintable = new RegExp(`[${rightToLeft}${reshaped}\\p{C}\\p{Zl}\\p{Zp}\\p{DI}]`, 'v')
