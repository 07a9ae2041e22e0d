import { type TreatmentCase, usmca } from './treatment-case.ts'

const program = 'SECTION_232_AUTOS'
const truckOf25Percent = '8704210100'
const certified = {
  htsCode: '3926301000',
  endUse: 'passenger_vehicle',
  endUseCert: 'Certificate of 2026-11-02',
} as const

/** Vehicles whose column 1 rate reaches 15%, and certified parts, by country of origin. */
export const autoOriginCases: readonly TreatmentCase[] = [
  ...(
    [
      ['DE', '50', 'note 33(m), (n): the European Union, column 1 of 25%'],
      ['KR', '60', 'note 33(m), (s): South Korea, column 1 of 25%'],
    ] as const
  ).map(
    ([countryOfOrigin, ending, clause]): TreatmentCase => ({
      clause,
      program,
      goods: { htsCode: truckOf25Percent, countryOfOrigin },
      lines: [`9903.94.${ending} applies`],
    }),
  ),
  ...(
    [
      ['JP', '55', 'HTS 9903.94.55: certified parts of Japan'],
      ['KR', '65', 'note 33(r), (t): certified parts of South Korea'],
      ['TW', '69', 'HTS 9903.94.69: certified parts of Taiwan'],
    ] as const
  ).map(
    ([countryOfOrigin, ending, clause]): TreatmentCase => ({
      clause,
      program,
      goods: { ...certified, countryOfOrigin },
      lines: [`9903.94.${ending} applies`],
    }),
  ),
  {
    clause: 'note 33(m): a specific rate needs its equivalent, which the pack does not work out',
    program,
    goods: { ...certified, htsCode: '9101114000', countryOfOrigin: 'JP' },
    lines: ['9903.94.55 needs_answer'],
    asks: [],
    instead: ['9903.94.54'],
  },
  {
    clause: 'note 33(h)(i), (p): a certified part with a USMCA claim',
    program,
    goods: { ...certified, countryOfOrigin: 'MX', preference: usmca },
    lines: ['9903.94.06 applies'],
  },
  {
    clause: 'note 33(h)(ii): a part on list (g) alone whose end use is another',
    program,
    goods: { htsCode: '4011101010', countryOfOrigin: 'CN', isVehiclePart: true, endUse: 'other' },
    lines: ['9903.94.06 applies'],
  },
]
