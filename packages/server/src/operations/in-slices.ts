import type { Clock } from '../ports.ts'

/** Milliseconds after which whatever else waits is served; one step may take it past that. */
const sliceMs = 15

/**
 * Runs work of many short steps to its end, in slices between which the process serves others. What it answers does not
 * depend on where the slices end.
 */
export async function inSlices<Result>(work: Iterator<unknown, Result>, clock: Clock): Promise<Result> {
  let since = clock.now()
  for (;;) {
    const step = work.next()
    if (step.done === true) return step.value
    // The clock may jump back, which ends the slice too.
    if (Math.abs(clock.now() - since) < sliceMs) continue
    await othersServed()
    since = clock.now()
  }
}

function othersServed(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve)
  })
}
