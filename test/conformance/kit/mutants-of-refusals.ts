import {
  answering,
  asking,
  bodyOf,
  codeOf,
  detailsOf,
  itemsOf,
  type Mutant,
  read,
  type Told,
  withBody,
  without,
} from './mutant.ts'

/** Defects of what is refused, in which words and with which status. */
export const mutantsOfRefusals: readonly Mutant[] = [
  {
    name: 'a refused key is repeated',
    caughtBy: 'AUTH-02',
    make: answering((told, asked) => {
      const [, key = ''] = (asked.headers['authorization'] ?? '').split(' ')
      return told.status === 401 ? withMessage(told, `The key ${key} is not known.`) : told
    }),
  },
  {
    name: 'an unknown warehouse is not found',
    caughtBy: 'AUTH-05',
    make: refusedAs(/exports\/plan$/, 'INVALID_ACCOUNT_SCOPE', [404, 'NOT_FOUND']),
  },
  {
    name: 'a limit out of bounds is the nearest within them',
    caughtBy: 'PAGE-04',
    make: asking((asked) => ({
      ...asked,
      path: asked.path.replace(/limit=0\b/, 'limit=1').replace('limit=101', 'limit=100'),
    })),
  },
  {
    name: 'a key that is too long is cut off',
    caughtBy: 'IDEM-11',
    make: asking((asked) => {
      const key = asked.headers['idempotency-key']
      return key === undefined
        ? asked
        : { ...asked, headers: { ...asked.headers, 'idempotency-key': key.slice(0, 255) } }
    }),
  },
  {
    name: 'only the first unknown order is named',
    caughtBy: 'PLAN-12',
    make: detailsOf('UNKNOWN_ORDER', ({ issues }) => ({ issues: itemsOf(issues).slice(0, 1) })),
  },
  {
    name: 'every destination is planned',
    caughtBy: 'PLAN-13',
    make: asking((asked) => ({
      ...asked,
      body: asked.body.replace('"destinationCountry":"MX"', '"destinationCountry":"US"'),
    })),
  },
  {
    name: 'a blocked export is approved',
    caughtBy: 'GATE-06',
    make: refusedAs(/\/approvals$/, 'EXPORT_BLOCKED', [201, 'NONE']),
  },
  {
    name: 'an approval ends whenever somebody wants',
    caughtBy: 'GATE-07',
    make: asking((asked) => ({ ...asked, body: asked.body.replace(/,"expiresAt":"[^"]*"/, '') })),
  },
  {
    name: 'a blocked export is refused without its rules',
    caughtBy: 'EXEC-06',
    make: detailsOf('EXPORT_BLOCKED', () => ({ rule_ids: [] })),
  },
  {
    name: 'a dry run is an unknown export',
    caughtBy: 'EXEC-09',
    make: refusedAs(/execute$/, 'DRY_RUN_NOT_EXECUTABLE', [404, 'EXPORT_NOT_FOUND']),
  },
  {
    name: 'an executed export takes an approval',
    caughtBy: 'EXEC-10',
    make: refusedAs(/\/approvals$/, 'EXPORT_ALREADY_EXECUTED', [201, 'NONE']),
  },
  {
    name: 'a plan over an executed order is another plan, not a stale one',
    caughtBy: 'EXEC-11',
    make: refusedAs(/execute$/, 'PLAN_STALE', [409, 'PLAN_HASH_MISMATCH']),
  },
  {
    name: 'execute knows no unknown exports',
    caughtBy: 'EXEC-13',
    make: refusedAs(/execute$/, 'EXPORT_NOT_FOUND', [404, 'NOT_FOUND']),
  },
  {
    name: 'a body that is no JSON is told as an invalid one',
    caughtBy: 'ERR-01',
    make: refusedAs(/./, 'INVALID_REQUEST', [400, 'VALIDATION_ERROR']),
  },
  {
    name: 'whatever is unknown is an export',
    caughtBy: 'ERR-07',
    make: refusedAs(/./, 'NOT_FOUND', [404, 'EXPORT_NOT_FOUND']),
  },
  {
    name: 'a refused method does not say which are allowed',
    caughtBy: 'ERR-08',
    make: answering((told) => ({ ...told, headers: without(told.headers, 'allow') })),
  },
  {
    name: 'problem details are told as plain JSON',
    caughtBy: 'ERR-10',
    make: answering((told) =>
      told.headers['content-type']?.startsWith('application/problem+json') === true
        ? { ...told, headers: { ...told.headers, 'content-type': 'application/json' } }
        : told,
    ),
  },
  {
    name: 'an unknown path has a page of the framework',
    caughtBy: 'ERR-11',
    make: answering((told, asked) =>
      asked.path === '/api/nowhere'
        ? withBody({ ...told, headers: { ...told.headers, 'content-type': 'text/html' } }, '<h1>Not Found</h1>')
        : told,
    ),
  },
  {
    name: 'a number that a double does not hold is rounded',
    caughtBy: 'ERR-13',
    make: asking((asked) => ({ ...asked, body: asked.body.replace('9007199254740993', '9007199254740992') })),
  },
  {
    name: 'a body that is too large is an invalid one',
    caughtBy: 'LIM-01',
    make: refusedAs(/./, 'PAYLOAD_TOO_LARGE', [400, 'VALIDATION_ERROR']),
  },
  {
    name: 'of too many records the first thousand are stored',
    caughtBy: 'LIM-04',
    make: asking((asked) => {
      const body = read(asked.body)
      const items = itemsOf(body?.['items'])
      return items.length > 1000 ? { ...asked, body: JSON.stringify({ ...body, items: items.slice(0, 1000) }) } : asked
    }),
  },
  {
    name: 'nobody is told how many requests are left',
    caughtBy: 'HEAD-02',
    make: answering((told) => ({ ...told, headers: without(told.headers, 'ratelimit') })),
  },
  {
    name: 'the contract is for those who have a key',
    caughtBy: 'HEAD-03',
    make: answering((told, asked) =>
      asked.path === '/docs/api/openapi' && asked.headers['authorization'] === undefined
        ? { ...told, status: 401 }
        : told,
    ),
  },
  {
    name: 'readiness tells of the inside',
    caughtBy: 'HEAD-04',
    make: answering((told, asked) =>
      asked.path === '/readyz' ? withBody(told, JSON.stringify({ pool: 'x'.repeat(100) })) : told,
    ),
  },
  {
    name: 'one list has a media type of its own',
    caughtBy: 'CON-02',
    make: answering((told, asked) =>
      asked.path === '/api/brokers'
        ? { ...told, headers: { ...told.headers, 'content-type': 'application/hal+json' } }
        : told,
    ),
  },
  {
    name: 'health does not name the scopes',
    caughtBy: 'AUTH-03',
    make: bodyOf(/^GET \/api\/system\/health/, (body) => ({ ...body, scopes: [] })),
  },
]

/** A refusal with this code, of requests to such paths, has another status and code. */
export function refusedAs(
  paths: RegExp,
  errorCode: string,
  [status, otherCode]: readonly [number, string],
): Mutant['make'] {
  return answering((told, asked) => {
    if (codeOf(told) !== errorCode || !paths.test(asked.path)) return told
    return withBody({ ...told, status }, JSON.stringify({ ...read(told.body.toString()), errorCode: otherCode }))
  })
}

export function withMessage(told: Told, message: string): Told {
  return withBody(told, JSON.stringify({ ...read(told.body.toString()), message }))
}
