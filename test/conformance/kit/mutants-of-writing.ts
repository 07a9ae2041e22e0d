import { createHash } from 'node:crypto'
import {
  answering,
  asking,
  bodyOf,
  codeOf,
  detailsOf,
  isObject,
  itemsOf,
  type Mutant,
  read,
  withBody,
  without,
} from './mutant.ts'

const orders = /^POST \/api\/orders\/sync/

/** Defects of keys, sync and lists. */
export const mutantsOfWriting: readonly Mutant[] = [
  {
    name: 'keys are not looked at',
    caughtBy: 'AUTH-01',
    make: asking((asked, keys) => {
      const authorization = asked.headers['authorization'] ?? ''
      if (Object.values(keys).some((key) => authorization === `Bearer ${key}`)) return asked
      return { ...asked, headers: { ...asked.headers, authorization: `Bearer ${keys.apiKey}` } }
    }),
  },
  {
    name: 'scopes are not looked at',
    caughtBy: 'AUTH-06',
    make: asking((asked, { apiKey, readApiKey }) => {
      const authorization = asked.headers['authorization']?.replace(readApiKey, apiKey) ?? ''
      return { ...asked, headers: { ...asked.headers, authorization } }
    }),
  },
  {
    name: 'accountId of the body is not looked at',
    caughtBy: 'AUTH-04',
    make: () => async (asked, forward) => {
      const told = await forward(asked)
      if (codeOf(told) !== 'INVALID_ACCOUNT_SCOPE') return told
      const health = await forward({ ...asked, method: 'GET', path: '/api/system/health', body: '' })
      const accountId = read(health.body.toString())?.['accountId']
      return await forward({ ...asked, body: JSON.stringify({ ...read(asked.body), accountId }) })
    },
  },
  {
    name: 'idempotency keys are dropped',
    caughtBy: 'IDEM-03',
    make: asking((asked) => {
      const { idempotencyKey, ...body } = read(asked.body) ?? {}
      const headers = without(asked.headers, 'idempotency-key')
      return idempotencyKey === undefined ? { ...asked, headers } : { ...asked, headers, body: JSON.stringify(body) }
    }),
  },
  {
    name: 'a replay lacks its header',
    caughtBy: 'IDEM-01',
    make: answering((told) => ({ ...told, headers: without(told.headers, 'idempotent-replayed') })),
  },
  {
    name: 'a replay is written anew',
    caughtBy: 'IDEM-01',
    make: answering((told) =>
      told.headers['idempotent-replayed'] === 'true' ? withBody(told, ` ${told.body.toString()}`) : told,
    ),
  },
  {
    name: 'the bytes of the body decide what is the same request',
    caughtBy: 'IDEM-02',
    make: asking((asked) => {
      const key = asked.headers['idempotency-key']
      if (key === undefined || key.length > 150) return asked
      const digest = createHash('sha256').update(asked.body).digest('hex')
      return { ...asked, headers: { ...asked.headers, 'idempotency-key': `${key.replaceAll('"', '')}${digest}` } }
    }),
  },
  {
    name: 'a conflict of keys is executed',
    caughtBy: 'IDEM-03',
    make: () => async (asked, forward) => {
      const told = await forward(asked)
      if (codeOf(told) !== 'IDEMPOTENCY_CONFLICT') return told
      return await forward({ ...asked, headers: without(asked.headers, 'idempotency-key') })
    },
  },
  {
    name: 'the key of the body wins',
    caughtBy: 'IDEM-04',
    make: asking((asked) => {
      const key = read(asked.body)?.['idempotencyKey']
      return typeof key === 'string' ? { ...asked, headers: { ...asked.headers, 'idempotency-key': key } } : asked
    }),
  },
  {
    name: 'a refusal is kept under its key',
    caughtBy: 'IDEM-08',
    make: () => {
      const refused = new Map<string, Awaited<ReturnType<Parameters<ReturnType<Mutant['make']>>[1]>>>()
      return async (asked, forward) => {
        const key = asked.headers['idempotency-key'] ?? ''
        const told = refused.get(key) ?? (await forward(asked))
        if (key !== '' && told.status === 422) refused.set(key, told)
        return told
      }
    },
  },
  {
    name: 'the answer of a sync is sorted',
    caughtBy: 'SYNC-02',
    make: bodyOf(orders, (body) => ({
      data: itemsOf(body['data']).toSorted((a, b) => (String(a['externalId']) < String(b['externalId']) ? -1 : 1)),
    })),
  },
  {
    name: 'every record is told as created',
    caughtBy: 'SYNC-01',
    make: bodyOf(orders, (body) => ({ data: itemsOf(body['data']).map((item) => ({ ...item, created: true })) })),
  },
  {
    name: 'the good half of a refused sync is stored',
    caughtBy: 'SYNC-04',
    make: () => async (asked, forward) => {
      const told = await forward(asked)
      if (told.status !== 422 || !orders.test(`${asked.method} ${asked.path}`)) return told
      const body = read(asked.body) ?? {}
      const headers = without(asked.headers, 'idempotency-key')
      for (const item of itemsOf(body['items'])) {
        await forward({ ...asked, headers, body: JSON.stringify({ accountId: body['accountId'], items: [item] }) })
      }
      return told
    },
  },
  {
    name: 'values are computed in binary floating point',
    caughtBy: 'SYNC-06',
    make: bodyOf(orders, (body) => ({
      ...body,
      data: itemsOf(body['data']).map((order) => ({
        ...order,
        totalValueUsd: itemsOf(order['items']).reduce(
          (sum, line) => sum + Math.round(Number(line['quantity']) * Number(line['unitValueUsd']) * 100) / 100,
          0,
        ),
      })),
    })),
  },
  {
    name: 'lines are added instead of replaced',
    caughtBy: 'SYNC-03',
    make: () => {
      const seen = new Map<unknown, unknown[]>()
      return (asked, forward) => {
        const body = read(asked.body)
        if (!orders.test(`${asked.method} ${asked.path}`) || body === null) return forward(asked)
        for (const item of itemsOf(body['items'])) {
          const lines = [...(seen.get(item['externalId']) ?? []), ...itemsOf(item['items'])]
          seen.set(item['externalId'], lines)
          if (item['packages'] === undefined || lines.length > 1) item['items'] = lines
        }
        return forward({ ...asked, body: JSON.stringify(body) })
      }
    },
  },
  {
    name: 'only the first unknown product is named',
    caughtBy: 'SYNC-05',
    make: detailsOf('UNKNOWN_PRODUCT', ({ issues }) => ({ issues: itemsOf(issues).slice(0, 1) })),
  },
  {
    name: 'a secret is shown again',
    caughtBy: 'SYNC-10',
    make: () => {
      let secret: unknown
      return async (asked, forward) => {
        const item = itemsOf(read(asked.body)?.['items'])[0]
        const submission = item?.['submission']
        if (isObject(submission) && submission['secret'] !== undefined) secret = submission['secret']
        const told = await forward(asked)
        if (secret === undefined || !asked.path.startsWith('/api/brokers')) return told
        return withBody(
          told,
          told.body.toString().replaceAll('"secretSet":true', `"secretSet":true,"secret":"${secret}"`),
        )
      }
    },
  },
  {
    name: 'a page repeats the last row of the page before',
    caughtBy: 'PAGE-01',
    make: () => {
      let last: unknown
      return async (asked, forward) => {
        const told = await forward(asked)
        if (!/^\/api\/orders\?/.test(asked.path)) return told
        const body = read(told.body.toString()) ?? {}
        const data = itemsOf(body['data'])
        const rows = asked.path.includes('cursor=') && last !== undefined ? [last, ...data] : data
        last = data.at(-1)
        return withBody(told, JSON.stringify({ ...body, data: rows }))
      }
    },
  },
  {
    name: 'the last page is lost',
    caughtBy: 'PAGE-01',
    make: bodyOf(/^GET \/api\/orders\?.*cursor=/, (body) => ({ ...body, next_cursor: null })),
  },
  {
    name: 'the filter by externalId is not looked at',
    caughtBy: 'PAGE-02',
    make: asking((asked) => ({ ...asked, path: asked.path.replaceAll(/externalId=[^&]*&?/g, '') })),
  },
]
