/**
 * Plants known defects in a copy of the sources, one at a time, and requires that the named lane or test fails and says
 * which promise is broken. The same runs must pass in the copy before anything is planted.
 *
 *   node --conditions=entrygo-src test/lanes/planted.ts [--list] [--only name] [--bugs 5] [--seed 1] [--all]
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { PlantedBug } from './planted-bugs/planted-bug.ts'
import { plantedBugs as register } from './planted-bugs/register.ts'
import { copyTree, type PlantedTree, type Ran } from './support/planted-tree.ts'
import { seededRandom } from './support/random.ts'
import { conclude, option } from './support/report.ts'

/** Exit code of a lane that needs what this machine does not have. */
const cannotRun = 2
const seed = option('seed', 1)
const wanted = option('bugs', 5)
const only = process.argv.indexOf('--only')
const problems: string[] = []

if (process.argv.includes('--list')) {
  for (const { name, promise, command } of register)
    console.log(`${name.padEnd(32)} ${shown(command).padEnd(60)} ${promise}`)
  process.exit()
}

const bugs = chosen()
const folder = await mkdtemp(join(tmpdir(), 'entrygo-planted-'))
const tree = copyTree(fileURLToPath(new URL('../..', import.meta.url)), folder)
const skipped = await runUnplanted(tree)
let caught = 0
for (const bug of bugs.filter(({ command }) => !skipped.has(shown(command)))) if (await isCaught(bug, tree)) caught += 1
await rm(folder, { recursive: true, force: true })
conclude({
  lane: 'lane planted',
  repeat: `node --conditions=entrygo-src test/lanes/planted.ts ${choice()}`,
  problems,
  summary: `${caught} of ${bugs.length} planted bugs were caught, of ${register.length} in the register; seed ${seed}.`,
})

function chosen(): readonly PlantedBug[] {
  if (only >= 0) {
    const names = (process.argv[only + 1] ?? '').split(',')
    const found = register.filter(({ name }) => names.includes(name))
    if (found.length !== names.length)
      throw new Error(`--only names no bug of: ${register.map(({ name }) => name).join(', ')}`)
    return found
  }
  if (process.argv.includes('--all')) return register
  const random = seededRandom(seed)
  const left = [...register]
  return Array.from({ length: Math.min(wanted, left.length) }, () => left.splice(random.below(left.length), 1)).flat()
}

function choice(): string {
  if (only >= 0) return `--only ${process.argv[only + 1]}`
  return process.argv.includes('--all') ? '--all' : `--bugs ${wanted} --seed ${seed}`
}

/** Answers the commands that this machine cannot run. */
async function runUnplanted(copy: PlantedTree): Promise<Set<string>> {
  const skips = new Set<string>()
  const commands = new Map(bugs.map(({ command }) => [shown(command), command]))
  for (const [name, command] of commands) {
    const { code, output, seconds } = await copy.run(command)
    console.log(`${'(nothing planted)'.padEnd(32)} ${name.padEnd(60)} ${verdict(code)} ${seconds.toFixed(1)} s`)
    if (code === cannotRun) skips.add(name)
    if (code === 0) continue
    problems.push(
      `${name} ${code === cannotRun ? 'cannot run here' : 'fails with nothing planted'}: ${output.slice(-1_500)}`,
    )
    skips.add(name)
  }
  return skips
}

function verdict(code: number | null): string {
  return code === 0 ? 'passes' : code === cannotRun ? 'cannot run' : 'FAILS'
}

async function isCaught(bug: PlantedBug, copy: PlantedTree): Promise<boolean> {
  const { name, command } = bug
  const ran = await copy.withBug(bug, () => copy.run(command))
  const fault = faultOf(bug, ran)
  const told = fault === null ? 'caught' : 'NOT CAUGHT'
  console.log(`${name.padEnd(32)} ${shown(command).padEnd(60)} ${told} ${ran.seconds.toFixed(1)} s`)
  if (fault !== null) problems.push(`${name} (${bug.promise}): ${fault}`)
  return fault === null
}

function faultOf({ says }: PlantedBug, { code, output }: Ran): string | null {
  if (code === 0) return 'the run passes'
  return says.test(output) ? null : `the run fails and does not say ${says}: ${output.slice(-1_500)}`
}

function shown(command: readonly string[]): string {
  return command
    .filter((part) => part !== '--conditions=entrygo-src' && part !== 'run' && part !== '--maxWorkers=1')
    .map((part) => part.replace(/^packages\/server\/src\/|^test\/lanes\/|^node_modules\/vitest\//, ''))
    .join(' ')
}
