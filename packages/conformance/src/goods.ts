/** Records of the suite itself. Companies and people are made up; no address is a real one. */

export const profile = {
  seller: {
    name: 'Maple Lane Outfitters Inc.',
    street: '88 Wellington Street West',
    city: 'Toronto',
    country: 'CA',
  },
  importer: {
    name: 'Lakeside Mercantile LLC',
    street: '1200 Harbor Avenue',
    city: 'Buffalo',
    country: 'US',
    iorNumber: '12-3456789XX',
    isUsIor: true,
  },
  bond: { type: 'continuous', number: '990000123' },
  invoice: { responsibleIndividual: 'Export desk' },
  orderDefaults: { incoterm: 'DAP', relatedParty: false, assists: [] },
  gate: { mode: 'server', valueOverUsd: 50_000, flags: [], approvalTtlHours: 24 },
} as const

/** Over this value the gate of the profile above asks for an approval, whatever the rules say. */
export const gatedQuantity = 5000

/** A printed book of Canada with every fact that the rules ask for. */
export const completeFacts = {
  description: 'Printed paperback travel guide, 240 pages, English',
  htsCode: '4901.99.00 93',
  countryOfOrigin: 'CA',
  uom: 'C62',
  unitNetWeightG: '400',
  articleWeightG: '400',
  materials: [{ name: 'paper', pct: '100' }],
  manufacturer: {
    name: 'Harbour Print Works Example Ltd.',
    street: '12 Dockside Road',
    city: 'Halifax',
    region: 'NS',
    postalCode: 'B3J 1A1',
    country: 'CA',
  },
  preference: { program: 'USMCA' },
  provenance: { countryOfOrigin: { source: 'owner' }, htsCode: { source: 'broker' } },
} as const

export const warehouseFacts = {
  address: {
    name: 'Border Street Fulfilment Example Inc.',
    street: '45 Warehouse Road',
    city: 'Fort Erie',
    country: 'CA',
  },
  portOfEntry: '0901',
  modeOfTransport: 'rail',
} as const

/** Mail to `example.com` reaches nobody (RFC 2606). */
export const brokerFacts = {
  name: 'Peace Bridge Customs Brokers Example LLC',
  poaOnFile: true,
  submission: { type: 'email', email: 'entries@example.com' },
} as const

export interface OrderFacts {
  readonly quantity?: number
  readonly unitValueUsd?: number
}

/** An order of such books with every fact that the rules ask for. */
export function completeOrder(externalId: string, productId: string, facts: OrderFacts = {}): Record<string, unknown> {
  const { quantity = 12, unitValueUsd = 12.5 } = facts
  const netKg = decimal(quantity * 4)
  const grossKg = decimal(quantity * 4 + 10)
  return {
    externalId,
    destinationCountry: 'US',
    destinationRegion: 'NY',
    destinationPostalCode: '14202',
    buyer: {
      name: 'Lakeside Mercantile LLC',
      street: '1200 Harbor Avenue',
      city: 'Buffalo',
      region: 'NY',
      country: 'US',
    },
    saleDate: '2026-11-19',
    charges: [],
    packages: [
      { id: 'CTN-1', type: 'carton', marks: externalId, grossKg, netKg, contents: [{ lineId: '1', quantity }] },
    ],
    items: [{ productId, quantity, unitValueUsd, netWeightKg: netKg, grossWeightKg: grossKg }],
  }
}

/** Tenths of a kilogram as the decimal text of the wire. */
function decimal(tenths: number): string {
  return `${Math.floor(tenths / 10)}.${tenths % 10}`
}
