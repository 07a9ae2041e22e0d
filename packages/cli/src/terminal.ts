import type { Readable, Writable } from 'node:stream'
import type { FetchLike } from '@entrygo/sdk'

/** What a run of the command sees of the world; tests bring their own. */
export interface Terminal {
  readonly argv: readonly string[]
  readonly env: Readonly<Record<string, string | undefined>>
  /** The folder that relative paths and the search for project configuration start from. */
  readonly cwd: string
  readonly home: string
  readonly stdin: InputStream
  readonly stdout: OutputStream
  readonly stderr: OutputStream
  /** Aborted on SIGINT and SIGTERM, with an `Interruption` as its reason. */
  readonly signal: AbortSignal
  /** Instead of the global `fetch`, for whoever watches the requests. */
  readonly fetch?: FetchLike
  /** The command line was kept in the journal and is finished from there. */
  readonly isResumed?: true
}

export type InputStream = Readable & { readonly isTTY?: boolean }

export type OutputStream = Writable & { readonly isTTY?: boolean; readonly columns?: number }

/** Somebody ended the run: Ctrl-C, or a request to terminate. */
export class Interruption extends Error {
  readonly signalName: 'SIGINT' | 'SIGTERM'

  constructor(signalName: 'SIGINT' | 'SIGTERM') {
    super(`Ended by ${signalName}.`)
    this.name = 'Interruption'
    this.signalName = signalName
  }
}
