import { completeInputs, inputsWithLine, inputsWithOrder, inputsWithoutOrderFacts } from '../complete-inputs.ts'
import { type ActingCase, lineAt, orderAt, type QuietCase } from './rule-case.ts'

export const invoiceActing: readonly ActingCase[] = [
  [
    'INV-04',
    'discounts outside the prices over goods and freight',
    inputsWithOrder({
      charges: [
        { type: 'discount', amountUsd: 136.01, included: false },
        { type: 'freight', amountUsd: 10, included: false },
        { type: 'packing', amountUsd: 500, included: true },
      ],
    }),
    [`BLOCK INVALID_DATA ${orderAt}/charges`],
  ],
  [
    'INV-05',
    'an unknown currency',
    inputsWithOrder({ invoiceCurrency: 'DEM' }),
    [`BLOCK INVALID_DATA ${orderAt}/invoiceCurrency`],
  ],
  [
    'INV-05',
    'a price in another currency',
    inputsWithLine({ unitPrice: { amount: '14', currency: 'CAD' } }),
    [`BLOCK INVALID_DATA ${lineAt}/unitPrice/currency`],
  ],
  [
    'INV-06',
    'no buyer',
    inputsWithoutOrderFacts('buyer'),
    ['city', 'country', 'name', 'street'].map((field) => `BLOCK MISSING_DATA ${orderAt}/buyer/${field}`),
  ],
  [
    'INV-06',
    'no seller anywhere',
    inputsWithoutOrderFacts('seller'),
    ['city', 'country', 'name', 'street'].map((field) => `BLOCK MISSING_DATA /profile/seller/${field}`),
  ],
  [
    'INV-06',
    'an unknown country',
    inputsWithOrder({ seller: { name: 'A', street: 'B', city: 'C', country: 'XX' } }),
    [`BLOCK INVALID_DATA ${orderAt}/seller/country`],
  ],
  ['INV-09', 'no port', { ...completeInputs, warehouse: {} }, ['REVIEW MISSING_DATA /shipment/portOfEntry']],
  [
    'INV-09',
    'a port of Maine',
    { ...completeInputs, shipment: { portOfEntry: '0101' } },
    ['REVIEW CHECK /shipment/portOfEntry'],
  ],
  [
    'INV-09',
    'a port in Canada',
    { ...completeInputs, warehouse: { portOfEntry: '0000' } },
    ['REVIEW CHECK /warehouse/portOfEntry'],
  ],
  [
    'INV-10',
    'neither Incoterm nor charges',
    inputsWithoutOrderFacts('incoterm', 'charges'),
    [`REVIEW MISSING_DATA ${orderAt}/charges`, 'REVIEW MISSING_DATA /profile/orderDefaults/incoterm'],
  ],
  [
    'INV-11',
    'neither relation nor assists',
    inputsWithoutOrderFacts('relatedParty', 'assists'),
    ['REVIEW MISSING_DATA /profile/orderDefaults/assists', 'REVIEW MISSING_DATA /profile/orderDefaults/relatedParty'],
  ],
  ['INV-12', 'no packages', inputsWithOrder({ packages: [] }), [`REVIEW MISSING_DATA ${orderAt}/packages`]],
  [
    'INV-12',
    'a bare package',
    inputsWithOrder({ packages: [{ id: '1' }] }),
    ['contents', 'grossKg', 'marks', 'netKg'].map((field) => `REVIEW MISSING_DATA ${orderAt}/packages/0/${field}`),
  ],
  [
    'INV-12',
    'a package that weighs 0',
    inputsWithOrder({
      packages: [{ id: '1', marks: 'A', grossKg: '0.0', netKg: '0', contents: [{ lineId: '1', quantity: 12 }] }],
    }),
    ['grossKg', 'netKg'].map((field) => `REVIEW MISSING_DATA ${orderAt}/packages/0/${field}`),
  ],
  [
    'INV-12',
    'lines that weigh 0 instead of the packages',
    inputsWithOrder({
      items: [{ productId: 'prod_1', quantity: 12, unitValueUsd: 10, netWeightKg: '0', grossWeightKg: '0.0000' }],
      packages: [{ id: '1', marks: 'A', contents: [{ lineId: '1', quantity: 12 }] }],
    }),
    ['grossKg', 'netKg'].map((field) => `REVIEW MISSING_DATA ${orderAt}/packages/0/${field}`),
  ],
  [
    'INV-12',
    'net over gross',
    inputsWithOrder({
      packages: [{ id: '1', marks: 'A', grossKg: '2', netKg: '2.0001', contents: [{ lineId: '1', quantity: 12 }] }],
    }),
    [`REVIEW INVALID_DATA ${orderAt}/packages/0/netKg`],
  ],
  [
    'INV-12',
    'more packed than ordered',
    inputsWithOrder({
      packages: ['1', '2'].map((id) => ({
        ...{ id, marks: 'A', grossKg: '2', netKg: '2' },
        contents: [{ lineId: '1', quantity: 12 }],
      })),
    }),
    [`REVIEW INVALID_DATA ${orderAt}/packages`],
  ],
  [
    'INV-12',
    'contents of another line',
    inputsWithOrder({
      packages: [{ id: '1', marks: 'A', grossKg: '2', netKg: '2', contents: [{ lineId: '9', quantity: 12 }] }],
    }),
    [`REVIEW INVALID_DATA ${orderAt}/packages`, `REVIEW INVALID_DATA ${orderAt}/packages/0/contents/0/lineId`],
  ],
  [
    'INV-13',
    'nobody responsible',
    inputsWithoutOrderFacts('invoice'),
    ['REVIEW MISSING_DATA /profile/invoice/responsibleIndividual'],
  ],
  [
    'INV-13',
    'a French invoice',
    inputsWithOrder({ invoice: { responsibleIndividual: 'Export Desk', language: 'fr' } }),
    [`REVIEW CHECK ${orderAt}/invoice/language`],
  ],
]

