import type { AgencyCase } from './agency-case.ts'
import { controlledCases } from './pga-controlled.ts'
import { foodAndDrugCases } from './pga-food.ts'
import { industryCases } from './pga-industry.ts'
import { meatAndPlantCases } from './pga-plants.ts'
import { wildlifeAndFieldCases } from './pga-wildlife.ts'

export const agencyCases: readonly AgencyCase[] = [
  ...foodAndDrugCases,
  ...meatAndPlantCases,
  ...wildlifeAndFieldCases,
  ...industryCases,
  ...controlledCases,
]
