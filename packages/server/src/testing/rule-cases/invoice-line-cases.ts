import { inputsWithLine, inputsWithoutProductFacts, inputsWithProduct } from '../complete-inputs.ts'
import { type ActingCase, lineAt, productAt, type QuietCase } from './rule-case.ts'

export const invoiceLineActing: readonly ActingCase[] = [
  [
    'INV-01',
    'no description',
    inputsWithoutProductFacts('description'),
    [`BLOCK MISSING_DATA ${productAt}/description`],
  ],
  [
    'INV-01',
    'two words',
    inputsWithProduct({ description: 'cotton T-shirt' }),
    [`BLOCK INVALID_DATA ${productAt}/description`],
  ],
  [
    'INV-01',
    'generic words',
    inputsWithProduct({ description: 'gift, sample & other goods' }),
    [`BLOCK INVALID_DATA ${productAt}/description`],
  ],
  ['INV-02', 'no unit', inputsWithoutProductFacts('uom'), [`BLOCK MISSING_DATA ${productAt}/uom`]],
  ['INV-02', 'no quantity', inputsWithLine({ quantity: 0 }), [`BLOCK INVALID_DATA ${lineAt}/quantity`]],
  [
    'INV-03',
    'no weight for the kilograms',
    inputsWithoutProductFacts('unitNetWeightG'),
    [`REVIEW MISSING_DATA ${lineAt}/customsQty2`],
  ],
  [
    'INV-03',
    'a unit that is no dozen',
    inputsWithProduct({ uom: 'SET' }),
    [`REVIEW MISSING_DATA ${lineAt}/customsQty1`],
  ],
  [
    'INV-03',
    'an HTS unit that cannot be converted to',
    inputsWithProduct({ htsCode: '2603000010' }),
    [`REVIEW QUESTION ${lineAt}/customsQty1`],
  ],
  [
    'INV-03',
    'a watch line without units',
    inputsWithProduct({ htsCode: '9101114000' }),
    [`REVIEW QUESTION ${lineAt}/customsQty1`],
  ],
  ['INV-04', 'no value', inputsWithLine({ unitValueUsd: 0 }), [`BLOCK MISSING_DATA ${lineAt}/customsValueUsd`]],
  [
    'INV-04',
    'a value that rounds to nothing',
    inputsWithLine({ quantity: 1, unitValueUsd: 0.0049 }),
    [`BLOCK MISSING_DATA ${lineAt}/customsValueUsd`],
  ],
  [
    'INV-04',
    'a customs value of 0',
    inputsWithLine({ customsValueUsd: 0 }),
    [`BLOCK INVALID_DATA ${lineAt}/customsValueUsd`],
  ],
  [
    'INV-04',
    'a unit price of 0',
    inputsWithLine({ unitPrice: { amount: '0', currency: 'USD' } }),
    [`BLOCK INVALID_DATA ${lineAt}/unitPrice/amount`],
  ],
  ['INV-04', 'another total', inputsWithLine({ lineTotalUsd: 126.01 }), [`BLOCK INVALID_DATA ${lineAt}/lineTotalUsd`]],
  [
    'INV-07',
    'no origin',
    inputsWithoutProductFacts('countryOfOrigin'),
    [`BLOCK MISSING_DATA ${productAt}/countryOfOrigin`],
  ],
  [
    'INV-07',
    'an origin that is no country',
    inputsWithProduct({ countryOfOrigin: 'UN' }),
    [`BLOCK INVALID_DATA ${productAt}/countryOfOrigin`],
  ],
  [
    'INV-08',
    'no source of the origin',
    inputsWithoutProductFacts('provenance'),
    [`REVIEW MISSING_DATA ${productAt}/provenance/countryOfOrigin`],
  ],
  [
    'INV-08',
    'a default origin',
    inputsWithProduct({ provenance: { countryOfOrigin: { source: 'default' } } }),
    [`REVIEW CHECK ${productAt}/provenance/countryOfOrigin`],
  ],
  [
    'INV-08',
    'another default',
    inputsWithProduct({ provenance: { countryOfOrigin: { source: 'owner' }, htsCode: { source: 'default' } } }),
    [`REVIEW CHECK ${productAt}/provenance/htsCode`],
  ],
  [
    'INV-14',
    'no apparel detail',
    inputsWithoutProductFacts('materials', 'construction', 'gender'),
    ['construction', 'gender', 'materials'].map((field) => `REVIEW MISSING_DATA ${productAt}/${field}`),
  ],
  [
    'INV-14',
    'fibres of 99.9 %',
    inputsWithProduct({ materials: [{ name: 'cotton', pct: '99.9' }] }),
    [`REVIEW INVALID_DATA ${productAt}/materials`],
  ],
  [
    'INV-15',
    'footwear without materials',
    { ...inputsWithoutProductFacts('materials'), products: { prod_1: { htsCode: '6403999065' } } },
    [`REVIEW MISSING_DATA ${productAt}/materials`, `REVIEW MISSING_DATA ${productAt}/materials`],
  ],
  [
    'INV-15',
    'footwear without a sole',
    inputsWithProduct({ htsCode: '6403999065', materials: [{ name: 'Upper: leather', pct: '100' }] }),
    [`REVIEW QUESTION ${productAt}/materials`],
  ],
  [
    'INV-16',
    'a textile without maker',
    inputsWithoutProductFacts('manufacturer'),
    ['city', 'country', 'name', 'street'].map((field) => `BLOCK MISSING_DATA ${productAt}/manufacturer/${field}`),
  ],
  [
    'INV-16',
    'other goods without maker',
    inputsWithProduct({ htsCode: '8471300100', manufacturer: { name: 'Example Co.' } }),
    ['city', 'country', 'street'].map((field) => `REVIEW MISSING_DATA ${productAt}/manufacturer/${field}`),
  ],
  [
    'INV-16',
    'a Chinese maker without postal code',
    inputsWithProduct({ manufacturer: { name: 'A', street: 'B', city: 'C', country: 'CN' } }),
    [`BLOCK MISSING_DATA ${productAt}/manufacturer/postalCode`],
  ],
  [
    'INV-16',
    'a maker in no country',
    inputsWithProduct({ manufacturer: { name: 'A', street: 'B', city: 'C', country: 'ZZ' } }),
    [`BLOCK INVALID_DATA ${productAt}/manufacturer/country`],
  ],
]

