import type { ExportFacts } from '../export-facts.ts'
import { placeInRecord } from '../facts.ts'
import type { PartyFacts, PlannedOrder } from '../plan-inputs.ts'
import { choiceArgument, type Detection, type ExportPredicate, nothing, textListArgument } from '../predicate.ts'

/** How the goods travel is known, from the shipment or the warehouse. */
export const modeOfTransportStated: ExportPredicate = {
  codes: () => ['QUESTION'],
  args: ['modes'],
  reads: () => ['shipment.modeOfTransport', 'warehouse.modeOfTransport'],
  bind: (args) => {
    const modes = textListArgument(args, 'modes')
    return (facts) => {
      if (modeOf(facts) !== undefined) return nothing
      const place = placeInRecord('shipment', 'modeOfTransport')
      return [{ code: 'QUESTION', field: 'modeOfTransport', place, expected: modes }]
    }
  },
}

/** What the manifest of a truck needs is given, by the shipment or the warehouse. */
export const truckManifestStated: ExportPredicate = {
  codes: () => ['MISSING_DATA'],
  args: ['facts'],
  reads: (args) => [
    'shipment.modeOfTransport',
    'warehouse.modeOfTransport',
    'warehouse.carrierScac',
    'warehouse.portOfEntry',
    ...textListArgument(args, 'facts').map((name) => `shipment.${name}`),
  ],
  bind: (args) => {
    const names = textListArgument(args, 'facts').map((name) => choiceArgument(name, manifestFacts, 'facts'))
    return (facts) => {
      if (modeOf(facts) !== 'truck') return nothing
      const { shipment, warehouse } = facts.inputs
      const ofWarehouse = { carrierScac: warehouse.carrierScac, portOfEntry: warehouse.portOfEntry }
      const stated: Partial<Record<string, string | undefined>> = { ...ofWarehouse, ...shipmentTexts(shipment) }
      return names.filter((name) => !stated[name]?.trim()).map((name) => missingInShipment(name, name))
    }
  },
}

/**
 * Every element of the security filing for goods by sea is given: by the plan where it has the fact for all goods, else
 * in `shipment.isf`.
 */
export const securityFilingStated: ExportPredicate = {
  codes: () => ['MISSING_DATA'],
  args: ['elements'],
  reads: () => [
    'shipment.modeOfTransport',
    'warehouse.modeOfTransport',
    'shipment.isf',
    'profile.seller',
    'profile.importer.iorNumber',
    'orders.seller',
    'orders.buyer',
    'orders.consignee',
    'products.manufacturer',
    'products.countryOfOrigin',
    'products.htsCode',
  ],
  bind: (args) => {
    const names = textListArgument(args, 'elements').map((name) => choiceArgument(name, filingElements, 'elements'))
    return (facts) => {
      if (modeOf(facts) !== 'ocean') return nothing
      const filed = facts.inputs.shipment.isf ?? {}
      return names
        .filter((name) => !isFilled(filed[name]) && !isInPlan(facts, name))
        .map((name) => missingInShipment(name, 'isf', name))
    }
  },
}

function modeOf({ inputs }: ExportFacts): string | undefined {
  return inputs.shipment.modeOfTransport ?? inputs.warehouse.modeOfTransport
}

const manifestFacts = ['carrierScac', 'proBill', 'portOfEntry', 'estimatedEntryDate'] as const

function shipmentTexts(shipment: ExportFacts['inputs']['shipment']): Record<string, string> {
  return Object.fromEntries(
    manifestFacts.flatMap((name) => {
      const value = shipment[name]
      return value === undefined ? [] : [[name, value]]
    }),
  )
}

function missingInShipment(name: string, ...path: readonly [string, ...string[]]): Detection {
  return {
    code: 'MISSING_DATA',
    field: path.join('.'),
    place: placeInRecord('shipment', ...path),
    values: { field: name },
  }
}

const filingElements = [
  'seller',
  'buyer',
  'importerNumber',
  'consigneeNumber',
  'manufacturer',
  'shipTo',
  'countryOfOrigin',
  'hts6',
  'containerStuffingLocation',
  'consolidator',
] as const

function isFilled(value: unknown): boolean {
  if (typeof value === 'string') return value.trim() !== ''
  if (Array.isArray(value)) return value.length > 0
  return typeof value === 'object' && value !== null && Object.keys(value).length > 0
}

/** Where the container was stuffed and by whom it was consolidated stands nowhere in the plan. */
function isInPlan(facts: ExportFacts, element: (typeof filingElements)[number]): boolean {
  const { orders, products, inputs } = facts
  const ofEveryOrder = (has: (order: PlannedOrder) => boolean): boolean => orders.every(has)
  switch (element) {
    case 'seller':
      return ofEveryOrder(({ seller }) => hasAddress(seller ?? inputs.profile.seller))
    case 'buyer':
      return ofEveryOrder(({ buyer }) => hasAddress(buyer))
    case 'importerNumber':
      return isFilled(inputs.profile.importer?.iorNumber)
    case 'consigneeNumber':
      return ofEveryOrder(({ consignee }) => isFilled(consignee?.taxId))
    case 'manufacturer':
      return products.every(({ product }) => hasAddress(product.manufacturer))
    case 'shipTo':
      return ofEveryOrder(({ consignee }) => hasAddress(consignee))
    case 'countryOfOrigin':
      return products.every(({ product }) => isFilled(product.countryOfOrigin))
    case 'hts6':
      return products.every(({ product }) => (product.htsCode ?? '').length >= 6)
    default:
      return false
  }
}

function hasAddress(party: PartyFacts | undefined): boolean {
  return party !== undefined && [party.name, party.street, party.city, party.country].every(isFilled)
}
