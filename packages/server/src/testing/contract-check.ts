import { type OperationId, operations } from '@entrygo/sdk/contract'
import { contractDocument } from '@entrygo/sdk/contract/document'
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'

/** An answer as it came over the wire, or out of the app in the same process. */
export interface CheckedAnswer {
  readonly operation: OperationId
  readonly status: number
  readonly headers: Headers
  /** The whole body; empty for HEAD and 304. */
  readonly body: string
}

/**
 * Throws, naming every fault, unless the contract allows this answer of this operation: the status, each header that the
 * answer carries or must carry, the media type and the body.
 */
export function assertValidResponse(answer: CheckedAnswer): void {
  const faults = responseFaults(answer)
  if (faults.length === 0) return
  throw new Error(
    `${answer.operation} answered ${answer.status} against the contract:\n${faults.join('\n')}\n${answer.body.slice(0, 2000)}`,
  )
}

/** The faults of an answer, none when the contract allows it. */
export function responseFaults({ operation, status, headers, body }: CheckedAnswer): string[] {
  const { path, method } = operations[operation]
  const pointer = ['paths', path, method.toLowerCase(), 'responses', String(status)]
  const response = resolved(at(contractDocument, pointer), pointer)
  if (response.value === undefined) return [`status ${status} is not in the contract`]
  const faults = headerFaults(response, headers)
  const content = object(response.value['content'])
  if (Object.keys(content).length === 0) return body === '' ? faults : [...faults, 'the answer must have no body']
  const mediaType = headers.get('content-type')?.split(';')[0]?.trim() ?? ''
  if (content[mediaType] === undefined) return [...faults, `media type ${mediaType || 'none'} is not in the contract`]
  const schema = [...response.pointer, 'content', mediaType, 'schema']
  return [...faults, ...bodyFaults(schema, mediaType.endsWith('json') ? parsed(body) : body)]
}

/** The faults of a value against a named schema of the contract, none when the contract allows it. */
export function schemaFaults(schema: string, value: unknown): string[] {
  return faultsOf(['components', 'schemas', schema], value)
}

interface Located {
  readonly value: Readonly<Record<string, unknown>> | undefined
  readonly pointer: readonly string[]
}

const ajv = new Ajv2020({ strict: false, allErrors: true, validateSchema: false })
addFormats.default(ajv)
ajv.addKeyword({
  keyword: 'x-max-decimals',
  type: 'number',
  schemaType: 'number',
  validate: (decimals: number, value: number) => Number(value.toFixed(decimals)) === value,
})
ajv.addSchema({ ...contractDocument, $id: 'contract' })
const compiled = new Map<string, ValidateFunction>()

function headerFaults({ value, pointer }: Located, headers: Headers): string[] {
  return Object.keys(object(value?.['headers'])).flatMap((name) => {
    const header = resolved(at(contractDocument, [...pointer, 'headers', name]), [...pointer, 'headers', name])
    const text = headers.get(name)
    if (text === null) return header.value?.['required'] === true ? [`header ${name} is missing`] : []
    const schema = [...header.pointer, 'schema']
    const isInteger = object(at(contractDocument, schema))['type'] === 'integer'
    return faultsOf(schema, isInteger ? Number(text) : text).map((fault) => `header ${name}: ${fault}`)
  })
}

function bodyFaults(schema: readonly string[], value: unknown): string[] {
  return value === notJson ? ['the body is not JSON'] : faultsOf(schema, value)
}

function faultsOf(pointer: readonly string[], value: unknown): string[] {
  const reference = `contract#/${pointer.map((name) => encodeURIComponent(escaped(name))).join('/')}`
  const validate = compiled.get(reference) ?? ajv.compile({ $ref: reference })
  compiled.set(reference, validate)
  if (validate(value)) return []
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath || 'body'} ${message}`)
}

const notJson = Symbol('not JSON')

function parsed(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return notJson
  }
}

function resolved(value: unknown, pointer: readonly string[] = []): Located {
  if (value === undefined) return { value: undefined, pointer }
  const reference = object(value)['$ref']
  if (typeof reference !== 'string') return { value: object(value), pointer }
  const next = reference.split('/').slice(1).map(unescaped)
  return resolved(at(contractDocument, next), next)
}

function at(value: unknown, pointer: readonly string[]): unknown {
  return pointer.reduce<unknown>((node, name) => object(node)[name], value)
}

function object(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {}
}

function escaped(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1')
}

function unescaped(name: string): string {
  return name.replaceAll('~1', '/').replaceAll('~0', '~')
}
