import { type Operation, type OperationId, operations } from '@entrygo/sdk/contract'

type Authenticated<Id extends OperationId> = Id extends OperationId
  ? (typeof operations)[Id]['isAuthenticated'] extends true
    ? Id
    : never
  : never

/** Operations that need a key: the ones that `operations/` implements. */
export type ApiOperationId = Authenticated<OperationId>

export const apiOperations: readonly ApiOperationId[] = Object.keys(operations).filter(isApiOperation)

/** The path template of an operation as Hono spells it. */
export function honoPath(operation: OperationId): string {
  return operations[operation].path.replaceAll(/\{(\w+)\}/g, ':$1')
}

/**
 * False where a path that fits the template of the operation stands in the contract by itself: `/api/orders/sync` is no
 * order with the id `sync`. Concrete paths come before templated ones, OpenAPI 3.1.1 §4.8.8.2.
 */
export function isPathOf({ path: template }: Pick<Operation, 'path'>, path: string): boolean {
  return template === path || !concretePaths.has(path)
}

/** Every method that a path of the contract answers, HEAD where GET does; empty for a path that it does not have. */
export function allowedMethods(path: string): string[] {
  const found = templates.filter((template) => template.pattern.test(path) && isPathOf(template, path))
  return [...new Set(found.flatMap(({ method }) => (method === 'GET' ? ['GET', 'HEAD'] : [method])))]
}

const templates = Object.values<Operation>(operations).map(({ method, path }) => ({
  method,
  path,
  pattern: new RegExp(`^${path.replaceAll('.', '\\.').replaceAll(/\{\w+\}/g, '[^/]+')}$`),
}))

const concretePaths: ReadonlySet<string> = new Set(
  templates.map(({ path }) => path).filter((path) => !path.includes('{')),
)

function isApiOperation(name: string): name is ApiOperationId {
  return Object.entries<Operation>(operations).some(([id, { isAuthenticated }]) => id === name && isAuthenticated)
}
