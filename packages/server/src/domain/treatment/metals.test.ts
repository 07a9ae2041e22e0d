import { describe, expect, it } from 'vitest'
import { loadRulePack } from '../../rule-pack-files.ts'
import type { MetalsCase } from '../../testing/customs-cases/metals-case.ts'
import { metalsEquipment } from '../../testing/customs-cases/metals-equipment.ts'
import { metalsOrigins } from '../../testing/customs-cases/metals-origins.ts'
import { metalsRates } from '../../testing/customs-cases/metals-rates.ts'
import { metalsReliefs } from '../../testing/customs-cases/metals-reliefs.ts'
import { metalsVehicles } from '../../testing/customs-cases/metals-vehicles.ts'
import { productFacts } from '../rules/facts.ts'
import { resolveRules } from '../rules/rule-pack.ts'
import type { TradeDecision } from './goods-treatment.ts'

const pack = loadRulePack()

function metalsOf({ htsCode, origin, facts, day = '2026-11-21' }: MetalsCase): TradeDecision[] {
  const { law } = resolveRules(pack, day)
  const goods = productFacts(law, 'prod_1', { description: 'goods', ...facts, htsCode, countryOfOrigin: origin })
  return goods.treatment().tradeActions.filter(({ treatment }) => treatment.program === 'SECTION_232_METALS')
}

const cases = [...metalsRates, ...metalsOrigins, ...metalsReliefs, ...metalsEquipment, ...metalsVehicles].map(
  (metalsCase) => [metalsCase.clause, metalsCase.goods, metalsCase] as const,
)

describe('of the metals headings of section 232', () => {
  it.each(cases)('by %s: %s', (_clause, _goods, metalsCase) => {
    const { heading, status, basis = 'fullValue', or = [], asks = [] } = metalsCase
    const decided = metalsOf(metalsCase).map(({ treatment }) => ({
      heading: treatment.heading,
      status: treatment.status,
      basis: treatment.basis,
      or: (treatment.alternatives ?? []).map((alternative) => alternative.heading ?? 'none'),
      asks: treatment.asks ?? [],
    }))
    expect(decided).toEqual([{ heading, status, basis, or, asks }])
  })

  it('none is filed before 2026-04-06, and none for goods on no list', () => {
    const saucepan = { clause: '', goods: '', htsCode: '7323930045', origin: 'CN', heading: null } as const
    expect(metalsOf({ ...saucepan, status: 'applies', day: '2026-04-05' })).toEqual([])
    expect(metalsOf({ ...saucepan, status: 'applies', htsCode: '6109100012' })).toEqual([])
  })
})
