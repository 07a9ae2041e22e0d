import { spawn } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { CommandError } from '../errors.ts'
import { type Journal, type JournalSettings, keptDays, openJournal } from './journal.ts'
import type { RunFacts, RunIdentity } from './journaled-run.ts'

const identity: RunIdentity = {
  command: 'sync',
  baseUrl: 'http://127.0.0.1:4010',
  accountId: 'acc_1',
  payloadSha256: 'a'.repeat(64),
}
const facts: RunFacts = { argv: ['sync', 'orders.json'], cwd: '/shop', settings: {}, canResume: 'yes' }

let parent: string
let folder: string
let open: Journal[] = []
let serial = 0
const freshKey = (): string => {
  serial += 1
  return `cli_${serial}`
}

beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'entrygo-journal-'))
  folder = join(parent, 'entrygo')
  serial = 0
})
afterEach(() => {
  for (const journal of open) journal.close()
  open = []
  chmodSync(parent, 0o700)
  rmSync(parent, { recursive: true })
})

function journal(settings: JournalSettings = {}): Journal {
  const opened = openJournal(folder, { freshKey, now: () => Date.UTC(2026, 10, 21), ...settings })
  open.push(opened)
  return opened
}

describe('a run', () => {
  it('is on disk before its key is answered, and another process reads it', () => {
    const { key, resumed, progress } = journal().begin(identity, facts)
    expect({ key, resumed, progress }).toEqual({ key: 'cli_1', resumed: false, progress: null })
    expect(journal().pending()).toMatchObject([
      { id: 1, key: 'cli_1', ...identity, ...facts, startedAt: '2026-11-21T00:00:00.000Z', progress: null },
    ])
  })

  it('that did not finish is gone on with under its key and from its progress', async () => {
    await journal().begin(identity, facts).note({ done: '500 orders synced', rows: 500 })
    const again = journal().begin(identity, facts)
    expect([again.key, again.resumed, again.progress]).toEqual([
      'cli_1',
      true,
      { done: '500 orders synced', rows: 500 },
    ])
  })

  it('that finished leaves nothing, and the next one has a fresh key', async () => {
    const run = journal().begin(identity, facts)
    await run.finish()
    await run.finish()
    expect(journal().pending()).toEqual([])
    expect(journal().begin(identity, facts).key).toBe('cli_2')
  })

  it.each([
    ['command', 'plan'],
    ['baseUrl', 'https://api.example'],
    ['accountId', 'acc_2'],
    ['payloadSha256', 'b'.repeat(64)],
  ])('with another %s is another run', (name, value) => {
    journal().begin(identity, facts)
    expect(journal().begin({ ...identity, [name]: value }, facts)).toMatchObject({ key: 'cli_2', resumed: false })
  })

  it('finished by a process of the same run does not come back by a note of the other', async () => {
    const one = journal().begin(identity, facts)
    const other = journal().begin(identity, facts)
    expect(other.key).toBe(one.key)
    await one.finish()
    const next = journal().begin(identity, facts)
    await other.note({ done: 'late' })
    await other.finish()
    expect(journal().pending()).toMatchObject([{ key: next.key, progress: null }])
  })
})

describe('a given key', () => {
  it('is the key of the run, and found again by it', () => {
    expect(journal().begin(identity, { ...facts, givenKey: 'nightly' }).key).toBe('nightly')
    expect(journal().begin(identity, { ...facts, givenKey: 'nightly' }).resumed).toBe(true)
  })

  it('is not taken over by a run that gives none', () => {
    journal().begin(identity, { ...facts, givenKey: 'nightly' })
    expect(journal().begin(identity, facts).key).toBe('cli_1')
  })

  it('goes on with the run that got it from here', async () => {
    await journal().begin(identity, facts).note({ done: 'half' })
    const again = journal().begin(identity, { ...facts, givenKey: 'cli_1' })
    expect([again.key, again.resumed, again.progress]).toEqual(['cli_1', true, { done: 'half' }])
  })

  it('of an unfinished run with another payload is refused before anything is sent', () => {
    journal().begin(identity, { ...facts, givenKey: 'nightly' })
    const other = { ...identity, payloadSha256: 'b'.repeat(64) }
    expect(failure(() => journal().begin(other, { ...facts, givenKey: 'nightly' }))).toMatchObject({
      errorCode: 'IDEMPOTENCY_CONFLICT',
      exitCode: 6,
      field: '--idempotency-key',
      message: expect.stringContaining('entrygo pending --forget 1'),
    })
  })
})

