import { refOf, schemaNamed } from './contract.ts'
import { isObject, type JsonObject, listOf, objectOf, textsOf } from './json.ts'

export interface InputChanges {
  /** Properties that an agent is not asked for and cannot give. */
  readonly without?: readonly string[]
  /** Properties that the contract leaves open and the tool does not. */
  readonly required?: readonly string[]
  /** Properties that may be left out here, since the operator has given them. */
  readonly optional?: readonly string[]
  readonly more?: JsonObject
}

/**
 * What a tool takes, from a schema of the contract: its names, bounds and patterns, closed against unknown properties, with
 * every schema it refers to under `$defs`. Descriptions are cut to their first sentence, examples are left off.
 */
export function inputSchema(source: JsonObject, changes: InputChanges = {}): JsonObject {
  const { without = [], required = [], optional = [], more = {} } = changes
  const given = Object.entries(objectOf(source['properties'])).filter(([name]) => !without.includes(name))
  const properties = { ...Object.fromEntries(given), ...more }
  const asked = [...textsOf(source['required']), ...required]
  const wanted = [...new Set(asked)].filter((name) => name in properties && !optional.includes(name))
  const defs = new Map<string, JsonObject>()
  const body = { type: 'object', additionalProperties: false, properties, required: wanted }
  const bundled = slim(body, defs)
  return defs.size === 0 ? bundled : { ...bundled, $defs: Object.fromEntries(defs) }
}

function slim(schema: JsonObject, defs: Map<string, JsonObject>): JsonObject {
  return Object.fromEntries(
    Object.entries(schema).flatMap(([keyword, value]): [string, unknown][] => {
      if (leftOff.includes(keyword)) return []
      if (keyword === '$ref') return [['$ref', `#/$defs/${bundle(schema, defs)}`]]
      if (keyword === 'description') return [[keyword, firstSentence(String(value))]]
      if (keyword === 'properties') return [[keyword, eachSlim(objectOf(value), defs)]]
      if (isObject(value)) return [[keyword, slim(value, defs)]]
      if (listsOfSchemas.includes(keyword)) return [[keyword, listOf(value).map((one) => slim(objectOf(one), defs))]]
      return [[keyword, value]]
    }),
  )
}

/** `format` is left off where it says no more than type and bounds do. */
const leftOff = ['examples', 'example', 'format', 'x-internal']
const listsOfSchemas = ['oneOf', 'anyOf', 'allOf']

function eachSlim(properties: JsonObject, defs: Map<string, JsonObject>): JsonObject {
  return Object.fromEntries(Object.entries(properties).map(([name, schema]) => [name, slim(objectOf(schema), defs)]))
}

function bundle(schema: JsonObject, defs: Map<string, JsonObject>): string {
  const name = refOf(schema)
  if (name === null) throw new Error(`The contract refers to ${String(schema['$ref'])}, which is no schema.`)
  if (!defs.has(name)) {
    // Set before it is known: a schema may refer to itself.
    defs.set(name, {})
    defs.set(name, slim(schemaNamed(name), defs))
  }
  return name
}

/** A description is read by a model each time: one sentence of at most 160 characters. */
function firstSentence(text: string): string {
  const [sentence = text] = /^.*?[.](?=\s|$)/s.exec(text) ?? []
  return sentence.length <= 160 ? sentence : `${sentence.slice(0, 159).trimEnd()}…`
}
