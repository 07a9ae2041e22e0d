import { centsText } from '../../customs/money.ts'
import { confirmPort } from '../../customs/port.ts'
import type { ExportFacts } from '../export-facts.ts'
import { placeInRecord } from '../facts.ts'
import { type ExportPredicate, nothing, textListArgument, wholeNumberArgument } from '../predicate.ts'
import { adCvdFacts, adCvdOrders } from './ad-cvd.ts'

/** The port of entry is given, by the shipment or the warehouse, and stands in the pack's list. */
export const portConfirmed: ExportPredicate = {
  codes: () => ['MISSING_DATA', 'CHECK'],
  args: [],
  reads: () => ['shipment.portOfEntry', 'warehouse.portOfEntry'],
  bind:
    (_args, { reference }) =>
    ({ inputs }) => {
      const { shipment, warehouse } = inputs
      const port = shipment.portOfEntry ?? warehouse.portOfEntry
      if (port !== undefined && confirmPort(reference.ports, port) === 'confirmed') return nothing
      const home = shipment.portOfEntry === undefined && port !== undefined ? 'warehouse' : 'shipment'
      return [
        {
          code: port === undefined ? 'MISSING_DATA' : 'CHECK',
          field: 'portOfEntry',
          place: placeInRecord(home, 'portOfEntry'),
          values: { value: port ?? '' },
        },
      ]
    },
}

/** The entry type asked for is one of those that are refused. */
export const entryTypeRefused: ExportPredicate = {
  codes: () => ['NOT_ALLOWED'],
  args: ['entryTypes', 'allowed'],
  reads: () => ['shipment.entryType'],
  bind: (args) => {
    const entryTypes = textListArgument(args, 'entryTypes')
    const allowed = textListArgument(args, 'allowed')
    return ({ inputs }) => {
      const { entryType } = inputs.shipment
      if (entryType === undefined || !entryTypes.includes(entryType)) return nothing
      const place = placeInRecord('shipment', 'entryType')
      return [{ code: 'NOT_ALLOWED', field: 'entryType', place, values: { value: entryType }, expected: allowed }]
    }
  },
}

/** The shipment is small enough for informal entry and no product may be under an AD/CVD order. */
export const informalEntryPossible: ExportPredicate = {
  codes: () => ['NOTICE'],
  args: ['upToUsd'],
  reads: () => [...adCvdFacts, ...valueOfLines],
  bind: (args) => {
    const upToUsd = wholeNumberArgument(args, 'upToUsd')
    return (facts) => {
      if (facts.products.length === 0 || isOver(facts, upToUsd) || adCvdOrders(facts).includes(true)) return nothing
      const place = placeInRecord('shipment', 'entryType')
      return [{ code: 'NOTICE', field: 'entryType', place, values: { value: centsText(facts.valueCents) } }]
    }
  },
}

/** A shipment over the informal limit has a bond. */
export const bondGiven: ExportPredicate = {
  codes: () => ['MISSING_DATA'],
  args: ['overUsd'],
  reads: () => ['profile.bond', ...valueOfLines],
  bind: (args) => {
    const overUsd = wholeNumberArgument(args, 'overUsd')
    return (facts) => {
      if (facts.inputs.profile.bond !== undefined || !isOver(facts, overUsd)) return nothing
      return [
        {
          code: 'MISSING_DATA',
          field: 'bond.type',
          place: placeInRecord('profile', 'bond', 'type'),
          values: { value: centsText(facts.valueCents) },
          expected: ['single', 'continuous'],
        },
      ]
    }
  },
}

/** The entry date lies in the window for which the pack's law is known. */
export const lawDateCovered: ExportPredicate = {
  codes: () => ['CHECK'],
  args: [],
  reads: () => ['shipment.estimatedEntryDate'],
  bind:
    (_args, { validFrom, validThrough }) =>
    ({ lawDate }) => {
      if (lawDate >= validFrom && lawDate <= validThrough) return nothing
      const values = { value: lawDate, validFrom, validThrough }
      const place = placeInRecord('shipment', 'estimatedEntryDate')
      return [{ code: 'CHECK', field: 'estimatedEntryDate', place, values }]
    },
}

/** What the entered value of the shipment is made from. */
export const valueOfLines: readonly string[] = [
  'orders.items.quantity',
  'orders.items.unitValueUsd',
  'orders.items.customsValueUsd',
]

/** Compared exactly, in cents. */
export function isOver(facts: ExportFacts, limitUsd: number): boolean {
  return facts.valueCents > BigInt(limitUsd) * 100n
}
