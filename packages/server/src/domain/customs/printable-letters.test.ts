import PDFDocument from 'pdfkit'
import { describe, expect, it } from 'vitest'
import { documentFonts } from '../../edge/document-fonts.ts'
import { openFace } from '../execution/artifacts/pdf/pdf-face.ts'
import { isWinAnsi } from '../execution/artifacts/pdf/printable-text.ts'
import { unprintableCharacter } from './printable-letters.ts'

/** All code points of Unicode, lone surrogates among them. */
const characters = Array.from({ length: 0x110000 }, (_, code) => String.fromCodePoint(code))
const blank = /[\t-\r\p{Z}]/u

describe('what is called printable', () => {
  const printable = characters.filter((character) => unprintableCharacter(character) === null)
  const document = new PDFDocument({ autoFirstPage: false })
  const { regular, bold } = documentFonts()
  const faces = [openFace(document, 'text', regular), openFace(document, 'strong', bold)]
  const standard = openFace(document, 'Helvetica', null)

  it('is printed as it is by the embedded fonts, and by the standard one where that is enough', () => {
    const lost = printable.filter((character) => {
      const shown = blank.test(character) ? ' ' : character.normalize('NFC')
      const used = isWinAnsi(character) ? [...faces, standard] : faces
      return used.some((face) => face.printable(character) !== shown)
    })
    expect(lost.map((character) => character.codePointAt(0)?.toString(16))).toEqual([])
  })

  it('is some thousands of characters', () => {
    expect(printable.length).toBeGreaterThan(2_900)
  })
})

describe('a text', () => {
  it.each([
    'Bound exercise book, A5 – 120 “leaves”, 5 €, 20 °C ± 2 ½',
    'Łódź, Şırnak, Đakovo, Tōkyō, Hà Nội, Ợ ǭ',
    'Тетрадь в клетку, Київ, Ђорђе, № 5',
    'Τετράδιο, Αθήνα, ὦ',
    'Տետր, რვეული',
    'Cafe\u0301\u00a0no.\t1\u3000≥ 2 × 3 → ■',
    '',
  ])('of the scripts that are printed holds no other character: %s', (text) => {
    expect(unprintableCharacter(text)).toBeNull()
  })

  it.each([
    ['Chinese', '练习本 book', '练'],
    ['Japanese', 'A5 ノート', 'ノ'],
    ['Korean, composed or not', '\u1112\u1161\u11ab공책', '한'],
    ['Hebrew', 'מחברת', 'מ'],
    ['Arabic', 'دفتر', 'د'],
    ['Thai', 'สมุด', 'ส'],
    ['Devanagari', 'कॉपी', 'क'],
    ['an astral character', '𠮷 book', '𠮷'],
    ['full-width letters', 'Ａ5', 'Ａ'],
    ['a character that does not show', 'a\u200bb', '\u200b'],
    ['a soft hyphen', 'note\u00adbook', '\u00ad'],
    ['a byte order mark', '\ufeffbook', '\ufeff'],
    ['a lone surrogate', 'a\ud800', '\ud800'],
  ])('names the first character that may not be printed: %s', (_, text, character) => {
    expect(unprintableCharacter(text)).toBe(character)
  })
})
