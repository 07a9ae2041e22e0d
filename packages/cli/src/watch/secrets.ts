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
  const known = new Map<string, Known>()
  const removedFrom = (text: string): string =>
    [...known.values()].reduce(
      (rest, one) => (mayHold(rest, one) ? rest.replace(one.pattern(), '(removed)') : rest),
      text,
    )
  const isIn = (value: unknown): boolean => {
    if (typeof value === 'string') return removedFrom(value) !== value
    if (Array.isArray(value)) return value.some(isIn)
    return isPlain(value) && Object.entries(value).some(([name, member]) => isIn(name) || isIn(member))
  }
  /** One value with the texts and names that are its own; what it holds is handed on. */
  const toldBy = (value: unknown, inner: (member: unknown) => unknown): unknown => {
    if (typeof value === 'string') return removedFrom(value)
    if (Array.isArray(value)) return value.map(inner)
    if (!isPlain(value)) return value
    return Object.fromEntries(Object.entries(value).map(([name, member]) => [removedFrom(name), inner(member)]))
  }
  const told = (value: unknown): unknown => toldBy(value, told)
  return {
    removedFromAnswer: (answer) => (isIn(answer) ? told(answer) : answer),
    add: (value) => {
      if (value.length >= shortest && !known.has(value)) known.set(value, knownOf(value))
    },
    removedFrom,
    removedFromAll: (value) =>
      JSON.parse(JSON.stringify(value), (_, value: unknown) => toldBy(value, (member) => member)),
  }
}

function isPlain(value: unknown): value is object {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype
}

interface Known {
  readonly secret: string
  readonly hex: string
  /** What the secret alone decides of Base64, in the older alphabet. */
  readonly base64: readonly string[]
  readonly pattern: () => RegExp
}

function knownOf(secret: string): Known {
  const bytes = Buffer.from(secret)
  let made: RegExp | undefined
  return {
    secret,
    hex: bytes.toString('hex'),
    base64: [0, 1, 2].map((offset) => coreOf(bytes, offset)),
    pattern: () => {
      made ??= patternOf(secret)
      return made
    },
  }
}

/** The pattern takes some milliseconds to be made, more than a first call has to spare, and hardly any text needs it. */
function mayHold(text: string, { secret, hex, base64 }: Known): boolean {
  // Whatever the form, it is no shorter than the secret.
  if (text.length < secret.length) return false
  if (text.includes('%') || text.includes('\\u') || text.includes(secret) || text.toLowerCase().includes(hex))
    return true
  const older = /[-_]/.test(text) ? text.replaceAll('-', '+').replaceAll('_', '/') : text
  return base64.some((core) => older.includes(core))
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
  return [...coreOf(bytes, offset)].map((character) => inBothAlphabets[character] ?? anyForm(character)).join('')
}

function coreOf(bytes: Buffer, offset: number): string {
  const whole = Buffer.concat([Buffer.alloc(offset), bytes]).toString('base64')
  const first = Math.ceil((offset * 8) / 6)
  const last = Math.floor(((offset + bytes.length) * 8) / 6)
  return whole.slice(first, last)
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
