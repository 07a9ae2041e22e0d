import type {
  AccountProfileInput,
  BrokerInput,
  OrderInput,
  OrderLineInput,
  Party,
  ProductInput,
  Shipment,
  UsmcaCertificate,
  WarehouseInput,
} from '@entrygo/sdk/contract'

/**
 * A complete set-up: everything the shipped rules ask for is there, so a plan over it is READY. Tests take away or
 * change the one fact they are about.
 */
export const testAccountId = 'acc_01k9m4w0000000000000000000'

/** The day on which tests plan; inside the window of the shipped rule pack. */
export const testAsOf = '2026-11-21'

/** Noon of {@link testAsOf} in US Eastern time, milliseconds UTC. */
export const testNow: number = Date.parse('2026-11-21T17:00:00.000Z')

/** What is only known when a truck is booked; the entry stays inside the window of the pack. */
export const completeShipment: Shipment = { proBill: 'EXMP000123', estimatedEntryDate: '2026-11-24' }

export function aParty(more: Partial<Party> = {}): Party {
  return {
    name: 'Example Paper Works Ltd.',
    street: '100 Example Street',
    city: 'Toronto',
    region: 'ON',
    postalCode: 'M5V 2T6',
    country: 'CA',
    ...more,
  }
}

export function aUsParty(more: Partial<Party> = {}): Party {
  return aParty({
    name: 'Example Stationery Inc.',
    street: '200 Sample Avenue',
    city: 'Buffalo',
    region: 'NY',
    postalCode: '14203',
    country: 'US',
    ...more,
  })
}

/**
 * An exercise book of heading 4820, claimed under USMCA: one unit, no agency, and of the trade actions only that from
 * which the claim relieves it.
 */
export function aProduct(more: Partial<ProductInput> = {}): ProductInput {
  return {
    externalId: 'notebook-a5',
    description: 'Bound paper exercise book, A5, ruled, 120 leaves',
    brand: 'Example',
    model: 'NB-A5-120',
    uom: 'H87',
    htsCode: '4820.20.00.00',
    countryOfOrigin: 'CA',
    manufacturer: aParty(),
    unitNetWeightG: '310',
    preference: { program: 'USMCA', certificate: aCertificate() },
    provenance: { countryOfOrigin: { source: 'owner' }, htsCode: { source: 'broker' } },
    ...more,
  }
}

/** All nine data elements of a USMCA certification, by the producer. */
export function aCertificate(more: Partial<UsmcaCertificate> = {}): UsmcaCertificate {
  return {
    certifiedBy: 'producer',
    certifier: aParty(),
    exporter: aParty({ name: 'Example Export Desk Ltd.' }),
    importer: aUsParty({ name: 'Example Importer Inc.' }),
    descriptionAndHs6: 'Bound paper exercise book, 4820.20',
    criterion: 'B',
    blanketPeriod: ['2026-01-01', '2026-12-31'],
    signature: { name: 'Export Desk', date: '2026-01-02' },
    ...more,
  }
}

export function aLine(productId: string, more: Partial<OrderLineInput> = {}): OrderLineInput {
  return {
    productId,
    lineId: '1',
    quantity: 24,
    unitValueUsd: 6.25,
    uom: 'H87',
    netWeightKg: '7.44',
    grossWeightKg: '8.1',
    ...more,
  }
}

export function anOrder(productId: string, more: Partial<OrderInput> = {}): OrderInput {
  return {
    externalId: 'order-1001',
    destinationCountry: 'US',
    destinationRegion: 'NY',
    destinationPostalCode: '14203',
    items: [aLine(productId)],
    seller: aParty({ name: 'Example Export Desk Ltd.' }),
    buyer: aUsParty(),
    consignee: aUsParty(),
    saleDate: '2026-11-18',
    incoterm: 'DAP',
    invoiceCurrency: 'USD',
    relatedParty: false,
    assists: [],
    invoice: { number: 'INV-1001', responsibleIndividual: 'Export Desk', language: 'en' },
    charges: [{ type: 'freight', amountUsd: 18.5, included: true }],
    packages: [
      {
        id: 'PKG-1',
        type: 'carton',
        marks: 'EX/1001',
        grossKg: '8.1',
        netKg: '7.44',
        contents: [{ lineId: '1', quantity: 24 }],
        ispm15: false,
      },
    ],
    metadata: { channel: 'web' },
    ...more,
  }
}

export function aWarehouse(more: Partial<WarehouseInput> = {}): WarehouseInput {
  return {
    externalId: 'warehouse-toronto',
    address: { ...aParty({ name: 'Example Fulfilment Toronto' }), country: 'CA' },
    portOfEntry: '0901',
    modeOfTransport: 'rail',
    carrierScac: 'EXMP',
    notification: { channel: 'none' },
    ...more,
  }
}

export function aBroker(more: Partial<BrokerInput> = {}): BrokerInput {
  return {
    externalId: 'broker-buffalo',
    name: 'Example Customs Brokerage',
    address: aUsParty({ name: 'Example Customs Brokerage' }),
    filerCode: 'X9Z',
    poaOnFile: true,
    submission: { type: 'email', email: 'entries@broker.example' },
    ...more,
  }
}

export function aProfile(more: Partial<AccountProfileInput> = {}): AccountProfileInput {
  return {
    accountId: testAccountId,
    seller: aParty({ name: 'Example Export Desk Ltd.' }),
    importer: { ...aUsParty({ name: 'Example Importer Inc.' }), iorNumber: '12-3456789XX', isUsIor: true },
    bond: { type: 'continuous', number: '999000111' },
    invoice: { responsibleIndividual: 'Export Desk', language: 'en' },
    orderDefaults: { incoterm: 'DAP', relatedParty: false, assists: [] },
    gate: { mode: 'server', flags: [], approvalTtlHours: 168 },
    ...more,
  }
}
