import {
  completeInputs,
  inputsWithLine,
  inputsWithoutProductFacts,
  inputsWithProduct,
  inputsWithProfile,
} from '../complete-inputs.ts'
import { type ActingCase, productAt, type QuietCase } from './rule-case.ts'

export const entryActing: readonly ActingCase[] = [
  ['ENT-01', 'no number', inputsWithoutProductFacts('htsCode'), [`BLOCK MISSING_DATA ${productAt}/htsCode`]],
  ['ENT-01', 'five digits', inputsWithProduct({ htsCode: '61091' }), [`BLOCK INVALID_DATA ${productAt}/htsCode`]],
  ['ENT-02', 'eight digits', inputsWithProduct({ htsCode: '61091000' }), [`REVIEW INVALID_DATA ${productAt}/htsCode`]],
  ['ENT-03', 'an unknown suffix', inputsWithProduct({ htsCode: '1702204090' }), [`REVIEW CHECK ${productAt}/htsCode`]],
  [
    'ENT-04',
    'an unknown line',
    inputsWithProduct({ htsCode: '6109109900' }),
    [`BLOCK INVALID_DATA ${productAt}/htsCode`],
  ],
  [
    'ENT-05',
    'a number of chapter 98',
    inputsWithProduct({ htsCode: '9801001012' }),
    [`BLOCK NOT_ALLOWED ${productAt}/htsCode`],
  ],
  [
    'ENT-06',
    'Type 86',
    { ...completeInputs, shipment: { entryType: '86' } },
    ['BLOCK NOT_ALLOWED /shipment/entryType'],
  ],
  [
    'ENT-06',
    'section 321',
    { ...completeInputs, shipment: { entryType: '321' } },
    ['BLOCK NOT_ALLOWED /shipment/entryType'],
  ],
  ['ENT-07', '2,500 USD', inputsWithLine({ quantity: 100, unitValueUsd: 25 }), ['INFO NOTICE /shipment/entryType']],
  [
    'ENT-08',
    '2,500.01 USD without bond',
    { ...inputsWithLine({ quantity: 1, unitValueUsd: 2500.01 }), profile: {} },
    ['REVIEW MISSING_DATA /profile/bond/type'],
  ],
  [
    'ENT-09',
    'no importer number',
    inputsWithProfile({ importer: { name: 'Example Stores Inc.' } }),
    ['REVIEW MISSING_DATA /profile/importer/iorNumber'],
  ],
  [
    'ENT-10',
    'no word of a power of attorney',
    { ...completeInputs, broker: {} },
    ['REVIEW MISSING_DATA /broker/poaOnFile'],
  ],
  [
    'ENT-10',
    'no power of attorney',
    { ...completeInputs, broker: { poaOnFile: false } },
    ['REVIEW CHECK /broker/poaOnFile'],
  ],
  [
    'ENT-11',
    'informal entry of a foreign importer',
    { ...inputsWithProfile({ importer: { name: 'A', isUsIor: false } }), shipment: { entryType: '11' } },
    ['REVIEW CHECK /profile/importer/isUsIor'],
  ],
  [
    'ENT-11',
    'a small shipment of an importer who may be foreign',
    inputsWithProfile({ importer: { name: 'A' } }),
    ['REVIEW QUESTION /profile/importer/isUsIor'],
  ],
  [
    'ENT-12',
    'a continuous bond of a foreign importer',
    inputsWithProfile({ importer: { name: 'A', isUsIor: false } }),
    ['REVIEW CHECK /profile/importer/isUsIor'],
  ],
  [
    'ENT-12',
    'a continuous bond of an importer who may be foreign',
    inputsWithProfile({ importer: { name: 'A' } }),
    ['REVIEW QUESTION /profile/importer/isUsIor'],
  ],
  [
    'ENT-13',
    'a case in scope and one unanswered',
    inputsWithProduct({ adcvd: [{ inScope: true, case: 'A-122-857' }, { case: 'C-122-858' }] }),
    [`REVIEW CHECK ${productAt}/adcvd/0/inScope`, `REVIEW QUESTION ${productAt}/adcvd/1/inScope`],
  ],
]

export const entryQuiet: readonly QuietCase[] = [
  ['ENT-01', 'six digits', inputsWithProduct({ htsCode: '610910' })],
  ['ENT-02', 'eight digits of a watch line without children', inputsWithProduct({ htsCode: '91011140' })],
  ['ENT-03', 'a known number', completeInputs],
  ['ENT-04', 'a known line with an unknown suffix', inputsWithProduct({ htsCode: '1702204090' })],
  ['ENT-04', 'a number of chapter 99, which ENT-05 refuses', inputsWithProduct({ htsCode: '9999999999' })],
  ['ENT-05', 'a number of chapter 97', inputsWithProduct({ htsCode: '9701210000' })],
  ['ENT-06', 'Type 01', { ...completeInputs, shipment: { entryType: '01' } }],
  ['ENT-07', '2,500.01 USD', inputsWithLine({ quantity: 1, unitValueUsd: 2500.01 })],
  ['ENT-07', 'a product that may be under an order', inputsWithProduct({ adcvd: [{ case: 'A-122-857' }] })],
  ['ENT-08', '2,500 USD without bond', { ...inputsWithLine({ quantity: 1, unitValueUsd: 2500 }), profile: {} }],
  ['ENT-09', 'an importer number', completeInputs],
  ['ENT-10', 'a power of attorney on file', completeInputs],
  [
    'ENT-11',
    'a foreign importer who enters formally',
    { ...inputsWithProfile({ importer: { name: 'A', isUsIor: false } }), shipment: { entryType: '01' } },
  ],
  [
    'ENT-12',
    'a single bond of a foreign importer',
    inputsWithProfile({ importer: { name: 'A', isUsIor: false }, bond: { type: 'single' } }),
  ],
  ['ENT-13', 'an order whose scope does not reach the product', inputsWithProduct({ adcvd: [{ inScope: false }] })],
  ['DATA-01', 'a date inside the window', completeInputs],
]
