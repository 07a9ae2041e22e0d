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
  readonly signal?: AbortSignal
}

/** Runs one command line in this process, on streams that remember; nothing of the real environment is seen. */
export async function runCli(argv: readonly string[], world: CliWorld = {}): Promise<CliResult> {
  const { env = {}, cwd = '/nowhere', stdin = '', isTTY = false, signal = new AbortController().signal } = world
  const stdout: string[] = []
  const stderr: string[] = []
  const exitCode = await runProgram({
    argv,
    env,
    cwd,
    home: '/nowhere',
    stdin: { isTTY, [Symbol.asyncIterator]: () => once(stdin) },
    stdout: { isTTY, write: (text) => stdout.push(text) },
    stderr: { isTTY, write: (text) => stderr.push(text) },
    signal,
  })
  return { exitCode, stdout: stdout.join(''), stderr: stderr.join('') }
}

async function* once(text: string): AsyncGenerator<string> {
  yield text
}
