import { type TreatmentCase, usmca } from './treatment-case.ts'

const china = 'SECTION_301_CHINA'
const brazil = 'SECTION_301_BRAZIL'
const labor = 'SECTION_301_FORCED_LABOR'
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

export const forcedLaborCases: readonly TreatmentCase[] = [
  {
    clause: 'memorandum s. 1(a)(iii): China, unless exempt',
    program: labor,
    goods: { htsCode: '9503000073', countryOfOrigin: 'CN' },
    lines: ['9903.05.31 needs_answer'],
    instead: ['9903.05.86'],
  },
  {
    clause: 'memorandum s. 1(a)(iii): Viet Nam, unless exempt',
    program: labor,
    goods: { htsCode: '6109100012', countryOfOrigin: 'VN' },
    lines: ['9903.05.84 needs_answer'],
    instead: ['9903.05.86'],
  },
  {
    clause: 'memorandum s. 1(a)(iii): another economy of 12.5%, heading not known',
    program: labor,
    goods: { htsCode: '6109100012', countryOfOrigin: 'TR' },
    lines: ['none needs_answer'],
  },
  {
    clause: 'memorandum s. 1(a)(i): 10%, heading not known; without a claim also for Canada',
    program: labor,
    goods: { htsCode: '1702204070', countryOfOrigin: 'CA' },
    lines: ['none needs_answer'],
  },
  {
    clause: 'memorandum s. 1(a)(ii): European Union, column 1 of 16.5% reaches 10%',
    program: labor,
    goods: { htsCode: '6109100012', countryOfOrigin: 'PT' },
    lines: ['none needs_answer'],
  },
  {
    clause: 'memorandum s. 1(b): exempt without condition',
    program: labor,
    goods: { htsCode: '8471300100', countryOfOrigin: 'CN' },
    lines: ['9903.05.86 applies'],
  },
  {
    clause: 'note 52: USMCA claim of Canada',
    program: labor,
    goods: { htsCode: '1702204070', countryOfOrigin: 'CA', preference: usmca },
    lines: ['9903.05.93 applies'],
  },
  {
    clause: 'note 52: USMCA claim of Mexico',
    program: labor,
    goods: { htsCode: '6109100012', countryOfOrigin: 'MX', preference: usmca },
    lines: ['9903.05.94 applies'],
  },
  {
    clause: 'stacking: a wood duty drops it',
    program: labor,
    goods: { htsCode: '9401614011', countryOfOrigin: 'VN' },
    lines: ['9903.05.90 applies'],
  },
  {
    clause: 'stacking: a duty on automobiles drops it',
    program: labor,
    goods: { htsCode: '8703230140', countryOfOrigin: 'CN' },
    lines: ['9903.05.90 applies'],
  },
  {
    clause: 'stacking: a duty on trucks drops it',
    program: labor,
    goods: { htsCode: '8701210080', countryOfOrigin: 'DE' },
    lines: ['9903.05.90 applies'],
  },
  {
    clause: 'stacking: a duty on metals drops it',
    program: labor,
    goods: { htsCode: pan, countryOfOrigin: 'CN', metals: { steel: { weightG: '950', usPct: '0' } } },
    lines: ['9903.05.90 applies'],
  },
  {
    clause: 'not confirmed: 9903.05.90 or 9903.05.93 for a Section 232 good with a claim is not confirmed',
    program: labor,
    goods: { htsCode: '9403409060', countryOfOrigin: 'CA', preference: usmca, isCabinetOrVanity: true },
    lines: ['9903.05.90 needs_answer'],
    asks: [],
    instead: ['9903.05.93'],
  },
  {
    clause: 'stacking: a heading at 0% is no Section 232 duty',
    program: labor,
    goods: { htsCode: '4011101010', countryOfOrigin: 'MX', preference: usmca },
    lines: ['9903.05.94 applies'],
  },
  {
    clause: 'stacking: while the Section 232 question is open, so is the exemption',
    program: labor,
    goods: { htsCode: '9403409060', countryOfOrigin: 'VN' },
    lines: ['9903.05.90 needs_answer', '9903.05.84 needs_answer'],
    asks: ['isCabinetOrVanity'],
  },
  {
    clause: 'stacking: not confirmed for unmanned aircraft',
    program: labor,
    goods: { htsCode: '8806220000', countryOfOrigin: 'CN', uas: { thermalImaging: false } },
    lines: ['9903.05.31 needs_answer'],
    instead: ['9903.05.90', '9903.05.86'],
  },
  {
    clause: 'stacking: not confirmed for polysilicon',
    program: labor,
    day: '2026-12-04',
    goods: { htsCode: '2804610000', countryOfOrigin: 'CN', mipCertificate: 'MIP-1' },
    lines: ['9903.05.31 needs_answer'],
    instead: ['9903.05.90', '9903.05.86'],
  },
  {
    clause: 'rule X301-02: pharmaceutical products have a heading of their own',
    program: labor,
    goods: { htsCode: '2918993000', countryOfOrigin: 'IN', pharma: { generic: true } },
    lines: ['none needs_answer'],
    instead: ['9903.05.89', '9903.05.86'],
  },
  {
    clause: 'memorandum s. 1(a): an economy that is not one of the 60',
    program: labor,
    goods: { htsCode: '6109100012', countryOfOrigin: 'UA' },
    lines: ['none not_applied'],
  },
  {
    clause: 'rule X301-02: without an origin nothing is decided',
    program: labor,
    goods: { htsCode: '6109100012' },
    lines: ['none needs_answer'],
    asks: ['countryOfOrigin'],
  },
  {
    clause: 'in force: from 2026-07-24',
    program: labor,
    day: '2026-07-23',
    goods: { htsCode: '6109100012', countryOfOrigin: 'VN' },
    lines: [],
  },
]
