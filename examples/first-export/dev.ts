import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'

/** A running `entrygo dev`: server, receivers and seeded account. */
export interface Dev {
  readonly url: string
  readonly apiKey: string
  readonly accountId: string
  readonly warehouseId: string
  readonly brokerId: string
  readonly mailDir: string
  readonly warehouses: Readonly<Record<'email' | 'webhook', string>>
  readonly brokers: Readonly<Record<'email' | 'borderbuddy' | 'byob_webhook', string>>
  /** Folders of what the receivers took. */
  readonly received: Readonly<Record<'mail' | 'borderbuddy' | 'webhooks', string>>
  stop(): Promise<void>
  /** SIGKILL, to show what survives. */
  kill(): Promise<void>
}

const commandLine = new URL('../../packages/cli/src/bin.ts', import.meta.url).pathname

export async function startDev(dataDir: string, faultsFile: string): Promise<Dev> {
  const options = ['--port', '0', '--data', dataDir, '--faults', faultsFile, '--json']
  const args = ['--conditions=entrygo-src', commandLine, 'dev', ...options]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  const exit = once(child, 'exit')
  const line = once(createInterface({ input: child.stdout }), 'line').then(([text]) => String(text))
  const died = exit.then(([code]) => {
    throw new Error(`entrygo dev ended with ${code} before it served`)
  })
  const served = await Promise.race([line, died])
  died.catch(() => undefined)
  const end = async (signal: 'SIGTERM' | 'SIGKILL'): Promise<void> => {
    child.kill(signal)
    await exit
  }
  return { ...JSON.parse(served).data, stop: () => end('SIGTERM'), kill: () => end('SIGKILL') }
}
