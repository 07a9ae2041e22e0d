import { contractDocument } from '@entrygo/sdk/contract/document'

/** One example of the contract with the place of the schema it must satisfy, both as JSON pointers. */
export interface ContractExample {
  readonly pointer: string
  readonly schemaPointer: string
  readonly value: unknown
}

/**
 * Every example that stands beside a schema: of media types, parameters, headers, and inside schemas themselves.
 * References among `components` are followed, so a shared example is judged at each place that uses it.
 */
export function contractExamples(document: unknown = contractDocument): ContractExample[] {
  return examplesBelow(document, '', document)
}

function examplesBelow(node: unknown, pointer: string, document: unknown): ContractExample[] {
  if (Array.isArray(node)) {
    return node.flatMap((item, index) => examplesBelow(item, `${pointer}/${index}`, document))
  }
  if (!isObject(node)) return []
  const below = Object.entries(node)
    .filter(([key]) => key !== 'example' && key !== 'examples')
    .flatMap(([key, value]) => examplesBelow(value, `${pointer}/${escaped(key)}`, document))
  return [...examplesOf(node, pointer, document), ...below]
}

function examplesOf(node: Readonly<Record<string, unknown>>, pointer: string, document: unknown): ContractExample[] {
  const isBesideSchema = isObject(node['schema'])
  const isSchema = /\/(schema|schemas\/[^/]+|properties\/[^/]+|items|\$defs\/[^/]+)$/.test(pointer)
  if (!isBesideSchema && !isSchema) return []
  const schemaPointer = isBesideSchema ? `${pointer}/schema` : pointer
  const { example, examples } = node
  const single = example === undefined ? [] : [{ pointer: `${pointer}/example`, schemaPointer, value: example }]
  if (Array.isArray(examples)) {
    const listed = examples.map((value, index) => ({ pointer: `${pointer}/examples/${index}`, schemaPointer, value }))
    return [...single, ...listed]
  }
  if (!isObject(examples) || !isBesideSchema) return single
  const named = Object.entries(examples).map(([name, entry]) => ({
    pointer: `${pointer}/examples/${escaped(name)}`,
    schemaPointer,
    value: exampleValue(entry, document),
  }))
  return [...single, ...named]
}

function exampleValue(entry: unknown, document: unknown): unknown {
  if (!isObject(entry)) return undefined
  const reference = entry['$ref']
  return typeof reference === 'string' ? exampleValue(at(document, reference), document) : entry['value']
}

function at(document: unknown, reference: string): unknown {
  return reference
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce<unknown>((node, part) => (isObject(node) ? node[part] : undefined), document)
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function escaped(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1')
}
