import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
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

const program = new URL('crash-server.ts', import.meta.url).pathname

/** Null when the child died at its failpoint before it served. Throws when it ended in any other way. */
export async function startChild(order: CrashServerOrder, compileCache: string): Promise<CrashChild | null> {
  const child = spawn(process.execPath, ['--conditions=entrygo-src', program, JSON.stringify(order)], {
    stdio: ['pipe', 'pipe', 'pipe'],
    env: { ...process.env, NODE_COMPILE_CACHE: compileCache },
  })
  let complaint = ''
  child.stderr.on('data', (chunk: Buffer) => {
    complaint = (complaint + chunk.toString()).slice(-4000)
  })
  child.stdin.on('error', () => {})
  const ended = once(child, 'exit').then(([, signal]) => signalOf(signal))
  const lines = createInterface({ input: child.stdout })
  const line = await Promise.race([once(lines, 'line').then(([text]) => String(text)), ended])
  if (line === 'SIGKILL') return null
  if (line === null || !line.startsWith('{')) throw new Error(`The server ended before it served:\n${complaint}`)
  const { url, accountId, apiKey } = JSON.parse(line)
  return {
    ...{ url, accountId, apiKey, ended },
    setOffset: (ms) => void child.stdin.write(`${ms}\n`),
    kill: () => endBy(child, ended, () => child.kill('SIGKILL')),
    stop: () => endBy(child, ended, () => child.stdin.write('stop\n')),
  }
}

async function endBy(child: ChildProcess, ended: Promise<unknown>, end: () => void): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) end()
  await ended
}

function signalOf(signal: unknown): NodeJS.Signals | null {
  return signal === 'SIGKILL' || signal === 'SIGTERM' || signal === 'SIGABRT' || signal === 'SIGSEGV' ? signal : null
}
