/** Counts what is under way for each name, up to a limit at a time. */
export interface Slots {
  /** Takes one slot and answers the function that gives it back. While several limits are named, the lowest counts. */
  take(name: string, limit: number): () => void
  /** Names without a free slot. */
  full(): string[]
}

export function createSlots(): Slots {
  const held = new Map<string, readonly number[]>()
  return {
    take(name, limit) {
      held.set(name, [...(held.get(name) ?? []), limit])
      return () => {
        const limits = held.get(name) ?? []
        const left = limits.toSpliced(limits.indexOf(limit), 1)
        if (left.length === 0) held.delete(name)
        else held.set(name, left)
      }
    },
    full: () => [...held].filter(([, limits]) => limits.length >= Math.min(...limits)).map(([name]) => name),
  }
}
