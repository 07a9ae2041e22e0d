import type { OrderInput, OrdersSyncResponse, ProductInput, ProductsSyncResponse } from '@entrygo/sdk/contract'
import { type Api, post } from './api.ts'

/** A book printed in Canada: HTSUS 4901.99.00.93, counted in "No.", with every fact the rules ask for. */
export const book: ProductInput = {
  externalId: 'LANE-BOOK',
  description: 'Printed paperback travel guide, 240 pages, English',
  htsCode: '4901.99.00.93',
  countryOfOrigin: 'CA',
  uom: 'C62',
  unitNetWeightG: '400',
  articleWeightG: '400',
  materials: [{ name: 'paper', pct: '100' }],
  manufacturer: {
    name: 'Harbour Print Works Ltd.',
    street: '12 Dockside Road',
    city: 'Halifax',
    region: 'NS',
    postalCode: 'B3J 1A1',
    country: 'CA',
  },
  preference: { program: 'USMCA' },
  provenance: { countryOfOrigin: { source: 'owner' }, htsCode: { source: 'broker' } },
}

/** What the rules ask for of a truck that takes them. */
export const bookShipment = { proBill: 'LANE000012345', estimatedEntryDate: '2026-11-24' } as const

/** An order with every fact the rules ask for. */
export function bookOrder(externalId: string, productId: string, quantity = 10): OrderInput {
  const netKg = ((quantity * 4) / 10).toFixed(1)
  const weightKg = ((quantity * 4 + 10) / 10).toFixed(1)
  return {
    externalId,
    destinationCountry: 'US',
    destinationRegion: 'NY',
    destinationPostalCode: '14202',
    seller: {
      name: 'Maple Lane Outfitters Inc.',
      street: '88 Wellington Street West',
      city: 'Toronto',
      region: 'ON',
      postalCode: 'M5J 2N8',
      country: 'CA',
    },
    buyer: {
      name: 'Lakeside Mercantile LLC',
      street: '1200 Harbor Avenue',
      city: 'Buffalo',
      region: 'NY',
      postalCode: '14202',
      country: 'US',
    },
    saleDate: '2026-11-19',
    incoterm: 'DAP',
    relatedParty: false,
    assists: [],
    charges: [],
    invoice: { responsibleIndividual: 'Export desk', language: 'en' },
    items: [
      {
        lineId: '1',
        productId,
        quantity,
        unitValueUsd: 12.5,
        uom: 'C62',
        customsQty1: String(quantity),
        netWeightKg: netKg,
        grossWeightKg: weightKg,
      },
    ],
    packages: [
      {
        id: 'CTN-1',
        type: 'carton',
        marks: externalId,
        grossKg: weightKg,
        netKg,
        contents: [{ lineId: '1', quantity }],
      },
    ],
  }
}

export async function syncBook(api: Api, accountId: string): Promise<string> {
  const answer = await post<ProductsSyncResponse>(
    api,
    { path: '/api/products/sync', body: { accountId, items: [book] } },
    [200],
  )
  return only(answer.data).id
}

export async function syncOrder(api: Api, accountId: string, order: OrderInput): Promise<string> {
  const answer = await post<OrdersSyncResponse>(
    api,
    { path: '/api/orders/sync', body: { accountId, items: [order] } },
    [200],
  )
  return only(answer.data).id
}

function only<T>(items: readonly T[]): T {
  const [item] = items
  if (item === undefined) throw new Error('the answer is empty')
  return item
}
