import type { EntryGo } from '@entrygo/sdk'
import { recordsOf } from '@entrygo/sdk'
import type { OrderInput, Party } from '@entrygo/sdk/contract'

/** Orders that are picked, packed and loaded together, as the warehouse system holds them. */
export interface Wave {
  readonly wave: string
  readonly orders: readonly PickedOrder[]
}

export interface PickedOrder {
  readonly number: string
  readonly soldOn: string
  readonly shipTo: Party
  readonly lines: readonly PickedLine[]
}

export interface PickedLine {
  readonly line: string
  /** Of the warehouse, not of the seller. */
  readonly sku: string
  /** Pieces on the pallet, whatever was ordered. */
  readonly picked: number
  readonly priceUsd: number
  readonly lot: string
}

/** What a SKU of the warehouse is for EntryGo. */
export interface MappedSku {
  readonly productId: string
  /** The product's own SKU, as documents name it. */
  readonly product: string
  readonly unitG: number
}

export type SkuMap = ReadonlyMap<string, MappedSku>

/**
 * Reads the warehouse's table (`wms_sku,product,unit_g`) and finds the id of each product. Throws with every line that names a
 * product the account does not have: a wave must not find that out at the dock.
 */
export async function readSkuMap(client: EntryGo, csv: string): Promise<SkuMap> {
  const ids = new Map<string, string>()
  for await (const { externalId, id } of recordsOf(client.products.list, { limit: 100 })) ids.set(externalId, id)
  const rows = csv.trim().split('\n').slice(1)
  const unknown = rows.filter((row) => !ids.has(row.split(',')[1] ?? ''))
  if (unknown.length > 0) throw new Error(`No product for: ${unknown.join('; ')}. Sync the products first.`)
  return new Map(
    rows.map((row): [string, MappedSku] => {
      const [sku = '', product = '', unitG = ''] = row.split(',')
      return [sku, { productId: ids.get(product) ?? '', product, unitG: Number(unitG) }]
    }),
  )
}

/** The orders of a wave in the words of the contract. Throws with every SKU that the table does not have. */
export function ordersOf({ wave, orders }: Wave, skus: SkuMap): OrderInput[] {
  const known = (sku: string): MappedSku => skus.get(sku) ?? { productId: '', product: '', unitG: 0 }
  const unmapped = orders.flatMap(({ lines }) => lines.map(({ sku }) => sku)).filter((sku) => !skus.has(sku))
  if (unmapped.length > 0) throw new Error(`Not in the table of SKUs: ${[...new Set(unmapped)].join(', ')}.`)
  return orders.map(({ number, soldOn, shipTo, lines }) => ({
    externalId: number,
    destinationCountry: 'US',
    ...(shipTo.region === undefined ? {} : { destinationRegion: shipTo.region }),
    buyer: shipTo,
    saleDate: soldOn,
    charges: [],
    metadata: { wave },
    items: lines.map(({ line, sku, picked, priceUsd, lot }) => ({
      lineId: line,
      productId: known(sku).productId,
      quantity: picked,
      unitValueUsd: priceUsd,
      netWeightKg: kgOf(picked * known(sku).unitG),
      lotOrSerial: lot,
    })),
    // One carton for each line, 600 g of it packaging.
    packages: lines.map(({ line, sku, picked }) => ({
      id: `CTN-${line}`,
      type: 'carton',
      marks: `${number} ${line}/${lines.length}`,
      netKg: kgOf(picked * known(sku).unitG),
      grossKg: kgOf(picked * known(sku).unitG + 600),
      contents: [{ lineId: line, quantity: picked }],
    })),
  }))
}

function kgOf(grams: number): string {
  return `${Math.floor(grams / 1000)}.${String(grams % 1000).padStart(3, '0')}`
}
