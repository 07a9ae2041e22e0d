import { type TreatmentCase, usmca } from './treatment-case.ts'

const labor = 'SECTION_301_FORCED_LABOR'
const pan = '7323930045'

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
