import type { PlanInputs, PlannedProduct } from '../../domain/rules/plan-inputs.ts'
import { inputsWithProduct } from '../complete-inputs.ts'
import { type ActingCase, productAt, type QuietCase } from './rule-case.ts'

const car = '8703230140'
const bumper = '8708103020'
const usmca = { program: 'USMCA' } as const
const certified = { htsCode: '3926301000', countryOfOrigin: 'CN', endUseCert: 'Certificate of 2026-11-02' }
const outsideWindow = { tpp: '0', dramGBs: '0' }
const note = `INFO NOTICE ${productAt}/htsCode`
const check = `REVIEW CHECK ${productAt}/htsCode`
const question = (field: string): string => `REVIEW QUESTION ${productAt}/${field}`
const goods = (htsCode: string, countryOfOrigin: string, facts: Partial<PlannedProduct> = {}): PlanInputs =>
  inputsWithProduct({ htsCode, countryOfOrigin, ...facts })

export const section232Acting: readonly ActingCase[] = [
  ['A232-01', 'a car of China', goods(car, 'CN'), [note]],
  [
    'A232-01',
    'a claimed car without U.S. content',
    goods(car, 'CA', { preference: usmca }),
    [question('usContentPct')],
  ],
  ['A232-01', 'a car of the United Kingdom', goods(car, 'GB'), [check]],
  ['A232-02', 'a laptop', goods('8471300100', 'CN'), [question('isVehiclePart')]],
  ['A232-02', 'a laptop that is no part', goods('8471300100', 'CN', { isVehiclePart: false }), [note]],
  ['A232-02', 'a part of what', goods(bumper, 'CN', { isVehiclePart: true }), [question('endUse')]],
  ['A232-03', 'a certified part of what', inputsWithProduct(certified), [question('endUse')]],
  [
    'A232-03',
    'a certified automobile part',
    inputsWithProduct({ ...certified, endUse: 'passenger_vehicle' }),
    [`REVIEW CHECK ${productAt}/endUseCert`],
  ],
  [
    'A232-03',
    'a certified truck part',
    inputsWithProduct({ ...certified, endUse: 'truck_bus' }),
    [`REVIEW CHECK ${productAt}/endUseCert`],
  ],
  ['T232-01', 'a road tractor', goods('8701210080', 'DE'), [note]],
  ['T232-01', 'an electric truck', goods('8704600000', 'DE'), [question('endUse')]],
  [
    'T232-01',
    'a claimed tractor with U.S. content',
    goods('8701210080', 'MX', { preference: usmca, usContentPct: '30' }),
    [check],
  ],
  ['T232-02', 'an axle', goods('8708508500', 'CN'), [question('endUse'), question('isVehiclePart')]],
  ['T232-02', 'an axle that is no part', goods('8708508500', 'CN', { isVehiclePart: false }), [note]],
  ['W232-01', 'pine', goods('4407110042', 'CA'), [note]],
  ['W232-02', 'a sofa', goods('9401614011', 'VN'), [note]],
  ['W232-03', 'furniture that may be a cabinet', goods('9403409060', 'VN'), [question('isCabinetOrVanity')]],
  ['W232-03', 'a cabinet', goods('9403409060', 'VN', { isCabinetOrVanity: true }), [note]],
  ['W232-04', 'a sofa of Italy', goods('9401614011', 'IT'), [note]],
  ['W232-04', 'furniture of Japan', goods('9403409060', 'JP'), [question('isCabinetOrVanity')]],
  [
    'C232-01',
    'a processing unit',
    goods('8471500150', 'TW'),
    [question('semi/dramGBs'), question('semi/endUse'), question('semi/tpp')],
  ],
  ['C232-01', 'a unit outside the windows', goods('8471500150', 'TW', { semi: outsideWindow }), [note]],
  [
    'P232-01',
    'an ingredient',
    goods('2918993000', 'IN'),
    [question('pharma/company'), question('pharma/generic'), question('pharma/patented')],
  ],
  [
    'P232-01',
    'a patented ingredient',
    goods('2918993000', 'IN', { pharma: { patented: true, generic: false, company: 'Example Pharma Inc.' } }),
    [check],
  ],
  ['P232-01', 'a generic', goods('2918993000', 'IN', { pharma: { generic: true } }), [note]],
  ['U232-01', 'an unmanned aircraft', goods('8806220000', 'CN'), [question('uas/thermalImaging')]],
  ['U232-01', 'a heavy unmanned aircraft', goods('8806240000', 'CN'), [check]],
  ['U232-01', 'a part of unmanned aircraft', goods('8807300000', 'CN', { uas: { isUas: true } }), [check]],
  ['U232-01', 'a power supply', goods('8504409580', 'CN', { uas: { isUas: false } }), [note]],
  ['Y232-01', 'a module', goods('8541430010', 'VN'), [question('mipCertificate')], '2026-12-04'],
  [
    'Y232-01',
    'a module with a certificate',
    goods('8541430010', 'VN', { mipCertificate: 'MIP-1' }),
    [check],
    '2026-12-04',
  ],
]

export const section232Quiet: readonly QuietCase[] = [
  ['A232-01', 'a motorcycle', goods('8711600050', 'CN')],
  ['A232-02', 'a book', goods('4901990093', 'CN')],
  ['A232-03', 'the same plastic fitting without certificate', goods('3926301000', 'CN', { endUse: 'truck_bus' })],
  ['T232-01', 'a car', goods(car, 'CN')],
  ['T232-02', 'a tire on the list of automobile parts alone', goods('4011101010', 'CN')],
  ['W232-01', 'a hardwood', goods('4407210100', 'CA')],
  ['W232-02', 'a sofa of the United Kingdom', goods('9401614011', 'GB')],
  ['W232-03', 'a shelf', goods('9403208100', 'VN')],
  ['W232-04', 'a sofa of Viet Nam', goods('9401614011', 'VN')],
  ['C232-01', 'a laptop', goods('8471300100', 'CN')],
  ['P232-01', 'a vitamin drink', goods('2202999090', 'IN')],
  ['U232-01', 'a power supply of another number', goods('8504409550', 'CN')],
  ['Y232-01', 'a module before 2026-12-04', goods('8541430010', 'VN')],
]
