import type { TreatmentCase } from './treatment-case.ts'

const program = 'SECTION_232_UAS'

export const uasCases: readonly TreatmentCase[] = [
  {
    clause: 'Proc of 2026-08-13 cl. 9, 1(a): more than 25 kg',
    program,
    goods: { htsCode: '8806240000', countryOfOrigin: 'CN' },
    lines: ['9903.08.21 applies'],
  },
  {
    clause: 'Proc of 2026-08-13 cl. 9: whether a thermal imager is integrated is asked for',
    program,
    goods: { htsCode: '8806220000', countryOfOrigin: 'CN' },
    lines: ['9903.08.21 needs_answer', '9903.08.22 needs_answer'],
    asks: ['uas.thermalImaging'],
  },
  {
    clause: 'Proc of 2026-08-13 cl. 1(a): thermal imager',
    program,
    goods: { htsCode: '8806220000', countryOfOrigin: 'CN', uas: { thermalImaging: true } },
    lines: ['9903.08.21 applies'],
  },
  {
    clause: 'Proc of 2026-08-13 cl. 1(b): 25 kg or less without thermal imager',
    program,
    goods: { htsCode: '8806220000', countryOfOrigin: 'CN', uas: { thermalImaging: false } },
    lines: ['9903.08.22 applies'],
  },
  {
    clause: 'Proc of 2026-08-13 cl. 1(a): more than 25 kg, though the number is of lighter aircraft',
    program,
    goods: { htsCode: '8806230000', countryOfOrigin: 'CN', uas: { takeoffWeightKg: '25.0001' } },
    lines: ['9903.08.21 applies'],
  },
  {
    clause: 'Proc of 2026-08-13 cl. 4: Japan at most 15% in all, with certified components',
    program,
    goods: { htsCode: '8806240000', countryOfOrigin: 'JP' },
    lines: ['9903.08.21 needs_answer'],
    asks: [],
    instead: ['none'],
  },
  {
    clause: 'Proc of 2026-08-13 cl. 2: a part of the list, on 2027-02-09',
    program,
    day: '2027-02-09',
    goods: { htsCode: '8807300000', countryOfOrigin: 'CN', uas: { isUas: true } },
    lines: ['9903.08.21 needs_answer'],
    instead: ['none'],
  },
  {
    clause: 'Proc of 2026-08-13 cl. 4: the United Kingdom at most 10%, with certified components',
    program,
    goods: { htsCode: '8806220000', countryOfOrigin: 'GB', uas: { thermalImaging: false } },
    lines: ['9903.08.22 needs_answer'],
    instead: ['none'],
  },
  {
    clause: 'Proc of 2026-08-13 cl. 1(a): docking station or another article of the same number',
    program,
    goods: { htsCode: '8504409580', countryOfOrigin: 'CN' },
    lines: ['9903.08.20 needs_answer', '9903.08.21 needs_answer'],
    asks: ['uas.isUas', 'uas.dockingStation'],
  },
  {
    clause: 'rule U232-01: 9903.08.20 is filed for what is not unmanned aircraft',
    program,
    goods: { htsCode: '8504409580', countryOfOrigin: 'CN', uas: { isUas: false } },
    lines: ['9903.08.20 applies'],
  },
  {
    clause: 'Proc of 2026-08-13 cl. 2: a part that is not critical pays from 2027-02-09 only',
    program,
    goods: { htsCode: '8807300000', countryOfOrigin: 'CN', uas: { isUas: true } },
    lines: ['9903.08.21 needs_answer'],
    instead: ['none'],
  },
  {
    clause: 'Proc of 2026-08-13 cl. 2: a component of any number, on 2027-02-08',
    program,
    day: '2027-02-08',
    goods: { htsCode: '8501310000', countryOfOrigin: 'CN', uas: { isUas: true } },
    lines: [],
  },
  {
    clause: 'Proc of 2026-08-13 cl. 2: a component of any number, on 2027-02-09',
    program,
    day: '2027-02-09',
    goods: { htsCode: '8501310000', countryOfOrigin: 'CN', uas: { isUas: true } },
    lines: ['none needs_answer'],
  },
]
