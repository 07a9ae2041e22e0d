import type { ListedSubmission, Store, SubmissionLedger, SubmissionQuery } from '../../ports.ts'
import type { Bindable, Database } from './database.ts'
import { groupWriter } from './group-commit.ts'
import { openCurrent } from './open-current.ts'
import { Opened } from './opened.ts'
import { type DeliveryReader, deliveryReader } from './read-deliveries.ts'
import { asStoreError } from './sqlite-errors.ts'
import { storeReads } from './store-reads.ts'
import { storeWrites } from './store-writes.ts'
import { whileBusy } from './while-busy.ts'

/** What an operator needs to look through the submissions and to decide one. */
export interface SqliteLedger
  extends SubmissionLedger,
    Pick<Store, 'loadExport' | 'loadDelivery' | 'loadPayload' | 'loadRecord' | 'restoration' | 'commit'> {
  /** A submission by its id alone, whosever it is. */
  findSubmission(submissionId: string): Promise<ListedSubmission | null>
  close(): Promise<void>
}

/**
 * The submissions on connections that are not the server's: works while a server runs, which sees what is committed here
 * with its next read and its next poll. What either decides on may move under the other, so every change needs its
 * expectations; a change that lost is `stale`.
 */
export async function openSqliteLedger(settings: { readonly file: string }): Promise<SqliteLedger> {
  const opened = new Opened(null)
  try {
    const { database } = await openCurrent(opened, { file: settings.file, cacheBytes: 4 * 1024 * 1024 })
    const reads = storeReads({ reader: database, writer: database })
    const { loadExport, loadDelivery, loadPayload, loadRecord, restoration } = reads
    const writer = groupWriter(database, {})
    const { commit } = storeWrites({ database, writer, hasRoom: () => true })
    const submissions = submissionReader(database)
    const reading = async <T>(work: () => T): Promise<T> => {
      try {
        return await whileBusy(() => database.snapshot(work))
      } catch (error) {
        throw asStoreError(error)
      }
    }
    return {
      ...{ loadExport, loadDelivery, loadPayload, loadRecord, restoration, commit },
      listSubmissions: (query) => reading(() => submissions.list(query)),
      findSubmission: (submissionId) => reading(() => submissions.find(submissionId)),
      close: async () => {
        await writer.drain()
        opened.close()
      },
    }
  } catch (error) {
    opened.close()
    throw error
  }
}

interface SubmissionReader {
  list(query: SubmissionQuery): ListedSubmission[]
  find(submissionId: string): ListedSubmission | null
}

type Key = { readonly accountId: string; readonly id: string }

function submissionReader(database: Database): SubmissionReader {
  const deliveries = deliveryReader(database)
  return {
    list: (query) => submissionKeys(database, query).map((key) => listed(deliveries, key)),
    find: (submissionId) => {
      const [key] = submissionKeys(database, { submissionId, limit: 1 })
      return key === undefined ? null : listed(deliveries, key)
    },
  }
}

function submissionKeys(database: Database, query: SubmissionQuery & { readonly submissionId?: string }): Key[] {
  const { states, accountId, exportId, submissionId, limit } = query
  const conditions: (readonly [string, Bindable])[] = []
  if (states !== undefined) conditions.push(['state IN (SELECT value FROM json_each(?))', JSON.stringify(states)])
  if (accountId !== undefined) conditions.push(['account_id = ?', accountId])
  if (exportId !== undefined) conditions.push(['export_id = ?', exportId])
  if (submissionId !== undefined) conditions.push(['id = ?', submissionId])
  const and = conditions.map(([condition]) => `AND ${condition}`).join(' ')
  const select = database.prepare<Key>(`SELECT account_id AS accountId, id FROM deliveries
    WHERE kind = 'submission' ${and} ORDER BY created_at DESC, id DESC LIMIT ?`)
  return select.all(...conditions.map(([, value]) => value), limit)
}

function listed(deliveries: DeliveryReader, { accountId, id }: Key): ListedSubmission {
  const submission = deliveries.find(accountId, id)
  if (submission === null || !('revision' in submission)) throw new Error(`Submission ${id} is not a submission.`)
  return { accountId, submission }
}
