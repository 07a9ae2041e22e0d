import type {
  AccountProfileInput,
  BrokerInput,
  OrderInput,
  ProductInput,
  Shipment,
  WarehouseInput,
} from '@entrygo/sdk/contract'

/** What the set-up records that `init` makes are called, so that a second run finds them again. */
export const sampleId = 'ENTRYGO-SAMPLE'

/** A made-up importer and seller, for an account that has no profile yet. */
export const sampleProfile: Omit<AccountProfileInput, 'accountId'> = {
  seller: {
    name: 'Sample Seller Example Inc.',
    street: '1 Example Street',
    city: 'Toronto',
    region: 'ON',
    postalCode: 'M5J 2N8',
    country: 'CA',
    contact: 'Export desk',
    email: 'export@seller.example',
  },
  importer: {
    name: 'Sample Importer Example LLC',
    street: '1 Example Avenue',
    city: 'Buffalo',
    region: 'NY',
    postalCode: '14202',
    country: 'US',
    contact: 'Import desk',
    email: 'import@importer.example',
    iorNumber: '12-3456789XX',
    isUsIor: true,
  },
  bond: { type: 'continuous', number: '990000123' },
  invoice: { responsibleIndividual: 'Export desk', language: 'en' },
  orderDefaults: { incoterm: 'DAP', relatedParty: false, assists: [] },
}

export const sampleWarehouse: WarehouseInput = {
  externalId: sampleId,
  address: {
    name: 'Sample Warehouse Example Inc.',
    street: '1 Example Road',
    city: 'Fort Erie',
    region: 'ON',
    postalCode: 'L2A 5Y2',
    country: 'CA',
    contact: 'Dispatch desk',
  },
  portOfEntry: '0901',
  modeOfTransport: 'truck',
  carrierScac: 'EXMP',
}

/** Its address exists nowhere (RFC 2606): what is executed with it reaches nobody. */
export const sampleBroker: BrokerInput = {
  externalId: sampleId,
  name: 'Sample Customs Broker Example LLC',
  filerCode: 'X9Z',
  poaOnFile: true,
  submission: { type: 'email', email: 'entries@broker.example' },
}

/** A printed book of Canada: few goods need fewer facts. */
export const sampleProduct: ProductInput = {
  externalId: sampleId,
  description: 'Printed paperback travel guide, English, 240 pages',
  uom: 'C62',
  htsCode: '4901.99.00.93',
  countryOfOrigin: 'CA',
  manufacturer: {
    name: 'Sample Print Works Example Ltd.',
    street: '1 Example Quay',
    city: 'Halifax',
    region: 'NS',
    postalCode: 'B3J 1A1',
    country: 'CA',
  },
  unitNetWeightG: '400',
  articleWeightG: '400',
  materials: [{ name: 'paper', pct: '100' }],
  preference: { program: 'USMCA' },
  provenance: { countryOfOrigin: { source: 'owner' }, htsCode: { source: 'broker' } },
}

/** An order of twelve pieces, with every fact that is asked of an order. An executed one cannot go again: each has its `name`. */
export function sampleOrder(
  productId: string,
  { name, day }: { readonly name: string; readonly day: string },
): OrderInput {
  return {
    externalId: `${sampleId}-${name}`,
    destinationCountry: 'US',
    destinationRegion: 'NY',
    buyer: {
      name: 'Sample Buyer Example LLC',
      street: '12 Example Street',
      city: 'Buffalo',
      region: 'NY',
      postalCode: '14202',
      country: 'US',
    },
    saleDate: day,
    charges: [],
    items: [{ productId, quantity: 12, unitValueUsd: 14.5, netWeightKg: '4.8' }],
    packages: [
      {
        ...{ id: '1', type: 'carton', marks: `${sampleId}-${name} 1/1`, netKg: '4.8', grossKg: '5.4' },
        contents: [{ lineId: '1', quantity: 12 }],
      },
    ],
  }
}

/** The truck that takes the order, at the border on that day. */
export function sampleShipment(entryDay: string): Shipment {
  return { proBill: 'EXMP000012345', estimatedEntryDate: entryDay }
}
