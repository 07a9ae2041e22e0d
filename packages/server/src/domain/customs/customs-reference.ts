import type { TariffSchedule } from './tariff-schedule.ts'
import type { UnitTable } from './units.ts'

/** Reference lists that come with a rule pack and that rules look facts up in. */
export interface CustomsReference {
  /** ISO 3166-1 alpha-2. `UN`, `OTH` and `N/A` of the metal fields are not in it. */
  readonly countries: ReadonlySet<string>
  /** ISO 4217 alphabetic codes in use. */
  readonly currencies: ReadonlySet<string>
  /** Names by four-digit Schedule D code; not complete. */
  readonly ports: ReadonlyMap<string, string>
  readonly units: UnitTable
  readonly tariff: TariffSchedule
}
