import { Database, type DatabaseSettings } from './database.ts'
import type { ServerLock } from './lock.ts'
import { whileBusy } from './while-busy.ts'

/** What must be given back, also when opening fails half-way. */
export class Opened {
  readonly #databases: Database[] = []
  readonly #lock: ServerLock | null
  isOpen = true

  constructor(lock: ServerLock | null) {
    this.#lock = lock
  }

  async open(settings: DatabaseSettings): Promise<Database> {
    const database = await whileBusy(() => new Database(settings))
    this.#databases.push(database)
    return database
  }

  /**
   * The last connection copies the log and removes it, unless it is the read-only one: after an I/O error that keeps
   * the log as it is, for the next start to recover from.
   */
  close(log: 'removeLog' | 'keepLog' = 'removeLog'): void {
    if (!this.isOpen) return
    this.isOpen = false
    const readerFirst = this.#databases.toReversed()
    for (const database of log === 'removeLog' ? readerFirst : this.#databases) database.close()
    this.#lock?.release()
  }
}
