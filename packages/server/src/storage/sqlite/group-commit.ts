import { setImmediate as nextTurn } from 'node:timers/promises'
import { type Log, StoreUnavailable } from '../../ports.ts'
import { failpoint } from '../../testing/failpoints.ts'
import type { Database } from './database.ts'
import { asStoreError, breaksStore, isStoreFault } from './sqlite-errors.ts'
import { whileBusy } from './while-busy.ts'

/** What a piece of work wants: keep its rows, or undo them and answer all the same. */
export interface Verdict<T> {
  readonly keep: boolean
  readonly value: T
}

/**
 * Puts many pieces of work into one durable transaction, a savepoint each, so that they share one sync of the disk.
 * Promises settle only after COMMIT. A piece that throws undoes itself alone; a fault of the store (disk full, I/O
 * error) voids the whole group, and after an I/O error nothing is written any more.
 */
export interface GroupWriter {
  /** `work` is synchronous and may run again; `rows` is about how many rows it writes. */
  submit<T>(work: () => Verdict<T>, rows?: number): Promise<T>
  isBroken(): boolean
  /** Refuses new work, and resolves when all that was accepted is settled. */
  drain(): Promise<void>
}

export interface GroupSettings {
  readonly log?: Log | undefined
  /** Rows after which a group is closed; 1 commits each change by itself. */
  readonly rowsInGroup?: number | undefined
  /** Called once, after an error that leaves it open what is on disk. */
  readonly onBroken?: (() => void) | undefined
}

/** Bounds how long one transaction blocks the event loop: about 20 ms. One larger piece of work still goes alone. */
const defaultRowsInGroup = 2000
/** About 16 MiB of log; beyond it the log is copied into the database. Larger is faster, smaller blocks for less time. */
const walPagesToKeep = 4000

export function groupWriter(
  database: Database,
  { log, rowsInGroup = defaultRowsInGroup, onBroken }: GroupSettings,
): GroupWriter {
  const queue: Piece[] = []
  let running: Promise<void> | null = null
  let broken = false
  let closed = false

  const run = async (): Promise<void> => {
    // One turn of the event loop: requests that arrived together share the group, and a lone one waits for nobody.
    await nextTurn()
    while (queue.length > 0) {
      await writeGroup(takeGroup(queue, rowsInGroup))
      await nextTurn()
      copyLog()
    }
    running = null
  }

  const writeGroup = async (group: readonly Piece[]): Promise<void> => {
    try {
      if (broken) throw new StoreUnavailable('The store stopped writing after an I/O error: restart the server.')
      await whileBusy(() => database.transaction(() => applyGroup(database, group)))
    } catch (error) {
      noticeDamage(error)
      for (const piece of group) piece.reject(asStoreError(error))
      return
    }
    failpoint('group.afterCommit')
    for (const piece of group) piece.settle()
  }

  const copyLog = (): void => {
    try {
      if (!broken && database.walPages() >= walPagesToKeep) database.copyLog()
    } catch (error) {
      noticeDamage(error)
    }
  }

  const noticeDamage = (error: unknown): void => {
    const reason = error instanceof Error ? error.message : String(error)
    if (breaksStore(error)) {
      if (!broken) onBroken?.()
      broken = true
      log?.error({ reason }, 'The store is broken: nothing is written any more. Restart the server.')
    } else log?.warn({ reason }, 'A group of changes was not written.')
  }

  return {
    submit: (work, rows = 1) =>
      new Promise((resolve, reject) => {
        if (closed) return reject(new StoreUnavailable('The store is closed.'))
        queue.push(pieceOf({ work, rows, resolve, reject }))
        running ??= run()
      }),
    isBroken: () => broken,
    drain: async () => {
      closed = true
      await running
    },
  }
}

/** Work whose type is known only where it was submitted. */
interface Piece {
  readonly rows: number
  /** Answers whether to keep the rows. */
  readonly apply: () => boolean
  /** Resolves with the value of the last `apply`, or rejects with what it threw. */
  readonly settle: () => void
  readonly fail: (error: unknown) => void
  readonly reject: (error: unknown) => void
}

interface Submitted<T> {
  readonly work: () => Verdict<T>
  readonly rows: number
  readonly resolve: (value: T) => void
  readonly reject: (error: unknown) => void
}

function pieceOf<T>({ work, rows, resolve, reject }: Submitted<T>): Piece {
  let settle = (): void => undefined
  return {
    rows,
    apply: () => {
      const { keep, value } = work()
      settle = () => resolve(value)
      return keep
    },
    fail: (error) => {
      settle = () => reject(error)
    },
    settle: () => settle(),
    reject,
  }
}

function takeGroup(queue: Piece[], rowsInGroup: number): Piece[] {
  let rows = 0
  const end = queue.findIndex((piece, index) => {
    rows += piece.rows
    return index > 0 && rows > rowsInGroup
  })
  return queue.splice(0, end < 0 ? queue.length : end)
}

function applyGroup(database: Database, group: readonly Piece[]): void {
  failpoint('group.begin')
  for (const piece of group) applyPiece(database, piece)
  failpoint('group.beforeCommit')
}

function applyPiece(database: Database, piece: Piece): void {
  database.prepare('SAVEPOINT piece').run()
  let keep = false
  try {
    keep = piece.apply()
  } catch (error) {
    if (isStoreFault(error) || !database.isTransaction) throw error
    piece.fail(error)
  }
  if (!keep) database.prepare('ROLLBACK TO piece').run()
  database.prepare('RELEASE piece').run()
}
