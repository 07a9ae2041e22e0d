import { canonicalJson } from '@entrygo/sdk/canonical-json'

/**
 * The value as every reader of the store sees it: undefined members gone and members in canonical order, so that equal
 * content gives equal text and a plan can hash what was stored without sorting it again.
 */
export function canonicalCopy<Value>(value: Value): Value {
  return JSON.parse(canonicalJson(value))
}

export function isEqualJson(a: unknown, b: unknown): boolean {
  return canonicalJson(a) === canonicalJson(b)
}
