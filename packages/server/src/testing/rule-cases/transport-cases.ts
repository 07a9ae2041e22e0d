import type { PackageFacts, PlanInputs, PlannedShipment } from '../../domain/rules/plan-inputs.ts'
import { completeInputs, completeOrder, inputsWithOrder, inputsWithProduct } from '../complete-inputs.ts'
import { type ActingCase, orderAt, productAt, type QuietCase } from './rule-case.ts'

const packageAt = `${orderAt}/packages/0`

export const transportActing: readonly ActingCase[] = [
  // 19 CFR 149.3: the elements of the importer security filing; 149.2: 24 hours before lading.
  [
    'TRN-01',
    'goods by sea of which the plan knows all but the container',
    bySea({}),
    isfGaps('consigneeNumber', 'consolidator', 'containerStuffingLocation', 'shipTo'),
  ],
  [
    'TRN-01',
    'goods by sea without seller, maker, origin, number and importer number',
    {
      ...bySea({}),
      orders: { ord_1: { items: completeOrder.items } },
      products: { prod_1: { description: 'Cotton T-shirt' } },
      profile: {},
    },
    isfGaps(
      'buyer',
      'consigneeNumber',
      'consolidator',
      'containerStuffingLocation',
      'countryOfOrigin',
      'hts6',
      'importerNumber',
      'manufacturer',
      'seller',
      'shipTo',
    ),
  ],
  [
    'TRN-01',
    'an element of blanks',
    bySea({
      shipTo: 'Example Stores Inc., Buffalo',
      consigneeNumber: '12-3456789',
      consolidator: 'Example Freight',
      containerStuffingLocation: '  ',
    }),
    isfGaps('containerStuffingLocation'),
  ],
  // 19 CFR 123.92: the electronic manifest of a truck.
  [
    'TRN-02',
    'a truck of which nothing is known',
    { ...completeInputs, warehouse: { modeOfTransport: 'truck' }, shipment: {} },
    ['carrierScac', 'estimatedEntryDate', 'portOfEntry', 'proBill'].map(
      (name) => `REVIEW MISSING_DATA /shipment/${name}`,
    ),
  ],
  [
    'TRN-02',
    'a truck without its bill',
    inputsWithShipment({ modeOfTransport: 'truck', estimatedEntryDate: '2026-11-24' }),
    ['REVIEW MISSING_DATA /shipment/proBill'],
  ],
  [
    'TRN-02',
    'no word of how the goods travel',
    { ...completeInputs, warehouse: { portOfEntry: '0901' } },
    ['REVIEW QUESTION /shipment/modeOfTransport'],
  ],
  // 7 CFR 319.40: wood packaging material.
  ['TRN-03', 'a pallet', packedIn({ type: 'Pallet' }), [`REVIEW MISSING_DATA ${packageAt}/ispm15`]],
  ['TRN-03', 'a pallet by its code', packedIn({ type: 'PX' }), [`REVIEW MISSING_DATA ${packageAt}/ispm15`]],
  ['TRN-03', 'a wooden box', packedIn({ type: 'wooden box' }), [`REVIEW MISSING_DATA ${packageAt}/ispm15`]],
  ['TRN-03', 'a drum of wood', packedIn({ type: 'drum of wood' }), [`REVIEW MISSING_DATA ${packageAt}/ispm15`]],
  [
    'TRN-03',
    'a crate without the mark',
    packedIn({ type: 'crate', ispm15: false }),
    [`REVIEW CHECK ${packageAt}/ispm15`],
  ],
  ['TRN-03', 'a package of no type', packedIn({}), [`REVIEW QUESTION ${packageAt}/type`]],
  [
    'TRN-03',
    'a type that says nothing',
    packedIn({ type: 'case', ispm15: false }),
    [`REVIEW QUESTION ${packageAt}/type`],
  ],
  // 49 CFR 173.185: lithium cells and batteries.
  [
    'TRN-04',
    'a battery',
    inputsWithProduct({ htsCode: '8507600020' }),
    [`REVIEW QUESTION ${productAt}/hazmat/unNumber`],
  ],
  [
    'TRN-04',
    'a portable computer',
    inputsWithProduct({ htsCode: '8471300100' }),
    [`REVIEW QUESTION ${productAt}/hazmat/unNumber`],
  ],
  [
    'TRN-04',
    'a shirt with a lithium battery in it',
    inputsWithProduct({ hazmat: { lithiumBattery: true } }),
    [`REVIEW MISSING_DATA ${productAt}/hazmat/unNumber`],
  ],
  [
    'TRN-04',
    'a lithium battery with the number of paint',
    inputsWithProduct({ hazmat: { lithiumBattery: true, unNumber: 'UN1263' } }),
    [`REVIEW CHECK ${productAt}/hazmat/unNumber`],
  ],
]

export const transportQuiet: readonly QuietCase[] = [
  [
    'TRN-01',
    'goods by sea with every element',
    bySea({
      shipTo: 'Example Stores Inc., Buffalo',
      consigneeNumber: '12-3456789',
      consolidator: { name: 'Example Freight' },
      containerStuffingLocation: 'Example Fulfilment, Toronto',
    }),
  ],
  ['TRN-01', 'a truck without any of them', completeInputs],
  ['TRN-02', 'a truck with SCAC, bill, crossing and day', completeInputs],
  ['TRN-02', 'goods by air', inputsWithShipment({ modeOfTransport: 'air' })],
  ['TRN-03', 'a carton', completeInputs],
  ['TRN-03', 'a carton without the mark', packedIn({ type: 'CT', ispm15: false })],
  ['TRN-03', 'a marked pallet', packedIn({ type: 'pallet', ispm15: true })],
  ['TRN-03', 'a plastic pallet', packedIn({ type: 'Plastic pallet' })],
  ['TRN-03', 'a marked package of no type', packedIn({ ispm15: true })],
  ['TRN-04', 'a shirt', completeInputs],
  [
    'TRN-04',
    'a battery with its UN number',
    inputsWithProduct({ htsCode: '8507600020', hazmat: { unNumber: 'UN 3480' } }),
  ],
  [
    'TRN-04',
    'a lead-acid battery',
    inputsWithProduct({ htsCode: '8507208041', hazmat: { lithiumBattery: false, unNumber: 'UN2794' } }),
  ],
]

function isfGaps(...elements: readonly string[]): string[] {
  return elements.map((element) => `REVIEW MISSING_DATA /shipment/isf/${element}`)
}

function inputsWithShipment(shipment: PlannedShipment): PlanInputs {
  return { ...completeInputs, shipment }
}

function bySea(isf: Record<string, unknown>): PlanInputs {
  return inputsWithShipment({ modeOfTransport: 'ocean', isf })
}

function packedIn(facts: Partial<PackageFacts>): PlanInputs {
  return inputsWithOrder({ packages: [{ id: '1', ...facts }] })
}
