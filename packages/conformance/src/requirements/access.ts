import { operation, type Requirement, schema } from '../requirement.ts'

export const accessRequirements: readonly Requirement[] = [
  {
    id: 'AUTH-01',
    level: 'MUST',
    statement: 'A request without a key is refused with 401 INVALID_API_KEY, reading and writing alike.',
    contract: '/components/responses/Unauthorized',
    docs: 'errors/INVALID_API_KEY.md',
  },
  {
    id: 'AUTH-02',
    level: 'MUST',
    statement: 'A key that is not known is refused with 401 INVALID_API_KEY, and the answer does not repeat it.',
    contract: '/components/responses/Unauthorized',
    docs: 'errors/INVALID_API_KEY.md',
  },
  {
    id: 'AUTH-03',
    level: 'MUST',
    statement: 'Health names the account and the scopes of the key.',
    contract: operation('getHealth'),
    docs: 'guides/first-export.md',
  },
  {
    id: 'AUTH-04',
    level: 'MUST',
    statement:
      'A body whose accountId is not that of the key is refused with 403 INVALID_ACCOUNT_SCOPE and stores nothing.',
    contract: operation('syncOrders'),
    docs: 'errors/INVALID_ACCOUNT_SCOPE.md',
  },
  {
    id: 'AUTH-05',
    level: 'MUST',
    statement: 'A plan with an unknown warehouse or broker is refused with 403 INVALID_ACCOUNT_SCOPE.',
    contract: operation('planExport'),
    docs: 'errors/INVALID_ACCOUNT_SCOPE.md',
  },
  {
    id: 'AUTH-06',
    level: 'MUST',
    statement: 'A key that may only read is refused with 403 INSUFFICIENT_SCOPE by every step that writes.',
    contract: '/components/responses/Forbidden',
    docs: 'errors/INSUFFICIENT_SCOPE.md',
    needs: ['read-key'],
  },
  {
    id: 'AUTH-07',
    level: 'MUST',
    statement: 'A key without the scope is refused before any stored answer is repeated to it.',
    contract: '/components/responses/Forbidden',
    docs: 'errors/INSUFFICIENT_SCOPE.md',
    needs: ['read-key'],
  },
]

export const tenantRequirements: readonly Requirement[] = [
  {
    id: 'TEN-01',
    level: 'MUST',
    statement:
      'Every read by an id of another account answers the same bytes as an unknown id, but for the request id.',
    contract: '/components/responses/NotFound',
    docs: 'errors/NOT_FOUND.md',
    needs: ['other-account'],
  },
  {
    id: 'TEN-02',
    level: 'MUST',
    statement: 'Approving or planning again an export of another account answers as an unknown export.',
    contract: operation('approveExport'),
    docs: 'errors/EXPORT_NOT_FOUND.md',
    needs: ['other-account'],
  },
  {
    id: 'TEN-03',
    level: 'MUST',
    statement: 'A plan through a warehouse or a broker of another account answers as through an unknown one.',
    contract: operation('planExport'),
    docs: 'errors/INVALID_ACCOUNT_SCOPE.md',
    needs: ['other-account'],
  },
  {
    id: 'TEN-04',
    level: 'MUST',
    statement: 'Orders and products of another account are unknown to plan and sync: UNKNOWN_ORDER, UNKNOWN_PRODUCT.',
    contract: schema('ErrorCode'),
    docs: 'errors/UNKNOWN_ORDER.md',
    needs: ['other-account'],
  },
  {
    id: 'TEN-05',
    level: 'MUST',
    statement: 'Lists hold no record of another account.',
    contract: operation('listOrders'),
    docs: 'api/orders.md#reading-orders-back',
    needs: ['other-account'],
  },
  {
    id: 'TEN-06',
    level: 'MUST',
    statement: 'An idempotency key and an externalId of one account mean nothing in another.',
    contract: '/components/parameters/IdempotencyKeyHeader',
    docs: 'concepts/protocol.md#keys-and-hashes',
    needs: ['other-account'],
  },
  {
    id: 'TEN-07',
    level: 'MUST',
    statement: 'Executing an export of another account answers as an unknown export, and executes nothing.',
    contract: operation('executeExport'),
    docs: 'errors/EXPORT_NOT_FOUND.md',
    needs: ['other-account', 'execute'],
  },
]
