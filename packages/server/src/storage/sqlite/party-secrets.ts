import type {
  DeliveryKind,
  DeliveryRecord,
  RecordDocuments,
  RecordKind,
  WebhookDocument,
} from '../../domain/records.ts'
import type { Database } from './database.ts'
import { parseStored } from './json.ts'
import { recordTables } from './record-tables.ts'

const partyOf = { submission: 'broker', notification: 'warehouse', event: 'webhook' } as const satisfies Record<
  DeliveryKind,
  RecordKind
>

type SecretRow = { readonly secret: string | null; readonly doc: string }

/**
 * The secrets of a delivery's party as they are now, newest first; none where the party is gone or never had one. The
 * older secret of an endpoint counts until the time that its record names. The key of a broker is shown to its host alone:
 * a submission that waits for the host of an earlier record gets none.
 */
export function partySecrets(
  database: Database,
): (
  accountId: string,
  delivery: Pick<DeliveryRecord, 'kind' | 'partyId' | 'transport' | 'destination'>,
  now: number,
) => readonly string[] {
  const select = (kind: DeliveryKind) =>
    database.prepare<SecretRow>(
      `SELECT secret, doc FROM ${recordTables[partyOf[kind]]} WHERE account_id = ? AND id = ?`,
    )
  const byKind = { submission: select('submission'), notification: select('notification'), event: select('event') }
  return (accountId, { kind, partyId, transport, destination }, now) => {
    const row = byKind[kind].get(accountId, partyId)
    const secrets = row?.secret?.split(' ').filter((secret) => secret !== '') ?? []
    if (row === undefined) return []
    if (transport === 'borderbuddy') {
      const { submission } = parseStored<RecordDocuments['broker']>(row.doc)
      return submission.type === transport && hostOf(submission.url) === hostOf(destination) ? secrets : []
    }
    if (kind !== 'event') return secrets
    const { oldSecretUntil } = parseStored<WebhookDocument>(row.doc)
    return oldSecretUntil !== null && now < oldSecretUntil ? secrets : secrets.slice(0, 1)
  }
}

function hostOf(url: string | undefined): string | null {
  return url === undefined ? null : (URL.parse(url)?.hostname ?? null)
}
