import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'

/** What `entrygo dev --json` prints on its one line. */
export interface DevLine {
  readonly url: string
  readonly apiKey: string
  readonly accountId: string
  readonly warehouseId: string
  readonly brokerId: string
  readonly mailDir: string
}

export interface DevServer extends DevLine {
  /** SIGKILL: the process gets no chance to finish anything. */
  kill(): Promise<void>
  /** SIGTERM; answers the exit code. */
  stop(): Promise<number | null>
}

const commandLine = new URL('../../../packages/cli/src/bin.ts', import.meta.url).pathname

/** Starts the whole product as a user does, and waits until it serves. Throws with its stderr when it does not. */
export async function startDev(dataDir: string, more: readonly string[] = []): Promise<DevServer> {
  const args = ['--conditions=entrygo-src', commandLine, 'dev', '--port', '0', '--data', dataDir, '--json', ...more]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] })
  let complaint = ''
  child.stderr.on('data', (chunk: Buffer) => {
    complaint = (complaint + chunk.toString()).slice(-4000)
  })
  const line = await firstLine(child, () => complaint)
  return { ...line, kill: () => ended(child, 'SIGKILL').then(() => undefined), stop: () => ended(child, 'SIGTERM') }
}

async function firstLine(child: ChildProcess, complaint: () => string): Promise<DevLine> {
  const { stdout } = child
  if (stdout === null) throw new Error('entrygo dev has no stdout')
  const lines = createInterface({ input: stdout })
  const line = await Promise.race([
    once(lines, 'line').then(([text]) => String(text)),
    once(child, 'exit').then(([code]) => {
      throw new Error(`entrygo dev ended with ${code} before it served:\n${complaint()}`)
    }),
  ])
  return JSON.parse(line).data
}

async function ended(child: ChildProcess, signal: 'SIGKILL' | 'SIGTERM'): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode
  const exit = once(child, 'exit')
  child.kill(signal)
  const [code] = await exit
  return typeof code === 'number' ? code : null
}
