/**
 * The wait before asking again. Equal jitter: half of the step is sure, half is `luck`, uniform in [0, 1); steps go from
 * 0.5 s to 10 s.
 */
export function pollDelay(poll: number, luck: number): number {
  const step = Math.min(10_000, 500 * 2 ** poll)
  return step / 2 + (luck * step) / 2
}

/** What a server asks to wait, null where it asks to be asked again at once, over and over: then the own pace counts. */
export function usableHint(ms: number | null): number | null {
  return ms === null || ms < leastHintMs ? null : ms
}

const leastHintMs = 100
