/** What makes two command lines one run: who is written to, and everything that the requests are made of. */
export interface RunIdentity {
  readonly command: string
  readonly baseUrl: string
  readonly accountId: string
  /** Of the canonical flags that go into the requests and the digests of the input; lower-case hex. */
  readonly payloadSha256: string
}

/** A run with writes, known on disk before its first byte is sent. */
export interface JournaledRun {
  /** Of an unfinished run with the same identity, else fresh; fsynced before it is answered. */
  readonly key: string
  readonly resumed: boolean
  /** What `note` wrote last, null at first. */
  readonly progress: unknown
  /** Whether `resume` can finish it, and what stands against it; `no` when nothing was kept. */
  readonly canResume: CanResume | 'no'
  /** Keeps how far the run has come, fsynced; what it says replaces what was said before. */
  note(progress: unknown): Promise<void>
  /**
   * The run has an answer that will not change: its key is not used again. What it wrote, unless it was refused, overtakes
   * older runs of the same records. A second call does nothing.
   */
  finish(answer?: { readonly isRefused?: boolean }): Promise<void>
}

/** What `pending` shows of a run's progress; commands may note more beside it. */
export interface KnownProgress {
  /** In words: `2 orders synced`. */
  readonly done?: string
  readonly exportId?: string
}

export function progressOf(progress: unknown): KnownProgress {
  if (typeof progress !== 'object' || progress === null) return {}
  const { done, exportId } = { done: undefined, exportId: undefined, ...progress }
  return {
    ...(typeof done === 'string' && { done }),
    ...(typeof exportId === 'string' && { exportId }),
  }
}

/** What is kept of a run beside its identity, so that it can be run again from anywhere. No secret stands in it. */
export interface RunFacts {
  /** The command line without `entrygo`, without secrets and without `--idempotency-key`. */
  readonly argv: readonly string[]
  readonly cwd: string
  /** Wire settings as they were resolved, since environment and configuration may change. */
  readonly settings: Readonly<Record<string, string>>
  readonly canResume: CanResume
  /** Of the bytes of the policy that stood before it; absent where none did. */
  readonly policySha256?: string
}

/** `stdin`: somebody has to pipe the same input in again; `secret`: the command line held one, which was not kept. */
export type CanResume = 'yes' | 'stdin' | 'secret'

/** One unfinished run, as it lies on disk. */
export interface PendingRun extends RunIdentity, RunFacts {
  /** Short, for people; never given twice. */
  readonly id: number
  readonly key: string
  /** RFC 3339. */
  readonly startedAt: string
  readonly progress: unknown
  /** The process that had it last. */
  readonly pid: number
  readonly host: string
  /** A later run has written the same kind of record: finishing this one could bring older data back. */
  readonly isOvertaken: boolean
}
