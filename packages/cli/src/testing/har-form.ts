import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'

const text = { type: 'string' }
const size = { type: 'integer', minimum: -1 }
const span = { type: 'number', minimum: -1 }

/** Only these members; names that begin with `_` are free, as the format has it. */
function shape(required: object, optional: object = {}): object {
  return {
    type: 'object',
    required: Object.keys(required),
    properties: { ...required, ...optional, comment: text },
    patternProperties: { '^_': {} },
    additionalProperties: false,
  }
}

const pairs = { type: 'array', items: shape({ name: text, value: text }) }
const message = {
  httpVersion: text,
  cookies: { type: 'array', maxItems: 0 },
  headers: pairs,
  headersSize: size,
  bodySize: size,
}
const request = shape(
  { method: text, url: { type: 'string', format: 'uri' }, queryString: pairs, ...message },
  { postData: shape({ mimeType: text, params: { type: 'array' }, text }) },
)
const response = shape({
  status: { type: 'integer', minimum: 0 },
  statusText: text,
  content: shape(
    { size: { type: 'integer', minimum: 0 }, mimeType: text },
    { text, encoding: text, compression: size },
  ),
  redirectURL: text,
  ...message,
})
const wait = { type: 'number', minimum: 0 }
const timings = shape({ send: wait, wait, receive: wait }, { blocked: span, dns: span, connect: span, ssl: span })
const entry = shape(
  {
    startedDateTime: { type: 'string', format: 'date-time' },
    time: wait,
    request,
    response,
    cache: { type: 'object' },
    timings,
  },
  { pageref: text, serverIPAddress: text, connection: text },
)
const creator = shape({ name: text, version: text })
const log = shape(
  { version: { const: '1.2' }, creator, entries: { type: 'array', items: entry } },
  { browser: creator },
)

const ajv = new Ajv2020({ strict: false, allErrors: true })
addFormats.default(ajv)
const validate = ajv.compile(shape({ log }))

/** Where a document is not what HAR 1.2 (http://www.softwareishard.com/blog/har-12-spec/) says; times must add up, too. */
export function harFaults(document: unknown): string[] {
  if (!validate(document))
    return (validate.errors ?? []).map(({ instancePath, message: said }) => `${instancePath} ${said}`)
  const entries: unknown = Object(document).log.entries
  if (!Array.isArray(entries)) return ['no entries']
  return entries.flatMap((one: unknown, index) => {
    const { time, timings: spans } = Object(one)
    return time === spans.send + spans.wait + spans.receive ? [] : [`entry ${index}: the timings are not its time`]
  })
}
