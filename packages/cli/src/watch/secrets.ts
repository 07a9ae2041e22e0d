import { isRecord } from '../input/record.ts'

/** Values that must be in nothing that is shared, whatever form they take on the way. */
export interface Secrets {
  add(value: string): void
  /** The text without them: as they are, percent-encoded, in hex, and in Base64 at any offset. */
  removedFrom(text: string): string
  /** The same value of JSON, with every text in it and every name of a member told so. */
  removedFromAll<T>(value: T): T
  /** The same answer without them. The bytes of a file are left as they are. Without any it is the very same value. */
  removedFromAnswer(answer: unknown): unknown
}

/** Shorter ones are parts of ordinary words. */
const shortest = 6

export function createSecrets(): Secrets {
  const patterns = new Map<string, RegExp>()
  const removedFrom = (text: string): string =>
    [...patterns.values()].reduce((rest, pattern) => rest.replace(pattern, '(removed)'), text)
  const isIn = (value: unknown): boolean => {
    if (typeof value === 'string') return removedFrom(value) !== value
    if (Array.isArray(value)) return value.some(isIn)
    return isPlain(value) && Object.entries(value).some(([name, member]) => isIn(name) || isIn(member))
  }
  const told = (value: unknown): unknown => {
    if (typeof value === 'string') return removedFrom(value)
    if (Array.isArray(value)) return value.map(told)
    if (!isPlain(value)) return value
    return Object.fromEntries(Object.entries(value).map(([name, member]) => [removedFrom(name), told(member)]))
  }
  return {
    removedFromAnswer: (answer) => (isIn(answer) ? told(answer) : answer),
    add: (value) => {
      if (value.length >= shortest && !patterns.has(value)) patterns.set(value, patternOf(value))
    },
    removedFrom,
    removedFromAll: (value) => JSON.parse(JSON.stringify(value), (_, member: unknown) => toldAnew(member, removedFrom)),
  }
}

function isPlain(value: unknown): value is object {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype
}

function toldAnew(member: unknown, told: (text: string) => string): unknown {
  if (typeof member === 'string') return told(member)
  if (!isRecord(member)) return member
  return Object.fromEntries(Object.entries(member).map(([name, value]) => [told(name), value]))
}

function patternOf(secret: string): RegExp {
  const bytes = Buffer.from(secret)
  const hex = [...bytes.toString('hex')].map((digit) => `[${digit}${digit.toUpperCase()}]`).join('')
  const forms = [[...secret].map(anyForm).join(''), ...[0, 1, 2].map((offset) => base64Core(bytes, offset)), hex]
  return new RegExp(forms.map((form) => `(?:${form})`).join('|'), 'g')
}

/**
 * The characters that these bytes alone decide when they stand behind `offset` others; in both alphabets.
 */
function base64Core(bytes: Buffer, offset: number): string {
  const whole = Buffer.concat([Buffer.alloc(offset), bytes]).toString('base64')
  const first = Math.ceil((offset * 8) / 6)
  const last = Math.floor(((offset + bytes.length) * 8) / 6)
  return [...whole.slice(first, last)].map((character) => inBothAlphabets[character] ?? anyForm(character)).join('')
}

const inBothAlphabets: Readonly<Record<string, string>> = { '+': '(?:[+-]|%2[BbDd])', '/': '(?:[/_]|%2[Ff]|%5[Ff])' }

/** A character as it is, percent-encoded, or escaped as in JSON. */
function anyForm(character: string): string {
  const encoded = [...Buffer.from(character)].map((byte) => `%${caseless(byte.toString(16).padStart(2, '0'))}`).join('')
  const escaped = [...character].map((one) => `\\\\u${caseless(one.charCodeAt(0).toString(16).padStart(4, '0'))}`)
  return `(?:${character.replace(/[^\w\s]/g, '\\$&')}|${encoded}|${escaped.join('')})`
}

function caseless(hex: string): string {
  return [...hex].map((digit) => `[${digit}${digit.toUpperCase()}]`).join('')
}
