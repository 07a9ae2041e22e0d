import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import autocannon from 'autocannon'

/** One line of the result table. */
export interface Row {
  readonly what: string
  readonly measured: string
  /** The peer or the limit that was measured in the same run. */
  readonly beside: string
  readonly goal: string
  readonly isMet: boolean
}

export interface Started<T> {
  readonly line: T
  readonly pid: number
  stop(): Promise<void>
}

/** What the first line of packages/server/src/bin.ts gives to Node, so that memory stays flat under load. */
const serverFlags = ['--max-semi-space-size=8', '--max-old-space-size=2000']
