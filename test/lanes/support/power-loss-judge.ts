import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { ExportHistory } from '../../../packages/server/src/domain/records.ts'
import { openSqliteStore, type SqliteStore } from '../../../packages/server/src/storage/sqlite/sqlite-store.ts'
import type { History, KeyedWrite } from './power-loss-history.ts'

/** What had left the server when the power failed. */
export interface Told {
  /** Requests that were answered with success. */
  readonly answered: ReadonlySet<string>
  /** Mails whose first bytes went to the broker's mail server, by submission. */
  readonly mailed: ReadonlyMap<string, number>
}

/** Puts the files of an image into a folder that is emptied before; answers the path of the database. */
export function restore(images: ReadonlyMap<string, Buffer>, folder: string, database: string): string {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  for (const [name, bytes] of images) writeFileSync(join(folder, basename(name)), bytes)
  return join(folder, basename(database))
}

/** Opens the files as a server does after the failure and compares them with what anybody had been told. */
export async function faultsAfterLoss(file: string, history: History, told: Told): Promise<string[]> {
  const store = await openSqliteStore({ file })
  try {
    const faults = faultsOfFile(file)
    for (const write of history.writes) {
      if (write.requestIds.some((id) => told.answered.has(id)))
        faults.push(...(await faultsOfWrite(store, history, write)))
    }
    for (const [submissionId, mails] of told.mailed) {
      const attempts = attemptsOf(file, submissionId)
      if (attempts < mails) faults.push(`${submissionId} was mailed ${mails} times and has ${attempts} attempts`)
    }
    return faults
  } finally {
    await store.close()
  }
}

function faultsOfFile(file: string): string[] {
  const database = new DatabaseSync(file, { readOnly: true })
  try {
    const found = database
      .prepare('PRAGMA integrity_check')
      .all()
      .map((row) => String(Object.values(row)[0]))
    return found.length === 1 && found[0] === 'ok' ? [] : found.map((fault) => `integrity_check: ${fault}`)
  } finally {
    database.close()
  }
}

function attemptsOf(file: string, submissionId: string): number {
  const database = new DatabaseSync(file, { readOnly: true })
  try {
    const table = database
      .prepare("SELECT name FROM pragma_table_info('attempts') WHERE name IN ('submission_id', 'delivery_id')")
      .get()
    const count = database
      .prepare(`SELECT count(*) AS count FROM attempts WHERE ${String(table?.['name'])} = ?`)
      .get(submissionId)
    return Number(count?.['count'])
  } finally {
    database.close()
  }
}

async function faultsOfWrite(store: SqliteStore, { accountId }: History, write: KeyedWrite): Promise<string[]> {
  const { key, operation, answer } = write
  const reply = await store.findReply(accountId, key)
  if (reply === null) return [`${operation} ${key} was acknowledged and is lost`]
  if (answer !== null && Buffer.from(reply.body).toString() !== answer)
    return [`${key} would be replayed in other words`]
  if (operation !== 'executeExport' || answer === null) return []
  const { exportId, customs_package_id } = JSON.parse(answer)
  const found = await store.loadExport(accountId, exportId)
  return found === null ? [`${exportId} is executed and lost`] : faultsOfExecution(found, customs_package_id)
}

function faultsOfExecution(found: ExportHistory, packageId: string): string[] {
  const id = found.export.id
  const facts: readonly (readonly [string, boolean])[] = [
    ['no execution', found.execution !== null],
    ['another package', found.package?.id === packageId],
    ['no artifacts', found.artifacts.length >= 5],
    ['no submission', found.submissions.length === 1],
    ['a gap in its events', found.events.every(({ seq }, index) => seq === index + 1)],
    ['fewer events than it counts', found.events.length === found.export.eventSeq],
    ['no EXPORT_EXECUTED', found.events.filter(({ type }) => type === 'EXPORT_EXECUTED').length === 1],
  ]
  return facts.flatMap(([fault, holds]) => (holds ? [] : [`${id} has ${fault}`]))
}
