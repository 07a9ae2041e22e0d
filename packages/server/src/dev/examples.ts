import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { OrderInput, Shipment } from '@entrygo/sdk/contract'
import type { Store } from '../ports.ts'

/** Files with orders over the seeded products, to sync as they are. */
export interface ExampleFiles {
  /** Every fact is given: planned as of {@link exampleAsOf} they are READY. */
  readonly ready: string
  /** One fact is not given, so that a plan asks for a review. */
  readonly review: string
  /** Of the truck that takes the orders. */
  readonly shipment: string
}

/** Inside the window of the shipped rule pack. */
export const exampleAsOf = '2026-11-21'

/**
 * Writes the example files into the data folder. One that is there stays as the user may have changed it, unless it names
 * products that this account does not have.
 */
export async function writeExamples(
  dataDir: string,
  { accountId, store }: { readonly accountId: string; readonly store: Store },
): Promise<ExampleFiles> {
  const products = await store.loadByExternalId(accountId, 'product', ['BOOK-TRAILS', 'SYRUP-500', 'TEE-M-NAVY'])
  const idOf = (externalId: string): string => products.get(externalId)?.id ?? ''
  const keepOrWrite = async (name: string, orders: readonly OrderInput[]): Promise<string> => {
    const file = join(dataDir, name)
    if (!(await isUsable(file, { accountId, store }))) write(file, orders)
    return file
  }
  return {
    ready: await keepOrWrite('orders.example.json', readyOrders(idOf)),
    review: await keepOrWrite('orders-review.example.json', [reviewOrder(idOf)]),
    shipment: keepShipment(join(dataDir, 'shipment.example.json')),
  }
}

/** The road carrier's facts; mode, carrier and port stand on the seeded warehouse. */
const exampleShipment: Shipment = { proBill: 'EXMP000012345', estimatedEntryDate: '2026-11-24' }

function keepShipment(file: string): string {
  if (!existsSync(file)) write(file, exampleShipment)
  return file
}

function readyOrders(idOf: (externalId: string) => string): OrderInput[] {
  return [
    {
      ...orderOf('EXAMPLE-1001', { name: 'Harbor Gift Shop LLC', street: '12 Example Street', city: 'Buffalo' }),
      charges: [],
      items: [
        { productId: idOf('BOOK-TRAILS'), quantity: 12, unitValueUsd: 14.5, netWeightKg: '4.8' },
        { productId: idOf('SYRUP-500'), quantity: 20, unitValueUsd: 7.9, netWeightKg: '13.2' },
      ],
      packages: [
        carton('CTN-1', { marks: 'EXAMPLE-1001 1/2', netKg: '4.8', grossKg: '5.4', lineId: '1', quantity: 12 }),
        carton('CTN-2', { marks: 'EXAMPLE-1001 2/2', netKg: '13.2', grossKg: '19.6', lineId: '2', quantity: 20 }),
      ],
    },
    {
      ...orderOf('EXAMPLE-1002', { name: 'Genesee Trail Outfitters LLC', street: '7 Sample Road', city: 'Rochester' }),
      charges: [],
      items: [{ productId: idOf('TEE-M-NAVY'), quantity: 24, unitValueUsd: 9.75, netWeightKg: '4.32' }],
      packages: [
        carton('CTN-1', { marks: 'EXAMPLE-1002 1/1', netKg: '4.32', grossKg: '5', lineId: '1', quantity: 24 }),
      ],
    },
  ]
}

/** Without `charges`: whether freight and the like come on top is left open. */
function reviewOrder(idOf: (externalId: string) => string): OrderInput {
  return {
    ...orderOf('EXAMPLE-2001', { name: 'Harbor Gift Shop LLC', street: '12 Example Street', city: 'Buffalo' }),
    items: [{ productId: idOf('TEE-M-NAVY'), quantity: 6, unitValueUsd: 19.9, netWeightKg: '1.08' }],
    packages: [carton('CTN-1', { marks: 'EXAMPLE-2001 1/1', netKg: '1.08', grossKg: '1.5', lineId: '1', quantity: 6 })],
  }
}

function orderOf(
  externalId: string,
  buyer: { readonly name: string; readonly street: string; readonly city: string },
): Omit<OrderInput, 'items'> {
  return {
    externalId,
    destinationCountry: 'US',
    destinationRegion: 'NY',
    buyer: { ...buyer, region: 'NY', country: 'US' },
    saleDate: '2026-11-19',
  }
}

type Carton = NonNullable<OrderInput['packages']>[number]

function carton(
  id: string,
  {
    marks,
    netKg,
    grossKg,
    ...contents
  }: { marks: string; netKg: string; grossKg: string; lineId: string; quantity: number },
): Carton {
  return { id, type: 'carton', marks, netKg, grossKg, contents: [contents] }
}

async function isUsable(
  file: string,
  { accountId, store }: { readonly accountId: string; readonly store: Store },
): Promise<boolean> {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch {
    return false
  }
  const named = [...new Set(text.match(/\bprod_[0-9a-z]{26}\b/g) ?? [])]
  return (await store.knownProducts(accountId, named)).size === named.length
}

function write(file: string, content: readonly OrderInput[] | Shipment): void {
  const partial = `${file}.part`
  writeFileSync(partial, `${JSON.stringify(content, null, 2)}\n`)
  const handle = openSync(partial, 'r')
  fsyncSync(handle)
  closeSync(handle)
  renameSync(partial, file)
}
