import type { BrokerInput, OrderInput, ProductInput, WarehouseInput } from '@entrygo/sdk/contract'
import type { TestApp } from './test-app.ts'

/** A printed book of Canada with every fact that the rules ask for. */
export const readyProduct: ProductInput = {
  externalId: 'BOOK-1',
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
}

export const readyWarehouse: WarehouseInput = {
  externalId: 'WH-1',
  address: {
    name: 'Border Street Fulfilment Example Inc.',
    street: '45 Warehouse Road',
    city: 'Fort Erie',
    country: 'CA',
  },
  portOfEntry: '0901',
  modeOfTransport: 'rail',
}

export const readyBroker: BrokerInput = {
  externalId: 'BR-1',
  name: 'Peace Bridge Customs Brokers Example LLC',
  poaOnFile: true,
  submission: { type: 'email', email: 'entries@broker.example' },
}

/** An order of twelve such books with every fact that the rules ask for. */
export function readyOrder(productId: string, externalId = 'WEB-1'): OrderInput {
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
      {
        id: 'CTN-1',
        type: 'carton',
        marks: externalId,
        grossKg: '5.8',
        netKg: '4.8',
        contents: [{ lineId: '1', quantity: 12 }],
      },
    ],
    items: [{ productId, quantity: 12, unitValueUsd: 12.5, netWeightKg: '4.8', grossWeightKg: '5.8' }],
  }
}

export interface ReadyIds {
  readonly productId: string
  readonly warehouseId: string
  readonly brokerId: string
  readonly orderId: string
}

/** Syncs all of it, profile included, so that a plan of the order is READY. */
export async function syncReadyRecords(test: TestApp): Promise<ReadyIds> {
  const { accountId } = test
  await test.call('putAccountProfile', {
    body: {
      accountId,
      seller: {
        name: 'Maple Lane Outfitters Inc.',
        street: '88 Wellington Street West',
        city: 'Toronto',
        country: 'CA',
      },
      importer: {
        ...{ name: 'Lakeside Mercantile LLC', street: '1200 Harbor Avenue', city: 'Buffalo', country: 'US' },
        ...{ iorNumber: '12-3456789XX', isUsIor: true },
      },
      bond: { type: 'continuous', number: '990000123' },
      invoice: { responsibleIndividual: 'Export desk' },
      orderDefaults: { incoterm: 'DAP', relatedParty: false, assists: [] },
    },
  })
  const productId = await synced(test, 'syncProducts', readyProduct)
  const warehouseId = await synced(test, 'syncWarehouses', readyWarehouse)
  const brokerId = await synced(test, 'syncBrokers', readyBroker)
  return { productId, warehouseId, brokerId, orderId: await synced(test, 'syncOrders', readyOrder(productId)) }
}

/** Syncs one record and answers its id. */
export async function synced(
  test: TestApp,
  operation: 'syncProducts' | 'syncWarehouses' | 'syncBrokers' | 'syncOrders',
  item: object,
): Promise<string> {
  const answer = await test.call(operation, { body: { accountId: test.accountId, items: [item] } })
  const [record] = Array.isArray(answer.json['data']) ? answer.json['data'] : []
  if (typeof record?.id !== 'string') throw new Error(`${operation} answered ${answer.status}: ${answer.text}`)
  return record.id
}
