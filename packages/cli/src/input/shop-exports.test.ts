import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { type ColumnMap, columnMapOf } from './column-map.ts'
import { type InputItem, isInputRecord } from './record.ts'
import { readItems } from './records.ts'
import { shippedMapsFolder } from './shipped-maps.ts'
import { parseYamlText } from './yaml.ts'

const mapNamed = async (name: string): Promise<ColumnMap> =>
  columnMapOf(parseYamlText(await readFile(`${shippedMapsFolder}/${name}.yaml`, 'utf8'), name), name)

async function itemsOf(text: string, map: ColumnMap): Promise<InputItem[]> {
  const items: InputItem[] = []
  const shape = map.records === 'orders' ? 'orders' : 'flat'
  async function* chunks(): AsyncGenerator<string> {
    yield text
  }
  const source = { name: 'in.csv', format: 'csv' as const, chunks: chunks() }
  for await (const item of readItems(source, { shape, map })) items.push(item)
  return items
}

const shown = (items: readonly InputItem[]): unknown[] =>
  items.map((item) => {
    if (isInputRecord(item)) return item.value['externalId']
    return 'skipped' in item ? `${item.externalId} skipped: ${item.skipped}` : `rejected: ${item.rejected}`
  })

describe('a Shopify export', () => {
  const example = new URL('../../../../examples/shopify-csv/data/orders_export.csv', import.meta.url)

  it('becomes orders; what does not ship to the United States, or not any more, is left out by name', async () => {
    const items = await itemsOf(await readFile(example, 'utf8'), await mapNamed('shopify-orders'))
    expect(shown(items)).toEqual([
      '#1001',
      '#1002',
      '#1003 skipped: ships outside the United States',
      '#1004 skipped: refunded',
      '#1005',
      '#1006',
      'rejected: in.csv row 10 is refused by the map: "is partially refunded, and the export does not say what is left; set quantities, discount and status by hand".',
      '#1008 skipped: cancelled',
      '#1009 skipped: fulfilled already',
    ])
    const [first, second, , , fifth] = items
    expect(first).toMatchObject({
      at: 'in.csv row 2',
      value: {
        externalId: '#1001',
        destinationCountry: 'US',
        destinationRegion: 'NY',
        destinationPostalCode: '14203',
        saleDate: '2026-11-18',
        consignee: {
          name: 'Example Outfitters LLC',
          contact: 'Receiving Desk',
          street: '14 Harbor Way, Suite 2',
          city: 'Buffalo',
          region: 'NY',
          postalCode: '14203',
          country: 'US',
          email: '1001@buyer.example',
          phone: '+17165550111',
        },
        items: [
          { sku: 'TEE-COTTON', quantity: 12, unitValueUsd: 18.5 },
          { sku: 'PAN-STEEL', quantity: 6, unitValueUsd: 32 },
        ],
        charges: [{ type: 'freight', amountUsd: 24, included: false }],
      },
    })
    expect(second).toMatchObject({ skippedLines: ['needs no shipping'], value: { items: [{ sku: 'PAN-STEEL' }] } })
    expect(fifth).toMatchObject({
      value: {
        consignee: { name: 'Mail Room', street: '5 Canal St, Rear entrance', postalCode: '02903' },
        charges: [{ type: 'discount', amountUsd: 37, included: false }],
      },
    })
  })

  const head =
    'Name,Financial Status,Currency,Discount Amount,Lineitem quantity,Lineitem price,Lineitem sku,Lineitem requires shipping,Shipping Country'

  it.each([
    [
      '#1,paid,USD,5.00,1,10.00,A,true,US\n#1,,,,1,10.00,B,false,',
      'charges "5.00" is about lines that are left out too',
    ],
    [
      '#1,paid,CAD,0.00,1,10.00,A,true,US',
      'column "Lineitem price" is "10.00" in CAD: customs values are in US dollars',
    ],
    ['#1,paid,USD,0.00,1,10.00,A,true,Korea', 'column "Shipping Country" is "Korea": give a country of ISO 3166'],
    ['#1,paid,USD,0.00,x,10.00,A,true,US', 'column "Lineitem quantity" is "x": give a plain number'],
    ['#1,paid,USD,0.00,1,10.00,A,true', 'in.csv row 2 has 8 cells, and the header has 9.'],
  ])('%j is rejected: %s', async (rows, reason) => {
    expect(shown(await itemsOf(`${head}\n${rows}\n`, await mapNamed('shopify-orders'))).join()).toContain(reason)
  })

  it('in another currency is converted by the rate of the caller', async () => {
    const map = { ...(await mapNamed('shopify-orders')), usdPer: { CAD: '0.7312' } }
    const [item] = await itemsOf(`${head}\n#1,paid,CAD,0,1,10.00,A,true,US\n#1,,,,2,0.99,B,true,\n`, map)
    expect(item).toMatchObject({ value: { items: [{ unitValueUsd: 7.312 }, { unitValueUsd: 0.7239 }] } })
  })

  it('to Puerto Rico is one to the United States, however the country is written', async () => {
    const rows = '#1,paid,USD,0,1,10.00,A,true,PR\n#2,paid,USD,0,1,10.00,A,true,Puerto Rico\n'
    const items = await itemsOf(`${head}\n${rows}`, await mapNamed('shopify-orders'))
    expect(items).toMatchObject([
      { value: { destinationCountry: 'US', consignee: { country: 'PR' } } },
      { value: { destinationCountry: 'US', consignee: { country: 'PR' } } },
    ])
  })

  it('that lacks a column is refused by the name of the column', async () => {
    await expect(itemsOf('Name,Email\n#1,a', await mapNamed('shopify-orders'))).rejects.toThrow(
      'in.csv row 1 lacks "Lineitem quantity", "Lineitem price", "Lineitem sku", "Shipping Country", which the map shopify-orders reads; it has "Name", "Email".',
    )
  })
})