export const invoiceQuiet: readonly QuietCase[] = [
  [
    'INV-04',
    'a discount of all that the goods and the freight cost',
    inputsWithOrder({
      charges: [
        { type: 'discount', amountUsd: 136, included: false },
        { type: 'freight', amountUsd: 10, included: false },
      ],
    }),
  ],
  [
    'INV-04',
    'a large discount that the prices have already',
    inputsWithOrder({ charges: [{ type: 'discount', amountUsd: 500, included: true }] }),
  ],
  [
    'INV-05',
    'an invoice in Turkish lira',
    inputsWithOrder({
      invoiceCurrency: 'TRY',
      items: [{ productId: 'prod_1', quantity: 12, unitValueUsd: 10, unitPrice: { amount: '430', currency: 'TRY' } }],
    }),
  ],
  [
    'INV-06',
    'a consignee instead of the buyer',
    {
      ...inputsWithoutOrderFacts('buyer'),
      orders: {
        ord_1: {
          ...inputsWithoutOrderFacts('buyer').orders['ord_1'],
          items: [],
          consignee: { name: 'A', street: 'B', city: 'C', country: 'US' },
        },
      },
    },
  ],
  [
    'INV-06',
    'a seller of the profile',
    { ...inputsWithoutOrderFacts('seller'), profile: { seller: { name: 'A', street: 'B', city: 'C', country: 'CA' } } },
  ],
  ['INV-09', 'a port of the shipment', { ...completeInputs, warehouse: {}, shipment: { portOfEntry: '0901' } }],
  [
    'INV-10',
    'an Incoterm of the profile',
    { ...inputsWithoutOrderFacts('incoterm'), profile: { orderDefaults: { incoterm: 'DAP' } } },
  ],
  [
    'INV-11',
    'defaults of the profile',
    {
      ...inputsWithoutOrderFacts('relatedParty', 'assists'),
      profile: { orderDefaults: { relatedParty: true, assists: [] } },
    },
  ],
  [
    'INV-12',
    'weights on all the lines',
    inputsWithOrder({
      items: [{ productId: 'prod_1', quantity: 12, unitValueUsd: 10, netWeightKg: '2', grossWeightKg: '3' }],
      packages: [{ id: '1', marks: 'A', contents: [{ lineId: '1', quantity: 12 }] }],
    }),
  ],
  [
    'INV-13',
    'British English',
    inputsWithOrder({ invoice: { responsibleIndividual: 'Export Desk', language: 'en-GB' } }),
  ],
]
