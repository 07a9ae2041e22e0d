import type { OperationId } from '@entrygo/sdk/contract'
import { contractDocument } from '@entrygo/sdk/contract/document'
import { isObject, type JsonObject, listOf, objectOf } from './json.ts'

const components = objectOf(contractDocument['components'])
const schemas = objectOf(components['schemas'])
const parameters = objectOf(components['parameters'])

/** A schema of the contract by its name. Throws for a name that the contract does not have. */
export function schemaNamed(name: string): JsonObject {
  const schema = schemas[name]
  if (!isObject(schema)) throw new Error(`The contract has no schema ${name}.`)
  return schema
}

/** The name that a `$ref` to a schema ends in; null for everything else. */
export function refOf(schema: JsonObject): string | null {
  const { $ref: ref } = schema
  return typeof ref === 'string' && ref.startsWith(refStart) ? ref.slice(refStart.length) : null
}

const refStart = '#/components/schemas/'

/** The path and query parameters of an operation as the properties of one object. */
export function parametersOf(operationId: OperationId): JsonObject {
  const given = listOf(operationNamed(operationId)['parameters']).map(parameterAt)
  const shown = given.filter(({ in: place }) => place === 'path' || place === 'query')
  const properties = shown.map(({ name, description, schema }) => [
    String(name),
    { ...(typeof description === 'string' && { description }), ...objectOf(schema) },
  ])
  const required = shown.filter(({ required }) => required === true).map(({ name }) => String(name))
  return { type: 'object', additionalProperties: false, properties: Object.fromEntries(properties), required }
}

function operationNamed(operationId: OperationId): JsonObject {
  const all = Object.values(objectOf(contractDocument['paths'])).flatMap((path) => Object.values(objectOf(path)))
  const found = all.map(objectOf).find((operation) => operation['operationId'] === operationId)
  if (found === undefined) throw new Error(`The contract has no operation ${operationId}.`)
  return found
}

function parameterAt(given: unknown): JsonObject {
  const parameter = objectOf(given)
  const { $ref: ref } = parameter
  return typeof ref === 'string' ? objectOf(parameters[ref.slice(ref.lastIndexOf('/') + 1)]) : parameter
}
