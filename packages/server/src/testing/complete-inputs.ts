import type {
  PlanInputs,
  PlannedLine,
  PlannedOrder,
  PlannedProduct,
  PlannedProfile,
} from '../domain/rules/plan-inputs.ts'

/** A cotton T-shirt of Canada with every fact that the rules ask for. */
export const completeProduct: PlannedProduct = {
  description: "Men's cotton T-shirt, knitted",
  uom: 'C62',
  htsCode: '6109100012',
  countryOfOrigin: 'CA',
  manufacturer: { name: 'Example Knitwear Co.', street: '12 Example Road', city: 'Montreal', country: 'CA' },
  unitNetWeightG: '180',
  materials: [{ name: 'cotton', pct: '100' }],
  construction: 'knit',
  gender: 'men',
  pga: { cpsc: { status: 'disclaimed', disclaimCode: 'B' } },
  provenance: { countryOfOrigin: { source: 'owner' } },
}

export const completeLine: PlannedLine = { productId: 'prod_1', quantity: 12, unitValueUsd: 10.5 }

export const completeOrder: PlannedOrder = {
  items: [completeLine],
  seller: { name: 'Example Outfitters Ltd.', street: '100 Example Street', city: 'Toronto', country: 'CA' },
  buyer: { name: 'Example Stores Inc.', street: '5 Example Avenue', city: 'Buffalo', country: 'US' },
  incoterm: 'DAP',
  relatedParty: false,
  assists: [],
  charges: [],
  invoice: { responsibleIndividual: 'Export Desk' },
  packages: [
    {
      id: '1',
      type: 'carton',
      marks: 'EXAMPLE 1/1',
      grossKg: '2.5',
      netKg: '2.16',
      contents: [{ lineId: '1', quantity: 12 }],
    },
  ],
}

export const completeProfile: PlannedProfile = {
  importer: { name: 'Example Stores Inc.', iorNumber: '12-3456789', isUsIor: true },
  bond: { type: 'continuous', number: 'B-1' },
}

/** Inputs of one order of one product on which no rule asks for anything. */
export const completeInputs: PlanInputs = {
  orders: { ord_1: completeOrder },
  products: { prod_1: completeProduct },
  warehouse: { portOfEntry: '0901', modeOfTransport: 'truck', carrierScac: 'EXMP' },
  broker: { poaOnFile: true },
  profile: completeProfile,
  shipment: { proBill: 'EXMP000123', estimatedEntryDate: '2026-11-24' },
}

export function inputsWithProduct(facts: Partial<PlannedProduct>): PlanInputs {
  return { ...completeInputs, products: { prod_1: { ...completeProduct, ...facts } } }
}

/** The product as it is complete, without these facts. */
export function inputsWithoutProductFacts(...names: (keyof PlannedProduct)[]): PlanInputs {
  return { ...completeInputs, products: { prod_1: without(completeProduct, names) } }
}

export function inputsWithOrder(facts: Partial<PlannedOrder>): PlanInputs {
  return { ...completeInputs, orders: { ord_1: { ...completeOrder, ...facts } } }
}

export function inputsWithoutOrderFacts(...names: Exclude<keyof PlannedOrder, 'items'>[]): PlanInputs {
  return { ...completeInputs, orders: { ord_1: { ...without(completeOrder, names), items: completeOrder.items } } }
}

export function inputsWithLine(facts: Partial<PlannedLine>): PlanInputs {
  return inputsWithOrder({ items: [{ ...completeLine, ...facts }] })
}

export function inputsWithProfile(facts: Partial<PlannedProfile>): PlanInputs {
  return { ...completeInputs, profile: { ...completeProfile, ...facts } }
}

function without<Facts extends object>(facts: Facts, names: readonly (keyof Facts)[]): Partial<Facts> {
  const rest: Partial<Facts> = { ...facts }
  for (const name of names) delete rest[name]
  return rest
}
