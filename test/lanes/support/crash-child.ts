import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface, type Interface } from 'node:readline'
import type { CrashProgram } from './crash-bundle.ts'
import type { CrashServerOrder } from './crash-server.ts'

export interface CrashChild {
  readonly url: string
  readonly accountId: string
  readonly apiKey: string
  /** Resolves when the process has ended, by its failpoint, by `kill` or by `stop`. */
  readonly ended: Promise<NodeJS.Signals | null>
  setOffset(ms: number): void
  kill(): Promise<void>
  stop(): Promise<void>
}

/** Children of one program. The next one loads its modules while the one before lives, and then waits for its order. */
export interface Nursery {
  /** Null when the child died at its failpoint before it served. Throws when it ended in any other way. */
  start(order: CrashServerOrder): Promise<CrashChild | null>
  close(): Promise<void>
}

export function openNursery(program: CrashProgram): Nursery {
  let spare = spawned(program)
  return {
    async start(order) {
      const child = spare
      const started = await begun(child, order)
      spare = spawned(program)
      return started
    },
    async close() {
      spare.child.stdin.end()
      await spare.ended
    },
  }
}

interface Spawned {
  readonly child: ChildProcessWithoutNullStreams
  readonly ended: Promise<NodeJS.Signals | null>
  readonly lines: Interface
  /** The end of what it said on standard error. */
  complaint(): string
}

function spawned({ file, compileCache }: CrashProgram): Spawned {
  const child = spawn(process.execPath, [file], {
    stdio: ['pipe', 'pipe', 'pipe'],
    env: { ...process.env, NODE_COMPILE_CACHE: compileCache },
  })
  let complaint = ''
  child.stderr.on('data', (chunk: Buffer) => {
    complaint = (complaint + chunk.toString()).slice(-4000)
  })
  child.stdin.on('error', () => {})
  const ended = once(child, 'exit').then(([, signal]) => signalOf(signal))
  return { child, ended, lines: createInterface({ input: child.stdout }), complaint: () => complaint }
}

async function begun({ child, ended, lines, complaint }: Spawned, order: CrashServerOrder): Promise<CrashChild | null> {
  child.stdin.write(`${JSON.stringify(order)}\n`)
  const line = await Promise.race([once(lines, 'line').then(([text]) => String(text)), ended])
  if (line === 'SIGKILL') return null
  if (line === null || !line.startsWith('{')) throw new Error(`The server ended before it served:\n${complaint()}`)
  const { url, accountId, apiKey } = JSON.parse(line)
  return {
    ...{ url, accountId, apiKey, ended },
    setOffset: (ms) => void child.stdin.write(`${ms}\n`),
    kill: () => endBy(child, ended, () => child.kill('SIGKILL')),
    stop: () => endBy(child, ended, () => child.stdin.write('stop\n')),
  }
}

async function endBy(child: ChildProcessWithoutNullStreams, ended: Promise<unknown>, end: () => void): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) end()
  await ended
}

function signalOf(signal: unknown): NodeJS.Signals | null {
  return signal === 'SIGKILL' || signal === 'SIGTERM' || signal === 'SIGABRT' || signal === 'SIGSEGV' ? signal : null
}
