import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { open } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { tracedBytes, tracedCalls } from './traced-writes.ts'

/** Why nothing can be traced here, or null. */
export function whyNotTraced(): string | null {
  const tried = spawnSync('strace', ['-D', '-f', '-o', '/dev/null', process.execPath, '--version'])
  if (tried.error !== undefined) return 'strace is not installed: install the package strace of your distribution'
  if (tried.status !== 0) return `strace may not trace here (ptrace is forbidden?): ${String(tried.stderr).trim()}`
  return null
}

export interface TracedSettings {
  readonly environment?: Readonly<Record<string, string>>
  /** More of strace, such as a signal to inject. */
  readonly flags?: readonly string[]
}

/** Starts a Node program whose writes and syncs are written to `trace`; signals to the child reach the program itself. */
export function spawnTraced(trace: string, args: readonly string[], more: TracedSettings = {}): ChildProcess {
  const { environment = {}, flags = [] } = more
  const calls = ['-e', `trace=${tracedCalls}`, '-e', 'signal=kill', ...flags]
  // The filter makes tracing fast, and loses the signals that strace injects.
  const filter = flags.length === 0 ? ['--seccomp-bpf'] : []
  const strace = ['-D', '-f', '-y', ...filter, ...calls, '-xx', '-s', String(tracedBytes), '-o', trace]
  const program = [process.execPath, '--conditions=entrygo-src', ...args]
  return spawn('strace', [...strace, ...program], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
}

/** Waits until the trace of a program that has ended is complete. */
export async function traceEnds(trace: string, pid: number | undefined): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    if (new RegExp(`^${pid} +\\+\\+\\+ (?:exited|killed)`, 'm').test(await tailOf(trace))) return
    await sleep(25)
  }
  throw new Error(`${trace} does not say how the program ended`)
}

async function tailOf(path: string): Promise<string> {
  const file = await open(path)
  try {
    const { size } = await file.stat()
    const length = Math.min(size, 8192)
    const { buffer } = await file.read(Buffer.alloc(length), 0, length, size - length)
    return buffer.toString('latin1')
  } finally {
    await file.close()
  }
}
