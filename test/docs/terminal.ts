import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { root } from '../repo/sources.ts'

/** A shell in a folder of its own that looks like a clone: it has `docs` and `examples`, and knows `entrygo`. */
export interface Terminal extends AsyncDisposable {
  readonly folder: string
  run(line: string): Promise<Shown>
  /** Starts a line that stays, and resolves with what it printed once that matches `until`. */
  start(line: string, until: RegExp): Promise<string>
  export(values: Readonly<Record<string, string>>): void
}

export interface Shown {
  readonly exitCode: number | null
  readonly stdout: string
  readonly stderr: string
}

/** Shared by all processes of these tests, which compile the same sources. */
export const compileCache: string = join(root, 'node_modules/.cache/docs-compiled')

export async function openTerminal(): Promise<Terminal> {
  const folder = await mkdtemp(join(tmpdir(), 'entrygo-docs-'))
  for (const name of ['docs', 'examples']) await symlink(join(root, name), join(folder, name))
  await mkdir(join(folder, 'bin'))
  await command(folder, 'entrygo', 'packages/cli/src/bin.ts')
  await command(folder, 'entrygo-server', 'packages/server/src/bin.ts')
  // What the person at the machine has configured must not reach the commands.
  const { PATH = '', HOME: _home, ...rest } = process.env
  const inherited = Object.entries(rest).filter(([name]) => !name.startsWith('ENTRYGO_'))
  const env: Record<string, string | undefined> = Object.fromEntries(inherited)
  Object.assign(env, { HOME: folder, XDG_CONFIG_HOME: folder, PATH: join(folder, 'bin') + delimiter + PATH })
  env['NODE_COMPILE_CACHE'] = compileCache
  const staying: ChildProcess[] = []
  return {
    folder,
    run: (line) => finished(spawn('sh', ['-c', line], { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'] })),
    start: (line, until) => {
      const child = spawn('sh', ['-c', `exec ${line}`], { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'] })
      staying.push(child)
      return printed(child, until)
    },
    export: (values) => Object.assign(env, values),
    async [Symbol.asyncDispose]() {
      await Promise.all(staying.map(ended))
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function command(folder: string, name: string, source: string): Promise<void> {
  const file = join(folder, 'bin', name)
  const script = `#!/bin/sh\nexec '${process.execPath}' --conditions=entrygo-src '${join(root, source)}' "$@"\n`
  await writeFile(file, script)
  await chmod(file, 0o755)
}

async function finished(child: ChildProcess): Promise<Shown> {
  const texts = { stdout: '', stderr: '' }
  child.stdout?.on('data', (chunk: Buffer) => {
    texts.stdout += chunk.toString()
  })
  child.stderr?.on('data', (chunk: Buffer) => {
    texts.stderr += chunk.toString()
  })
  await once(child, 'close')
  return { exitCode: child.exitCode, ...texts }
}

function printed(child: ChildProcess, until: RegExp): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = ''
    const hear = (chunk: Buffer): void => {
      text += chunk.toString()
      if (until.test(text)) resolve(text)
    }
    child.stdout?.on('data', hear)
    child.stderr?.on('data', hear)
    child.once('exit', (code) => reject(new Error(`ended with ${code} before it printed ${until}:\n${text}`)))
  })
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const exit = once(child, 'exit')
  child.kill('SIGTERM')
  await exit
}
