import type { Clock } from './clock.ts'

/** Why `within` stopped the work. */
export type Stop = 'timeout' | 'aborted'

export type Within<T> =
  | { readonly done: true; readonly value: T }
  | { readonly done: false; readonly stop: Stop | null; readonly error: unknown }

/**
 * Runs `work` for at most `ms` and ends when the caller's signal is aborted. `work` gets a signal to pass on, and is left
 * behind when it does not obey it: a stalled body or a deaf `fetch` cannot hold the call. Leaves no timer, no listener.
 */
export async function within<T>(
  limit: { readonly ms: number; readonly clock: Clock; readonly signal: AbortSignal | undefined },
  work: (signal: AbortSignal) => Promise<T>,
): Promise<Within<T>> {
  const controller = new AbortController()
  let stop: Stop | null = null
  let leave: (error: unknown) => void = () => {}
  const left = new Promise<never>((_, reject) => {
    leave = reject
  })
  const end = (why: Stop, error: unknown): void => {
    stop ??= why
    leave(error)
    controller.abort(error)
  }
  const onAbort = (): void => end('aborted', limit.signal?.reason)
  if (limit.signal?.aborted === true) return { done: false, stop: 'aborted', error: limit.signal.reason }
  limit.signal?.addEventListener('abort', onAbort, { once: true })
  const cancel = limit.clock.after(limit.ms, () => end('timeout', new Error(`no answer within ${limit.ms} ms`)))
  try {
    return { done: true, value: await Promise.race([work(controller.signal), left]) }
  } catch (error) {
    return { done: false, stop, error }
  } finally {
    cancel()
    limit.signal?.removeEventListener('abort', onAbort)
  }
}
