import type { TreatmentCase } from './treatment-case.ts'

const program = 'SECTION_232_PHARMA'
const drug = { htsCode: '2918993000', pharma: { patented: true, generic: false, company: 'Example Pharma Inc.' } }

export const pharmaCases: readonly TreatmentCase[] = [
  {
    clause: 'rule P232-01: patented, generic and company are asked for',
    program,
    goods: { htsCode: drug.htsCode, countryOfOrigin: 'IN' },
    lines: ['9903.04.67', 'none', 'none', '9903.04.60'].map((heading) => `${heading} needs_answer`),
    asks: ['pharma.generic', 'pharma.patented', 'pharma.company'],
  },
  {
    clause: 'rule P232-01: generic',
    program,
    goods: { htsCode: drug.htsCode, countryOfOrigin: 'IN', pharma: { generic: true } },
    lines: ['9903.04.67 applies'],
  },
  {
    clause: 'rule P232-01: a product that is stated to be patented and generic is not taken for a generic',
    program,
    goods: { ...drug, countryOfOrigin: 'IN', pharma: { ...drug.pharma, generic: true } },
    lines: ['9903.04.60 needs_answer'],
  },
  {
    clause: 'rule P232-01: patented, total 100%, unless research or a company agreement',
    program,
    goods: { ...drug, countryOfOrigin: 'IN' },
    lines: ['9903.04.60 needs_answer'],
    instead: ['9903.04.70', 'none'],
  },
  {
    clause: 'rule P232-01: the United Kingdom pays nothing, under a heading that is not known',
    program,
    goods: { ...drug, countryOfOrigin: 'GB' },
    lines: ['none needs_answer'],
  },
  {
    clause: 'rule P232-01: 15% of countries with an agreement, under a heading that is not known',
    program,
    goods: { ...drug, countryOfOrigin: 'LI' },
    lines: ['none needs_answer'],
  },
  {
    clause: 'in force: from 2026-07-31',
    program,
    day: '2026-07-30',
    goods: { ...drug, countryOfOrigin: 'IN' },
    lines: [],
  },
]
