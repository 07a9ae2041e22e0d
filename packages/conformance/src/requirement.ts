import { type OperationId, operations } from '@entrygo/sdk/contract'

/** What has to be there, beside a server and a key, before a requirement can be tried. */
export const needs = ['execute', 'other-account', 'read-key', 'webhook-url'] as const

export type Need = (typeof needs)[number]

/** One sentence of the protocol that an implementation keeps or breaks. */
export interface Requirement {
  /** `SYNC-01`; never given to another sentence. */
  readonly id: string
  /** An implementation conforms when every MUST holds. */
  readonly level: 'MUST' | 'SHOULD'
  readonly statement: string
  /** JSON pointer into the contract, openapi.yaml. */
  readonly contract: string
  /** Page of the documentation, relative to `docs/`, with its section. */
  readonly docs: string
  readonly needs?: readonly Need[]
}

/** The pointer to an operation of the contract. */
export function operation(id: OperationId): string {
  const { path, method } = operations[id]
  return `/paths/${path.replaceAll('~', '~0').replaceAll('/', '~1')}/${method.toLowerCase()}`
}

/** The pointer to a schema of the contract. */
export function schema(name: string): string {
  return `/components/schemas/${name}`
}

/** The part of an id that names its group. */
export function groupOf(id: string): string {
  return id.slice(0, id.indexOf('-'))
}

/** What the groups are about, in the order in which they are tried. */
export const groups: Readonly<Record<string, string>> = {
  AUTH: 'Keys, scopes and accounts',
  SYNC: 'Sync',
  PAGE: 'Lists and records read back',
  IDEM: 'Idempotency',
  PLAN: 'Plan',
  GATE: 'Approvals',
  EXEC: 'Execute',
  ART: 'Artifacts',
  INSP: 'Inspect and events',
  HOOK: 'Webhooks',
  TEN: 'Accounts apart',
  ERR: 'Refusals',
  LIM: 'Limits',
  HEAD: 'Headers',
  CON: 'The contract as a whole',
}
