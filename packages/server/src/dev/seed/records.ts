import type { AccountProfileInput, BrokerInput, ProductInput, WarehouseInput } from '@entrygo/sdk/contract'
import { productSeed } from './products.ts'

/** What a new development account starts with. All companies are made up; the tariff numbers are real. */
export interface Seed {
  readonly profile: Omit<AccountProfileInput, 'accountId'>
  readonly warehouse: WarehouseInput
  readonly broker: BrokerInput
  readonly products: readonly ProductInput[]
}

export const seed: Seed = {
  profile: {
    seller: {
      name: 'Maple Lane Outfitters Inc.',
      street: '88 Wellington Street West',
      city: 'Toronto',
      region: 'ON',
      postalCode: 'M5J 2N8',
      country: 'CA',
      contact: 'Export desk',
      email: 'export@maple-lane.example',
    },
    importer: {
      name: 'Lakeside Mercantile LLC',
      street: '1200 Harbor Avenue',
      city: 'Buffalo',
      region: 'NY',
      postalCode: '14202',
      country: 'US',
      contact: 'Import desk',
      email: 'import@lakeside-mercantile.example',
      iorNumber: '12-3456789XX',
      isUsIor: true,
    },
    bond: { type: 'continuous', number: '990000123' },
    invoice: { responsibleIndividual: 'Export desk', language: 'en' },
    orderDefaults: { incoterm: 'DAP', relatedParty: false, assists: [] },
  },
  warehouse: {
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
    notification: { channel: 'none', instructions: 'Load by order number.' },
  },
  broker: {
    externalId: 'BR-DEV',
    name: 'Peace Bridge Customs Brokers Example LLC',
    address: {
      name: 'Peace Bridge Customs Brokers Example LLC',
      street: '1 Plaza Drive',
      city: 'Buffalo',
      region: 'NY',
      postalCode: '14213',
      country: 'US',
    },
    filerCode: 'X9Z',
    poaOnFile: true,
    submission: { type: 'email', email: 'entries@broker.example' },
  },
  products: productSeed,
}
