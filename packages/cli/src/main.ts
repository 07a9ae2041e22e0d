import { homedir } from 'node:os'
import { resolve } from 'node:path'
import { runProgram } from './program.ts'
import { Interruption } from './terminal.ts'

/** Runs the command in this process and sets its exit code; the first signal asks it to end, the second ends it. */
export async function main(argv: readonly string[]): Promise<void> {
  const controller = new AbortController()
  const interrupt = (signalName: 'SIGINT' | 'SIGTERM'): void => {
    if (controller.signal.aborted) process.exit(130)
    controller.abort(new Interruption(signalName))
  }
  process.on('SIGINT', () => interrupt('SIGINT'))
  process.on('SIGTERM', () => interrupt('SIGTERM'))
  // A reader that has seen enough, as in `entrygo exports list | head`, is no failure of ours.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    // Not at once: a run that has its answer is still to be taken from the journal.
    if (error.code === 'EPIPE') return void setImmediate(() => process.exit(0))
    process.stderr.write(`entrygo: the answer could not be written (${error.code ?? error.message}).\n`)
    process.exit(1)
  })
  process.stderr.on('error', () => {})
  process.exitCode = await runProgram({
    argv,
    env: process.env,
    cwd: workingFolder(process.env),
    home: homedir(),
    stdin: process.stdin,
    stdout: process.stdout,
    stderr: process.stderr,
    signal: controller.signal,
  })
  // An open stdin or connection must not keep an interrupted run alive.
  if (controller.signal.aborted) process.exit()
}

/** pnpm runs its script in the folder of the clone; paths are meant as seen from where it was called. */
function workingFolder({ npm_lifecycle_event: script, INIT_CWD = '' }: NodeJS.ProcessEnv): string {
  return script === 'entrygo' && INIT_CWD !== '' ? INIT_CWD : thisFolder()
}

/** Of a folder that was removed the shell still knows the name: files in it are then missing, by that name. */
function thisFolder(): string {
  try {
    return process.cwd()
  } catch {
    return resolve('/', process.env['PWD'] ?? '')
  }
}
