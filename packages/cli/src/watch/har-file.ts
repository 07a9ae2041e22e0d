import { randomUUID } from 'node:crypto'
import { closeSync, fsyncSync, openSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { requireWritable } from '../atomic-file.ts'
import { isRecord } from '../input/record.ts'
import type { Exchange, Listener } from './exchange.ts'
import { type HarEntry, harEntryOf, httpArchiveOf } from './har.ts'
import type { Secrets } from './secrets.ts'

/** The archive of `--har`, kept in memory until it is saved. */
export interface HarFile extends Listener {
  /** Writes it (0600), wholly or not at all; throws what the file system says. A second call does nothing. */
  save(): void
}

/** More requests than anybody reads; a wait of a day makes as many. Of more, the first are kept. */
const mostExchanges = 20_000

/**
 * Looks at the place first: an older archive is replaced, any other file is refused before anything is sent. An end by
 * `process.exit`, as after a second Ctrl-C, still writes it.
 */
export async function openHarFile(path: string, secrets: Secrets): Promise<HarFile> {
  await requireWritable(path, { field: '--har', mayReplace: isArchive })
  const open = new Set<Exchange>()
  const done: HarEntry[] = []
  let isSaved = false
  const save = (): void => {
    if (isSaved) return
    isSaved = true
    process.off('exit', saveAtExit)
    const entries = [...done, ...[...open].map(harEntryOf)].toSorted((one, other) => one._number - other._number)
    replaceSync(path, `${JSON.stringify(httpArchiveOf(entries, secrets), undefined, 2)}\n`)
  }
  const saveAtExit = (): void => {
    try {
      save()
    } catch {
      // The process is ending, and its answer or failure is told.
    }
  }
  process.on('exit', saveAtExit)
  return {
    began: (exchange) => {
      if (done.length + open.size < mostExchanges) open.add(exchange)
    },
    // Of the bodies only what is shared is kept: those of a large import would not fit into memory.
    ended: (exchange) => {
      if (open.delete(exchange)) done.push(harEntryOf(exchange))
    },
    save,
  }
}

function isArchive(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text)
    return isRecord(value) && isRecord(value['log']) && Array.isArray(value['log']['entries'])
  } catch {
    return false
  }
}

/** Synchronous, as nothing else runs while a process exits. */
function replaceSync(path: string, text: string): void {
  const target = realpathOr(path)
  const partial = `${target}.${randomUUID().slice(0, 8)}.part`
  try {
    const file = openSync(partial, 'wx', 0o600)
    try {
      writeFileSync(file, text)
      fsyncSync(file)
    } finally {
      closeSync(file)
    }
    renameSync(partial, target)
  } catch (error) {
    rmSync(partial, { force: true })
    throw error
  }
}

function realpathOr(path: string): string {
  try {
    return realpathSync(path)
  } catch {
    return path
  }
}
