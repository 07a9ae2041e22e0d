export type JsonRecord = Readonly<Record<string, unknown>>

export function isRecord(value: unknown): value is JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** An own member of an object; undefined where there is none. */
export function memberOf(value: unknown, name: string): unknown {
  return isRecord(value) && Object.hasOwn(value, name) ? value[name] : undefined
}

export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

/** The names of an RFC 6901 pointer. */
export function pointerNames(pointer: string): string[] {
  return pointer.split('/').slice(1).map(unescaped)
}

/** RFC 6901: `~` and `/` inside a name are escaped. */
export function pointerTo(names: readonly string[]): string {
  let pointer = ''
  for (const name of names) pointer += `/${escaped(name)}`
  return pointer
}

/** Equal as JSON values; a member that is undefined may make equal values seem different. */
export function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((item, index) => isSame(item, b[index]))
  }
  if (!isRecord(a) || !isRecord(b)) return false
  const names = Object.keys(a)
  if (names.length !== Object.keys(b).length) return false
  return names.every((name) => Object.hasOwn(b, name) && isSame(a[name], b[name]))
}

/** Compares by code units, as RFC 8785 sorts keys; never by locale. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function escaped(name: string): string {
  return /[~/]/.test(name) ? name.replaceAll('~', '~0').replaceAll('/', '~1') : name
}

function unescaped(name: string): string {
  return name.includes('~') ? name.replaceAll('~1', '/').replaceAll('~0', '~') : name
}
