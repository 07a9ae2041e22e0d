/** Delays, as an argument, so that a simulation can pass time by itself. */
export interface Timers {
  /** Calls back once after `delayMs`; the returned function calls it off. */
  after(delayMs: number, callback: () => void): () => void
}

export const systemTimers: Timers = {
  after(delayMs, callback) {
    const timer = setTimeout(callback, delayMs)
    return () => clearTimeout(timer)
  },
}

/** Resolves after `delayMs`. */
export function delay(timers: Timers, delayMs: number): Promise<void> {
  return new Promise((resolve) => {
    timers.after(delayMs, resolve)
  })
}

/** True when `work` settled within `limitMs`, by value or by error. */
export function settlesWithin(timers: Timers, work: Promise<unknown>, limitMs: number): Promise<boolean> {
  return new Promise((resolve) => {
    const cancel = timers.after(limitMs, () => resolve(false))
    const settled = (): void => {
      cancel()
      resolve(true)
    }
    work.then(settled, settled)
  })
}
