import type { PgaDeclaration } from '@entrygo/sdk/contract'
import type { PlanInputs, PlannedProduct } from '../../domain/rules/plan-inputs.ts'
import { type AgencySample, agencySamples } from '../agency-samples.ts'
import { completeInputs, inputsWithProduct } from '../complete-inputs.ts'
import { type ActingCase, productAt, type QuietCase } from './rule-case.ts'

const worst = ['BLOCK', 'REVIEW', 'INFO']

/** By rule: the decision asked for, one field missing, a disclaim without its code, and data that is complete. */
const bySample: readonly ActingCase[] = agencySamples.flatMap((sample): ActingCase[] => {
  const { ruleId, program, severity, field, data } = sample
  const at = `${productAt}/pga/${program}`
  const { [field]: _, ...rest } = data
  const undecided = ruleId === 'PGA-FCC' ? 'INFO NOTICE' : 'REVIEW QUESTION'
  const clock = ruleId === 'PGA-FDA-FOOD' ? ['INFO NOTICE /warehouse/modeOfTransport'] : []
  return [
    [ruleId, 'goods that nobody decided on', goodsOf(sample), sorted([`${undecided} ${at}/status`, ...clock])],
    [
      ruleId,
      `declared goods without ${field}`,
      goodsOf(sample, { status: 'data', data: rest }),
      sorted([`${severity} MISSING_DATA ${at}/data/${field}`, ...clock]),
    ],
    [
      ruleId,
      'a disclaim without its code',
      goodsOf(sample, { status: 'disclaimed' }),
      [`REVIEW MISSING_DATA ${at}/disclaimCode`],
    ],
    [
      ruleId,
      'declared goods with their data',
      goodsOf(sample, { status: 'data', data }),
      [`INFO NOTICE ${at}/status`, ...clock],
    ],
  ]
})

function sorted(found: readonly string[]): string[] {
  const rank = (text: string): number => worst.indexOf(text.split(' ')[0] ?? '')
  return [...found].sort((a, b) => rank(a) - rank(b))
}

const toy = '9503000013'
const toyAt = `${productAt}/pga/cpsc`
const fullSet = ['citations', 'contact', 'idType', 'lab', 'mfgDate', 'mfgPlace', 'productId', 'testDate']
const piano = { htsCode: '9201200011', description: 'Grand piano of spruce' }
const spruce = { genus: 'Picea', species: 'glauca', harvestCountry: 'CA', qty: '40', unit: 'kg', pctRecycled: '0' }
const tuna = sampleData('nmfs')
const maple = goodsOf(sampleOf('fda_food'), { status: 'data', data: sampleData('fda_food') })