it('a WooCommerce export becomes orders', async () => {
  const head =
    'Order Number,Order Status,Order Date,First Name (Billing),Last Name (Billing),First Name (Shipping),Last Name (Shipping),Address 1&2 (Shipping),City (Shipping),State Code (Shipping),Postcode (Shipping),Country Code (Shipping),Country Code (Billing),Order Shipping Amount,Order Refund Amount,SKU,Item #,Item Name,Quantity,Quantity (- Refund),Item Cost'
  const rows = [
    '501,Processing,2026-11-18 10:00,Office,Desk,Store,Manager,9 Bay St,Portland,OR,97209,US,CA,12,0,TEE-1,1,Tee,3,3,18.5',
    '501,Processing,2026-11-18 10:00,Office,Desk,Store,Manager,9 Bay St,Portland,OR,97209,US,CA,12,0,PAN-1,2,Pan,1,1,32',
    '502,Cancelled,2026-11-18 10:00,Office,Desk,Store,Manager,9 Bay St,Portland,OR,97209,US,CA,0,0,TEE-1,1,Tee,3,3,18.5',
    '503,Processing,2026-11-18 10:00,Office,Desk,Store,Manager,9 Bay St,San Juan,,00901,PR,US,0,0,TEE-1,1,Tee,3,3,18.5',
    '504,Processing,2026-11-18 10:00,Office,Desk,Store,Manager,9 Bay St,Toronto,ON,M5K 1A1,CA,CA,0,0,TEE-1,1,Tee,3,3,18.5',
    '506,Trash,2026-11-18 10:00,Office,Desk,Store,Manager,9 Bay St,Portland,OR,97209,US,CA,0,0,TEE-1,1,Tee,3,3,18.5',
    '505,Processing,2026-11-18 10:00,Office,Desk,Store,Manager,9 Bay St,Portland,OR,97209,US,CA,0,18.5,TEE-1,1,Tee,3,2,18.5',
  ]
  const items = await itemsOf([head, ...rows].join('\n'), await mapNamed('woocommerce-orders'))
  expect(shown(items)).toEqual([
    '501',
    '502 skipped: cancelled',
    '503',
    '504 skipped: ships outside the United States',
    '506 skipped: in the trash',
    expect.stringContaining('in.csv row 8 is refused by the map: "is partially refunded'),
  ])
  expect(items[0]).toMatchObject({
    value: {
      consignee: { name: 'Store Manager', street: '9 Bay St' },
      buyer: { name: 'Office Desk' },
      items: [
        { sku: 'TEE-1', quantity: 3, unitValueUsd: 18.5 },
        { sku: 'PAN-1', quantity: 1, unitValueUsd: 32 },
      ],
      charges: [{ type: 'freight', amountUsd: 12, included: false }],
    },
  })
  expect(items[2]).toMatchObject({ value: { destinationCountry: 'US' } })
})

it('a product sheet becomes products', async () => {
  const file = new URL('../../../../examples/shopify-csv/data/products.csv', import.meta.url)
  const items = await itemsOf(await readFile(file, 'utf8'), await mapNamed('product-sheet'))
  expect(items.map((item) => isInputRecord(item) && item.value)).toEqual([
    {
      externalId: 'TEE-COTTON',
      description: 'T-shirt of knitted cotton, unisex',
      htsCode: '6109.10.0012',
      countryOfOrigin: 'CA',
      unitNetWeightG: '180',
      manufacturer: { name: 'Example Knits Inc.' },
      materials: [{ name: 'cotton', pct: '100' }],
      construction: 'knit',
    },
    {
      externalId: 'PAN-STEEL',
      description: 'Frying pan of stainless steel, 24 cm',
      htsCode: '7323.93.0060',
      countryOfOrigin: 'CA',
      unitNetWeightG: '907.1847',
      manufacturer: { name: 'Example Cookware Ltd.' },
    },
  ])
})
