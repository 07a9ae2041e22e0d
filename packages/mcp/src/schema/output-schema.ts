import { refOf, schemaNamed } from './contract.ts'
import { type JsonObject, listOf, objectOf, textsOf } from './json.ts'

/**
 * What a tool answers: `data` is an answer of the wire, cut to the depth given; beside it stands what this server says. A
 * refusal has `error` instead, in the same schema, because many clients check it too. Enums are examples: an answer may
 * gain values.
 */
export function outputSchema(data: JsonObject, more: JsonObject = {}): JsonObject {
  return {
    type: 'object',
    properties: { data, ...more, truncated: { type: 'array' }, next: { type: 'array' }, error },
    oneOf: [{ required: ['data'] }, { required: ['error'] }],
  }
}

const error: JsonObject = {
  type: 'object',
  properties: { errorCode: { type: 'string' }, message: { type: 'string' }, retryable: { type: 'boolean' } },
  required: ['errorCode', 'message', 'retryable'],
}

/** What the operator's policy says to a plan. */
export const gateShape: JsonObject = {
  gate: {
    type: 'object',
    properties: { decision: { type: 'string', enum: ['proceed', 'ask', 'stop'] }, reasons: { type: 'array' } },
    required: ['decision', 'reasons'],
  },
}

/** The shape of a schema of the contract: types, names and required members, objects opened `depth` levels deep. */
export function shapeNamed(name: string, depth: number): JsonObject {
  return shapeOf(schemaNamed(name), depth)
}

function shapeOf(schema: JsonObject, depth: number): JsonObject {
  const name = refOf(schema)
  if (name !== null) return shapeOf(schemaNamed(name), depth)
  if (Array.isArray(schema['allOf'])) return shapeOf(merged(schema), depth)
  const options = listOf(schema['oneOf']).map((one) => shapeOf(objectOf(one), depth))
  if (options.length > 0) return eitherOf(options)
  const { type = anyType } = schema
  if (type === 'object') return objectShape(schema, depth)
  if (type === 'array') return { type, items: shapeOf(objectOf(schema['items']), depth) }
  const known = textsOf(schema['enum'])
  return {
    type,
    ...(known.length > 0 && known.length <= maxExamples && { examples: known }),
  }
}

/** Longer enums (flags, events) stand in the documentation. */
const maxExamples = 10

/** Schemas that say their type alone become one list of types. */
function eitherOf(options: readonly JsonObject[]): JsonObject {
  const types = options.map(({ type, ...more }) => (Object.keys(more).length === 0 ? type : null))
  return types.every((type) => typeof type === 'string') ? { type: types } : { anyOf: options }
}

const anyType: readonly string[] = ['object', 'array', 'string', 'number', 'boolean', 'null']

function objectShape(schema: JsonObject, depth: number): JsonObject {
  const properties = Object.entries(objectOf(schema['properties']))
  if (depth === 0 || properties.length === 0) return { type: 'object' }
  const required = textsOf(schema['required'])
  return {
    type: 'object',
    properties: Object.fromEntries(properties.map(([name, one]) => [name, shapeOf(objectOf(one), depth - 1)])),
    ...(required.length > 0 && { required }),
  }
}

function merged(schema: JsonObject): JsonObject {
  const parts = listOf(schema['allOf']).map((part) => {
    const name = refOf(objectOf(part))
    const found = name === null ? objectOf(part) : schemaNamed(name)
    return Array.isArray(found['allOf']) ? merged(found) : found
  })
  return {
    type: 'object',
    properties: Object.assign({}, ...parts.map(({ properties }) => objectOf(properties))),
    required: parts.flatMap(({ required }) => textsOf(required)),
  }
}
