/** At most `limit` holders for each name at a time; the others wait in line. */
export interface Slots {
  /** Resolves with the function that gives the slot back. */
  take(name: string): Promise<() => void>
  /** Names without a free slot. */
  full(): string[]
}

export function createSlots(limit: number): Slots {
  const lines = new Map<string, { held: number; waiting: (() => void)[] }>()
  const release = (name: string): void => {
    const line = lines.get(name)
    if (line === undefined) return
    const next = line.waiting.shift()
    if (next === undefined) line.held -= 1
    else next()
    if (line.held === 0) lines.delete(name)
  }
  return {
    async take(name) {
      const line = lines.get(name) ?? { held: 0, waiting: [] }
      lines.set(name, line)
      if (line.held < limit) line.held += 1
      else await new Promise<void>((resolve) => line.waiting.push(resolve))
      return () => release(name)
    },
    full: () => [...lines].filter(([, { held }]) => held >= limit).map(([name]) => name),
  }
}
