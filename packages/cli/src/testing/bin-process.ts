import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach } from 'vitest'

/** The command as a process of its own; killed behind each test of the file that imports it. */
export const bin: string = new URL('../bin.ts', import.meta.url).pathname
/** What is killed behind each test. */
export const children: ChildProcess[] = []
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
})

/** The state folder of all these processes. */
export const state: string = await mkdtemp(join(tmpdir(), 'entrygo-bin-'))
afterAll(() => rm(state, { recursive: true }))

export function start(argv: readonly string[], env: Readonly<Record<string, string>> = {}): ChildProcess {
  const child = spawn(process.execPath, ['--conditions=entrygo-src', bin, ...argv], {
    env: { PATH: process.env['PATH'], HOME: '/nowhere', XDG_STATE_HOME: state, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  children.push(child)
  return child
}

export async function until({ stdout }: ChildProcess, pattern: RegExp): Promise<string> {
  let all = ''
  for await (const chunk of stdout ?? []) {
    all += String(chunk)
    if (pattern.test(all)) return all
  }
  throw new Error(`ended before ${pattern}: ${all}`)
}

export interface Ended {
  readonly exitCode: unknown
  readonly stdout: string
  readonly stderr: string
}

export async function ended(child: ChildProcess): Promise<Ended> {
  const [stdout, stderr, [exitCode]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')])
  return { exitCode, stdout, stderr }
}

async function text(stream: NodeJS.ReadableStream | null): Promise<string> {
  let all = ''
  if (stream !== null) for await (const chunk of stream) all += String(chunk)
  return all
}
