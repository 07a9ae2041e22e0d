import { operation, type Requirement, schema } from '../requirement.ts'

const errors = 'api/errors.md'

export const errorRequirements: readonly Requirement[] = [
  {
    id: 'ERR-01',
    level: 'MUST',
    statement: 'A body that is not JSON is refused with 400 INVALID_REQUEST.',
    contract: '/components/responses/BadRequest',
    docs: 'errors/INVALID_REQUEST.md',
  },
  {
    id: 'ERR-02',
    level: 'MUST',
    statement: 'A member that stands twice in an object is refused with 400 INVALID_REQUEST.',
    contract: '/components/responses/BadRequest',
    docs: 'errors/INVALID_REQUEST.md',
  },
  {
    id: 'ERR-03',
    level: 'MUST',
    statement: 'A schema error is 400 VALIDATION_ERROR whose issues name the field by its dotted path.',
    contract: schema('Issue'),
    docs: 'errors/VALIDATION_ERROR.md',
  },
  {
    id: 'ERR-04',
    level: 'MUST',
    statement: 'An unknown property is refused with an issue `unrecognized_keys`, and nothing is stored.',
    contract: schema('OrderInput'),
    docs: 'errors/VALIDATION_ERROR.md',
  },
  {
    id: 'ERR-05',
    level: 'MUST',
    statement: 'All issues of a body are told at once.',
    contract: schema('ErrorDetails'),
    docs: 'errors/VALIDATION_ERROR.md',
  },
  {
    id: 'ERR-06',
    level: 'MUST',
    statement: 'Every refusal is the flat envelope, with the request id of the header and the `retryable` of its code.',
    contract: schema('ErrorEnvelope'),
    docs: errors,
  },
  {
    id: 'ERR-07',
    level: 'MUST',
    statement:
      'Every read by an unknown id is refused with 404, EXPORT_NOT_FOUND for exports and NOT_FOUND for all else.',
    contract: '/components/responses/NotFound',
    docs: 'errors/NOT_FOUND.md',
  },
  {
    id: 'ERR-08',
    level: 'MUST',
    statement: 'A method that a path does not answer is refused with 405 METHOD_NOT_ALLOWED and Allow.',
    contract: '/components/responses/MethodNotAllowed',
    docs: 'errors/METHOD_NOT_ALLOWED.md',
  },
  {
    id: 'ERR-09',
    level: 'MUST',
    statement: 'Refusals show nothing of the inside: no stack, file, statement of a database or key.',
    contract: schema('ErrorEnvelope'),
    docs: errors,
  },
  {
    id: 'ERR-10',
    level: 'MUST',
    statement: 'A refusal is application/problem+json (RFC 9457) for a caller who asks for it, with the same facts.',
    contract: schema('Problem'),
    docs: errors,
  },
  {
    id: 'ERR-11',
    level: 'MUST',
    statement: 'A path that does not exist is refused with 404 NOT_FOUND in the flat envelope.',
    contract: schema('ErrorCode'),
    docs: 'errors/NOT_FOUND.md',
  },
  {
    id: 'ERR-12',
    level: 'MUST',
    statement: 'Hostile bodies are refused with a 4xx, never a 5xx.',
    contract: '/components/responses/BadRequest',
    docs: errors,
  },
  {
    id: 'ERR-13',
    level: 'MUST',
    statement:
      'Numbers that a double does not hold, lone surrogates, __proto__ and a depth over 32: 400 INVALID_REQUEST.',
    contract: '/components/responses/BadRequest',
    docs: 'errors/INVALID_REQUEST.md',
  },
]

export const limitRequirements: readonly Requirement[] = [
  {
    id: 'LIM-01',
    level: 'MUST',
    statement: 'A body over the limit of its operation is refused with 413 PAYLOAD_TOO_LARGE.',
    contract: '/components/responses/PayloadTooLarge',
    docs: 'errors/PAYLOAD_TOO_LARGE.md',
  },
  {
    id: 'LIM-02',
    level: 'MUST',
    statement: 'Another media type than application/json, and any content coding, are refused with 415.',
    contract: '/components/responses/UnsupportedMediaType',
    docs: 'errors/UNSUPPORTED_MEDIA_TYPE.md',
  },
  {
    id: 'LIM-03',
    level: 'MUST',
    statement: 'More than four decimals, a quantity of 0 and a negative value are refused with 400 VALIDATION_ERROR.',
    contract: schema('Quantity'),
    docs: 'concepts/primitives.md#numbers',
  },
  {
    id: 'LIM-04',
    level: 'MUST',
    statement: 'More than 1,000 records in one sync are refused with 400 VALIDATION_ERROR, an issue `too_big`.',
    contract: schema('OrdersSyncRequest'),
    docs: 'api/orders.md',
  },
]

export const headRequirements: readonly Requirement[] = [
  {
    id: 'HEAD-01',
    level: 'MUST',
    statement: 'Every answer carries an X-Request-Id of its own.',
    contract: '/components/headers/RequestId',
    docs: errors,
  },
  {
    id: 'HEAD-02',
    level: 'SHOULD',
    statement: 'Answers carry RateLimit and RateLimit-Policy.',
    contract: '/components/headers/RateLimit',
    docs: 'errors/RATE_LIMITED.md',
  },
  {
    id: 'HEAD-03',
    level: 'SHOULD',
    statement: 'The contract is served as JSON and as YAML, open to everybody.',
    contract: operation('getContract'),
    docs: 'index.md',
  },
  {
    id: 'HEAD-04',
    level: 'SHOULD',
    statement: 'The probes /livez and /readyz answer 200 without a key and say nothing else.',
    contract: operation('getReadiness'),
    docs: 'guides/operating.md',
  },
]

export const contractRequirements: readonly Requirement[] = [
  {
    id: 'CON-01',
    level: 'MUST',
    statement: 'Every status that was answered in this run is one that the contract gives the operation; none is 5xx.',
    contract: '/paths',
    docs: errors,
  },
  {
    id: 'CON-02',
    level: 'MUST',
    statement: 'Headers and media type of every answer of this run are as the contract says.',
    contract: '/components/headers',
    docs: errors,
  },
  {
    id: 'CON-03',
    level: 'MUST',
    statement: 'Every body that was answered in this run is valid by its schema.',
    contract: '/components/schemas',
    docs: 'concepts/primitives.md',
  },
]
