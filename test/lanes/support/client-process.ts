import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'

export interface ClientProcess {
  readonly pid: number
  /** SIGKILL: it gets no chance to finish anything. */
  kill(): void
  /** How it ended, with what it printed. */
  readonly ended: Promise<Ended>
}

export interface Ended {
  readonly wasKilled: boolean
  readonly exitCode: number | null
  readonly stdout: string
  readonly stderr: string
}

export interface ClientPlace {
  readonly cwd: string
  readonly env: Readonly<Record<string, string>>
}

const commandLine = new URL('../../../packages/cli/src/bin.ts', import.meta.url).pathname

/** Starts the real `entrygo` as a process of its own. */
export function startClient(argv: readonly string[], { cwd, env }: ClientPlace): ClientProcess {
  const child = spawn(process.execPath, ['--conditions=entrygo-src', commandLine, ...argv], {
    cwd,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env['PATH'], ...env },
  })
  return { pid: child.pid ?? 0, kill: () => void child.kill('SIGKILL'), ended: endOf(child) }
}

async function endOf(child: ChildProcess): Promise<Ended> {
  const printed = { stdout: '', stderr: '' }
  child.stdout?.on('data', (chunk: Buffer) => {
    printed.stdout += chunk.toString()
  })
  child.stderr?.on('data', (chunk: Buffer) => {
    printed.stderr += chunk.toString()
  })
  const [exitCode, signal] = await once(child, 'close')
  return { wasKilled: signal === 'SIGKILL', exitCode: typeof exitCode === 'number' ? exitCode : null, ...printed }
}
