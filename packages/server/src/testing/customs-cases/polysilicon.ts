import type { TreatmentCase } from './treatment-case.ts'

const program = 'SECTION_232_POLYSILICON'
const day = '2026-12-04'
const asks = ['mipCertificate']

export const polysiliconCases: readonly TreatmentCase[] = [
  {
    clause: 'Proc of 2026-08-06 cl. 2: not before 2026-12-04',
    program,
    day: '2026-12-03',
    goods: { htsCode: '8541430010', countryOfOrigin: 'VN' },
    lines: [],
  },
  {
    clause: 'Proc of 2026-08-06 cl. 2(a), 4: the certificate of a module is asked for',
    program,
    day,
    goods: { htsCode: '8541430010', countryOfOrigin: 'VN' },
    lines: ['none needs_answer', 'none needs_answer'],
    asks,
  },
  {
    clause: 'Proc of 2026-08-06 cl. 1(a)(i), 2: polysilicon itself',
    program,
    day,
    goods: { htsCode: '2804610000', countryOfOrigin: 'CN' },
    lines: ['none needs_answer', 'none needs_answer'],
    asks,
  },
  {
    clause: 'Proc of 2026-08-06 cl. 5(b): 15% in all for Japan, certificate asked for',
    program,
    day,
    goods: { htsCode: '3818000010', countryOfOrigin: 'JP' },
    lines: ['none needs_answer', 'none needs_answer'],
    asks,
  },
  {
    clause: 'Proc of 2026-08-06 cl. 5(c): the United Kingdom, with a certificate; the heading is still not known',
    program,
    day,
    goods: { htsCode: '8541430010', countryOfOrigin: 'GB', mipCertificate: 'MIP-1' },
    lines: ['none needs_answer'],
    asks: [],
  },
]
