import type { PlanInputs } from '../../domain/rules/plan-inputs.ts'
import { completeInputs, inputsWithOrder, inputsWithProduct, inputsWithProfile } from '../complete-inputs.ts'
import { type ActingCase, orderAt, productAt, type QuietCase } from './rule-case.ts'

/** As no list is loaded in these cases, parties without a screening of their own are told of once. */
const notDone = 'INFO NOTICE /profile/importer/screening'
const listDate = '2026-11-20'
const screened = { listDate, result: 'clear' } as const

/** 31 CFR chapter V (OFAC) and 15 CFR 744 (Entity List): restricted parties. */
export const partyActing: readonly ActingCase[] = [
  ['PTY-01', 'parties that nobody screened', completeInputs, [notDone]],
  [
    'PTY-01',
    'a buyer whom the caller matched',
    inputsWithOrder({ buyer: { name: 'Example Buyer', screening: { listDate, result: 'match' } } }),
    [`BLOCK NOT_ALLOWED ${orderAt}/buyer/screening/result`, notDone],
  ],
  [
    'PTY-01',
    'a consignee who may be listed',
    inputsWithOrder({ consignee: { name: 'Example Consignee', screening: { listDate, result: 'possible' } } }),
    [`REVIEW CHECK ${orderAt}/consignee/screening/result`, notDone],
  ],
  [
    'PTY-01',
    'a maker who may be listed',
    inputsWithProduct({ manufacturer: { name: 'Example Maker', screening: { listDate, result: 'possible' } } }),
    [`REVIEW CHECK ${productAt}/manufacturer/screening/result`, notDone],
  ],
  [
    'PTY-01',
    'an importer whom the caller matched',
    inputsWithProfile({ importer: { name: 'Example Importer', screening: { listDate, result: 'match' } } }),
    ['BLOCK NOT_ALLOWED /profile/importer/screening/result', notDone],
  ],
  [
    'PTY-01',
    'a warehouse that may be listed',
    {
      ...completeInputs,
      warehouse: {
        ...completeInputs.warehouse,
        address: { name: 'Example Warehouse', country: 'CA', screening: { listDate, result: 'possible' } },
      },
    },
    ['REVIEW CHECK /warehouse/address/screening/result', notDone],
  ],
  [
    'PTY-01',
    'a producer in the certification who may be listed',
    inputsWithProduct({
      preference: {
        program: 'USMCA',
        certificate: {
          certifiedBy: 'producer',
          certifier: { name: 'Example Certifier' },
          producer: { name: 'Example Producer', screening: { listDate, result: 'possible' } },
        },
      },
    }),
    [`REVIEW CHECK ${productAt}/preference/certificate/producer/screening/result`, notDone],
  ],
]

export const partyQuiet: readonly QuietCase[] = [
  ['PTY-01', 'parties that the caller screened and cleared', screenedInputs()],
]

function screenedInputs(): PlanInputs {
  const party = { name: 'Example Party', screening: screened }
  return {
    ...completeInputs,
    orders: inputsWithOrder({ seller: party, buyer: party }).orders,
    products: inputsWithProduct({ manufacturer: party }).products,
    profile: inputsWithProfile({ importer: { ...party, iorNumber: '12-3456789', isUsIor: true } }).profile,
  }
}
