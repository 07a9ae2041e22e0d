import type { TreatmentCase } from './treatment-case.ts'

const program = 'SECTION_232_SEMICONDUCTORS'
const unit = { htsCode: '8471500150', countryOfOrigin: 'TW' }

export const semiconductorCases: readonly TreatmentCase[] = [
  {
    clause: 'note 39(b): a listed prefix is a candidate; performance and end use are asked for',
    program,
    goods: unit,
    lines: ['02', '03', '04', '05', '06', '07', '08', '09', '01'].map((ending) => `9903.79.${ending} needs_answer`),
    asks: ['semi.tpp', 'semi.dramGBs', 'semi.endUse'],
  },
  {
    clause: 'note 39(c): does not meet the technical parameters',
    program,
    goods: { ...unit, semi: { tpp: '4800', dramGBs: '900' } },
    lines: ['9903.79.02 applies'],
  },
  {
    clause: 'note 39(b): one parameter outside both windows is enough',
    program,
    goods: { ...unit, semi: { tpp: '4800' } },
    lines: ['9903.79.02 applies'],
  },
  {
    clause: 'note 39(b)(1): inside the first window, no named end use',
    program,
    goods: { ...unit, semi: { tpp: '14001', dramGBs: '4999.9', endUse: 'other' } },
    lines: ['9903.79.01 applies'],
  },
  {
    clause: 'note 39(b)(2): inside the second window, no named end use',
    program,
    goods: { ...unit, semi: { tpp: '21000', dramGBs: '6000', endUse: 'other' } },
    lines: ['9903.79.01 applies'],
  },
  {
    clause: 'note 39(b): greater than and less than leave the limits out',
    program,
    goods: { ...unit, semi: { tpp: '14000', dramGBs: '4600', endUse: 'other' } },
    lines: ['9903.79.02 applies'],
  },
  {
    clause: 'note 39(b): the parameters of two windows do not mix',
    program,
    goods: { ...unit, semi: { tpp: '15000', dramGBs: '6000', endUse: 'other' } },
    lines: ['9903.79.02 applies'],
  },
  ...(
    [
      ['data_center', '03', 'i'],
      ['repair', '04', 'ii'],
      ['research', '05', 'iii'],
      ['startup', '06', 'iv'],
      ['consumer', '07', 'v'],
      ['civil_industrial', '08', 'vi'],
      ['public_sector', '09', 'vii'],
    ] as const
  ).map(
    ([endUse, ending, part]): TreatmentCase => ({
      clause: `note 39(d)(${part}): ${endUse}`,
      program,
      goods: { ...unit, semi: { tpp: '15000', dramGBs: '4600', endUse } },
      lines: [`9903.79.${ending} applies`],
    }),
  ),
]
