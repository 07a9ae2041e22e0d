/** Time, timers and chance, so that tests can run ten minutes in a millisecond. */
export interface Clock {
  /** Milliseconds since some fixed point; never goes back. */
  now(): number
  /** Runs `task` once after `ms` milliseconds; the answer cancels it. */
  after(ms: number, task: () => void): () => void
  /** Uniform in [0, 1). */
  random(): number
}

/** The clock and the chance of this machine. */
export const systemClock: Clock = {
  now: () => performance.now(),
  after: (ms, task) => {
    const timer = setTimeout(task, Math.min(ms, longestTimerMs))
    return () => clearTimeout(timer)
  },
  random: () => Math.random(),
}

/** Longer timers fire at once in every runtime. */
const longestTimerMs = 2_147_483_647

/** Resolves after `ms`; rejects at once with `signal.reason` when the signal is aborted. Leaves no listener behind. */
export function sleep(ms: number, clock: Clock, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted === true) {
      reject(signal.reason)
      return
    }
    const onAbort = (): void => {
      cancel()
      reject(signal?.reason)
    }
    const cancel = clock.after(ms, () => {
      signal?.removeEventListener('abort', onAbort)
      resolve()
    })
    signal?.addEventListener('abort', onAbort, { once: true })
  })
}
