import { readFile } from 'node:fs/promises'
import type { OrderInput, OrderLineInput, Party, ProductInput, ShippingPackage } from '@entrygo/sdk/contract'
import { parse } from 'csv-parse/sync'

export type Batch = 'ready' | 'review' | 'blocked'

/** What the shop and the warehouse know, read from `data/`. */
export interface Shop {
  readonly products: readonly ProductInput[]
  /** Orders of one batch, once EntryGo's product ids are known. */
  ordersOf(batch: Batch, productIds: ReadonlyMap<string, string>): OrderInput[]
}

interface Row {
  readonly batch: string
  readonly order: string
  readonly buyer: string
  readonly sku: string
  readonly quantity: string
  readonly unit_value_usd: string
}

const seller: Party = {
  name: 'Maple Lane Outfitters Inc.',
  street: '88 Wellington Street West',
  city: 'Toronto',
  region: 'ON',
  postalCode: 'M5J 2N8',
  country: 'CA',
}

export async function readShop(folder: URL): Promise<Shop> {
  const text = (name: string): Promise<string> => readFile(new URL(name, folder), 'utf8')
  const products: ProductInput[] = JSON.parse(await text('products.json'))
  const buyers: Record<string, Party> = JSON.parse(await text('buyers.json'))
  const rows: Row[] = parse(await text('orders.csv'), { columns: true })
  const ordersOf: Shop['ordersOf'] = (batch, productIds) => {
    const orders = Map.groupBy(
      rows.filter((row) => row.batch === batch),
      (row) => row.order,
    )
    return [...orders].map(([externalId, lines]) => {
      const buyer = buyers[lines[0]?.buyer ?? '']
      if (buyer === undefined) throw new Error(`data/buyers.json does not know the buyer of ${externalId}`)
      return orderOf({ externalId, buyer, lines: lines.map((row) => lineOf(row, products, productIds)) })
    })
  }
  return { products, ordersOf }
}

/** Weights are those of the catalogue; each order is one carton that weighs 600 g itself. */
function orderOf(order: { externalId: string; buyer: Party; lines: readonly WeighedLine[] }): OrderInput {
  const { externalId, buyer, lines } = order
  const netG = lines.reduce((sum, { netG: grams }) => sum + grams, 0)
  const carton: ShippingPackage = {
    id: `${externalId}-1`,
    type: 'carton',
    marks: `${externalId} 1/1`,
    netKg: kilograms(netG),
    grossKg: kilograms(netG + 600),
    contents: lines.map(({ line }, at) => ({ lineId: String(at + 1), quantity: line.quantity })),
  }
  return {
    externalId,
    destinationCountry: 'US',
    ...(buyer.region === undefined ? {} : { destinationRegion: buyer.region }),
    ...(buyer.postalCode === undefined ? {} : { destinationPostalCode: buyer.postalCode }),
    seller,
    buyer,
    consignee: buyer,
    saleDate: '2026-11-19',
    incoterm: 'DAP',
    relatedParty: false,
    assists: [],
    charges: [{ type: 'freight', amountUsd: 18, included: true }],
    invoice: { number: `INV-${externalId}`, responsibleIndividual: 'Export desk', language: 'en' },
    items: lines.map(({ line }, at) => ({ lineId: String(at + 1), ...line })),
    packages: [carton],
    metadata: { channel: externalId.split('-')[0] },
  }
}

interface WeighedLine {
  readonly line: OrderLineInput
  readonly netG: number
}

function lineOf(row: Row, products: readonly ProductInput[], productIds: ReadonlyMap<string, string>): WeighedLine {
  const product = products.find(({ externalId }) => externalId === row.sku)
  const productId = productIds.get(row.sku)
  if (product === undefined || productId === undefined) throw new Error(`data/products.json does not know ${row.sku}`)
  const quantity = Number(row.quantity)
  const netG = quantity * Number(product.unitNetWeightG)
  return {
    netG,
    line: {
      productId,
      quantity,
      unitValueUsd: Number(row.unit_value_usd),
      uom: 'C62',
      netWeightKg: kilograms(netG),
      grossWeightKg: kilograms(netG + Math.round(netG / 20)),
    },
  }
}

function kilograms(grams: number): string {
  return (grams / 1000).toFixed(3)
}
