import { type TreatmentCase, usmca } from './treatment-case.ts'

const program = 'SECTION_232_WOOD'
const pine = '4407110042'
const sofa = '9401614011'
const cabinet = '9403409060'

export const woodCases: readonly TreatmentCase[] = [
  {
    clause: 'note 37(a), (b): softwood of any country, in addition to a special rate',
    program,
    goods: { htsCode: pine, countryOfOrigin: 'CA', preference: usmca },
    lines: ['9903.76.01 applies'],
  },
  {
    clause: 'note 37(b): no lower rate for softwood of the European Union',
    program,
    goods: { htsCode: pine, countryOfOrigin: 'SE' },
    lines: ['9903.76.01 applies'],
  },
  {
    clause: 'note 37(c), (d): upholstered wooden furniture',
    program,
    goods: { htsCode: sofa, countryOfOrigin: 'VN' },
    lines: ['9903.76.02 applies'],
  },
  {
    clause: 'note 37(f), (g): cabinet or not is asked for',
    program,
    goods: { htsCode: cabinet, countryOfOrigin: 'CN' },
    lines: ['9903.76.04 needs_answer', '9903.76.03 needs_answer'],
    asks: ['isCabinetOrVanity'],
  },
  {
    clause: 'note 37(e): cabinets and vanities; USMCA gives no relief',
    program,
    goods: { htsCode: cabinet, countryOfOrigin: 'MX', preference: usmca, isCabinetOrVanity: true },
    lines: ['9903.76.03 applies'],
  },
  {
    clause: 'note 37(g): other than cabinets and vanities',
    program,
    goods: { htsCode: '9403608093', countryOfOrigin: 'GB', isCabinetOrVanity: false },
    lines: ['9903.76.04 applies'],
  },
  ...(
    [
      ['GB', '20', 'note 37(h): the United Kingdom'],
      ['JP', '21', 'note 37(i): Japan'],
      ['PL', '22', 'note 37(j): the European Union'],
      ['KR', '23', 'note 37(l): South Korea'],
      ['TW', '24', 'HTS 9903.76.24: Taiwan'],
    ] as const
  ).map(
    ([countryOfOrigin, ending, clause]): TreatmentCase => ({
      clause,
      program,
      goods: { htsCode: sofa, countryOfOrigin },
      lines: [`9903.76.${ending} applies`],
    }),
  ),
  {
    clause: 'in force: Taiwan only from 2026-05-01',
    program,
    day: '2026-04-30',
    goods: { htsCode: sofa, countryOfOrigin: 'TW' },
    lines: ['9903.76.02 applies'],
  },
  {
    clause: 'Proc 10976 cl. 6 and note 33(p)(4): a certified automobile part is not subject to the wood duty',
    program,
    goods: {
      htsCode: '9403910080',
      countryOfOrigin: 'CN',
      isCabinetOrVanity: true,
      endUse: 'passenger_vehicle',
      endUseCert: 'Certificate of 2026-11-02',
    },
    lines: ['none not_applied'],
  },
  ...(
    [
      [pine, 'passenger_vehicle', 'note 33(p)(4)'],
      [sofa, 'passenger_vehicle', 'note 33(p)(4)'],
      [sofa, 'truck_bus', 'note 38(h)(4)'],
    ] as const
  ).map(
    ([htsCode, endUse, clause]): TreatmentCase => ({
      clause: `${clause}: ${htsCode} certified for ${endUse}`,
      program,
      goods: { htsCode, countryOfOrigin: 'CN', endUse, endUseCert: 'Certificate of 2026-11-02' },
      lines: ['none not_applied'],
    }),
  ),
  {
    clause: 'note 38(h)(4): a certified truck part is not subject to the wood duty',
    program,
    goods: { htsCode: pine, countryOfOrigin: 'CN', endUse: 'truck_bus', endUseCert: 'Certificate of 2026-11-02' },
    lines: ['none not_applied'],
  },
]
