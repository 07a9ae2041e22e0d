import { type TreatmentCase, usmca } from './treatment-case.ts'

const program = 'SECTION_232_AUTOS'
const car = '8703230140'
const bumper = '8708103020'

export const autoCases: readonly TreatmentCase[] = [
  {
    clause: 'note 33(a), (b): passenger vehicles of all countries',
    program,
    goods: { htsCode: car, countryOfOrigin: 'CN' },
    lines: ['9903.94.01 applies'],
  },
  {
    clause: 'note 33(c)(i): articles of (b) that are no passenger vehicles or light trucks',
    program,
    goods: { htsCode: '8704210100', countryOfOrigin: 'CN', endUse: 'agricultural_industrial' },
    lines: ['9903.94.02 applies'],
  },
  {
    clause: 'note 33(d): U.S. content under USMCA may change the duty and is asked for',
    program,
    goods: { htsCode: car, countryOfOrigin: 'CA', preference: usmca },
    lines: ['9903.94.03 needs_answer', '9903.94.01 needs_answer'],
    asks: ['usContentPct'],
  },
  {
    clause: 'note 33(d): "upon approval from the Secretary of Commerce", which no fact of the owner shows',
    program,
    goods: { htsCode: car, countryOfOrigin: 'MX', preference: usmca, usContentPct: '40' },
    lines: ['9903.94.01 needs_answer'],
    asks: [],
    instead: ['9903.94.03'],
  },
  {
    clause: 'note 33(d): a vehicle without U.S. content has nothing to deduct',
    program,
    goods: { htsCode: car, countryOfOrigin: 'MX', preference: usmca, usContentPct: '0' },
    lines: ['9903.94.01 applies'],
  },
  {
    clause: 'note 33(e): manufactured in a year at least 25 years prior to the year of entry',
    program,
    goods: { htsCode: car, countryOfOrigin: 'GB', modelYear: 2001 },
    lines: ['9903.94.04 applies'],
  },
  {
    clause: 'note 33(e): 24 years are not enough',
    program,
    goods: { htsCode: car, countryOfOrigin: 'CN', modelYear: 2002 },
    lines: ['9903.94.01 applies'],
  },
  {
    clause: 'note 33(i): 9903.94.31 within the tariff-rate quota of the United Kingdom',
    program,
    goods: { htsCode: car, countryOfOrigin: 'GB' },
    lines: ['9903.94.31 needs_answer'],
    asks: [],
    instead: ['9903.94.01'],
  },
  {
    clause: 'note 33(i): the quota is for subheadings of 8703, so that a light truck pays in full',
    program,
    goods: { htsCode: '8704210100', countryOfOrigin: 'GB' },
    lines: ['9903.94.01 applies'],
  },
  {
    clause: 'note 33(k), (m): Japan, column 1 under 15%',
    program,
    goods: { htsCode: car, countryOfOrigin: 'JP' },
    lines: ['9903.94.41 applies'],
  },
  {
    clause: 'note 33(k), (m): Japan, column 1 of 25%',
    program,
    goods: { htsCode: '8704210100', countryOfOrigin: 'JP' },
    lines: ['9903.94.40 applies'],
  },
  {
    clause: 'note 33(n): members of the European Union',
    program,
    goods: { htsCode: car, countryOfOrigin: 'DE' },
    lines: ['9903.94.51 applies'],
  },
  {
    clause: 'note 33(s): South Korea',
    program,
    goods: { htsCode: car, countryOfOrigin: 'KR' },
    lines: ['9903.94.61 applies'],
  },
  {
    clause: 'note 33(g), (h): a listed prefix is a candidate, and the question is open',
    program,
    goods: { htsCode: '8471300100', countryOfOrigin: 'CN' },
    lines: ['9903.94.06 needs_answer', '9903.94.05 needs_answer'],
    asks: ['isVehiclePart'],
  },
  {
    clause: 'note 33(h)(ii): not parts of passenger vehicles and light trucks',
    program,
    goods: { htsCode: '8471300100', countryOfOrigin: 'CN', isVehiclePart: false },
    lines: ['9903.94.06 applies'],
  },
  {
    clause: 'note 33(h)(i): eligible under USMCA, part or not',
    program,
    goods: { htsCode: bumper, countryOfOrigin: 'MX', preference: usmca },
    lines: ['9903.94.06 applies'],
  },
  {
    clause: 'note 33(h)(i): a claim for goods of another country is none',
    program,
    goods: { htsCode: '8507600020', countryOfOrigin: 'CN', preference: usmca, isVehiclePart: true },
    lines: ['9903.94.05 applies'],
  },
  {
    clause: 'note 33(f), (g): part of a passenger vehicle',
    program,
    goods: { htsCode: bumper, countryOfOrigin: 'CN', isVehiclePart: true, endUse: 'passenger_vehicle' },
    lines: ['9903.94.05 applies'],
  },
  {
    clause: 'notes 33(g), 38(i): on both lists, the kind of vehicle decides and is asked for',
    program,
    goods: { htsCode: bumper, countryOfOrigin: 'CN', isVehiclePart: true },
    lines: ['9903.94.06 needs_answer', '9903.94.05 needs_answer'],
    asks: ['endUse'],
  },
  {
    clause: 'note 33(h)(ii): a part of a truck is no part of a passenger vehicle',
    program,
    goods: { htsCode: bumper, countryOfOrigin: 'CN', isVehiclePart: true, endUse: 'truck_bus' },
    lines: ['9903.94.06 applies'],
  },
  {
    clause: 'note 33(j): parts of the United Kingdom on its list',
    program,
    goods: { htsCode: bumper, countryOfOrigin: 'GB', isVehiclePart: true, endUse: 'passenger_vehicle' },
    lines: ['9903.94.32 applies'],
  },
  {
    clause: 'note 33(j): 8471 is not on the list of the United Kingdom',
    program,
    goods: { htsCode: '8471300100', countryOfOrigin: 'GB', isVehiclePart: true },
    lines: ['9903.94.05 applies'],
  },
  ...(
    [
      ['JP', '43', 'note 33(l): parts of Japan'],
      ['FR', '53', 'note 33(o): parts of the European Union'],
      ['KR', '63', 'note 33(t): parts of South Korea'],
      ['TW', '67', 'HTS 9903.94.67: parts of Taiwan'],
    ] as const
  ).map(
    ([countryOfOrigin, ending, clause]): TreatmentCase => ({
      clause,
      program,
      goods: { htsCode: bumper, countryOfOrigin, isVehiclePart: true, endUse: 'passenger_vehicle' },
      lines: [`9903.94.${ending} applies`],
    }),
  ),
  {
    clause: 'note 33(p): certified for U.S. automobile production or repair, outside (g)',
    program,
    goods: {
      htsCode: '3926301000',
      countryOfOrigin: 'CN',
      endUse: 'passenger_vehicle',
      endUseCert: 'Certificate of 2026-11-02',
    },
    lines: ['9903.94.07 applies'],
  },
  {
    clause: 'note 33(p)(i): not for chapters 72, 73 and 76',
    program,
    goods: {
      htsCode: '7318158069',
      countryOfOrigin: 'CN',
      endUse: 'passenger_vehicle',
      endUseCert: 'Certificate of 2026-11-02',
    },
    lines: [],
  },
  {
    clause: 'note 33(q): the United Kingdom, for its own automobiles',
    program,
    goods: {
      htsCode: '3926301000',
      countryOfOrigin: 'GB',
      endUse: 'passenger_vehicle',
      endUseCert: 'Certificate of 2026-11-02',
    },
    lines: ['9903.94.07 needs_answer'],
    instead: ['9903.94.33'],
  },
  {
    clause: 'note 33(p), 38(j): certified, but not for which vehicle',
    program,
    goods: { htsCode: '3926301000', countryOfOrigin: 'CN', endUseCert: 'Certificate of 2026-11-02' },
    lines: ['9903.94.07 needs_answer'],
    asks: ['endUse'],
  },
  {
    clause: 'HTS 9903.94.45: certified parts of the European Union',
    program,
    goods: { htsCode: '3926301000', countryOfOrigin: 'IT', endUse: 'passenger_vehicle', endUseCert: 'of 2026-11-02' },
    lines: ['9903.94.45 applies'],
  },
  {
    clause: 'note 39(a)(2): a semiconductor article under 9903.79.01 is not subject to the duty on parts',
    program,
    goods: {
      htsCode: '8471500150',
      countryOfOrigin: 'TW',
      isVehiclePart: true,
      semi: { tpp: '15000', dramGBs: '4600', endUse: 'other' },
    },
    lines: ['none not_applied'],
  },
  {
    clause: 'note 39(c): an article outside the windows stays a candidate part',
    program,
    goods: {
      htsCode: '8471500150',
      countryOfOrigin: 'CN',
      isVehiclePart: true,
      semi: { tpp: '0', dramGBs: '0' },
    },
    lines: ['9903.94.05 applies'],
  },
]