export const invoiceLineQuiet: readonly QuietCase[] = [
  ['INV-01', 'three words of which one is specific', inputsWithProduct({ description: 'other cotton goods' })],
  [
    'INV-02',
    'a unit of the line',
    { ...inputsWithLine({ uom: 'DZN' }), products: inputsWithoutProductFacts('uom').products },
  ],
  [
    'INV-03',
    'stated customs quantities',
    {
      ...inputsWithLine({ customsQty1: '1', customsQty2: '2.1' }),
      products: inputsWithProduct({ uom: 'SET' }).products,
    },
  ],
  [
    'INV-03',
    'a weight of the line',
    { ...inputsWithLine({ netWeightKg: '2.1' }), products: inputsWithoutProductFacts('unitNetWeightG').products },
  ],
  ['INV-04', 'free goods with a stated value', inputsWithLine({ unitValueUsd: 0, customsValueUsd: 3 })],
  ['INV-04', 'the right total', inputsWithLine({ lineTotalUsd: 126 })],
  [
    'INV-07',
    'an origin of the lot',
    { ...inputsWithLine({ countryOfOrigin: 'NA' }), products: inputsWithoutProductFacts('countryOfOrigin').products },
  ],
  ['INV-08', 'a ruling on the origin', inputsWithProduct({ provenance: { countryOfOrigin: { source: 'ruling' } } })],
  ['INV-14', 'no apparel', inputsWithProduct({ htsCode: '8471300100', materials: [] })],
  [
    'INV-15',
    'footwear with both materials',
    inputsWithProduct({
      htsCode: '6403999065',
      materials: [
        { name: 'upper: leather', pct: '100' },
        { name: 'outer sole: rubber', pct: '100' },
      ],
    }),
  ],
  [
    'INV-16',
    'a maker of the lot',
    {
      ...inputsWithLine({ manufacturer: { name: 'A', street: 'B', city: 'C', country: 'CN', postalCode: '100000' } }),
      products: inputsWithoutProductFacts('manufacturer').products,
    },
  ],
]