export const pgaActing: readonly ActingCase[] = [
  ...bySample,
  [
    'PGA-CPSC',
    "a children's product without a word on its certificate",
    inputsWith(toy, {}, { childrenProduct: true }),
    fullSet.map((field) => `BLOCK MISSING_DATA ${toyAt}/data/${field}`),
  ],
  [
    'PGA-CPSC',
    'a reference to the registry without the product',
    inputsWith(toy, { cpsc: { status: 'data', data: { certifierId: 'C-1001', version: '1' } } }),
    [`REVIEW MISSING_DATA ${toyAt}/data/productId`, `INFO NOTICE ${toyAt}/status`],
  ],
  [
    'PGA-CPSC',
    'shoes of which nobody said whether they are for children',
    inputsWith('6403992030', {}),
    [`REVIEW QUESTION ${productAt}/childrenProduct`],
  ],
  [
    'PGA-CPSC',
    "a disclaim of a children's product",
    inputsWith(toy, { cpsc: { status: 'disclaimed', disclaimCode: 'A' } }, { childrenProduct: true }),
    [`REVIEW CHECK ${toyAt}/status`],
  ],
  [
    'PGA-FWS',
    'a disclaim that the flag does not allow',
    inputsWith('4202213000', { fws: { status: 'disclaimed', disclaimCode: 'A', flag: 'FW3' } }),
    [`REVIEW INVALID_DATA ${productAt}/pga/fws/disclaimCode`],
  ],
  [
    'PGA-FDA-COS',
    'a flag of another program',
    inputsWith('3304995000', { fda_cos: { status: 'data', flag: 'FD3', data: sampleData('fda_cos') } }),
    [`REVIEW CHECK ${productAt}/pga/fda_cos/flag`, `INFO NOTICE ${productAt}/pga/fda_cos/status`],
  ],
  [
    'PGA-LACEY',
    'a second material without its harvest country',
    inputsWithProduct({
      ...piano,
      pga: { lacey: { status: 'data', data: { materials: [spruce, { ...spruce, harvestCountry: '' }] } } },
    }),
    [`REVIEW MISSING_DATA ${productAt}/pga/lacey/data/materials/1/harvestCountry`],
  ],
  [
    'PGA-LACEY',
    'plant material of too little weight to declare',
    inputsWithProduct({
      ...piano,
      pga: { lacey: { status: 'data', data: { plantPct: '5', plantKgInEntry: '2.9' } } },
    }),
    [`INFO NOTICE ${productAt}/pga/lacey/status`],
  ],
  [
    'PGA-FSIS',
    'a certificate without the establishment',
    inputsWith('1601002090', { fsis: { status: 'data', data: { certificate: 'CA-2026-001', iHouse: 'I-123' } } }),
    [`REVIEW MISSING_DATA ${productAt}/pga/fsis/data/establishment`, `INFO NOTICE ${productAt}/pga/fsis/status`],
  ],
  [
    'PGA-FDA-DRUG',
    'a listed drug without its application',
    inputsWith('3004909201', { fda_drug: { status: 'data', data: { reg: '1234567890', dls: '12345-678' } } }),
    [`REVIEW MISSING_DATA ${productAt}/pga/fda_drug/data/application`, `INFO NOTICE ${productAt}/pga/fda_drug/status`],
  ],
  [
    'PGA-TTB',
    'whisky without its certificate and strength',
    inputsWith('2208303030', { ttb: { status: 'data', data: { permit: 'NY-I-12345', colaId: '26001001000123' } } }),
    [
      `REVIEW MISSING_DATA ${productAt}/pga/ttb/data/abv`,
      `REVIEW MISSING_DATA ${productAt}/pga/ttb/data/foreignCert`,
      `INFO NOTICE ${productAt}/pga/ttb/status`,
    ],
  ],
  [
    'PGA-NMFS',
    'a catch of which nobody looked at the fishery',
    inputsWith('0304870000', { nmfs: { status: 'data', data: { ...tuna, mmpaCoa: '' } } }),
    [`REVIEW MISSING_DATA ${productAt}/pga/nmfs/data/mmpaCoa`, `INFO NOTICE ${productAt}/pga/nmfs/status`],
  ],
  [
    'PGA-FDA-FOOD',
    'food that crosses the border in a way not stated',
    { ...maple, warehouse: { portOfEntry: '0901' } },
    ['REVIEW QUESTION /shipment/modeOfTransport', `INFO NOTICE ${productAt}/pga/fda_food/status`],
  ],
  [
    'PGA-FDA-FOOD',
    'food by air, as the shipment says',
    { ...maple, shipment: { ...completeInputs.shipment, modeOfTransport: 'air' } },
    [`INFO NOTICE ${productAt}/pga/fda_food/status`, 'INFO NOTICE /shipment/modeOfTransport'],
  ],
]

/** Goods of each list, disclaimed with a code that is allowed; and what comes close to the other variants. */
export const pgaQuiet: readonly QuietCase[] = [
  ...agencySamples.map(
    (sample): QuietCase => [
      sample.ruleId,
      'a disclaim with its code',
      goodsOf(sample, { status: 'disclaimed', disclaimCode: 'A' }),
    ],
  ),
  ...agencySamples.map(
    ({ ruleId }): QuietCase => [
      ruleId,
      'a printed book',
      inputsWith('4901990093', {}, { description: 'Travel guide' }),
    ],
  ),
  ['PGA-CPSC', 'shoes for grown-ups', inputsWith('6403992030', {}, { childrenProduct: false })],
  [
    'PGA-CPSC',
    'a toy disclaimed, and not said to be for children',
    inputsWith(toy, { cpsc: { status: 'disclaimed', disclaimCode: 'C' } }),
  ],
  [
    'PGA-FWS',
    'a disclaim that the flag allows',
    inputsWith('4202213000', { fws: { status: 'disclaimed', disclaimCode: 'D', flag: 'FW3' } }),
  ],
  ['PGA-AMS', 'honey that is not organic', inputsWith('0409000010', {}, { description: 'Natural honey in jars' })],
  [
    'PGA-FDA-FOOD',
    'food disclaimed, with the way over the border not stated',
    {
      ...goodsOf(sampleOf('fda_food'), { status: 'disclaimed', disclaimCode: 'A' }),
      warehouse: { portOfEntry: '0901' },
    },
  ],
]

function goodsOf({ program, htsCode, description }: AgencySample, declaration?: PgaDeclaration): PlanInputs {
  return inputsWith(htsCode, declaration === undefined ? {} : { [program]: declaration }, { description })
}

function inputsWith(
  htsCode: string,
  pga: NonNullable<PlannedProduct['pga']>,
  facts: Partial<PlannedProduct> = {},
): PlanInputs {
  return inputsWithProduct({ htsCode, pga, ...facts })
}

function sampleOf(program: AgencySample['program']): AgencySample {
  const sample = agencySamples.find((candidate) => candidate.program === program)
  if (sample === undefined) throw new Error(`There is no sample of ${program}.`)
  return sample
}

function sampleData(program: AgencySample['program']): Record<string, unknown> {
  return { ...sampleOf(program).data }
}
