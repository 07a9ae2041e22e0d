import { operations } from '@entrygo/sdk/contract'
import { contractDocument } from '@entrygo/sdk/contract/document'
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import type { Answer } from './api.ts'
import { members } from './reading.ts'

/** What the contract does not allow of an answer, by the part of it that is wrong. */
export interface ContractFaults {
  readonly status: readonly string[]
  readonly headers: readonly string[]
  readonly body: readonly string[]
}

/** Judges an answer by the contract alone; the answer of no operation has no faults. */
export function contractFaults(answer: Answer): ContractFaults {
  const found = judged.get(answer) ?? judge(answer)
  judged.set(answer, found)
  return found
}

const judged = new WeakMap<Answer, ContractFaults>()

function judge({ operation, status, headers, text, value }: Answer): ContractFaults {
  if (operation === null) return none
  const { path, method } = operations[operation]
  const response = resolved(['paths', path, method.toLowerCase(), 'responses', String(status)])
  if (response === null) return { ...none, status: [`${operation} may not answer ${status}`] }
  const content = members(response.value['content'])
  const inHeaders = headerFaults(response, headers)
  if (Object.keys(content).length === 0) {
    return { ...none, headers: inHeaders, body: text === '' ? [] : ['there must be no body'] }
  }
  const mediaType = headers.get('content-type')?.split(';')[0]?.trim() ?? ''
  if (content[mediaType] === undefined) {
    return { ...none, headers: [...inHeaders, `media type ${mediaType || 'none'} is not in the contract`] }
  }
  const isJson = mediaType.endsWith('json')
  if (isJson && value === undefined) return { ...none, headers: inHeaders, body: ['the body is not JSON'] }
  const pointer = [...response.pointer, 'content', mediaType, 'schema']
  return { ...none, headers: inHeaders, body: faultsOf(pointer, isJson ? value : text) }
}

/** What a schema of the contract does not allow of a value. */
export function schemaFaults(name: string, value: unknown): readonly string[] {
  return faultsOf(['components', 'schemas', name], value)
}

/** What stands at a JSON pointer of the contract. */
export function inContract(pointer: string): unknown {
  return at(pointer.split('/').slice(1).map(unescaped))
}

const none: ContractFaults = { status: [], headers: [], body: [] }

interface Located {
  readonly value: Readonly<Record<string, unknown>>
  readonly pointer: readonly string[]
}

// OpenAPI's own keywords (example, discriminator …) are no JSON Schema, so strict mode would refuse the document.
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

function faultsOf(pointer: readonly string[], value: unknown): readonly string[] {
  const reference = `contract#/${pointer.map((name) => encodeURIComponent(escaped(name))).join('/')}`
  const validate = compiled.get(reference) ?? ajv.compile({ $ref: reference })
  compiled.set(reference, validate)
  if (validate(value)) return []
  return (validate.errors ?? []).slice(0, 5).map(({ instancePath, message }) => `${instancePath || 'body'} ${message}`)
}

function headerFaults({ value, pointer }: Located, headers: Headers): readonly string[] {
  return Object.keys(members(value['headers'])).flatMap((name) => {
    const header = resolved([...pointer, 'headers', name])
    const text = headers.get(name)
    if (header === null) return []
    if (text === null) return header.value['required'] === true ? [`${name} is missing`] : []
    const isInteger = members(header.value['schema'])['type'] === 'integer'
    return faultsOf([...header.pointer, 'schema'], isInteger ? Number(text) : text).map((fault) => `${name}: ${fault}`)
  })
}

function resolved(pointer: readonly string[]): Located | null {
  const found = at(pointer)
  if (found === undefined) return null
  const reference = members(found)['$ref']
  if (typeof reference !== 'string') return { value: members(found), pointer }
  return resolved(reference.split('/').slice(1).map(unescaped))
}

function at(pointer: readonly string[]): unknown {
  return pointer.reduce<unknown>((node, name) => members(node)[name], contractDocument)
}

function escaped(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1')
}

function unescaped(name: string): string {
  return name.replaceAll('~1', '/').replaceAll('~0', '~')
}
