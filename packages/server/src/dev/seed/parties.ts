import type { BrokerInput, WarehouseInput } from '@entrygo/sdk/contract'
import type { StandIn, StandIns } from '../stand-ins.ts'
import { webhookPaths } from '../webhook-receiver.ts'

/** Warehouses and brokers of a new development account, one for each way that a message travels. All are made up. */
export interface SeedParties {
  readonly warehouses: Readonly<Record<SeededWarehouse, WarehouseInput>>
  readonly brokers: Readonly<Record<SeededBroker, BrokerInput>>
}

export const seededWarehouses = ['email', 'webhook'] as const
export type SeededWarehouse = (typeof seededWarehouses)[number]

export const seededBrokers = ['email', 'borderbuddy', 'byob_webhook'] as const
export type SeededBroker = (typeof seededBrokers)[number]

/** Where the warehouse gets its mail: into the mail catcher, as the brokers' mail. */
export const warehouseEmail = 'dispatch@warehouse.example'

/** The parties, reached at the stand-ins. */
export function seedParties({ borderbuddy, webhook }: StandIns): SeedParties {
  return {
    warehouses: {
      email: {
        ...fortErie,
        notification: { channel: 'email', email: warehouseEmail, instructions: 'Load by order number.' },
      },
      webhook: {
        ...niagara,
        notification: {
          channel: 'webhook',
          url: urlOf(webhook, webhookPaths.warehouse),
          secret: webhook.secret,
          instructions: 'Load by pallet.',
        },
      },
    },
    brokers: {
      email: { ...peaceBridge, submission: { type: 'email', email: 'entries@broker.example' } },
      borderbuddy: {
        ...standIn,
        submission: { type: 'borderbuddy', url: urlOf(borderbuddy, ''), secret: borderbuddy.secret, settleSeconds: 1 },
      },
      byob_webhook: {
        ...ownBroker,
        submission: { type: 'byob_webhook', url: urlOf(webhook, webhookPaths.broker), secret: webhook.secret },
      },
    },
  }
}

/** A URL at a receiver on this machine. */
export function urlOf({ port }: Pick<StandIn, 'port'>, path: string): string {
  return `http://127.0.0.1:${port}${path}`
}

const fortErie = {
  externalId: 'WH-FORT-ERIE',
  address: {
    name: 'Border Street Fulfilment Example Inc.',
    street: '45 Warehouse Road',
    city: 'Fort Erie',
    region: 'ON',
    postalCode: 'L2A 5Y2',
    country: 'CA',
    contact: 'Dispatch desk',
  },
  portOfEntry: '0901',
  modeOfTransport: 'truck',
  carrierScac: 'EXMP',
} as const

const niagara = {
  externalId: 'WH-NIAGARA',
  address: {
    name: 'Escarpment Warehousing Example Ltd.',
    street: '9 Sample Parkway',
    city: 'Niagara Falls',
    region: 'ON',
    postalCode: 'L2E 6S5',
    country: 'CA',
    contact: 'Dispatch desk',
  },
  portOfEntry: '0901',
  modeOfTransport: 'truck',
  carrierScac: 'EXMP',
} as const

const buffalo = { street: '1 Plaza Drive', city: 'Buffalo', region: 'NY', postalCode: '14213', country: 'US' } as const

const peaceBridge = {
  externalId: 'BR-DEV',
  name: 'Peace Bridge Customs Brokers Example LLC',
  address: { name: 'Peace Bridge Customs Brokers Example LLC', ...buffalo },
  filerCode: 'X9Z',
  poaOnFile: true,
} as const

/** The stand-in speaks this project's own wire contract; nobody at BorderBuddy has anything to do with it. */
const standIn = {
  externalId: 'BR-BORDERBUDDY',
  name: 'Stand-in for BorderBuddy (not affiliated)',
  address: { name: 'Stand-in for BorderBuddy (not affiliated)', ...buffalo },
  filerCode: 'X8Z',
  poaOnFile: true,
} as const

const ownBroker = {
  externalId: 'BR-OWN',
  name: 'Bring Your Own Customs Brokers Example LLC',
  address: { name: 'Bring Your Own Customs Brokers Example LLC', ...buffalo },
  filerCode: 'X7Z',
  poaOnFile: true,
} as const
