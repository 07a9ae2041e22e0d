import { inputError } from '../errors.ts'

/**
 * JSON from a file. Throws input errors that name file, line and column; refuses a number that would not survive being
 * read, since money must reach the server as it was written, and a name that stands twice in one object.
 */
export function parseExact(text: string, name: string): unknown {
  const value = parsed(text, name)
  requireSaidOnce(text, name)
  return value
}

function parsed(text: string, name: string): unknown {
  try {
    // Only a long run of digits or a large exponent can be changed by reading it, and most input has neither.
    return longDigits.test(text) ? JSON.parse(text, exactly(name)) : JSON.parse(text)
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    throw inputError(`${name}${placeOf(error.message, text)} is not JSON: ${withoutText(error.message)}.`, 'file')
  }
}

/** No record of the contract is nested this deeply; what is nested more cannot be written again. */
const maxDepth = 100

/** The parser takes the last of two equal names in silence. What comes here is JSON, so that its tokens are enough. */
function requireSaidOnce(text: string, name: string): void {
  const open: Set<string>[] = []
  let last = { name: '', at: 0 }
  for (const { 0: token, index } of text.matchAll(/"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\]:]/g)) {
    if (token === '{' || token === '[') open.push(new Set())
    else if (token === '}' || token === ']') open.pop()
    else if (token !== ':') last = { name: token.includes('\\') ? unescaped(token) : token, at: index }
    else if (open.at(-1)?.has(last.name)) {
      throw inputError(
        `${name}${lineAndColumn(text.slice(0, last.at))} names ${last.name} twice in one object.`,
        'file',
      )
    } else open.at(-1)?.add(last.name)
    if (open.length > maxDepth) throw inputError(`${name} is nested more than ${maxDepth} levels deep.`, 'file')
  }
}

/** The same name may be written with escapes and without. */
function unescaped(token: string): string {
  return JSON.stringify(JSON.parse(token))
}

const longDigits = /[\d.]{16}|\de[+-]?\d{3}/i

function exactly(name: string) {
  return (key: string, value: unknown, context?: { readonly source?: string }): unknown => {
    const source = context?.source
    if (typeof value !== 'number' || source === undefined) return value
    const digits = digitsOf(source)
    if (digits > 15) throw inputError(`${name}: "${key}" is ${source}: a number has at most 15 digits.`, key)
    if (Number.isFinite(value) && (value !== 0 || digits === 0)) return value
    throw inputError(`${name}: "${key}" is ${source}, which is no number that can be sent.`, key)
  }
}

/** Digits of a number as it is written, without zeros in front and without the exponent. */
export function digitsOf(source: string): number {
  const [mantissa = ''] = source.split(/e/i)
  return mantissa.replace(/[-.]/g, '').replace(/^0+/, '').length
}

/** The parser tells the place of some errors; that of the others is the end of the shortest start that is already wrong. */
function placeOf(message: string, text: string): string {
  const [, line, column] = /line (\d+) column (\d+)/.exec(message) ?? []
  if (line !== undefined) return ` line ${line}, column ${column}`
  return lineAndColumn(text.slice(0, /end of JSON/.test(message) ? text.length : wrongAt(text)))
}

function lineAndColumn(before: string): string {
  const lines = before.split('\n')
  return ` line ${lines.length}, column ${(lines.at(-1) ?? '').length + 1}`
}

function wrongAt(text: string): number {
  let right = 0
  let wrong = text.length
  while (wrong - right > 1) {
    const middle = Math.floor((right + wrong) / 2)
    if (canGoOn(text.slice(0, middle))) right = middle
    else wrong = middle
  }
  return wrong - 1
}

/** Whether more text could still make it JSON: the parser complains about the end alone, if at all. */
function canGoOn(start: string): boolean {
  try {
    JSON.parse(start)
    return true
  } catch (error) {
    const message = error instanceof Error ? error.message : ''
    const [, position] = /at position (\d+)/.exec(message) ?? []
    return /end of JSON|Unterminated/.test(message) || Number(position) === start.length
  }
}

/** The parser quotes the input, which may be long and may be private. */
function withoutText(message: string): string {
  return message.replace(/, (?:\.\.\.)?".*$/s, '').replace(/ in JSON at position.*$/s, '')
}
