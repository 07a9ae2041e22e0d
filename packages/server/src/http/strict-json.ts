import { type Refusal, refuse } from '../domain/refusal.ts'
import {
  endOfNumber,
  endOfString,
  firstDuplicateKey,
  firstInexactNumber,
  firstUnexpectedCharacter,
  placeOf,
  type Token,
} from './json-tokens.ts'
import { pathText, shortened } from './readable-text.ts'

export const maxJsonDepth = 32

/**
 * The value of an I-JSON text (RFC 7493), or a refusal that names what is wrong and where: no duplicate or dangerous
 * names, no U+0000 or lone surrogate, no number that changes on its way through a double, at most 32 levels. A valid
 * text costs one native parse, one scan of its characters and one walk over its names.
 */
export function parseStrictJson(text: string): { readonly value: unknown } | Refusal {
  if (text.charCodeAt(0) === 0xfeff) return refuseText('The body starts with a byte order mark. Send UTF-8 without it.')
  const shape = scan(text)
  if (shape.depth > maxJsonDepth) {
    return refuseText(
      `The body is nested deeper than ${maxJsonDepth} levels at ${placeOf(text, shape.deepAt)}. Flatten it.`,
    )
  }
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    return refuseSyntax(text, error)
  }
  if (shape.hasLongNumber) {
    const token = firstInexactNumber(text)
    if (token) return refuseNumber(text, token)
  }
  const hasEscapes = text.includes('\\u')
  const names = { count: 0, areUnsafe: false }
  walk(value, names, hasEscapes)
  if (names.areUnsafe) {
    const fault = firstFault(value, '')
    if (fault) return refuseText(fault.message, fault.path)
  }
  if (names.count !== shape.separators) {
    const token = firstDuplicateKey(text)
    if (token) return refuseDuplicate(text, token)
  }
  if (!hasEscapes && !text.isWellFormed()) return refuseText(loneSurrogate)
  return { value }
}

interface Shape {
  /** Colons outside strings: one for each name that the text spells. */
  separators: number
  depth: number
  deepAt: number
  /** A number has an exponent or more than 15 digits, so it may not survive a double. */
  hasLongNumber: boolean
}

// 15 significant digits always survive a double, unless an exponent moves them out of its range.
const safeDigits = 15

function scan(text: string): Shape {
  const shape: Shape = { separators: 0, depth: 0, deepAt: 0, hasLongNumber: false }
  const { length } = text
  let depth = 0
  let index = 0
  while (index < length) {
    const code = text.charCodeAt(index)
    if (code === 0x22) {
      index = endOfString(text, index)
    } else if (code === 0x3a) {
      shape.separators += 1
    } else if (code >= 0x30 && code <= 0x39) {
      const start = index
      index = endOfNumber(text, index)
      if (index - start >= safeDigits || hasExponent(text, start, index)) shape.hasLongNumber = true
    } else if (code === 0x7b || code === 0x5b) {
      depth += 1
      if (depth > shape.depth) {
        shape.depth = depth
        if (depth === maxJsonDepth + 1) shape.deepAt = index
      }
    } else if (code === 0x7d || code === 0x5d) {
      depth -= 1
    }
    index += 1
  }
  return shape
}

function hasExponent(text: string, start: number, end: number): boolean {
  for (let index = start + 1; index <= end; index += 1) {
    const code = text.charCodeAt(index)
    if (code === 0x65 || code === 0x45) return true
  }
  return false
}

function walk(value: unknown, names: { count: number; areUnsafe: boolean }, hasEscapes: boolean): void {
  if (typeof value === 'string') {
    if (hasEscapes && textFault(value) !== null) names.areUnsafe = true
  } else if (Array.isArray(value)) {
    for (const item of value) walk(item, names, hasEscapes)
  } else if (typeof value === 'object' && value !== null) {
    // Parsed objects have own names alone, and this way builds no list of them.
    for (const name in value) {
      names.count += 1
      if (dangerousNames.has(name) || (hasEscapes && textFault(name) !== null)) names.areUnsafe = true
      walk(Reflect.get(value, name), names, hasEscapes)
    }
  }
}

const dangerousNames: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype'])
const loneSurrogate = 'A string holds half of a surrogate pair. Send well-formed Unicode.'

interface Fault {
  readonly path: string
  readonly message: string
}

/** The first unsafe name or text and where it stands. Only walked once something unsafe is known to be there. */
function firstFault(value: unknown, path: string): Fault | null {
  if (typeof value === 'string') {
    const message = textFault(value)
    return message === null ? null : { path, message }
  }
  if (typeof value !== 'object' || value === null) return null
  for (const [name, inner] of Object.entries(value)) {
    if (dangerousNames.has(name)) return { path, message: `The name ${name} is not allowed in any object. Rename it.` }
    const message = textFault(name)
    if (message !== null) return { path, message }
    const fault = firstFault(inner, path === '' ? name : `${path}.${name}`)
    if (fault !== null) return fault
  }
  return null
}

/** Names the fault and never repeats the text, which may be a secret. */
function textFault(text: string): string | null {
  if (text.includes('\0')) return 'A string holds U+0000. Remove it.'
  return text.isWellFormed() ? null : loneSurrogate
}

function refuseText(message: string, at = ''): Refusal {
  const path = pathText(at)
  const field = path === '' ? {} : { field: path }
  return refuse('INVALID_REQUEST', message, { ...field, details: { issues: [{ path, message, code: 'custom' }] } })
}

// The sentence is published; what and where stand in the issue.
function refuseSyntax(text: string, error: unknown): Refusal {
  const message = text.trim() === '' ? 'The body is empty. Send a JSON object.' : syntaxFault(text, error)
  return refuse('INVALID_REQUEST', 'Request body must be valid JSON.', {
    details: { issues: [{ path: '', message, code: 'custom' }] },
  })
}

function syntaxFault(text: string, error: unknown): string {
  const said = error instanceof Error ? error.message : 'The text cannot be read as JSON'
  const [, told] = /at position (\d+)/.exec(said) ?? []
  const position = told === undefined ? placeless(text, said) : Number(told)
  const what = said.replace(/ (?:in|after) JSON at position.*$/s, '').replace(/, .* is not valid JSON$/s, '')
  const where = position === null ? '' : ` at ${placeOf(text, position)}`
  return `${shortened(what, 120)}${where}. Mend the JSON.`
}

function placeless(text: string, said: string): number | null {
  return said.includes('is not valid JSON') ? firstUnexpectedCharacter(text) : null
}

function refuseNumber(text: string, { at, text: number }: Token): Refusal {
  return refuseText(
    `The number ${shortened(number)} at ${placeOf(text, at)} does not fit a double exactly. ` +
      'Send at most 15 significant digits.',
  )
}

function refuseDuplicate(text: string, { at, text: name }: Token): Refusal {
  return refuseText(`The name ${shortened(name)} stands twice in one object, again at ${placeOf(text, at)}. Keep one.`)
}
