/** A name or number as spelled in a JSON text, and the index where it starts. */
export interface Token {
  readonly text: string
  readonly at: number
}

/** The first name that repeats one of the same object. `text` must be valid JSON; runs on refused texts alone. */
export function firstDuplicateKey(text: string): Token | undefined {
  const objects: Set<string>[] = []
  const isObject: boolean[] = []
  for (const { text: token, at } of tokensOf(text)) {
    if (token === '{' || token === '[') {
      isObject.push(token === '{')
      objects.push(new Set())
    } else if (token === '}' || token === ']') {
      isObject.pop()
      objects.pop()
    } else if (token.startsWith('"') && isObject.at(-1) === true && isName(text, at + token.length)) {
      const name = token.includes('\\') ? String(JSON.parse(token)) : token.slice(1, -1)
      const names = objects.at(-1)
      if (names?.has(name) === true) return { text: name, at }
      names?.add(name)
    }
  }
  return undefined
}

/** The first number that a double cannot hold exactly as it is spelled. `text` must be valid JSON. */
export function firstInexactNumber(text: string): Token | undefined {
  for (const { text: token, at } of tokensOf(text)) {
    if (/^[-0-9]/.test(token) && !survivesDouble(token)) return { text: token, at }
  }
  return undefined
}

// Above it the search below would cost more than the answer is worth.
const maxSearched = 64 * 1024

/**
 * Where the parser met a character that it says no place of: the end of the shortest beginning of the text that it
 * refuses for that reason. Null for a long text.
 */
export function firstUnexpectedCharacter(text: string): number | null {
  if (text.length > maxSearched) return null
  let good = 0
  let broken = text.length
  while (broken - good > 1) {
    const middle = Math.floor((good + broken) / 2)
    if (hasUnexpectedCharacter(text.slice(0, middle))) broken = middle
    else good = middle
  }
  return broken - 1
}

function hasUnexpectedCharacter(text: string): boolean {
  try {
    JSON.parse(text)
    return false
  } catch (error) {
    return error instanceof Error && error.message.startsWith('Unexpected token')
  }
}

/** Where an index lies, as an editor shows it. */
export function placeOf(text: string, index: number): string {
  const before = text.slice(0, index)
  const line = before.split('\n').length
  return `line ${line}, column ${index - before.lastIndexOf('\n')}`
}

/** The index of the quote that closes the string which opens at `start`, or the end of the text. */
export function endOfString(text: string, start: number): number {
  let end = text.indexOf('"', start + 1)
  while (end > 0) {
    let slashes = 0
    while (text.charCodeAt(end - 1 - slashes) === 0x5c) slashes += 1
    if (slashes % 2 === 0) return end
    end = text.indexOf('"', end + 1)
  }
  return text.length
}

/** The index of the last character of the number that has a digit at `start`. */
export function endOfNumber(text: string, start: number): number {
  let end = start
  while (isNumberPart(text.charCodeAt(end + 1))) end += 1
  return end
}

function isNumberPart(code: number): boolean {
  return (
    (code >= 0x30 && code <= 0x39) || code === 0x2e || code === 0x65 || code === 0x45 || code === 0x2b || code === 0x2d
  )
}

// Strings with their quotes, brackets and numbers; no regular expression, since a text may have millions of escapes.
function* tokensOf(text: string): Generator<Token> {
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at)
    let end = at
    if (character === '"') end = endOfString(text, at)
    else if (character === '-' || (character >= '0' && character <= '9')) end = endOfNumber(text, at)
    else if (!'{}[]'.includes(character)) continue
    yield { text: text.slice(at, end + 1), at }
    at = end
  }
}

function isName(text: string, end: number): boolean {
  let index = end
  while (isSpace(text.charCodeAt(index))) index += 1
  return text.charCodeAt(index) === 0x3a
}

function isSpace(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09
}

// No double needs more; the bound keeps the work on hostile tokens small.
const maxNumberLength = 400

/** Equal as exact decimals: the token, and the shortest text that reads back as the same double. */
function survivesDouble(token: string): boolean {
  if (token.length > maxNumberLength) return false
  const value = Number(token)
  return Number.isFinite(value) && exactDecimal(token) === exactDecimal(String(value))
}

// One spelling for each value: digits without outer zeros, and the power of ten of the last digit.
function exactDecimal(token: string): string {
  const [, sign = '', whole = '', fraction = '', exponent = '0'] =
    /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/.exec(token) ?? []
  const digits = (whole + fraction).replace(/^0+/, '')
  const significant = digits.replace(/0+$/, '')
  if (significant === '') return '0'
  const power = BigInt(exponent) - BigInt(fraction.length) + BigInt(digits.length - significant.length)
  return `${sign}${significant}e${power}`
}
