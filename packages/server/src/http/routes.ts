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

/** Every method that a path of the contract answers, HEAD where GET does; empty for a path that it does not have. */
export function allowedMethods(path: string): string[] {
  const methods = templates.filter(({ pattern }) => pattern.test(path)).map(({ method }) => method)
  return [...new Set(methods.flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : [method])))]
}

const templates = Object.values<Operation>(operations).map(({ method, path }) => ({
  method,
  pattern: new RegExp(`^${path.replaceAll('.', '\\.').replaceAll(/\{\w+\}/g, '[^/]+')}$`),
}))

function isApiOperation(name: string): name is ApiOperationId {
  return Object.entries<Operation>(operations).some(([id, { isAuthenticated }]) => id === name && isAuthenticated)
}
