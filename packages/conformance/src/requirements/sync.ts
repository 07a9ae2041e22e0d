import { operation, type Requirement, schema } from '../requirement.ts'

const orders = 'api/orders.md'
const reading = 'api/orders.md#reading-orders-back'

export const syncRequirements: readonly Requirement[] = [
  {
    id: 'SYNC-01',
    level: 'MUST',
    statement: 'An order is an upsert by externalId: `created` is true the first time, then false under the same id.',
    contract: operation('syncOrders'),
    docs: orders,
  },
  {
    id: 'SYNC-02',
    level: 'MUST',
    statement: 'The answer of a sync keeps the order of the request.',
    contract: operation('syncOrders'),
    docs: orders,
  },
  {
    id: 'SYNC-03',
    level: 'MUST',
    statement: 'The lines of an order are replaced, and its value and count of lines follow them.',
    contract: operation('syncOrders'),
    docs: orders,
  },
  {
    id: 'SYNC-04',
    level: 'MUST',
    statement: 'A sync is stored whole or not at all.',
    contract: operation('syncOrders'),
    docs: orders,
  },
  {
    id: 'SYNC-05',
    level: 'MUST',
    statement: 'Unknown products are refused with 422 UNKNOWN_PRODUCT, an issue for every one of them.',
    contract: operation('syncOrders'),
    docs: 'errors/UNKNOWN_PRODUCT.md',
  },
  {
    id: 'SYNC-06',
    level: 'MUST',
    statement: 'The value of a line is quantity times unit value, exact, rounded half up to the cent once.',
    contract: schema('UsdTotal'),
    docs: 'concepts/primitives.md#numbers',
  },
  {
    id: 'SYNC-07',
    level: 'MUST',
    statement: 'One externalId twice in a request is refused with an issue `duplicate`.',
    contract: schema('IssueCode'),
    docs: 'errors/VALIDATION_ERROR.md',
  },
  {
    id: 'SYNC-08',
    level: 'MUST',
    statement: '`metadata` is kept as given.',
    contract: schema('OpenObject'),
    docs: orders,
  },
  {
    id: 'SYNC-09',
    level: 'MUST',
    statement: 'Products, warehouses and brokers are upserts by the same rules, in the order of the request.',
    contract: operation('syncProducts'),
    docs: 'api/setup.md',
  },
  {
    id: 'SYNC-10',
    level: 'MUST',
    statement: 'No answer shows a secret again; `secretSet` says that there is one.',
    contract: schema('Secret'),
    docs: 'api/setup.md#broker',
  },
  {
    id: 'SYNC-11',
    level: 'MUST',
    statement: 'The profile is read back as it was put.',
    contract: operation('putAccountProfile'),
    docs: 'api/setup.md#profile',
  },
]

export const pageRequirements: readonly Requirement[] = [
  {
    id: 'PAGE-01',
    level: 'MUST',
    statement: 'Following `next_cursor` until it is null meets every record once, none twice and none missing.',
    contract: operation('listOrders'),
    docs: reading,
  },
  {
    id: 'PAGE-02',
    level: 'MUST',
    statement: '`externalId` finds exactly these records; one that is not stored is absent and no error.',
    contract: operation('listOrders'),
    docs: reading,
  },
  {
    id: 'PAGE-03',
    level: 'MUST',
    statement: 'Lists are newest first.',
    contract: operation('listOrders'),
    docs: reading,
  },
  {
    id: 'PAGE-04',
    level: 'MUST',
    statement: 'A limit out of bounds and a cursor that was never given are refused with 400 VALIDATION_ERROR.',
    contract: '/components/parameters/Limit',
    docs: reading,
  },
  {
    id: 'PAGE-05',
    level: 'MUST',
    statement: 'A record read by its id is the record of the list, and what its sync answered without `created`.',
    contract: operation('getOrder'),
    docs: reading,
  },
  {
    id: 'PAGE-06',
    level: 'MUST',
    statement:
      'Exports are listed newest first, and filters of state and warehouse hold for every one that is answered.',
    contract: operation('listExports'),
    docs: 'api/exports.md#inspect',
  },
]

export const idempotencyRequirements: readonly Requirement[] = [
  {
    id: 'IDEM-01',
    level: 'MUST',
    statement: 'The same write with the same key repeats status and bytes, with the header Idempotent-Replayed: true.',
    contract: '/components/headers/IdempotentReplayed',
    docs: 'guides/retries.md',
  },
  {
    id: 'IDEM-02',
    level: 'MUST',
    statement: 'Order of members and white space of the body make no other request.',
    contract: '/components/parameters/IdempotencyKeyHeader',
    docs: 'guides/retries.md',
  },
  {
    id: 'IDEM-03',
    level: 'MUST',
    statement: 'The same key with a changed value is refused with 409 IDEMPOTENCY_CONFLICT and changes nothing.',
    contract: '/components/responses/WriteConflict',
    docs: 'errors/IDEMPOTENCY_CONFLICT.md',
  },
  {
    id: 'IDEM-04',
    level: 'MUST',
    statement: 'The header Idempotency-Key wins over idempotencyKey in the body.',
    contract: schema('IdempotencyKey'),
    docs: 'errors/IDEMPOTENCY_CONFLICT.md',
  },
  {
    id: 'IDEM-05',
    level: 'MUST',
    statement: 'A key in the body alone works as one in the header.',
    contract: schema('IdempotencyKey'),
    docs: 'guides/retries.md',
  },
  {
    id: 'IDEM-06',
    level: 'MUST',
    statement: 'A key that one operation has used is refused to another with 409 IDEMPOTENCY_CONFLICT.',
    contract: '/components/responses/WriteConflict',
    docs: 'errors/IDEMPOTENCY_CONFLICT.md',
  },
  {
    id: 'IDEM-07',
    level: 'MUST',
    statement: 'A key as a quoted structured string is the same key as the bare one.',
    contract: '/components/parameters/IdempotencyKeyHeader',
    docs: 'errors/IDEMPOTENCY_CONFLICT.md',
  },
  {
    id: 'IDEM-08',
    level: 'MUST',
    statement: 'A refusal stores nothing under its key: the corrected request may use it.',
    contract: '/components/responses/BadRequest',
    docs: 'api/errors.md',
  },
  {
    id: 'IDEM-09',
    level: 'MUST',
    statement:
      'Equal writes at the same time are one write: each answer is the stored one, or 409 IDEMPOTENCY_IN_PROGRESS.',
    contract: '/components/responses/WriteConflict',
    docs: 'errors/IDEMPOTENCY_IN_PROGRESS.md',
  },
  {
    id: 'IDEM-10',
    level: 'MUST',
    statement: 'A plan is repeated under its key too: 201 again, and no second export.',
    contract: operation('planExport'),
    docs: 'guides/retries.md',
  },
  {
    id: 'IDEM-11',
    level: 'MUST',
    statement: 'A key longer than 255 characters is refused with 400 VALIDATION_ERROR.',
    contract: schema('IdempotencyKey'),
    docs: 'errors/VALIDATION_ERROR.md',
  },
]
