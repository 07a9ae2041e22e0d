/** Text of a caller for a message: shortened to `max` characters, with all control characters escaped. */
export function shortened(text: string, max = 60): string {
  const short = text.length > max ? `${text.slice(0, max)}… (${text.length} characters)` : text
  return short.toWellFormed().replace(unreadable, (found) => `\\u${found.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

/** A JSON value for a message. Objects and lists are named by what they are, never spelled out. */
export function shownValue(value: unknown): string {
  if (value === undefined) return 'nothing'
  if (typeof value === 'string') return shortened(JSON.stringify(value))
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : `a list of ${value.length}`
  if (typeof value === 'object' && value !== null) return 'an object'
  return String(value)
}

/** What the contract allows in a dotted path: no control characters, at most 500 characters. */
export function pathText(path: string): string {
  return shortened(path, 460)
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to escape.
const unreadable = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g
