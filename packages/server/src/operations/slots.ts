/** Counts what is under way for each name, up to `limit` at a time. */
export interface Slots {
  /** Takes one slot and answers the function that gives it back. */
  take(name: string): () => void
  /** Names without a free slot. */
  full(): string[]
}

export function createSlots(limit: number): Slots {
  const held = new Map<string, number>()
  const add = (name: string, more: number): void => {
    const now = (held.get(name) ?? 0) + more
    if (now === 0) held.delete(name)
    else held.set(name, now)
  }
  return {
    take(name) {
      add(name, 1)
      return () => add(name, -1)
    },
    full: () => [...held].filter(([, count]) => count >= limit).map(([name]) => name),
  }
}
