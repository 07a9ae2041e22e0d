/** Headers that say how a request went and nothing of what it was about; every other one is left out. */
export const sharedHeaders: readonly string[] = [
  'accept',
  'content-length',
  'content-type',
  'date',
  'etag',
  'idempotency-key',
  'idempotent-replayed',
  'retry-after',
  'retry-after-ms',
  'user-agent',
  'x-request-id',
]

/** Parameters of a query that name no customer's record. */
const sharedParameters: ReadonlySet<string> = new Set(['after', 'asOf', 'cursor', 'limit', 'state', 'wait'])

/** Members of bodies whose values are ids, states, hashes, times and counts. */
const sharedMembers: ReadonlySet<string> = new Set([
  ...['accountId', 'at', 'batchId', 'brokerId', 'code', 'contractVersion', 'count', 'created', 'customs_package_id'],
  ...['dryRun', 'errorCode', 'exportId', 'field', 'finished_at', 'id', 'n', 'outcome', 'path', 'planHash'],
  ...['readinessState', 'requestId', 'requiresApproval', 'retryable', 'ruleId', 'seq', 'severity', 'started_at'],
  ...['state', 'status', 'type', 'validThrough', 'version', 'warehouseId'],
])

/** Members that hold others. */
const sharedContainers: ReadonlySet<string> = new Set([
  ...['approvals', 'attempts', 'broker_submission', 'customs_package', 'data', 'details', 'events', 'excluded'],
  ...['issues', 'items', 'missing_data', 'policy', 'rulePack', 'validationMessages'],
])

/** More of an array says nothing more. */
const mostItems = 100

export type SharedValue = string | number | boolean | null | SharedValue[] | { [name: string]: SharedValue }

/**
 * What may be shared of a body: members by the lists above, and of these only words without blanks. Prose, names, addresses,
 * amounts and whatever a later server adds are not in it.
 */
export function sharedBody(value: unknown): SharedValue | undefined {
  if (Array.isArray(value)) {
    const items = value.slice(0, mostItems).map(sharedBody)
    return items.map((item) => (item === undefined ? {} : item))
  }
  if (typeof value !== 'object' || value === null) return sharedScalar(value)
  const kept: { [name: string]: SharedValue } = {}
  for (const [name, member] of Object.entries(value)) {
    const isContainer = typeof member === 'object' && member !== null
    if (!(isContainer ? sharedContainers : sharedMembers).has(name)) continue
    const shared = sharedBody(member)
    if (shared !== undefined) kept[name] = shared
  }
  return kept
}

function sharedScalar(value: unknown): SharedValue | undefined {
  if (value === null || typeof value === 'boolean' || typeof value === 'number') return value
  return typeof value === 'string' && /^[\w.:+=/-]{1,200}$/.test(value) ? value : undefined
}

/** Name and value of the allowed headers, in the order of the list. */
export function sharedHeadersOf(headers: Headers): { readonly name: string; readonly value: string }[] {
  return sharedHeaders.flatMap((name) => {
    const value = headers.get(name)
    return value === null ? [] : [{ name, value: value.replace(/[^\x20-\x7e]/g, ' ') }]
  })
}

/** The query; the value of a parameter that may name a customer's record is left out. */
export function sharedQueryOf(url: URL): { readonly name: string; readonly value: string }[] {
  return [...url.searchParams]
    .filter(([name]) => /^[A-Za-z_]{1,40}$/.test(name))
    .map(([name, value]) => ({ name, value: sharedParameters.has(name) ? value : '(left out)' }))
}
