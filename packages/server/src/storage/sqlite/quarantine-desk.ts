import type { DeliveryRecord } from '../../domain/records.ts'
import type { Restoration } from '../../ports.ts'
import type { Database } from './database.ts'
import { generationOf } from './meta.ts'
import { openCurrent } from './open-current.ts'
import { Opened } from './opened.ts'
import { liftQuarantine, readRestoration } from './quarantine.ts'
import { whileBusy } from './while-busy.ts'

/** What an operator needs to look at a restored store and to end its quarantine. */
export interface QuarantineDesk {
  readonly generation: number
  readonly restoration: Restoration | null
  /** What may have been sent in the lost time and is not decided yet, by receiver; submissions first. */
  open(): Promise<OpenDeliveries[]>
  /** False where there is no quarantine. A server notices within a second. */
  lift(): Promise<boolean>
  close(): void
}

/** Deliveries of one kind to one receiver under the same terms. */
export interface OpenDeliveries
  extends Pick<DeliveryRecord, 'kind' | 'partyId' | 'transport' | 'policy' | 'destination'> {
  readonly accountId: string
  readonly keyWindowMs: number
  readonly isQueryable: boolean
  readonly count: number
}

/** Works while a server runs, on a connection that is not the server's. */
export async function openQuarantineDesk(settings: { readonly file: string }): Promise<QuarantineDesk> {
  const opened = new Opened(null)
  try {
    const { database } = await openCurrent(opened, { file: settings.file, cacheBytes: 4 * 1024 * 1024 })
    return {
      generation: generationOf(database),
      restoration: await whileBusy(() => readRestoration(database)),
      open: () => whileBusy(() => openDeliveries(database)),
      lift: () => whileBusy(() => database.transaction(() => liftQuarantine(database))),
      close: () => opened.close(),
    }
  } catch (error) {
    opened.close()
    throw error
  }
}

function openDeliveries(database: Database): OpenDeliveries[] {
  type Row = Omit<OpenDeliveries, 'isQueryable'> & { readonly isQueryable: number }
  const rows =
    database.prepare<Row>(`SELECT d.account_id AS accountId, d.kind, d.party_id AS partyId, d.transport, d.policy,
    d.destination, d.key_window_ms AS keyWindowMs, d.is_queryable AS isQueryable, count(*) AS count
    FROM outbox o JOIN deliveries d ON d.account_id = o.account_id AND d.id = o.delivery_id WHERE o.not_after = 0
    GROUP BY 1, 2, 3, 4, 5, 6, 7, 8 ORDER BY d.kind = 'submission' DESC, d.kind DESC, 1, 3, 6`)
  return rows.all().map(({ isQueryable, ...row }) => ({ ...row, isQueryable: isQueryable === 1 }))
}
