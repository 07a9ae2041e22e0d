/** Lets callers of one name go one after the other, in the order in which they came. */
export interface Turns {
  /** Resolves when it is the caller's turn, to the function that ends it. */
  take(name: string): Promise<() => void>
}

export function createTurns(): Turns {
  const last = new Map<string, Promise<void>>()
  return {
    async take(name) {
      const before = last.get(name)
      const { promise: ended, resolve: end } = Promise.withResolvers<void>()
      last.set(name, ended)
      await before
      return () => {
        if (last.get(name) === ended) last.delete(name)
        end()
      }
    },
  }
}
