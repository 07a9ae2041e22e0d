import { describe, expect, it } from 'vitest'
import { loadRulePack } from '../../rule-pack-files.ts'
import { autoOriginCases } from '../../testing/customs-cases/auto-origins.ts'
import { autoCases } from '../../testing/customs-cases/autos.ts'
import { forcedLaborCases } from '../../testing/customs-cases/forced-labor.ts'
import { quartzCases, surchargeCases } from '../../testing/customs-cases/others.ts'
import { pharmaCases } from '../../testing/customs-cases/pharma.ts'
import { polysiliconCases } from '../../testing/customs-cases/polysilicon.ts'
import { brazilCases, chinaCases } from '../../testing/customs-cases/section-301.ts'
import { section338Cases } from '../../testing/customs-cases/section-338.ts'
import { semiconductorCases } from '../../testing/customs-cases/semiconductors.ts'
import { stackingCases } from '../../testing/customs-cases/stacking.ts'
import { type TreatmentCase, treatedGoods } from '../../testing/customs-cases/treatment-case.ts'
import { truckCases } from '../../testing/customs-cases/trucks.ts'
import { uasCases } from '../../testing/customs-cases/uas.ts'
import { woodCases } from '../../testing/customs-cases/wood.ts'
import { productFacts } from '../rules/facts.ts'
import { resolveRules } from '../rules/rule-pack.ts'

const pack = loadRulePack()

const groups: readonly (readonly [name: string, cases: readonly TreatmentCase[]])[] = [
  ['automobiles and parts', autoCases],
  ['automobiles and parts by origin', autoOriginCases],
  ['trucks, buses and parts', truckCases],
  ['wood', woodCases],
  ['semiconductors', semiconductorCases],
  ['pharmaceuticals', pharmaCases],
  ['unmanned aircraft', uasCases],
  ['polysilicon', polysiliconCases],
  ['Section 338 on goods of Canada', section338Cases],
  ['Section 301 on goods of China', chinaCases],
  ['Section 301 on goods of Brazil', brazilCases],
  ['Section 301 on forced labor', forcedLaborCases],
  ['Section 201 on quartz', quartzCases],
  ['the surcharge of Section 122', surchargeCases],
]

describe.each(groups)('%s', (_, cases) => {
  it.each(cases)('$clause', (treatmentCase) => {
    const { lines, asks, instead } = treatedGoods(pack, treatmentCase)
    expect({ lines, asks, instead }).toEqual({
      lines: treatmentCase.lines,
      asks: treatmentCase.asks ?? asks,
      instead: treatmentCase.instead ?? instead,
    })
  })
})

describe('several trade actions', () => {
  it.each(stackingCases)('$clause', ({ goods, lines }) => {
    const { tradeActions } = productFacts(resolveRules(pack, '2026-11-21').law, 'prod_1', goods).treatment()
    const said = tradeActions.map(({ treatment }) => treatment)
    expect(said.map(({ program, heading, status }) => `${program} ${heading ?? 'none'} ${status}`)).toEqual(lines)
  })

  it('in all of 15% replace the base, others add to it (stacking)', () => {
    const rateOf = (countryOfOrigin: string): readonly string[] =>
      treatedGoods(pack, {
        clause: '',
        program: 'SECTION_232_AUTOS',
        goods: { htsCode: '8703230140', countryOfOrigin },
        lines: [],
      }).rates
    expect(rateOf('JP')).toEqual(['15%'])
    expect(rateOf('CN')).toEqual(['The duty provided in the applicable subheading + 25%'])
  })
})

describe('rates that change on a date', () => {
  it.each([
    ['9401614011', '2026-12-31', 'The duty provided in the applicable subheading + 25%'],
    ['9401614011', '2027-01-01', 'The duty provided in the applicable subheading + 30%'],
    ['9403409060', '2026-12-31', 'The duty provided in the applicable subheading + 25%'],
    ['9403409060', '2027-01-01', 'The duty provided in the applicable subheading + 50%'],
  ])('are those of Proc 10976 cl. 5, as amended, for %s on %s', (htsCode, day, rate) => {
    const goods = { htsCode, countryOfOrigin: 'VN', isCabinetOrVanity: true }
    const said = treatedGoods(pack, { clause: '', program: 'SECTION_232_WOOD', goods, day, lines: [] })
    expect(said.rates).toEqual([rate])
  })
})
