import { setFlagsFromString } from 'node:v8'

/** What a V8 is asked, and how; a test brings its own. */
export interface AskedV8 {
  /** As in `process.versions.v8`. */
  readonly version: string
  /** All flags that it knows, as `node --v8-options` prints them. */
  readonly listed: () => string
  readonly set: (flag: string) => void
}

const flags = [
  ['semi-space-growth-factor', '=1'],
  ['heap-growing-percent', '=10'],
  ['external-memory-accounted-in-global-limit', ''],
] as const

/** Those of Node 24 and 26, where all three are known and were measured: 117 MiB instead of 250, and 163 instead of 200. */
const tried = /^1[34]\.6\./

/**
 * Batches live longer than what is made of them row by row. V8 takes that for a reason to let its nursery grow to a hundred
 * megabytes, to collect the rest seldom, and to forget that the bytes of requests and answers are memory too. Kept small it
 * costs a tenth more processor time and less memory. A V8 that was not tried is asked for its flags first, which takes some
 * thirty milliseconds: one that does not know a flag says so on stderr. Where one is missing, or nothing can be asked,
 * nothing is set: the run is the same and takes more memory.
 */
export function keepMemorySmall({ version, listed, set }: AskedV8 = thisV8): void {
  if (!tried.test(version) && !knowsFlags(listed)) return
  for (const [name, value] of flags) set(`--${name}${value}`)
}

const thisV8: AskedV8 = {
  version: process.versions.v8,
  // Loaded when it is needed, which it hardly ever is.
  listed: () => {
    const { execFileSync } = process.getBuiltinModule('node:child_process')
    return execFileSync(process.execPath, ['--v8-options'], { encoding: 'utf8', env: {}, timeout: 5000 })
  },
  set: setFlagsFromString,
}

function knowsFlags(listed: AskedV8['listed']): boolean {
  try {
    const text = listed()
    return flags.every(([name]) => new RegExp(`^ +--${name} `, 'm').test(text))
  } catch {
    return false
  }
}
