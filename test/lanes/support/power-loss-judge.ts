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
  /** Messages whose first bytes left, by the id they carry: of a submission, a notification or an event. */
  readonly sent: ReadonlyMap<string, number>
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
    faults.push(...faultsOfDeliveries(file, told.sent))
    return faults
  } finally {
    await store.close()
  }
}

function faultsOfFile(file: string): string[] {
  const found = rowsOf(file, 'PRAGMA integrity_check').map((row) => String(Object.values(row)[0]))
  return found.length === 1 && found[0] === 'ok' ? [] : found.map((fault) => `integrity_check: ${fault}`)
}

/** The intent of a send is kept before its first byte leaves, and an event with its deliveries or not at all. */
function faultsOfDeliveries(file: string, sent: Told['sent']): string[] {
  const attempts = new Map<string, number>()
  for (const { id, count } of rowsOf(file, attemptsById)) attempts.set(String(id), Number(count))
  const unmeant = [...sent].filter(([id, times]) => (attempts.get(id) ?? 0) < times)
  const forgotten = rowsOf(file, eventsWithoutDelivery).map(({ id }) => String(id))
  return [
    ...unmeant.map(([id, times]) => `${id} was sent ${times} times and has ${attempts.get(id) ?? 0} attempts`),
    ...forgotten.map((id) => `${id} is kept without its delivery to the endpoint`),
  ]
}

/** An event delivery is named by event and endpoint, and its messages by the event. */
const attemptsById = `SELECT CASE instr(delivery_id, '.') WHEN 0 THEN delivery_id
  ELSE substr(delivery_id, 1, instr(delivery_id, '.') - 1) END AS id, count(*) AS count
  FROM attempts WHERE kind = 'send' GROUP BY 1`

const eventsWithoutDelivery = `SELECT e.id AS id FROM events e JOIN webhooks w ON w.account_id = e.account_id
  WHERE NOT EXISTS (SELECT 1 FROM deliveries d WHERE d.account_id = e.account_id AND d.id = e.id || '.' || w.id)`

function rowsOf(file: string, sql: string): Record<string, unknown>[] {
  const database = new DatabaseSync(file, { readOnly: true })
  try {
    return database.prepare(sql).all()
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
