import { type OperationId, operations } from '@entrygo/sdk/contract'
import { contractDocument } from '@entrygo/sdk/contract/document'
import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { addKeywords, boundedSchema, TooManyIssues } from './schema-keywords.ts'

/** Errors of a value, none when it is valid. */
export type Validator = (value: unknown) => readonly ErrorObject[]

export interface Parameter {
  readonly name: string
  readonly in: 'path' | 'query' | 'header'
  readonly isInteger: boolean
  /** May stand several times, each time with one item. */
  readonly isList: boolean
  readonly isRequired: boolean
  readonly initial: unknown
  readonly validate: Validator
}

/** The validator of an operation's request body, compiled at its first use; null when it takes none. */
export function bodyValidator(operation: OperationId): Validator | null {
  return once(bodyValidators, operation, () => {
    const schema = at(operationObject(operation), ['requestBody', 'content', 'application/json', 'schema'])
    return schema === undefined ? null : validatorOf(schema)
  })
}

/** The parameters of an operation in the order of the contract, with their validators. */
export function parametersOf(operation: OperationId): readonly Parameter[] {
  return once(parameterLists, operation, () => {
    const listed = operationObject(operation)['parameters']
    return Array.isArray(listed) ? listed.map(parameterOf) : []
  })
}

// OpenAPI's own keywords (example, discriminator …) are no JSON Schema, so strict mode would refuse the document.
const ajv = new Ajv2020({ strict: false, allErrors: true, verbose: true, validateSchema: false })
addFormats.default(ajv)
addKeywords(ajv)

const documentId = 'contract'
const bodyValidators = new Map<OperationId, Validator | null>()
const parameterLists = new Map<OperationId, readonly Parameter[]>()

function validatorOf(schema: unknown): Validator {
  if (ajv.getSchema(documentId) === undefined) {
    const schemas = at(contractDocument, ['components', 'schemas'])
    const bounded = Object.entries(object(schemas)).map(([name, item]) => [name, boundedSchema(item)])
    ajv.addSchema({ $id: documentId, components: { schemas: Object.fromEntries(bounded) } })
  }
  const compiled: ValidateFunction = ajv.compile(object(withDocument(boundedSchema(schema))))
  return (value) => {
    try {
      return compiled(value) ? none : (compiled.errors ?? none)
    } catch (error) {
      if (!(error instanceof TooManyIssues)) throw error
      return error.errors
    }
  }
}

const none: readonly ErrorObject[] = []

// References of a part that is compiled by itself lead into the document.
function withDocument(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withDocument)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      key,
      key === '$ref' && typeof item === 'string' ? `${documentId}${item}` : withDocument(item),
    ]),
  )
}

function parameterOf(listed: unknown): Parameter {
  const parameter = resolved(listed)
  const place = parameter['in']
  const schema = resolved(parameter['schema'])
  return {
    name: String(parameter['name']),
    in: place === 'path' || place === 'header' ? place : 'query',
    isInteger: schema['type'] === 'integer',
    isList: schema['type'] === 'array',
    isRequired: parameter['required'] === true,
    initial: schema['default'],
    validate: validatorOf(parameter['schema']),
  }
}

function operationObject(operation: OperationId): Readonly<Record<string, unknown>> {
  const { path, method } = operations[operation]
  return object(at(contractDocument, ['paths', path, method.toLowerCase()]))
}

function resolved(value: unknown): Readonly<Record<string, unknown>> {
  const reference = object(value)['$ref']
  return typeof reference === 'string' ? resolved(at(contractDocument, reference.split('/').slice(1))) : object(value)
}

function at(value: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>((node, name) => object(node)[name], value)
}

function object(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {}
}

function once<Key, Value>(known: Map<Key, Value>, key: Key, make: () => Value): Value {
  const found = known.get(key)
  if (found !== undefined) return found
  const made = make()
  known.set(key, made)
  return made
}
