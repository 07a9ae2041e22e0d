import type { AccountProfileInput, ProductInput } from '@entrygo/sdk/contract'
import { productSeed } from './products.ts'

/** What a new development account starts with. All companies are made up; the tariff numbers are real. */
export interface Seed {
  readonly profile: Omit<AccountProfileInput, 'accountId'>
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
  products: productSeed,
}
