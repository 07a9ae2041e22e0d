import { canonicalJson } from '@entrygo/sdk/canonical-json'

/**
 * The value as it is stored: undefined members gone and members in canonical order, so that equal content gives equal
 * bytes and a plan can hash what was stored without sorting it again.
 */
export function canonicalCopy<Value>(value: Value): Value
export function canonicalCopy(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  return Array.isArray(value) ? value.map(canonicalCopy) : sortedMembers(value)
}

export function isEqualJson(a: unknown, b: unknown): boolean {
  return canonicalJson(a) === canonicalJson(b)
}

function sortedMembers(value: object): object {
  const members: Readonly<Record<string, unknown>> = { ...value }
  const copy: Record<string, unknown> = {}
  for (const name of Object.keys(members).sort()) {
    const member = members[name]
    if (member !== undefined) setMember(copy, name, canonicalCopy(member))
  }
  return copy
}

/** An assignment to `__proto__` would set the prototype, and what an agency's data are called is the caller's to say. */
function setMember(target: Record<string, unknown>, name: string, value: unknown): void {
  if (name !== '__proto__') target[name] = value
  else Object.defineProperty(target, name, { value, enumerable: true, configurable: true, writable: true })
}