describe('what is kept', () => {
  it('ends after 30 days, as the server forgets the key then', () => {
    journal({ now: () => 0 }).begin(identity, facts)
    const day = 24 * 3_600_000
    expect(journal({ now: () => keptDays * day }).begin(identity, facts).key).toBe('cli_1')
    expect(journal({ now: () => keptDays * day + 1 }).begin(identity, facts).key).toBe('cli_2')
  })

  it('is bounded in number: the oldest run goes first', () => {
    const kept = journal({ mostRuns: 5 })
    for (let index = 0; index <= 5; index += 1)
      kept.begin({ ...identity, payloadSha256: String(index).padStart(64, '0') }, facts)
    const pending = kept.pending()
    expect([pending.length, pending[0]?.key]).toEqual([5, 'cli_2'])
  })

  it('is forgotten by its id, once', () => {
    journal().begin(identity, facts)
    expect([journal().forget(1), journal().forget(1), journal().pending()]).toEqual([true, false, []])
  })

  it('never gives an id twice', () => {
    journal().begin(identity, facts)
    journal().forget(1)
    journal().begin(identity, facts)
    expect(
      journal()
        .pending()
        .map(({ id }) => id),
    ).toEqual([2])
  })
})

describe('the folder', () => {
  it('is open to its owner alone, and so is every file in it', () => {
    journal().begin(identity, facts)
    expect((statSync(folder).mode & 0o777).toString(8)).toBe('700')
    const modes = readdirSync(folder).map((file) => (statSync(join(folder, file)).mode & 0o777).toString(8))
    expect(modes.length).toBeGreaterThan(0)
    expect(new Set(modes)).toEqual(new Set(['600']))
  })

  it('that is a file is named, with the way out', () => {
    writeFileSync(folder, '')
    expect(failure(() => journal())).toMatchObject({
      errorCode: 'JOURNAL_ERROR',
      exitCode: 2,
      message: `The journal in ${folder} cannot be used (EEXIST). Without it a crash would leave a write in doubt: make it writable, or set XDG_STATE_HOME to a folder that is; --no-journal goes on without.`,
    })
  })

  it('with a file that is no journal says to move that away', () => {
    journal().close()
    open = []
    writeFileSync(join(folder, 'journal.db'), 'no database at all, but long enough to be looked at as one '.repeat(40))
    expect(failure(() => journal()).message).toContain('move that file away')
  })

  it('whose journal another process holds says to wait for it', () => {
    journal().close()
    open = []
    const holder = new DatabaseSync(join(folder, 'journal.db'))
    holder.exec('BEGIN EXCLUSIVE')
    expect(failure(() => journal({ waitMs: 1 })).message).toContain('another process holds it, so wait until that ends')
    holder.close()
  })

  it('whose journal is a folder says to move that away', () => {
    mkdirSync(join(folder, 'journal.db'), { recursive: true })
    expect(failure(() => journal()).message).toBe(`${join(folder, 'journal.db')} is no file: move it away.`)
  })

  it('with the journal of a newer version says so', () => {
    const path = join(folder, 'journal.db')
    journal().close()
    open = []
    const bytes = readFileSync(path)
    // The user version of a SQLite file is the big-endian number at offset 60.
    bytes.writeUInt32BE(2, 60)
    writeFileSync(path, bytes)
    expect(failure(() => journal()).message).toBe(`${path} is of a newer entrygo: use that one.`)
  })
})

it('processes that begin the same run at once have one key, and those of different runs lose nothing', async () => {
  const program = `
    import { openJournal } from ${JSON.stringify(new URL('journal.ts', import.meta.url).href)}
    const [folder, own] = process.argv.slice(1)
    const identity = ${JSON.stringify(identity)}
    const facts = ${JSON.stringify(facts)}
    const journal = openJournal(folder)
    const keys = []
    for (let round = 0; round < 5; round += 1) {
      const payloadSha256 = String(round).padStart(64, '0')
      keys.push(journal.begin({ ...identity, command: 'execute', payloadSha256 }, facts).key)
      await journal.begin({ ...identity, command: 'execute ' + own, payloadSha256 }, facts).note({ done: own })
    }
    console.log(keys.join(' '))
  `
  const seen = await Promise.all(['a', 'b', 'c', 'd'].map((own) => output(program, [folder, own])))
  expect(new Set(seen).size).toBe(1)
  const pending = journal().pending()
  expect(pending).toHaveLength(5 + 4 * 5)
  expect(new Set(pending.map(({ key }) => key)).size).toBe(25)
  expect(pending.filter(({ progress }) => progress !== null)).toHaveLength(20)
})

function output(program: string, args: readonly string[]): Promise<string> {
  const flags = ['--conditions=entrygo-src', '--input-type=module', '-e', program, ...args]
  const child = spawn(process.execPath, flags, { stdio: ['ignore', 'pipe', 'inherit'] })
  let text = ''
  child.stdout.on('data', (chunk: Buffer) => {
    text += chunk.toString()
  })
  return new Promise((resolve) => child.on('close', () => resolve(text)))
}

function failure(act: () => unknown): { readonly message: string } & Readonly<Record<string, unknown>> {
  try {
    act()
  } catch (error) {
    if (error instanceof CommandError) return { ...error.toDocument() }
    throw error
  }
  throw new Error('nothing was refused')
}
