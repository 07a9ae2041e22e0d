import { spawn, spawnSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import type { PlantedBug } from '../planted-bugs/planted-bug.ts'

/** A copy of the sources in which defects may be planted, one at a time. */
export interface PlantedTree {
  /** Runs a command of the register in the copy. */
  run(command: readonly string[]): Promise<Ran>
  /** Plants the defect for as long as `work` takes. Throws when its place is not there exactly once. */
  withBug<T>(bug: PlantedBug, work: () => Promise<T>): Promise<T>
}

export interface Ran {
  readonly code: number | null
  readonly output: string
  readonly seconds: number
}

/** After this a run counts as failed without having said anything. */
const patienceMs = 600_000

/**
 * Copies every file that git knows or would take, as it stands now. Packages of others are linked, those of the workspace
 * are the copy's own: their links are relative.
 */
export function copyTree(from: string, to: string): PlantedTree {
  for (const file of filesOf(from)) {
    mkdirSync(join(to, dirname(file)), { recursive: true })
    cpSync(join(from, file), join(to, file), { force: true })
  }
  linkPackages(join(from, 'node_modules'), join(to, 'node_modules'))
  for (const folder of ['packages', 'tools'])
    for (const name of readdirSync(join(to, folder))) {
      const own = join(folder, name, 'node_modules')
      if (existsSync(join(from, own))) linkPackages(join(from, own), join(to, own))
    }
  return {
    run: (command) => run(to, command),
    async withBug({ name, file, find, replace }, work) {
      const path = join(to, file)
      const text = readFileSync(path, 'utf8')
      const places = text.split(find).length - 1
      if (places !== 1) throw new Error(`${name}: its place is ${places} times in ${file}, and must be there once`)
      writeFileSync(
        path,
        text.replace(find, () => replace),
      )
      try {
        return await work()
      } finally {
        writeFileSync(path, text)
      }
    },
  }
}

function filesOf(folder: string): string[] {
  const listed = spawnSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: folder,
    maxBuffer: 64 * 1024 * 1024,
  })
  const deleted = spawnSync('git', ['ls-files', '-z', '--deleted'], { cwd: folder })
  const gone = new Set(deleted.stdout.toString().split('\0'))
  return listed.stdout
    .toString()
    .split('\0')
    .filter((file) => file !== '' && !gone.has(file))
}

/** Relative links lead into the copy; folders of others are linked to where they are. */
function linkPackages(from: string, to: string): void {
  mkdirSync(to, { recursive: true })
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)]
    if (entry.isSymbolicLink()) symlinkSync(readlinkSync(source), target)
    else if (entry.name.startsWith('@')) linkPackages(source, target)
    else if (entry.name === '.pnpm' || entry.name === '.bin') symlinkSync(source, target)
  }
}

function run(folder: string, command: readonly string[]): Promise<Ran> {
  const started = performance.now()
  const child = spawn(process.execPath, command, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  const hear = (chunk: Buffer): void => {
    output = (output + chunk.toString()).slice(-400_000)
  }
  child.stdout.on('data', hear)
  child.stderr.on('data', hear)
  const timer = setTimeout(() => child.kill('SIGKILL'), patienceMs)
  return new Promise((resolve) => {
    child.on('close', (code) => {
      clearTimeout(timer)
      resolve({ code, output: plain(output), seconds: (performance.now() - started) / 1_000 })
    })
  })
}

/** Without the colours of a terminal. */
function plain(text: string): string {
  return text.replaceAll(new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*m`, 'g'), '')
}
