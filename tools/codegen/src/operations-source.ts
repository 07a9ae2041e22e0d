import { isObject, type JsonObject, objectAt } from './json.ts'

interface OperationRow {
  readonly method: string
  readonly path: string
  readonly isAuthenticated: boolean
  readonly scopes: readonly string[]
  readonly isWrite: boolean
  readonly successStatuses: readonly number[]
}

const methods = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'] as const
const writes = new Set(['put', 'post', 'delete', 'patch'])

/** `operations.ts`: one row per operationId, in the order of the contract. */
export function operationsSource(contract: JsonObject): string {
  const rows = operationRows(contract).map(([id, row]) => `  ${id}: ${rowSource(row)},\n`)
  return `/** One operation of the contract; \`isWrite\` says that it takes an idempotency key. */
export interface Operation {
  readonly method: 'GET' | 'PUT' | 'POST' | 'DELETE' | 'OPTIONS' | 'HEAD' | 'PATCH' | 'TRACE'
  /** The path template, with {names} where parameters go. */
  readonly path: string
  /** False for the probes and the documentation, which need no key. */
  readonly isAuthenticated: boolean
  /** What the key must be allowed; empty when any key will do. */
  readonly scopes: readonly string[]
  readonly isWrite: boolean
  readonly successStatuses: readonly number[]
}

export const operations = {
${rows.join('')}} as const

export type OperationId = keyof typeof operations
`
}

function operationRows(contract: JsonObject): [id: string, row: OperationRow][] {
  const rows: [string, OperationRow][] = []
  for (const [path, item] of Object.entries(objectAt(contract.paths, 'paths'))) {
    const pathItem = objectAt(item, `paths.${path}`)
    for (const method of methods) {
      const operation = pathItem[method]
      if (!isObject(operation)) continue
      const place = `${method.toUpperCase()} ${path}`
      rows.push([operationId(operation, place), operationRow({ contract, operation, method, path })])
    }
  }
  return rows
}

function operationId(operation: JsonObject, place: string): string {
  const id = operation.operationId
  if (typeof id === 'string' && /^[a-z][A-Za-z0-9]*$/.test(id)) return id
  throw new Error(`${place}: operationId is ${JSON.stringify(id)}; it must be one camelCase name.`)
}

interface Found {
  readonly contract: JsonObject
  readonly operation: JsonObject
  readonly method: string
  readonly path: string
}

function operationRow({ contract, operation, method, path }: Found): OperationRow {
  const place = `${method.toUpperCase()} ${path}`
  const requirements = securityOf(operation.security ?? contract.security ?? [], place)
  return {
    method: method.toUpperCase(),
    path,
    isAuthenticated: requirements.length > 0,
    scopes: requirements.flatMap((requirement) => Object.values(requirement).flat()).map(String),
    isWrite: writes.has(method),
    successStatuses: Object.keys(objectAt(operation.responses, `${place}: responses`))
      .filter((status) => status.startsWith('2'))
      .map(Number),
  }
}

/** An empty requirement `{}` would mean "also without a key": this project writes `security: []` for that. */
function securityOf(security: unknown, place: string): JsonObject[] {
  if (!Array.isArray(security)) throw new Error(`${place}: security must be a list.`)
  const requirements = security.map((requirement: unknown) => objectAt(requirement, `${place}: security`))
  if (requirements.length > 1) throw new Error(`${place}: more than one security requirement; this project uses one.`)
  return requirements
}

function rowSource(row: OperationRow): string {
  const list = (values: readonly (string | number)[]): string =>
    `[${values.map((value) => (typeof value === 'number' ? String(value) : quoted(value))).join(', ')}]`
  return `{
    method: ${quoted(row.method)},
    path: ${quoted(row.path)},
    isAuthenticated: ${row.isAuthenticated},
    scopes: ${list(row.scopes)},
    isWrite: ${row.isWrite},
    successStatuses: ${list(row.successStatuses)},
  }`
}

function quoted(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`
}
