import { type TreatmentCase, usmca } from './treatment-case.ts'

const quartz = 'SECTION_201_QUARTZ'
const surcharge = 'SECTION_122'
const slab = '6810990020'

export const quartzCases: readonly TreatmentCase[] = [
  {
    clause: 'note 41: quartz surface product or not is asked for',
    program: quartz,
    goods: { htsCode: slab, countryOfOrigin: 'CN' },
    lines: ['none needs_answer', '9903.45.30 needs_answer'],
    asks: ['isQuartzSurface'],
  },
  {
    clause: 'note 41: no quartz surface product',
    program: quartz,
    goods: { htsCode: '7020006000', countryOfOrigin: 'CN', isQuartzSurface: false },
    lines: ['none not_applied'],
  },
  {
    clause: 'note 41: in or over the quota, which the pack does not know',
    program: quartz,
    goods: { htsCode: slab, countryOfOrigin: 'CN', isQuartzSurface: true },
    lines: ['9903.45.30 needs_answer'],
    asks: [],
    instead: ['9903.45.31'],
  },
  {
    clause: 'note 41: Canada and Mexico are exempt',
    program: quartz,
    goods: { htsCode: slab, countryOfOrigin: 'MX' },
    lines: ['none not_applied'],
  },
  {
    clause: 'note 41: other countries are exempt, which are not known',
    program: quartz,
    goods: { htsCode: slab, countryOfOrigin: 'IN', isQuartzSurface: true },
    lines: ['9903.45.30 needs_answer'],
    instead: ['none', '9903.45.31'],
  },
  {
    clause: 'in force: from 2026-08-15',
    program: quartz,
    day: '2026-08-14',
    goods: { htsCode: slab, countryOfOrigin: 'CN' },
    lines: [],
  },
]

export const surchargeCases: readonly TreatmentCase[] = [
  {
    clause: 'Proc 2026-02-20 cl. 7: ended on 2026-07-24',
    program: surcharge,
    day: '2026-07-24',
    goods: { htsCode: '6109100012', countryOfOrigin: 'VN' },
    lines: [],
  },
  {
    clause: 'Proc 2026-02-20 cl. 1, 2: 10%, unless on a list that is not known',
    program: surcharge,
    day: '2026-07-23',
    goods: { htsCode: '6109100012', countryOfOrigin: 'VN' },
    lines: ['9903.03.01 needs_answer'],
    instead: ['9903.03.03'],
  },
  {
    clause: 'Proc 2026-02-20 cl. 4: not in addition to Section 232',
    program: surcharge,
    day: '2026-05-04',
    goods: { htsCode: '4407110042', countryOfOrigin: 'CA' },
    lines: ['9903.03.06 applies'],
  },
  {
    clause: 'HTS 9903.03.07: goods of Canada under USMCA',
    program: surcharge,
    day: '2026-05-04',
    goods: { htsCode: '6109100012', countryOfOrigin: 'CA', preference: usmca },
    lines: ['9903.03.07 applies'],
  },
  {
    clause: 'HTS 9903.03.08: goods of Mexico under USMCA',
    program: surcharge,
    day: '2026-05-04',
    goods: { htsCode: '6109100012', countryOfOrigin: 'MX', preference: usmca },
    lines: ['9903.03.08 applies'],
  },
]
