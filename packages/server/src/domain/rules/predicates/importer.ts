import { placeInRecord } from '../facts.ts'
import { type Detection, type ExportPredicate, nothing, wholeNumberArgument } from '../predicate.ts'
import { isOver, valueOfLines } from './shipment.ts'

/** The importer of record has a number. */
export const importerNumberGiven: ExportPredicate = {
  codes: () => ['MISSING_DATA'],
  args: [],
  reads: () => ['profile.importer.iorNumber'],
  bind:
    () =>
    ({ inputs }) => {
      if (inputs.profile.importer?.iorNumber?.trim()) return nothing
      const place = placeInRecord('profile', 'importer', 'iorNumber')
      return [{ code: 'MISSING_DATA', field: 'importer.iorNumber', place }]
    },
}

/** The broker holds the importer's power of attorney. */
export const powerOfAttorneyOnFile: ExportPredicate = {
  codes: () => ['MISSING_DATA', 'CHECK'],
  args: [],
  reads: () => ['broker.poaOnFile'],
  bind:
    () =>
    ({ inputs }) => {
      const { poaOnFile } = inputs.broker
      if (poaOnFile === true) return nothing
      const place = placeInRecord('broker', 'poaOnFile')
      const code = poaOnFile === undefined ? 'MISSING_DATA' : 'CHECK'
      return [{ code, field: 'broker.poaOnFile', place, expected: ['true'] }]
    },
}

/**
 * Informal entry is asked for, or still open for a shipment of this value, and the importer is not known to be a US
 * importer. A foreign importer without a wish for informal entry is entered formally, so nothing is to be said.
 */
export const informalEntryByForeignImporter: ExportPredicate = {
  codes: () => ['CHECK', 'QUESTION'],
  args: ['upToUsd'],
  reads: () => ['shipment.entryType', 'profile.importer.isUsIor', ...valueOfLines],
  bind: (args) => {
    const upToUsd = wholeNumberArgument(args, 'upToUsd')
    return (facts) => {
      const { entryType } = facts.inputs.shipment
      const isUsIor = facts.inputs.profile.importer?.isUsIor
      const isAskedFor = entryType === '11'
      const isOpen = entryType === undefined && isUsIor === undefined && !isOver(facts, upToUsd)
      return isAskedFor || isOpen ? residenceOf(isUsIor) : nothing
    }
  },
}

/** A continuous bond is used and the importer is not known to be a US importer. */
export const continuousBondOfForeignImporter: ExportPredicate = {
  codes: () => ['CHECK', 'QUESTION'],
  args: [],
  reads: () => ['profile.bond', 'profile.importer.isUsIor'],
  bind:
    () =>
    ({ inputs }) =>
      inputs.profile.bond?.type === 'continuous' ? residenceOf(inputs.profile.importer?.isUsIor) : nothing,
}

function residenceOf(isUsIor: boolean | undefined): readonly Detection[] {
  if (isUsIor === true) return nothing
  return [
    {
      code: isUsIor === undefined ? 'QUESTION' : 'CHECK',
      field: 'importer.isUsIor',
      place: placeInRecord('profile', 'importer', 'isUsIor'),
      expected: ['true', 'false'],
    },
  ]
}
