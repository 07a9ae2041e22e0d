import { contractDocument } from '@entrygo/sdk/contract/document'
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'

/** A piece of the contract, read as a client of the document would read it. */
export type Node = Readonly<Record<string, unknown>>

const ajv = new Ajv2020({ strict: false, allErrors: false, validateFormats: true })
addFormats.default(ajv)
ajv.addSchema(contractDocument, 'contract')
const compiled = new Map<string, ValidateFunction>()

export function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The node at a path of keys, with `$ref` followed at each step. */
export function at(node: unknown, ...keys: readonly string[]): unknown {
  let here: unknown = follow(node)
  for (const key of keys) {
    if (!isNode(here)) return undefined
    here = follow(here[key])
  }
  return here
}

export function follow(node: unknown): unknown {
  if (!isNode(node) || typeof node['$ref'] !== 'string') return node
  const target = node['$ref'].slice(2).split('/').map(unescapePointer)
  return at(contractDocument, ...target)
}

export const contract: Node = contractDocument

/** What is wrong with a value, in words; null when it fits the schema at this JSON pointer of the contract. */
export function misfit(value: unknown, pointer: string): string | null {
  const validate = compiled.get(pointer) ?? ajv.compile({ $ref: `contract#${pointer}` })
  compiled.set(pointer, validate)
  if (validate(value)) return null
  return ajv.errorsText(validate.errors, { dataVar: 'answer' })
}

export function escapePointer(key: string): string {
  return encodeURIComponent(key.replaceAll('~', '~0').replaceAll('/', '~1'))
}

function unescapePointer(key: string): string {
  return decodeURIComponent(key).replaceAll('~1', '/').replaceAll('~0', '~')
}
