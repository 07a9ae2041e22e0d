import { eventTypes, type WebhookRequest } from '@entrygo/sdk/contract'
import { checkDestinationUrl, type DestinationRules } from '../delivery/destination-url.ts'
import type { StoredRecord, WebhookDocument } from '../records.ts'
import { type Refusal, refuseIssues } from '../refusal.ts'
import { canonicalCopy, isEqualJson } from '../setup/canonical-copy.ts'

export interface AskedWebhook {
  readonly request: Pick<WebhookRequest, 'externalId' | 'url' | 'events' | 'active'>
  /** The endpoint of this `externalId`, when there is one. */
  readonly stored: StoredRecord<'webhook'> | null
  /** How many endpoints the account has. */
  readonly endpoints: number
  readonly destinations: DestinationRules
  /** Called for a new endpoint alone. */
  readonly make: () => { readonly id: string; readonly secret: string }
}

export interface UpsertedWebhook {
  readonly record: StoredRecord<'webhook'>
  readonly isNew: boolean
  /** False when the endpoint was so already: then there is nothing to write. */
  readonly isChanged: boolean
}

/** As many as one account may register: each event of the account becomes one delivery to each of them. */
export const maxWebhooks = 50

/**
 * The endpoint as it will be stored: all types of events where the request names none, the URL as it will be called, and
 * the secret that it has. Refuses with `VALIDATION_ERROR` a URL that nothing may be sent to, and one endpoint too many.
 */
export function upsertWebhook(asked: AskedWebhook): UpsertedWebhook | Refusal {
  const { request, stored, endpoints, destinations, make } = asked
  const destination = checkDestinationUrl(request.url, destinations)
  if (destination.isRefused) return refusedField('url', destination.message)
  if (stored === null) {
    if (endpoints >= maxWebhooks) return refusedField('externalId', tooMany)
    const { id, secret } = make()
    const doc = documentOf(request, { id, url: destination.url, oldSecretUntil: null })
    const { externalId } = request
    return {
      record: { kind: 'webhook', id, externalId, rev: 1, doc, secret, executedExport: null },
      isNew: true,
      isChanged: true,
    }
  }
  const { id } = stored
  const doc = documentOf(request, { id, url: destination.url, oldSecretUntil: stored.doc.oldSecretUntil })
  if (isEqualJson(doc, stored.doc)) return { record: stored, isNew: false, isChanged: false }
  return { record: { ...stored, rev: stored.rev + 1, doc }, isNew: false, isChanged: true }
}

const tooMany =
  `The account has ${maxWebhooks} endpoints, the most it may have. ` +
  'Register one of them again under its externalId with the URL it shall have now.'

function documentOf(
  { externalId, events, active = true }: AskedWebhook['request'],
  made: Pick<WebhookDocument, 'id' | 'url' | 'oldSecretUntil'>,
): WebhookDocument {
  const wanted = eventTypes.filter((type) => events === undefined || events.includes(type))
  return canonicalCopy({ ...made, externalId, events: wanted, active })
}

function refusedField(path: string, message: string): Refusal {
  return refuseIssues('VALIDATION_ERROR', 'Request validation failed.', [{ path, message, code: 'custom' }])
}
