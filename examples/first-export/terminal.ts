import { spawn } from 'node:child_process'

const commandLine = new URL('../../packages/cli/src/bin.ts', import.meta.url).pathname

export interface Shown {
  readonly exitCode: number
  readonly stdout: string
  readonly stderr: string
}

/** Runs `entrygo …` as a user would, and prints the command and what it says. */
export async function entrygo(args: readonly string[], env: Readonly<Record<string, string>>): Promise<Shown> {
  console.log(`\n$ entrygo ${args.map(quoted).join(' ')}`)
  const shown = await run(args, env)
  console.log(shown.stdout.trimEnd())
  if (shown.stderr.trim() !== '') console.log(shown.stderr.trimEnd())
  return shown
}

/** The same with `--json`, quietly: the answer in the one document that stands on stdout. */
export async function entrygoJson<T>(args: readonly string[], env: Readonly<Record<string, string>>): Promise<T> {
  const { exitCode, stdout, stderr } = await run([...args, '--json'], env)
  if (exitCode !== 0) throw new Error(`entrygo ${args.join(' ')} ended with ${exitCode}: ${stdout}${stderr}`)
  return JSON.parse(stdout).data
}

function run(args: readonly string[], env: Readonly<Record<string, string>>): Promise<Shown> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--conditions=entrygo-src', commandLine, ...args], {
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let stdout = ''
    let stderr = ''
    child.stdout.on('data', (chunk: Buffer) => {
      stdout += chunk.toString()
    })
    child.stderr.on('data', (chunk: Buffer) => {
      stderr += chunk.toString()
    })
    child.on('error', reject)
    child.on('close', (code) => resolve({ exitCode: code ?? 1, stdout, stderr }))
  })
}

function quoted(argument: string): string {
  return /^[\w./:@=-]+$/.test(argument) ? argument : `'${argument}'`
}
