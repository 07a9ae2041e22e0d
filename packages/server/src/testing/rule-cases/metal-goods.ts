import type { PlanInputs, PlannedProduct } from '../../domain/rules/plan-inputs.ts'
import { inputsWithLine, inputsWithProduct } from '../complete-inputs.ts'
import { productAt } from './rule-case.ts'

export const metalsAt: string = `${productAt}/metals`
export const evidence = 'Material certificate 4711'
export const usmca = { program: 'USMCA' } as const

/** A saucepan of stainless steel, on 16(c)(vii). */
export const saucepan = (facts: Partial<PlannedProduct> = {}): PlanInputs =>
  inputsWithProduct({ htsCode: '7323930045', ...facts })
/** A ladder of aluminum, on 16(c)(vi). */
export const ladder = (aluminum: object, facts: Partial<PlannedProduct> = {}): PlanInputs =>
  inputsWithProduct({ htsCode: '7616995130', metals: { aluminum }, ...facts })
/** A single edge razor blade, on 16(c)(vii) outside chapter 73. */
export const blade = (facts: Partial<PlannedProduct>): PlanInputs =>
  inputsWithProduct({ htsCode: '8205595505', ...facts })
/** A fork-lift truck, on 16(c)(xi). */
export const forkLift = (facts: Partial<PlannedProduct>): PlanInputs =>
  inputsWithProduct({ htsCode: '8427104000', ...weighing('900'), ...facts })
/** A central heating boiler, on 16(c)(vii) in chapter 84. */
export const boiler = (facts: Partial<PlannedProduct>): PlanInputs =>
  inputsWithProduct({ htsCode: '8403100000', ...weighing('900'), ...facts })
/** A metal forming die, on 16(c)(x). */
export const die: PlanInputs = inputsWithProduct({ htsCode: '8207306062' })
/** An ingot of steel, on 16(c)(iii). */
export const ingot = (steel: object): PlanInputs => inputsWithProduct({ htsCode: '7206100000', metals: { steel } })
export const tShirt: PlanInputs = inputsWithProduct({})
export const carrying = (...ch99Codes: string[]): PlanInputs => inputsWithLine({ ch99Codes })

export function weighing(weightG: string, usPct = '0'): Partial<PlannedProduct> {
  return { articleWeightG: '1000', metals: { steel: { weightG, usPct, meltPour: 'CA' } } }
}

export const canadian = { primarySmelt: 'CA', secondarySmelt: 'N/A', cast: 'CA', usPct: '0' }
export const british = { countryOfOrigin: 'GB' }

/** A bumper that is a part of a passenger vehicle, on 16(c)(vii) and 33(g). */
export function vehiclePart(): PlanInputs {
  return inputsWithProduct({ htsCode: '8708103020', isVehiclePart: true, endUse: 'passenger_vehicle' })
}
