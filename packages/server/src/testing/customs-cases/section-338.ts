import { type TreatmentCase, usmca } from './treatment-case.ts'

const program = 'SECTION_338_CANADA'

export const section338Cases: readonly TreatmentCase[] = [
  {
    clause: 'Proc 11048 and note 51(b)(3): 50% on listed goods of Canada, with a USMCA claim too',
    program,
    goods: { htsCode: '6109100012', countryOfOrigin: 'CA', preference: usmca },
    lines: ['9903.03.14 applies'],
  },
  {
    clause: 'Proc 11046 and note 51(b)(1)',
    program,
    goods: { htsCode: '2208303030', countryOfOrigin: 'CA' },
    lines: ['9903.03.12 applies'],
  },
  {
    clause: 'Proc 11047 and note 51(b)(2)',
    program,
    goods: { htsCode: '3504005000', countryOfOrigin: 'CA' },
    lines: ['9903.03.13 applies'],
  },
  {
    clause: 'Proc 11046 cl. 1: products of Canada, wherever they ship from; goods of others are outside',
    program,
    goods: { htsCode: '6109100012', countryOfOrigin: 'VN' },
    lines: [],
  },
  {
    clause: 'stacking: since 2026-09-15 list (b)(3) is added to a Section 232 duty',
    program,
    goods: { htsCode: '9403608093', countryOfOrigin: 'CA', isCabinetOrVanity: true },
    lines: ['9903.03.14 applies'],
  },
  {
    clause: 'Proc 11046 cl. 2 and stacking: a Section 232 duty drops list (b)(2)',
    program,
    goods: {
      htsCode: '3504005000',
      countryOfOrigin: 'CA',
      endUse: 'passenger_vehicle',
      endUseCert: 'Certificate of 2026-11-02',
    },
    lines: ['none not_applied'],
  },
  {
    clause: 'Proc 11046 cl. 2: while the Section 232 question is open, so is list (b)(2)',
    program,
    goods: { htsCode: '3504005000', countryOfOrigin: 'CA', endUseCert: 'Certificate of 2026-11-02' },
    lines: ['none needs_answer', '9903.03.13 needs_answer'],
    asks: ['endUse'],
  },
  {
    clause: 'stacking: not confirmed for unmanned aircraft',
    program,
    day: '2027-02-09',
    goods: { htsCode: '3504005050', countryOfOrigin: 'CA', uas: { isUas: true } },
    lines: ['9903.03.13 needs_answer'],
    instead: ['none'],
  },
  {
    clause: 'Proc 11056 cl. 1: from 2026-08-22',
    program,
    day: '2026-08-21',
    goods: { htsCode: '3504005000', countryOfOrigin: 'CA' },
    lines: [],
  },
]
