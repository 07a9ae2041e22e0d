import {
  canadian,
  hinge,
  ladder,
  type MetalsCase,
  type MetalsFacts,
  razorBlade,
  saucepan,
  sprayer,
} from './metals-case.ts'

const usmca = { program: 'USMCA' } as const
const steel = (weightG: string): MetalsFacts => ({
  articleWeightG: '1000',
  metals: { steel: { weightG, usPct: '0' } },
})

/** Little metal, metal of the United States, and a claim that frees nothing. */
export const metalsReliefs: readonly MetalsCase[] = [
  { clause: 'note 16(c): 14.9999%', ...razorBlade, facts: steel('149.999'), heading: '9903.82.03', status: 'applies' },
  { clause: 'note 16(c): 15%', ...razorBlade, facts: steel('150'), heading: '9903.82.09', status: 'applies' },
  {
    clause: 'note 16(c): chapter 73 knows no 15%',
    ...saucepan,
    facts: steel('1'),
    heading: '9903.82.09',
    status: 'applies',
  },
  {
    clause: 'note 16(c): the weights of the listed metals add up',
    ...hinge,
    facts: {
      articleWeightG: '1000',
      metals: { steel: { weightG: '100', usPct: '0' }, aluminum: { ...canadian, weightG: '50' } },
    },
    heading: '9903.82.09',
    status: 'applies',
  },
  {
    clause: 'note 16(c): one listed metal is enough for 15%, whatever the other weighs',
    ...hinge,
    facts: {
      articleWeightG: '1000',
      metals: { steel: { weightG: '150', usPct: '0' }, aluminum: canadian },
    },
    heading: '9903.82.09',
    status: 'applies',
  },
  {
    clause: 'note 16(c): a metal that is not listed does not count',
    ...razorBlade,
    facts: {
      articleWeightG: '1000',
      metals: { steel: { weightG: '100', usPct: '0' }, aluminum: { weightG: '800' } },
    },
    heading: '9903.82.03',
    status: 'applies',
  },
  {
    clause: 'HTS 9903.82.01, Proc 11021 cl. 9: no metal, with evidence',
    ...razorBlade,
    facts: { articleWeightG: '1000', metals: { steel: { weightG: '0' }, evidence: 'Material certificate 4711' } },
    heading: '9903.82.01',
    status: 'applies',
  },
  {
    clause: 'HTS 9903.82.01: no metal, without evidence',
    ...razorBlade,
    facts: steel('0'),
    heading: '9903.82.03',
    status: 'needs_answer',
    or: ['9903.82.01'],
    asks: ['metals.evidence'],
  },
  {
    clause: 'HTS 9903.82.01: another metal in the article',
    ...saucepan,
    facts: {
      metals: {
        steel: { weightG: '0', usPct: '0' },
        aluminum: { weightG: '10' },
        evidence: 'Material certificate 4711',
      },
    },
    heading: '9903.82.09',
    status: 'applies',
  },
  ...usShare('94.9999', '2026-06-07', '9903.82.09'),
  ...usShare('95', '2026-06-07', '9903.82.06'),
  ...usShare('84.9999', '2026-06-08', '9903.82.09'),
  ...usShare('85', '2026-06-08', '9903.82.06'),
  {
    clause: 'note 16(e): every list must be met',
    ...hinge,
    facts: {
      articleWeightG: '100',
      metals: {
        steel: { weightG: '50', usPct: '100' },
        aluminum: { ...canadian, weightG: '50', usPct: '84.9' },
      },
    },
    heading: '9903.82.09',
    status: 'applies',
  },
  {
    clause: 'note 16(e) on lists (ix) and (x), column 1 of 1.8%',
    ...sprayer,
    facts: {
      articleWeightG: '1000',
      metals: {
        steel: { weightG: '500', usPct: '90' },
        aluminum: { primarySmelt: 'US', secondarySmelt: 'CA', cast: 'US', weightG: '100', usPct: '90' },
      },
    },
    heading: '9903.82.07',
    status: 'applies',
  },
  {
    clause: 'note 16(e) knows no articles of list (iii)',
    goods: 'ingot of steel',
    htsCode: '7206100000',
    origin: 'CA',
    facts: { metals: { steel: { usPct: '100' } } },
    heading: '9903.82.02',
    status: 'applies',
  },
  {
    clause: 'note 16(b): a claim under the USMCA frees nothing',
    ...ladder,
    facts: { preference: usmca, metals: { aluminum: canadian } },
    heading: '9903.82.09',
    status: 'applies',
  },
]

function usShare(usPct: string, day: string, heading: string): MetalsCase[] {
  const clause = `note 16(e), Proc 11032 cl. 4: ${usPct}% on ${day}`
  return [{ clause, ...saucepan, facts: { metals: { steel: { usPct } } }, day, heading, status: 'applies' }]
}
