/** Work in short steps, between which a server can serve others. */
export type Steps<Result> = Generator<void, Result>

/** Does all of the work at once. */
export function inOneGo<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const step = steps.next()
    if (step.done === true) return step.value
  }
}
