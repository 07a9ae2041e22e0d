import type { EntryGo, GatePolicy } from '@entrygo/sdk'
import { Refusal } from './answers/refusal.ts'
import { createPendingKeys, type PendingKeys } from './pending-keys.ts'

/** What the operator decides when the server starts. Nothing that an agent sends changes any of it. */
export interface McpSettings {
  readonly client: EntryGo
  /** The account that every call is made for; the key's own when absent. */
  readonly accountId?: string
  /** Used where a plan names none. */
  readonly warehouseId?: string
  readonly brokerId?: string
  /** What may go without an approval; without it READY plans that leave no order behind. */
  readonly policy?: GatePolicy
  /** Offers the tools that say where goods leave from and where messages go; false by default. */
  readonly offersSetUp?: boolean
  /** Lets an agent send an unknown submission again; false by default. */
  readonly offersDuplicateRisk?: boolean
  /** A page of the server's documentation as Markdown, by its path below `/docs`; null when there is none. */
  readonly readPage?: (path: string) => Promise<string | null>
  /** Told what failed inside this server; stdout is never used. */
  readonly onError?: (error: Error) => void
}

/** What the tools work with, for as long as the server runs. */
export interface World extends McpSettings {
  readonly policy: GatePolicy
  readonly keys: PendingKeys
  /** The account of the settings, or the one of the key, asked for once. */
  account(): Promise<string>
}

export function createWorld(settings: McpSettings): World {
  const { client, accountId, policy = {} } = settings
  let known = accountId
  return {
    ...settings,
    policy,
    keys: createPendingKeys(),
    account: async () => {
      known ??= (await client.account.getProfile()).accountId
      if (known === undefined) throw new Refusal('CONFIG_ERROR', 'The operator has to configure accountId.')
      return known
    },
  }
}
