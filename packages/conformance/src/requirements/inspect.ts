import { operation, type Requirement, schema } from '../requirement.ts'

const events = 'concepts/events.md'

export const inspectRequirements: readonly Requirement[] = [
  {
    id: 'INSP-01',
    level: 'MUST',
    statement: 'Inspect shows the plan as it was answered, and two reads without a change between are the same bytes.',
    contract: operation('inspectExport'),
    docs: 'api/exports.md#inspect',
  },
  {
    id: 'INSP-02',
    level: 'MUST',
    statement: 'The events of an export count from 1 without gaps and begin with EXPORT_PLANNED.',
    contract: schema('ExportEvent'),
    docs: events,
  },
  {
    id: 'INSP-03',
    level: 'MUST',
    statement: 'Pages of events after a seq are those of inspect, each once.',
    contract: operation('listExportEvents'),
    docs: 'concepts/events.md#four-ways-to-read-them',
  },
  {
    id: 'INSP-04',
    level: 'MUST',
    statement: 'A long-poll answers when an event comes, before its time is over.',
    contract: '/components/parameters/Wait',
    docs: 'concepts/events.md#four-ways-to-read-them',
  },
  {
    id: 'INSP-05',
    level: 'MUST',
    statement: 'A long-poll without an event ends at its time with an empty page.',
    contract: '/components/parameters/Wait',
    docs: 'concepts/events.md#four-ways-to-read-them',
  },
  {
    id: 'INSP-06',
    level: 'MUST',
    statement: 'The feed of the account holds the events of every export, in rising positions.',
    contract: operation('listEvents'),
    docs: 'concepts/events.md#four-ways-to-read-them',
  },
  {
    id: 'INSP-07',
    level: 'MUST',
    statement: 'Events are never changed: those that were read are read again the same after later ones.',
    contract: schema('ExportEvent'),
    docs: events,
  },
  {
    id: 'INSP-08',
    level: 'SHOULD',
    statement: 'Events come as server-sent events, with seq as id.',
    contract: operation('listExportEvents'),
    docs: 'concepts/events.md#four-ways-to-read-them',
  },
  {
    id: 'INSP-09',
    level: 'MUST',
    statement:
      'The events of an execution are all there: package, every artifact with its SHA-256, submission, executed.',
    contract: schema('EventType'),
    docs: events,
    needs: ['execute'],
  },
  {
    id: 'INSP-10',
    level: 'MUST',
    statement: 'After execute, inspect shows state and submission as one: no other pair than the table allows.',
    contract: schema('ExportState'),
    docs: 'concepts/export-lifecycle.md',
    needs: ['execute'],
  },
]

export const webhookRequirements: readonly Requirement[] = [
  {
    id: 'HOOK-01',
    level: 'MUST',
    statement: 'Only the answer that creates an endpoint shows its secret; the upsert after it and the list do not.',
    contract: operation('registerWebhook'),
    docs: 'concepts/events.md#webhooks',
  },
  {
    id: 'HOOK-02',
    level: 'MUST',
    statement: 'A test message arrives, signed after Standard Webhooks with the secret of the endpoint.',
    contract: operation('testWebhook'),
    docs: 'concepts/events.md#webhooks',
    needs: ['webhook-url'],
  },
  {
    id: 'HOOK-03',
    level: 'MUST',
    statement:
      'Events of an export arrive in the order of seq, each under its own id, and again under it when replayed.',
    contract: operation('replayWebhook'),
    docs: 'concepts/events.md#webhooks',
    needs: ['webhook-url'],
  },
  {
    id: 'HOOK-04',
    level: 'MUST',
    statement: 'After a rotation the new secret and the one before sign both.',
    contract: operation('rotateWebhookSecret'),
    docs: 'concepts/events.md#webhooks',
    needs: ['webhook-url'],
  },
]
