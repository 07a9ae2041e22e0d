/** Values by leading digits of an HTSUS number. */
export interface PrefixIndex<Value> {
  readonly byPrefix: ReadonlyMap<string, readonly Value[]>
  /** Lengths of the prefixes that occur, longest first. */
  readonly lengths: readonly number[]
}

export interface PrefixEntry<Value> {
  readonly prefix: string
  readonly value: Value
}

export function indexByPrefix<Value>(entries: Iterable<PrefixEntry<Value>>): PrefixIndex<Value> {
  const byPrefix = new Map<string, Value[]>()
  const lengths = new Set<number>()
  for (const { prefix, value } of entries) {
    const values = byPrefix.get(prefix)
    if (values !== undefined) values.push(value)
    else {
      byPrefix.set(prefix, [value])
      lengths.add(prefix.length)
    }
  }
  return { byPrefix, lengths: [...lengths].sort((a, b) => b - a) }
}

/** All values whose prefix the number starts with, the longest prefix first: inside one list the first one wins. */
export function matchPrefixes<Value>(index: PrefixIndex<Value>, digits: string): Value[] {
  const found: Value[] = []
  for (const length of index.lengths) {
    const values = digits.length < length ? undefined : index.byPrefix.get(digits.slice(0, length))
    if (values !== undefined) found.push(...values)
  }
  return found
}
