import { type TreatmentCase, usmca } from './treatment-case.ts'

const program = 'SECTION_232_TRUCKS'
const tractor = '8701210080'
const bus = '8702103100'
const axle = '8708508500'

export const truckCases: readonly TreatmentCase[] = [
  {
    clause: 'note 38(b): medium- and heavy-duty vehicles',
    program,
    goods: { htsCode: tractor, countryOfOrigin: 'DE' },
    lines: ['9903.74.01 applies'],
  },
  {
    clause: 'note 38(c): buses',
    program,
    goods: { htsCode: bus, countryOfOrigin: 'CA', preference: usmca },
    lines: ['9903.74.02 applies'],
  },
  {
    clause: 'note 38(d): U.S. content under USMCA, upon approval',
    program,
    goods: { htsCode: tractor, countryOfOrigin: 'MX', preference: usmca, usContentPct: '35' },
    lines: ['9903.74.01 needs_answer'],
    asks: [],
    instead: ['9903.74.03'],
  },
  {
    clause: 'note 38(d): the U.S. content is asked for under a claim',
    program,
    goods: { htsCode: tractor, countryOfOrigin: 'MX', preference: usmca },
    lines: ['9903.74.03 needs_answer', '9903.74.01 needs_answer'],
    asks: ['usContentPct'],
  },
  {
    clause: 'note 38(e): articles of (b) that are no such vehicles',
    program,
    goods: { htsCode: '8709110030', countryOfOrigin: 'CN', endUse: 'other' },
    lines: ['9903.74.05 applies'],
  },
  {
    clause: 'note 38(g): at least 25 years old, also a bus',
    program,
    goods: { htsCode: bus, countryOfOrigin: 'GB', modelYear: 1999 },
    lines: ['9903.74.07 applies'],
  },
  {
    clause: 'note 38(i), (l): a listed prefix is a candidate',
    program,
    goods: { htsCode: '8708508500', countryOfOrigin: 'CN' },
    lines: ['9903.74.11 needs_answer', '9903.74.08 needs_answer'],
    asks: ['isVehiclePart', 'endUse'],
  },
  {
    clause: 'note 38(h), (i): part of a truck',
    program,
    goods: { htsCode: axle, countryOfOrigin: 'CN', isVehiclePart: true, endUse: 'truck_bus' },
    lines: ['9903.74.08 applies'],
  },
  {
    clause: 'note 38(k): USMCA',
    program,
    goods: { htsCode: axle, countryOfOrigin: 'CA', preference: usmca },
    lines: ['9903.74.10 applies'],
  },
  {
    clause: 'note 38(l): no part',
    program,
    goods: { htsCode: axle, countryOfOrigin: 'CN', isVehiclePart: false },
    lines: ['9903.74.11 applies'],
  },
  {
    clause: 'note 38(l): a part of a passenger vehicle is no part of a truck',
    program,
    goods: { htsCode: axle, countryOfOrigin: 'CN', isVehiclePart: true, endUse: 'passenger_vehicle' },
    lines: ['9903.74.11 applies'],
  },
  {
    clause: 'notes 33(b), 38(b): 8704.60.00 is on both lists, and the end use decides',
    program,
    goods: { htsCode: '8704600000', countryOfOrigin: 'CN' },
    lines: ['9903.74.05 needs_answer', '9903.74.01 needs_answer'],
    asks: ['endUse'],
  },
  {
    clause: 'notes 33(b), 38(b): 8704.60.00 as a light truck',
    program,
    goods: { htsCode: '8704600000', countryOfOrigin: 'CN', endUse: 'passenger_vehicle' },
    lines: ['9903.74.05 applies'],
  },
  {
    clause: 'note 38(b), (i): a chassis is on the lists of vehicles and of parts',
    program,
    goods: { htsCode: '8706000300', countryOfOrigin: 'CN', endUse: 'truck_bus', isVehiclePart: true },
    lines: ['9903.74.08 applies'],
  },
  {
    clause: 'note 38(b), (i), (k): a chassis that is a part, with a USMCA claim',
    program,
    goods: {
      htsCode: '8706000300',
      countryOfOrigin: 'MX',
      preference: usmca,
      endUse: 'truck_bus',
      isVehiclePart: true,
    },
    lines: ['9903.74.10 applies'],
  },
  {
    clause: 'note 38(l): a part on list (i) alone whose end use is another',
    program,
    goods: { htsCode: '8708403050', countryOfOrigin: 'CN', isVehiclePart: true, endUse: 'other' },
    lines: ['9903.74.11 applies'],
  },
  {
    clause: 'note 39(a)(4): a semiconductor article under 9903.79.01 is not subject to the duty on parts',
    program,
    goods: {
      htsCode: '8473301180',
      countryOfOrigin: 'TW',
      endUse: 'truck_bus',
      endUseCert: 'Certificate of 2026-11-02',
      semi: { tpp: '15000', dramGBs: '4600', endUse: 'other' },
    },
    lines: ['none not_applied'],
  },
  {
    clause: 'note 38(j): certified for U.S. production or repair, outside (i)',
    program,
    goods: {
      htsCode: '3926301000',
      countryOfOrigin: 'CN',
      endUse: 'truck_bus',
      endUseCert: 'Certificate of 2026-11-02',
    },
    lines: ['9903.74.09 applies'],
  },
  {
    clause: 'note 38(j), (k): certified, with a USMCA claim',
    program,
    goods: {
      htsCode: '3926301000',
      countryOfOrigin: 'MX',
      preference: usmca,
      endUse: 'truck_bus',
      endUseCert: 'Certificate of 2026-11-02',
    },
    lines: ['9903.74.10 applies'],
  },
]
