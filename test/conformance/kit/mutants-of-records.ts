import { asking, bodyOf, codeOf, itemsOf, type Mutant, read, type Told, withBody, without } from './mutant.ts'
import { refusedAs, withMessage } from './mutants-of-refusals.ts'

/** Defects of records, their lists and keys, and of what keeps accounts apart. */
export const mutantsOfRecords: readonly Mutant[] = [
  {
    name: 'the last of two records of one externalId counts',
    caughtBy: 'SYNC-07',
    make: asking((asked) => {
      const body = read(asked.body)
      if (asked.path !== '/api/orders/sync' || body === null) return asked
      const items = [...new Map(itemsOf(body['items']).map((item) => [item['externalId'], item])).values()]
      return { ...asked, body: JSON.stringify({ ...body, items }) }
    }),
  },
  {
    name: 'metadata loses a member without a name',
    caughtBy: 'SYNC-08',
    make: asking((asked) => ({ ...asked, body: asked.body.replace(',"":""', '') })),
  },
  {
    name: 'every sync of a warehouse makes one',
    caughtBy: 'SYNC-09',
    make: bodyOf(/^POST \/api\/warehouses\/sync/, (body) => ({
      data: itemsOf(body['data']).map((item) => ({ ...item, created: true })),
    })),
  },
  {
    name: 'the profile is read back with the default gate',
    caughtBy: 'SYNC-11',
    make: bodyOf(/^GET \/api\/account\/profile/, (body) => ({ ...body, gate: { mode: 'server', flags: [] } })),
  },
  {
    name: 'lists are oldest first',
    caughtBy: 'PAGE-03',
    make: bodyOf(/^GET \/api\/orders\?/, (body) => ({ ...body, data: itemsOf(body['data']).toReversed() })),
  },
  {
    name: 'a record read by its id says whether it was created',
    caughtBy: 'PAGE-05',
    make: bodyOf(/^GET \/api\/orders\/ord_/, (body) => ({ ...body, created: false })),
  },
  {
    name: 'the filter by state is not looked at',
    caughtBy: 'PAGE-06',
    make: asking((asked) => ({ ...asked, path: asked.path.replace(/\bstate=\w+&/, '') })),
  },
  {
    name: 'a key in the body alone is not looked at',
    caughtBy: 'IDEM-05',
    make: asking((asked) => ({ ...asked, body: asked.body.replace(/,"idempotencyKey":"[^"]*"/, '') })),
  },
  {
    name: 'every operation has keys of its own',
    caughtBy: 'IDEM-06',
    make: keyed((key, { path }) => `${key}${path.replaceAll('/', '-')}`),
  },
  {
    name: 'the quotes of a key are part of it',
    caughtBy: 'IDEM-07',
    make: keyed((key) => (key.startsWith('"') ? `${key.slice(1, -1)}-quoted` : key)),
  },
  {
    name: 'of equal writes at the same time each is written',
    caughtBy: 'IDEM-09',
    make: () => {
      const running = new Set<string>()
      return async (asked, forward) => {
        const key = asked.headers['idempotency-key'] ?? ''
        if (running.has(key)) return await forward({ ...asked, headers: without(asked.headers, 'idempotency-key') })
        running.add(key)
        try {
          return await forward(asked)
        } finally {
          running.delete(key)
        }
      }
    },
  },
  {
    name: 'a plan is not kept under its key',
    caughtBy: 'IDEM-10',
    make: withoutKey('/api/exports/plan'),
  },
  {
    name: 'an execute is not kept under its key',
    caughtBy: 'EXEC-12',
    make: withoutKey('/api/exports/execute'),
  },
  {
    name: 'a stored answer is repeated to a key without the scope',
    caughtBy: 'AUTH-07',
    make: () => {
      const stored = new Map<string, Told>()
      return async (asked, forward) => {
        const key = asked.headers['idempotency-key']
        const told = await forward(asked)
        if (key === undefined) return told
        if (told.status === 200) stored.set(key, told)
        return codeOf(told) === 'INSUFFICIENT_SCOPE' ? (stored.get(key) ?? told) : told
      }
    },
  },
  {
    name: 'an export of another account is refused by its scope: approve',
    caughtBy: 'TEN-02',
    make: refusedAs(/\/approvals$/, 'EXPORT_NOT_FOUND', [403, 'INVALID_ACCOUNT_SCOPE']),
  },
  {
    name: 'an export of another account is refused by its scope: execute',
    caughtBy: 'TEN-07',
    make: refusedAs(/execute$/, 'EXPORT_NOT_FOUND', [403, 'INVALID_ACCOUNT_SCOPE']),
  },
  {
    name: 'a warehouse of another account is told as that',
    caughtBy: 'TEN-03',
    make: (keys) => async (asked, forward) => {
      const told = await forward(asked)
      if (codeOf(told) !== 'INVALID_ACCOUNT_SCOPE') return told
      const path = `/api/warehouses/${read(asked.body)?.['warehouseId']}`
      const headers = { authorization: `Bearer ${keys.apiKey}` }
      const { status } = await forward({ method: 'GET', path, headers, body: '' })
      return status === 200 ? withMessage(told, 'This warehouse is not yours.') : told
    },
  },
  {
    name: 'a product of another account is refused by its scope',
    caughtBy: 'TEN-04',
    make: (keys) => {
      const refused = refusedAs(/orders\/sync$/, 'UNKNOWN_PRODUCT', [403, 'INVALID_ACCOUNT_SCOPE'])(keys)
      const foreign = `Bearer ${keys.otherApiKey}`
      return (asked, forward) => (asked.headers['authorization'] === foreign ? refused(asked, forward) : forward(asked))
    },
  },
  {
    name: 'all accounts share their keys',
    caughtBy: 'TEN-06',
    make: () => {
      const users = new Map<string, string | undefined>()
      return async (asked, forward) => {
        const told = await forward(asked)
        const key = asked.headers['idempotency-key']
        if (key === undefined) return told
        const user = users.get(key) ?? asked.headers['authorization']
        users.set(key, user)
        const body = {
          errorCode: 'IDEMPOTENCY_CONFLICT',
          message: 'Used.',
          requestId: 'req_00000000',
          retryable: false,
        }
        return user === asked.headers['authorization'] ? told : withBody({ ...told, status: 409 }, JSON.stringify(body))
      }
    },
  },
  {
    name: 'the list of endpoints shows a secret again',
    caughtBy: 'HOOK-01',
    make: () => {
      let secret: unknown
      return async (asked, forward) => {
        const told = await forward(asked)
        if (!asked.path.startsWith('/api/webhooks')) return told
        secret = read(told.body.toString())?.['secret'] ?? secret
        if (asked.method !== 'GET') return told
        return withBody(told, told.body.toString().replaceAll('"active":', `"secret":"${secret}","active":`))
      }
    },
  },
  {
    name: 'a rotated secret is dead at once',
    caughtBy: 'HOOK-04',
    make: () => async (asked, forward) => {
      // Two secrets live: after two rotations the one before is none of them.
      if (asked.path.endsWith('/rotate-secret')) await forward(asked)
      return await forward(asked)
    },
  },
]

function keyed(change: (key: string, asked: { readonly path: string }) => string): Mutant['make'] {
  return asking((asked) => {
    const key = asked.headers['idempotency-key']
    if (key === undefined || key.length > 150) return asked
    return { ...asked, headers: { ...asked.headers, 'idempotency-key': change(key, asked) } }
  })
}

function withoutKey(path: string): Mutant['make'] {
  return asking((asked) =>
    asked.path === path ? { ...asked, headers: without(asked.headers, 'idempotency-key') } : asked,
  )
}
