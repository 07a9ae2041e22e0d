import type { TreatmentCase } from './treatment-case.ts'

const china = 'SECTION_301_CHINA'
const brazil = 'SECTION_301_BRAZIL'
const pan = '7323930045'

export const chinaCases: readonly TreatmentCase[] = [
  {
    clause: 'HTS 9903.88.01: list 1',
    program: china,
    goods: { htsCode: '4011300050', countryOfOrigin: 'CN' },
    lines: ['9903.88.01 applies'],
  },
  {
    clause: 'HTS 9903.88.01, .03: a line on two lists is split below eight digits, and one of them applies',
    program: china,
    goods: { htsCode: '8402900010', countryOfOrigin: 'CN' },
    lines: ['9903.88.03 needs_answer'],
    asks: [],
    instead: ['9903.88.01'],
  },
  {
    clause: 'HTS 9903.88.03: list 3',
    program: china,
    goods: { htsCode: '9403409060', countryOfOrigin: 'CN' },
    lines: ['9903.88.03 applies'],
  },
  {
    clause: 'HTS 9903.88.15: list 4A',
    program: china,
    goods: { htsCode: '6109100012', countryOfOrigin: 'CN' },
    lines: ['9903.88.15 applies'],
  },
  {
    clause: 'HTS 9903.88.16: list 4B is suspended',
    program: china,
    goods: { htsCode: pan, countryOfOrigin: 'CN' },
    lines: ['9903.88.16 not_applied'],
  },
  {
    clause: 'HTS 9903.91.05: from 2025-01-01, beside the suspended list 4B',
    program: china,
    goods: { htsCode: '8542310001', countryOfOrigin: 'CN' },
    lines: ['9903.88.16 not_applied', '9903.91.05 applies'],
  },
  {
    clause: 'HTS 9903.91.06: from 2026-01-01',
    program: china,
    goods: { htsCode: '8507600010', countryOfOrigin: 'CN' },
    lines: ['9903.88.16 not_applied', '9903.91.06 applies'],
  },
  ...(
    [
      ['3901901000', '9903.88.03', '9903.88.02', 'lists 2 and 3'],
      ['9401806021', '9903.88.04', '9903.88.03', 'both parts of list 3'],
      ['8541210040', '9903.91.05', '9903.88.03', 'list 3 and note 31(f)'],
    ] as const
  ).map(
    ([htsCode, heading, other, lists]): TreatmentCase => ({
      clause: `note 20: ${lists}, of which one applies`,
      program: china,
      goods: { htsCode, countryOfOrigin: 'CN' },
      lines: [`${heading} needs_answer`],
      instead: [other],
    }),
  ),
  ...(
    [
      ['2710193010', '9903.88.02', 'list 2'],
      ['2602000040', '9903.91.01', 'note 31(b)'],
      ['8541420010', '9903.91.02', 'note 31(c)'],
      ['8702403100', '9903.91.03', 'note 31(d)'],
      ['2804610000', '9903.91.05', 'note 31(f)'],
      ['8101940000', '9903.91.11', 'note 31(j)'],
      ['2504101000', '9903.91.06', 'note 31(g)'],
      ['4015121010', '9903.91.08', 'note 31(i)'],
    ] as const
  ).map(
    ([htsCode, heading, list]): TreatmentCase => ({
      clause: `HTS ${heading}: ${list}`,
      program: china,
      goods: { htsCode, countryOfOrigin: 'CN' },
      lines: [`${heading} applies`],
    }),
  ),
  {
    clause: 'HTS 9903.91.07 and list 4A: one of them applies to textile face masks and their like',
    program: china,
    goods: { htsCode: '6307909825', countryOfOrigin: 'CN' },
    lines: ['9903.88.16 not_applied', '9903.91.07 needs_answer'],
    instead: ['9903.88.15'],
  },
  {
    clause: 'HTS 9903.88.70: whether it was extended after 2026-11-09 is not known',
    program: china,
    goods: { htsCode: '8486100000', countryOfOrigin: 'CN' },
    lines: ['9903.88.16 not_applied', '9903.88.02 needs_answer'],
    instead: ['9903.88.70'],
  },
  {
    clause: 'HTS 9903.88.69: an exclusion covers some articles of a line, through 2026-11-09',
    program: china,
    day: '2026-11-09',
    goods: { htsCode: '8504409580', countryOfOrigin: 'CN' },
    lines: ['9903.88.16 not_applied', '9903.88.03 needs_answer'],
    instead: ['9903.88.69'],
  },
  {
    clause: 'HTS 9903.88.69: whether it was extended after 2026-11-09 is not known',
    program: china,
    goods: { htsCode: '8504409580', countryOfOrigin: 'CN' },
    lines: ['9903.88.16 not_applied', '9903.88.03 needs_answer'],
    instead: ['9903.88.69'],
  },
  {
    clause: 'HTS 9903.91.12: chassis from 2026-11-10, not confirmed; 9903.91.13 for other articles',
    program: china,
    goods: { htsCode: '8716390090', countryOfOrigin: 'CN' },
    lines: ['9903.88.03 applies', '9903.91.12 needs_answer'],
    instead: ['9903.91.13'],
  },
  {
    clause: 'HTS 9903.91.12: not on 2026-11-09',
    program: china,
    day: '2026-11-09',
    goods: { htsCode: '8716390090', countryOfOrigin: 'CN' },
    lines: ['9903.88.03 applies'],
  },
  {
    clause: 'HTS 9903.91.14, 9903.92.10: gantry cranes',
    program: china,
    goods: { htsCode: '8426190000', countryOfOrigin: 'CN' },
    lines: ['9903.92.10 needs_answer', '9903.91.14 needs_answer'],
  },
  {
    clause: 'rule X301-01: by origin, not by the country it ships from',
    program: china,
    goods: { htsCode: '6109100012', countryOfOrigin: 'VN' },
    lines: [],
  },
]

export const brazilCases: readonly TreatmentCase[] = [
  {
    clause: 'note 50: goods of Brazil',
    program: brazil,
    goods: { htsCode: '6109100012', countryOfOrigin: 'BR' },
    lines: ['9903.05.01 applies'],
  },
  {
    clause: 'note 50: exempt products',
    program: brazil,
    goods: { htsCode: '8471300100', countryOfOrigin: 'BR', isVehiclePart: false },
    lines: ['none not_applied'],
  },
  {
    clause: 'stacking: a Section 232 duty drops it',
    program: brazil,
    goods: { htsCode: '9401616031', countryOfOrigin: 'BR' },
    lines: ['none not_applied'],
  },
  {
    clause: 'stacking: not confirmed for unmanned aircraft',
    program: brazil,
    day: '2027-02-09',
    goods: { htsCode: '8544700000', countryOfOrigin: 'BR', uas: { isUas: true } },
    lines: ['9903.05.01 needs_answer'],
    instead: ['none'],
  },
  {
    clause: 'in force: from 2026-07-22',
    program: brazil,
    day: '2026-07-21',
    goods: { htsCode: '6109100012', countryOfOrigin: 'BR' },
    lines: [],
  },
]
