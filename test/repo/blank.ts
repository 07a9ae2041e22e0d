/** What is to be blanked out of TypeScript text; line breaks stay, so that line numbers still hold. */
export interface Blanking {
  readonly strings: boolean
}

interface Piece {
  readonly kind: 'code' | 'comment' | 'text'
  readonly end: number
}

// Before one of these a slash begins a regular expression, after anything else it divides.
const beforeRegularExpression = /(?:^|[(,=:[!&|?{};+\-*%<>~^\n]|\b(?:return|typeof|case|in|of))\s*$/

/** The text without comments and, if asked for, without what stands inside strings, templates and expressions. */
export function blank(text: string, { strings }: Blanking): string {
  let blanked = ''
  let code = ''
  for (let at = 0; at < text.length; ) {
    const { kind, end } = pieceAt(text, at, code)
    const piece = text.slice(at, end)
    const isKept = kind === 'code' || (kind === 'text' && !strings)
    blanked += isKept ? piece : piece.replace(/[^\n]/g, ' ')
    code = kind === 'comment' ? code : `${code}${kind === 'code' ? piece : '_'}`.slice(-40)
    at = end
  }
  return blanked
}

function pieceAt(text: string, at: number, codeBefore: string): Piece {
  const two = text.slice(at, at + 2)
  if (two === '//') return { kind: 'comment', end: endAfter(text, at, /\n|$/g) - (text.indexOf('\n', at) < 0 ? 0 : 1) }
  if (two === '/*') return { kind: 'comment', end: endAfter(text, at + 2, /\*\/|$/g) }
  const [first = ''] = two
  if (first === "'" || first === '"') return { kind: 'text', end: endAfter(text, at, quoted(first)) }
  if (first === '`') return { kind: 'text', end: templateEnd(text, at + 1) }
  if (first === '/' && beforeRegularExpression.test(codeBefore)) {
    return { kind: 'text', end: endAfter(text, at, /\/(?:\[(?:\\.|[^\]\\\n])*\]|\\.|[^/[\\\n])+\/[a-z]*|\//g) }
  }
  return { kind: 'code', end: endAfter(text, at, /[\s\S][^'"`/]*/g) }
}

function quoted(quote: string): RegExp {
  return new RegExp(`${quote}(?:\\\\[\\s\\S]|[^${quote}\\\\\\n])*${quote}|${quote}`, 'g')
}

/** The end of a template; what stands in its \${…} counts as text, nested templates included. */
function templateEnd(text: string, start: number): number {
  let depth = 0
  for (let at = start; at < text.length; at += 1) {
    const character = text[at]
    if (character === '\\') at += 1
    else if (depth === 0 && character === '`') return at + 1
    else if (depth > 0 && character === '`') at = templateEnd(text, at + 1) - 1
    else if (character === '$' && text[at + 1] === '{') depth += 1
    else if (character === '}' && depth > 0) depth -= 1
  }
  return text.length
}

function endAfter(text: string, at: number, pattern: RegExp): number {
  pattern.lastIndex = at
  const match = pattern.exec(text)
  return match === null ? text.length : match.index + match[0].length
}
