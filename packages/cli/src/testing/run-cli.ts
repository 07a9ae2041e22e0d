import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough, Readable, Writable } from 'node:stream'
import { runProgram } from '../program.ts'
import type { Terminal } from '../terminal.ts'

export interface CliResult {
  readonly exitCode: number
  readonly stdout: string
  readonly stderr: string
}

export interface CliWorld {
  readonly env?: Terminal['env']
  readonly cwd?: string
  /** What stdin holds; a terminal when absent is not simulated. */
  readonly stdin?: string
  readonly isTTY?: boolean
  /** The keys that a person at the terminal presses at each question, Enter among them. */
  readonly typed?: readonly string[]
  readonly signal?: AbortSignal
}

/**
 * Runs one command line in this process, on streams that remember; nothing of the real environment is seen. Its journal is
 * gone afterwards, unless `XDG_STATE_HOME` names a folder.
 */
export async function runCli(argv: readonly string[], world: CliWorld = {}): Promise<CliResult> {
  const { env = {}, cwd = '/nowhere', stdin = '', typed, signal = new AbortController().signal } = world
  const isTTY = world.isTTY ?? typed !== undefined
  const stdout: string[] = []
  const stderr: string[] = []
  const keys = new PassThrough()
  const answers = [...(typed ?? [])]
  const state = await mkdtemp(join(tmpdir(), 'entrygo-state-'))
  const exitCode = await runProgram({
    argv,
    env: { XDG_STATE_HOME: state, ...env },
    cwd,
    home: '/nowhere',
    stdin: Object.assign(typed === undefined ? Readable.from([stdin]) : keys, { isTTY }),
    stdout: sink((text) => stdout.push(text), isTTY),
    stderr: sink((text) => {
      stderr.push(text)
      if (text.endsWith(': ')) setImmediate(() => keys.write(answers.shift() ?? '\u0004'))
    }, isTTY),
    signal,
  })
  await rm(state, { recursive: true })
  const result = { exitCode, stdout: stdout.join(''), stderr: stderr.join('') }
  await keepsTheLaw(argv, result)
  return result
}

/** Every test that runs a command with `--json` proves that it prints what `entrygo schema` says, and nothing else. */
async function keepsTheLaw(argv: readonly string[], result: CliResult): Promise<void> {
  const end = argv.indexOf('--')
  if (!(end < 0 ? argv : argv.slice(0, end)).includes('--json')) return
  const { breachesOf } = await import('./answer-law.ts')
  const breaches = breachesOf({ argv, ...result })
  if (breaches.length > 0) throw new Error(`entrygo ${argv.join(' ')}: ${breaches.join('; ')}`)
}

function sink(take: (text: string) => void, isTTY: boolean): Writable & { isTTY: boolean } {
  const stream = new Writable({
    decodeStrings: false,
    write: (text, _encoding, done) => {
      take(String(text))
      done()
    },
  })
  return Object.assign(stream, { isTTY })
}
