/** Holds the first `limit` of all items that it is given, by `compare`, and counts all. */
export interface FirstInOrder<Item> {
  readonly add: (item: Item) => void
  /** Sorted. */
  readonly first: () => Item[]
  readonly count: () => number
}

/** Holds twice the limit at the most. Items must differ in order, so that it is the same items in whatever order given. */
export function firstInOrder<Item>(limit: number, compare: (a: Item, b: Item) => number): FirstInOrder<Item> {
  let held: Item[] = []
  let count = 0
  let last: Item | undefined
  const cut = (): void => {
    held.sort(compare)
    if (held.length < limit) return
    held = held.slice(0, limit)
    last = held.at(-1)
  }
  return {
    add(item) {
      count += 1
      if (last !== undefined && compare(item, last) > 0) return
      held.push(item)
      if (held.length >= 2 * limit) cut()
    },
    first() {
      cut()
      return [...held]
    },
    count: () => count,
  }
}
