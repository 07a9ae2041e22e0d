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
  setEverywhere,
  withBody,
  without,
} from './mutant.ts'

const inspects = /^GET \/api\/exports\/batch_[0-9a-z]+$/

/** Defects of artifacts, events, accounts, refusals and headers. */
export const mutantsOfReading: readonly Mutant[] = [
  {
    name: 'one byte of an artifact is altered',
    caughtBy: 'ART-01',
    make: answering((told, asked) => {
      if (!asked.path.includes('/artifacts/') || told.body.length === 0) return told
      const body = Buffer.from(told.body)
      body.writeUInt8(body.readUInt8(body.length >> 1) ^ 1, body.length >> 1)
      return { ...told, body }
    }),
  },
  {
    name: 'a reader who holds the artifact gets it again',
    caughtBy: 'ART-02',
    make: asking((asked) => ({ ...asked, headers: without(asked.headers, 'if-none-match') })),
  },
  {
    name: 'the total of the invoice is off by a cent',
    caughtBy: 'ART-04',
    make: bodyOf(/artifacts\/cci_json/, (body) => setEverywhere(body, 'goodsValueUsd', '150.01')),
  },
  {
    name: 'downloads open in the browser',
    caughtBy: 'ART-05',
    make: answering((told) => ({ ...told, headers: without(told.headers, 'content-disposition') })),
  },
  {
    name: 'events have a gap',
    caughtBy: 'INSP-02',
    make: bodyOf(inspects, (body) => ({
      ...body,
      events: itemsOf(body['events']).filter(({ seq }) => seq !== 2),
    })),
  },
  {
    name: 'an event is lost, and those after it count on',
    caughtBy: 'PLAN-15',
    make: bodyOf(inspects, (body) => ({
      ...body,
      events: itemsOf(body['events'])
        .filter(({ type }) => type !== 'EXPORT_REPLANNED')
        .map((event, index) => ({ ...event, seq: index + 1 })),
    })),
  },
  {
    name: 'a page of events begins with the one that was read last',
    caughtBy: 'INSP-03',
    make: asking((asked) => ({
      ...asked,
      path: asked.path.replace(/(\/events\?after=)([1-9]\d*)/, (_, start, after) => `${start}${Number(after) - 1}`),
    })),
  },
  {
    name: 'a long-poll does not wait',
    caughtBy: 'INSP-04',
    make: asking((asked) => ({ ...asked, path: asked.path.replace(/&wait=\d+/, '') })),
  },
  {
    name: 'the feed of the account leaves out re-plans',
    caughtBy: 'INSP-06',
    make: bodyOf(/^GET \/api\/events/, (body) => ({
      ...body,
      data: itemsOf(body['data']).filter(({ event }) => !isObject(event) || event['type'] !== 'EXPORT_REPLANNED'),
    })),
  },
  {
    name: 'inspect is another at each read',
    caughtBy: 'INSP-01',
    make: () => {
      let reads = 0
      return async (asked, forward) => {
        const told = await forward(asked)
        reads += 1
        if (!inspects.test(`${asked.method} ${asked.path}`)) return told
        return withBody(told, JSON.stringify({ ...read(told.body.toString()), reads }))
      }
    },
  },
  {
    name: 'the end of a hand-off is told before it is known',
    caughtBy: 'INSP-10',
    make: bodyOf(inspects, (body) => ({ ...body, ...(body['status'] === 'executed' && { state: 'needs_action' }) })),
  },
  {
    name: 'records of another account are shown by their id',
    caughtBy: 'TEN-01',
    make: (keys) => async (asked, forward) => {
      const told = await forward(asked)
      if (told.status !== 404) return told
      return await forward({ ...asked, headers: { ...asked.headers, authorization: `Bearer ${keys.apiKey}` } })
    },
  },
  {
    name: 'a foreign id is refused in other words than an unknown one',
    caughtBy: 'TEN-01',
    make: (keys) => async (asked, forward) => {
      const told = await forward(asked)
      if (told.status !== 404 || asked.method !== 'GET') return told
      const authorization = `Bearer ${keys.apiKey}`
      const own = await forward({ ...asked, headers: { ...asked.headers, authorization } })
      if (own.status !== 200) return told
      return withBody(told, told.body.toString().replace(/"message":"[^"]*"/, '"message":"This is not yours."'))
    },
  },
  {
    name: 'lists hold the records of every account',
    caughtBy: 'TEN-05',
    make: asking((asked, { apiKey }) =>
      /^\/api\/\w+\?/.test(asked.path)
        ? { ...asked, headers: { ...asked.headers, authorization: `Bearer ${apiKey}` } }
        : asked,
    ),
  },
  {
    name: 'bad input is a 500',
    caughtBy: 'ERR-12',
    make: answering((told) => (told.status === 400 ? { ...told, status: 500 } : told)),
  },
  {
    name: 'refusals carry a stack trace',
    caughtBy: 'ERR-09',
    make: answering((told) =>
      told.status < 400
        ? told
        : withBody(
            told,
            told.body.toString().replace('"message":"', '"message":"Error at validate (/srv/app/orders.js:12:3) '),
          ),
    ),
  },
  {
    name: 'unknown properties are accepted',
    caughtBy: 'ERR-04',
    make: asking((asked) => ({ ...asked, body: asked.body.replaceAll(',"colour":"red"', '') })),
  },
  {
    name: 'the last of two members of one name counts',
    caughtBy: 'ERR-02',
    make: asking((asked) => {
      const body = read(asked.body)
      return body === null ? asked : { ...asked, body: JSON.stringify(body) }
    }),
  },
  {
    name: 'issues do not name the field',
    caughtBy: 'ERR-03',
    make: answering((told) => {
      const body = read(told.body.toString())
      if (body === null || codeOf(told) !== 'VALIDATION_ERROR') return told
      setEverywhere(body['details'], 'path', '')
      return withBody(told, JSON.stringify(body))
    }),
  },
  {
    name: 'only the first issue is told',
    caughtBy: 'ERR-05',
    make: detailsOf('VALIDATION_ERROR', ({ issues }) => ({ issues: itemsOf(issues).slice(0, 1) })),
  },
  {
    name: 'every refusal may be retried',
    caughtBy: 'ERR-06',
    make: answering((told) => withBody(told, told.body.toString().replace('"retryable":false', '"retryable":true'))),
  },
  {
    name: 'text is read as JSON',
    caughtBy: 'LIM-02',
    make: asking((asked) =>
      asked.headers['content-type'] === undefined
        ? asked
        : { ...asked, headers: { ...asked.headers, 'content-type': 'application/json' } },
    ),
  },
  {
    name: 'numbers are rounded to four decimals',
    caughtBy: 'LIM-03',
    make: asking((asked) => ({
      ...asked,
      body: asked.body.replaceAll(
        /:(\d+\.\d{5,})(?=[,}])/g,
        (_, number) => `:${Math.round(Number(number) * 1e4) / 1e4 || 1}`,
      ),
    })),
  },
  {
    name: 'every request has the same id',
    caughtBy: 'HEAD-01',
    make: answering((told) => {
      const id = told.headers['x-request-id'] ?? ''
      const body =
        told.headers['content-type']?.includes('json') === true
          ? told.body.toString().replaceAll(id, 'req_00000000')
          : null
      const headers = { ...told.headers, 'x-request-id': 'req_00000000' }
      return body === null || id === '' ? { ...told, headers } : withBody({ ...told, headers }, body)
    }),
  },
  {
    name: 'a count is a text',
    caughtBy: 'CON-03',
    make: answering((told) => withBodyIfJson(told, /"lineCount":(\d+)/g, '"lineCount":"$1"')),
  },
  {
    name: 'an operation answers a status of its own',
    caughtBy: 'CON-01',
    make: answering((told, asked) => (asked.path === '/api/warehouses' ? { ...told, status: 206 } : told)),
  },
  {
    name: 'webhooks are signed with another secret',
    caughtBy: 'HOOK-02',
    make: bodyOf(/^POST \/api\/webhooks(?:\/[^/]+\/rotate-secret)?$/, (body) => ({
      ...body,
      ...(body['secret'] !== undefined && { secret: `whsec_${Buffer.alloc(32, 7).toString('base64')}` }),
    })),
  },
]

function withBodyIfJson(told: Parameters<typeof withBody>[0], find: RegExp, replace: string): typeof told {
  if (told.headers['content-type']?.includes('json') !== true) return told
  return withBody(told, told.body.toString().replaceAll(find, replace))
}
