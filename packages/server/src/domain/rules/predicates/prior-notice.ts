import type { ModeOfTransport } from '@entrygo/sdk/contract'
import { agencyPrograms } from '../../treatment/agency-program.ts'
import type { ExportFacts } from '../export-facts.ts'
import { placeInRecord } from '../facts.ts'
import {
  ArgumentError,
  choiceArgument,
  type ExportPredicate,
  nothing,
  type RuleArguments,
  textArgument,
} from '../predicate.ts'

/** Included goods of the program need prior notice: by how much before arrival, by the mode of transport. */
export const priorNoticeTimed: ExportPredicate = {
  codes: () => ['NOTICE'],
  args: ['program', 'windows'],
  reads: () => ['shipment.modeOfTransport', 'warehouse.modeOfTransport'],
  bind: (args) => {
    const program = programArgument(args)
    const windows = windowsArgument(args)
    return (facts) => {
      const mode = modeOf(facts)
      if (mode === undefined || !needsNotice(facts, program)) return nothing
      const values = { mode, window: windows[mode] }
      return [{ code: 'NOTICE', field: 'modeOfTransport', place: placeOfMode(facts), values }]
    }
  },
}

/** Included goods of the program need prior notice, and nothing tells how they cross the border. */
export const priorNoticeModeStated: ExportPredicate = {
  codes: () => ['QUESTION'],
  args: ['program'],
  reads: () => ['shipment.modeOfTransport', 'warehouse.modeOfTransport'],
  bind: (args) => {
    const program = programArgument(args)
    return (facts) =>
      modeOf(facts) !== undefined || !needsNotice(facts, program)
        ? nothing
        : [{ code: 'QUESTION', field: 'modeOfTransport', place: placeOfMode(facts), expected: modes }]
  },
}

const modes = ['truck', 'rail', 'air', 'ocean', 'mail'] as const

/** The shipment's word beats the warehouse's. */
function modeOf({ inputs }: ExportFacts): ModeOfTransport | undefined {
  return inputs.shipment.modeOfTransport ?? inputs.warehouse.modeOfTransport
}

function placeOfMode({ inputs }: ExportFacts): ReturnType<typeof placeInRecord> {
  const isOfWarehouse = inputs.shipment.modeOfTransport === undefined && inputs.warehouse.modeOfTransport !== undefined
  return placeInRecord(isOfWarehouse ? 'warehouse' : 'shipment', 'modeOfTransport')
}

/** Goods that may be food are counted too; only a disclaim takes them out. */
function needsNotice({ products }: ExportFacts, program: string): boolean {
  return products.some(({ treatment }) =>
    treatment().pga.some(({ treatment: known }) => known.program === program && known.status !== 'disclaimed'),
  )
}

function programArgument(args: RuleArguments): string {
  return choiceArgument(textArgument(args, 'program'), agencyPrograms, 'program')
}

function windowsArgument({ windows }: RuleArguments): Readonly<Record<ModeOfTransport, string>> {
  const window = (mode: ModeOfTransport): string => {
    const text: unknown = Object(windows)[mode]
    if (typeof text === 'string' && text !== '') return text
    throw new ArgumentError(`args.windows.${mode} must be a text`)
  }
  return {
    truck: window('truck'),
    rail: window('rail'),
    air: window('air'),
    ocean: window('ocean'),
    mail: window('mail'),
  }
}
