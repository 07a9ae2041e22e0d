import { inputError } from '../errors.ts'

/**
 * JSON from a file. Throws input errors that name file, line and column; refuses a number that would not survive being
 * read, since money must reach the server as it was written.
 */
export function parseExact(text: string, name: string): unknown {
  try {
    // Only a long run of digits can be changed by reading it, and most input has none.
    return longDigits.test(text) ? JSON.parse(text, exactly(name)) : JSON.parse(text)
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    throw inputError(`${name}${placeOf(error.message, text)} is not JSON: ${withoutText(error.message)}.`, 'file')
  }
}

const longDigits = /[\d.]{16}/

function exactly(name: string) {
  return (key: string, value: unknown, context?: { readonly source?: string }): unknown => {
    const source = context?.source
    if (typeof value !== 'number' || source === undefined || digitsOf(source) <= 15) return value
    throw inputError(`${name}: ${key} is ${source}: a number has at most 15 digits.`, key)
  }
}

function digitsOf(source: string): number {
  const [mantissa = ''] = source.split(/e/i)
  return mantissa.replace(/[-.]/g, '').replace(/^0+/, '').length
}

/** The parser tells the place of some errors; that of the others is the end of the shortest start that is already wrong. */
function placeOf(message: string, text: string): string {
  const [, line, column] = /line (\d+) column (\d+)/.exec(message) ?? []
  if (line !== undefined) return ` line ${line}, column ${column}`
  const lines = text.slice(0, /end of JSON/.test(message) ? text.length : wrongAt(text)).split('\n')
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
