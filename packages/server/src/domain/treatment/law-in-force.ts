import type { TariffSchedule } from '../customs/tariff-schedule.ts'
import type { CodeLists } from '../lists/code-lists.ts'
import { isInForce, newestRecords } from '../lists/dated-records.ts'
import type { PartyScreening } from '../screening/party-screening.ts'
import type { AgenciesInForce } from './agency-program.ts'
import type { BoundHeading, MeasureInForce } from './decide-trade-actions.ts'

/** The law that goods are treated by at one date. */
export interface LawInForce {
  readonly lawDate: string
  readonly tariff: TariffSchedule
  readonly lists: CodeLists
  readonly measures: readonly MeasureInForce[]
  readonly agencies: AgenciesInForce
  /** The screening lists that the operator loaded; absent when there are none. */
  readonly screening?: PartyScreening
}

/** The headings of each measure that are in force at `lawDate`; of one record id the newest counts. */
export function measuresInForce(measures: readonly MeasureInForce[], lawDate: string): MeasureInForce[] {
  return measures
    .map((measure) => ({
      ...measure,
      headings: currentHeadings(measure).filter(({ record }) => isInForce(record, lawDate)),
    }))
    .filter(({ headings }) => headings.length > 0)
}

/** Those that no later record corrects, whatever their dates. */
export function currentHeadings({ headings }: MeasureInForce): readonly BoundHeading[] {
  return newestRecords(headings, { nameOf: ({ record }) => record.id, recordedAt: ({ record }) => record.recordedAt })
}
