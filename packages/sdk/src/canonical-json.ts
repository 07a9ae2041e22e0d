/**
 * The canonical JSON text of a value (RFC 8785, JCS): members sorted by the UTF-16 code units of their names, strings
 * and numbers as ECMAScript writes them, no white space. Equal JSON values give equal text in every language that
 * follows the RFC. Properties that are undefined are left out.
 *
 * Throws a `TypeError` for what JSON cannot say: NaN, an infinity, undefined in a list, a bigint, a function, a symbol,
 * an object that is neither a list nor plain, and text with a lone surrogate (RFC 8785 §3.2.2.2).
 */
export function canonicalJson(value: unknown): string {
  // Native JSON is many times faster than any text built here, and right wherever the members stand in order.
  if (!standsInOrder(value)) return write(value)
  const text = JSON.stringify(value)
  // A lone surrogate comes out escaped: one look at the text costs less than one at each name and string in it.
  return text.includes('\\ud') ? write(value) : text
}

/** Whether `JSON.stringify` gives the canonical text as the value stands. On the path of every plan, so it allocates nothing. */
function standsInOrder(value: unknown): boolean {
  if (typeof value === 'string') return true
  if (typeof value === 'number') return Number.isFinite(value)
  if (typeof value !== 'object') return typeof value === 'boolean'
  if (value === null) return true
  return Array.isArray(value) ? itemsStandInOrder(value) : isPlain(value) && membersStandInOrder(value)
}

function itemsStandInOrder(items: readonly unknown[]): boolean {
  for (let index = 0; index < items.length; index += 1) if (!standsInOrder(items[index])) return false
  return true
}

function membersStandInOrder(members: Readonly<Record<string, unknown>>): boolean {
  let previous = ''
  // Names that look like whole numbers come first, whatever RFC 8785 says, so names are compared as they come.
  for (const name in members) {
    if (name < previous) return false
    const member = members[name]
    if (member !== undefined && !standsInOrder(member)) return false
    previous = name
  }
  return true
}

function write(value: unknown): string {
  if (value === null || typeof value === 'boolean') return String(value)
  if (typeof value === 'number') return writeNumber(value)
  if (typeof value === 'string') return writeText(value)
  if (typeof value !== 'object') throw new TypeError(`Canonical JSON cannot hold a value of type ${typeof value}.`)
  if (Array.isArray(value)) return `[${Array.from(value, canonicalJson).join(',')}]`
  return writeMembers(value)
}

function writeNumber(value: number): string {
  if (!Number.isFinite(value)) throw new TypeError(`Canonical JSON cannot hold the number ${value}.`)
  return JSON.stringify(value)
}

function writeText(value: string): string {
  if (!value.isWellFormed())
    throw new TypeError(`Canonical JSON cannot hold a lone surrogate: ${JSON.stringify(value)}.`)
  return JSON.stringify(value)
}

function writeMembers(value: object): string {
  if (!isPlain(value)) throw new TypeError('Canonical JSON can hold plain objects and lists alone.')
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${members.map(([name, member]) => `${writeText(name)}:${canonicalJson(member)}`).join(',')}}`
}

/** An object literal or what `JSON.parse` makes, also of another realm; not a Date, a Map or an instance of a class. */
function isPlain(value: object): value is Readonly<Record<string, unknown>> {
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null || Object.getPrototypeOf(prototype) === null
}
