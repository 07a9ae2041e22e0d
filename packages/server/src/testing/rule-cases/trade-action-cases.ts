import type { PlanInputs, PlannedProduct } from '../../domain/rules/plan-inputs.ts'
import { inputsWithLine, inputsWithProduct } from '../complete-inputs.ts'
import { type ActingCase, lineAt, productAt, type QuietCase } from './rule-case.ts'

const usmca = { program: 'USMCA' } as const
const shirt = '6109100012'
const whisky = '2208303030'
const pine = '4407110042'
const note = `INFO NOTICE ${productAt}/htsCode`
const check = `REVIEW CHECK ${productAt}/htsCode`
const question = (field: string): string => `REVIEW QUESTION ${productAt}/${field}`
const goods = (htsCode: string, countryOfOrigin: string, facts: Partial<PlannedProduct> = {}): PlanInputs =>
  inputsWithProduct({ htsCode, countryOfOrigin, ...facts })
const banned = [`BLOCK NOT_ALLOWED ${productAt}/countryOfOrigin`]
const outOfScope = [
  { inScope: false, case: 'A-122-857' },
  { inScope: false, case: 'C-122-858' },
]

export const tradeActionActing: readonly ActingCase[] = [
  ['X338-01', 'wine of Canada', goods('2204212000', 'CA'), banned],
  ['X338-01', 'whey of Canada', goods('0404100500', 'CA'), banned],
  ['X338-01', 'a motorcycle of Canada', goods('8711500030', 'CA'), banned],
  ['X338-01', 'packaged whisky of Canada', goods(whisky, 'CA', { packaging: 'packaged' }), banned],
  ['X338-01', 'whisky of Canada, nobody knows how presented', goods(whisky, 'CA'), [question('packaging')]],
  ['X338-02', 'a shirt of Canada with a claim', goods(shirt, 'CA', { preference: usmca }), [check, note]],
  [
    'X338-02',
    'protein of Canada, certified for what',
    goods('3504005050', 'CA', { endUseCert: 'Certificate of 2026-11-02' }),
    [check],
  ],
  ['X301-01', 'furniture of China', goods('9403409060', 'CN'), [note]],
  ['X301-01', 'a pan of China, duty suspended', goods('7323930045', 'CN'), [note]],
  ['X301-01', 'a chassis of China', goods('8716390090', 'CN'), [check, note]],
  ['X301-02', 'a laptop of China, exempt', goods('8471300100', 'CN'), [note]],
  ['X301-02', 'a shirt of Viet Nam, perhaps exempt', goods(shirt, 'VN'), [check]],
  ['X301-02', 'syrup of Canada with a claim', goods('1702204070', 'CA', { preference: usmca }), [note]],
  ['X301-02', 'a claimed cabinet', goods('9403409060', 'CA', { preference: usmca, isCabinetOrVanity: true }), [check]],
  ['X301-03', 'a shirt of Brazil', goods(shirt, 'BR'), [note]],
  ['X301-03', 'furniture of Brazil that may be a cabinet', goods('9403409060', 'BR'), [check]],
  ['X201-01', 'a slab', goods('6810990020', 'CN'), [question('isQuartzSurface')]],
  ['X201-01', 'a quartz slab', goods('6810990020', 'CN', { isQuartzSurface: true }), [check]],
  ['X201-01', 'a slab of Mexico, exempt', goods('6810990020', 'MX'), [note]],
  ['X122-01', 'a claimed shirt in May', goods(shirt, 'CA', { preference: usmca }), [note], '2026-05-04'],
  ['X122-01', 'a shirt in May', goods(shirt, 'VN'), [check], '2026-05-04'],
  [
    'XEEP-01',
    'headings of emergency duties',
    inputsWithLine({ ch99Codes: ['99030110', '9903.02.20'] }),
    [`BLOCK NOT_ALLOWED ${lineAt}/ch99Codes/0`, `BLOCK NOT_ALLOWED ${lineAt}/ch99Codes/1`],
  ],
  ['ADC-01', 'pine of Canada', goods(pine, 'CA'), [question('adcvd')]],
  ['ADC-01', 'one of two cases answered', goods(pine, 'CA', { adcvd: outOfScope.slice(1) }), [question('adcvd')]],
  ['ENT-13', 'pine of Canada, not answered', goods(pine, 'CA'), [question('adcvd')]],
]

export const tradeActionQuiet: readonly QuietCase[] = [
  ['X338-01', 'wine of France', goods('2204212000', 'FR')],
  ['X338-01', 'whisky of Canada in bulk', goods(whisky, 'CA', { packaging: 'bulk' })],
  ['X338-02', 'the same shirt of Viet Nam', goods(shirt, 'VN')],
  ['X301-01', 'furniture of Viet Nam', goods('9403409060', 'VN')],
  ['X301-02', 'a shirt of Ukraine', goods(shirt, 'UA')],
  ['X301-03', 'a shirt of Peru', goods(shirt, 'PE')],
  ['X201-01', 'concrete tiles', goods('6810190000', 'CN')],
  ['X122-01', 'a shirt after 2026-07-24', goods(shirt, 'VN')],
  ['XEEP-01', 'a heading in force', inputsWithLine({ ch99Codes: ['9903.03.14'] })],
  ['ADC-01', 'pine of Canada, out of scope', goods(pine, 'CA', { adcvd: outOfScope })],
  ['ADC-01', 'pine of Sweden', goods(pine, 'SE')],
  ['ENT-07', 'pine of Canada, which may be under an order', goods(pine, 'CA')],
  ['ENT-13', 'pine of Canada, out of scope', goods(pine, 'CA', { adcvd: outOfScope })],
]
