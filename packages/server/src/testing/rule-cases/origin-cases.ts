import { completeInputs, inputsWithProduct } from '../complete-inputs.ts'
import { type ActingCase, productAt, type QuietCase } from './rule-case.ts'

export const originActing: readonly ActingCase[] = [
  [
    'ORG-01',
    'a claim for Viet Nam',
    inputsWithProduct({ countryOfOrigin: 'VN', preference: { program: 'USMCA' } }),
    [`BLOCK NOT_ALLOWED ${productAt}/preference`],
  ],
  [
    'ORG-02',
    'a claim',
    inputsWithProduct({ preference: { program: 'USMCA' } }),
    [`INFO NOTICE ${productAt}/preference`],
  ],
  [
    'ORG-03',
    'no claim for Mexico',
    inputsWithProduct({ countryOfOrigin: 'MX' }),
    [`INFO NOTICE ${productAt}/preference`],
  ],
  [
    'ORG-04',
    'goods of Cuba',
    inputsWithProduct({ countryOfOrigin: 'CU' }),
    [`BLOCK NOT_ALLOWED ${productAt}/countryOfOrigin`],
  ],
  [
    'ORG-05',
    'goods of Belarus',
    inputsWithProduct({ countryOfOrigin: 'BY' }),
    [`REVIEW CHECK ${productAt}/countryOfOrigin`],
  ],
  [
    'ORG-06',
    'US goods without evidence',
    inputsWithProduct({ countryOfOrigin: 'US' }),
    [`REVIEW MISSING_DATA ${productAt}/returnEvidence`],
  ],
  [
    'ORG-07',
    'goods of China without trace',
    inputsWithProduct({ countryOfOrigin: 'CN' }),
    [`REVIEW MISSING_DATA ${productAt}/supplyChainTrace`],
  ],
  [
    'ORG-07',
    'a trace without evidence',
    inputsWithProduct({ countryOfOrigin: 'CN', supplyChainTrace: [{ input: 'display', country: 'KR' }] }),
    [`REVIEW QUESTION ${productAt}/supplyChainTrace/0/evidence`],
  ],
  [
    'ORG-07',
    'cotton of China in goods of Viet Nam',
    inputsWithProduct({
      countryOfOrigin: 'VN',
      supplyChainTrace: [{ input: 'Raw cotton', country: 'CN', evidence: 'x' }],
    }),
    [`REVIEW CHECK ${productAt}/supplyChainTrace/0/country`],
  ],
  [
    'ORG-07',
    'an input of a country that does not exist',
    inputsWithProduct({
      countryOfOrigin: 'CN',
      supplyChainTrace: [{ input: 'display', country: 'XX', evidence: 'declaration' }],
    }),
    [`REVIEW INVALID_DATA ${productAt}/supplyChainTrace/0/country`],
  ],
  [
    'ORG-07',
    'aluminum smelted in China in goods of Mexico',
    inputsWithProduct({ countryOfOrigin: 'MX', metals: { aluminum: { primarySmelt: 'CN', cast: 'MX' } } }),
    [`REVIEW CHECK ${productAt}/metals/aluminum/primarySmelt`],
  ],
  [
    'ORG-04',
    'goods of Iran, whose embargo was not read',
    inputsWithProduct({ countryOfOrigin: 'IR' }),
    [`REVIEW CHECK ${productAt}/countryOfOrigin`],
  ],
  [
    'ORG-07',
    'a listed maker',
    inputsWithProduct({
      countryOfOrigin: 'CN',
      supplyChainTrace: [{ input: 'display', country: 'KR', evidence: 'x' }],
      manufacturer: { name: 'A', screening: { listDate: '2026-11-01', result: 'match' } },
    }),
    [`BLOCK NOT_ALLOWED ${productAt}/manufacturer/screening/result`],
  ],
]

export const originQuiet: readonly QuietCase[] = [
  ['ORG-01', 'a claim for US goods', inputsWithProduct({ countryOfOrigin: 'US', preference: { program: 'USMCA' } })],
  ['ORG-02', 'no claim', completeInputs],
  ['ORG-03', 'no claim for Viet Nam', inputsWithProduct({ countryOfOrigin: 'VN' })],
  ['ORG-04', 'goods of Korea', inputsWithProduct({ countryOfOrigin: 'KR' })],
  ['ORG-05', 'goods of Ukraine', inputsWithProduct({ countryOfOrigin: 'UA' })],
  ['ORG-06', 'US goods with evidence', inputsWithProduct({ countryOfOrigin: 'US', returnEvidence: 'Export invoice' })],
  [
    'ORG-07',
    'a Chinese laptop with a trace',
    inputsWithProduct({
      countryOfOrigin: 'CN',
      supplyChainTrace: [{ input: 'display', country: 'KR', evidence: 'declaration' }],
    }),
  ],
  [
    'ORG-07',
    'aluminum smelted in Canada in goods of Mexico',
    inputsWithProduct({
      countryOfOrigin: 'MX',
      metals: { aluminum: { primarySmelt: 'CA', secondarySmelt: 'N/A', cast: 'MX' } },
    }),
  ],
  [
    'ORG-07',
    'a listed maker without a tie to China',
    inputsWithProduct({ manufacturer: { name: 'A', screening: { listDate: '2026-11-01', result: 'match' } } }),
  ],
]
