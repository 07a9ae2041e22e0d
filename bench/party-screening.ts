import { performance } from 'node:perf_hooks'
import { screenParties } from '../packages/server/src/domain/screening/screen-parties.ts'
import type { ListEntry, ScreeningList } from '../packages/server/src/domain/screening/screening-list.ts'
import type { Row } from './support.ts'

const entryCount = 30_000
const partyCount = 10_000

/** Party screening inside the server, on invented names: 30,000 entries with one alias each. */
export async function bench(): Promise<Row[]> {
  const random = seeded(20_261_121)
  const nameOf = nameMaker(random)
  const entries = Array.from({ length: entryCount }, (_, at) => entry(String(at), [nameOf(), nameOf()]))
  const before = heapMiB()
  const started = performance.now()
  const screening = screenParties([listOf(entries)])
  const indexMs = performance.now() - started
  const indexMiB = heapMiB() - before
  const parties = Array.from({ length: partyCount }, (_, at) => {
    const listed = at % 20 === 0 ? entries[at] : undefined
    return { name: listed === undefined ? nameOf() : misspelt(listed.name, random) }
  })
  const first = time(() => parties.filter((party) => screening.restricted(party).length > 0).length)
  const again = time(() => parties.filter((party) => screening.restricted(party).length > 0).length)
  const each = first.ms / partyCount
  return [
    row('index of 60,000 names of restricted parties', `${indexMs.toFixed(0)} ms, ${indexMiB.toFixed(0)} MiB`, [
      '≤ 1,500 ms',
      indexMs <= 1_500,
    ]),
    row(`screening of 10,000 parties, all different (${first.value} hits)`, `${each.toFixed(2)} ms each`, [
      '≤ 1 ms each',
      each <= 1,
    ]),
    row('the same parties again', `${again.ms.toFixed(0)} ms`, ['≤ 100 ms', again.ms <= 100]),
  ]
}

function row(what: string, measured: string, [goal, isMet]: readonly [string, boolean]): Row {
  return { what, measured, beside: 'limit', goal, isMet }
}

function listOf(entries: readonly ListEntry[]): ScreeningList {
  const identity = { title: 'invented', file: 'invented.csv', date: '2026-11-21', datedBy: 'lists.json' } as const
  return { ...identity, purpose: 'restricted parties', entries }
}

function entry(id: string, [name = '', ...aliases]: readonly string[]): ListEntry {
  return { id, source: null, name, aliases, programs: [], countries: [], identifiers: [], addresses: [] }
}

interface Timed<T> {
  readonly ms: number
  readonly value: T
}

function time<T>(run: () => T): Timed<T> {
  const started = performance.now()
  const value = run()
  return { ms: performance.now() - started, value }
}

function heapMiB(): number {
  globalThis.gc?.()
  return process.memoryUsage().heapUsed / 2 ** 20
}

/** Persons and companies out of 40,000 rare and 1,200 frequent words, the frequent ones as uneven as in real lists. */
function nameMaker(random: () => number): () => string {
  const pick = (words: readonly string[], power = 1): string =>
    words[Math.floor(words.length * random() ** power)] ?? ''
  const syllables = [...'bdfghjklmnprstvz', 'ch', 'sh', 'kh', 'zh'].flatMap((start) => {
    return ['a', 'e', 'i', 'o', 'u', 'ai', 'ya', 'ou'].map((vowel) => start + vowel)
  })
  const ends = ['', 'n', 'r', 'v', 'd', 'ng', 'm', 's', 'k']
  const word = (): string =>
    [pick(syllables), pick(syllables), random() < 0.6 ? pick(syllables) : '', pick(ends)].join('')
  const words = (count: number): string[] => Array.from({ length: count }, word)
  const [rare, given, trades] = [words(40_000), words(800), words(400)]
  return () => {
    const first = pick(rare, 2)
    const isPerson = random() < 0.45
    const rest = isPerson ? [pick(given, 2), pick(given, 2)] : [pick(rare, 2), pick(trades, 3), pick(trades, 3)]
    return [first, ...rest.slice(0, 1 + Math.floor(random() * rest.length))].join(' ')
  }
}

function misspelt(name: string, random: () => number): string {
  const at = 1 + Math.floor(random() * (name.length - 2))
  return name.slice(0, at) + name.slice(at + 1)
}

/** The same numbers in every run. */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}
