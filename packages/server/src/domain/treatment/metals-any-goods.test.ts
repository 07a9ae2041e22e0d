import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { loadRulePack } from '../../rule-pack-files.ts'
import { completeInputs } from '../../testing/complete-inputs.ts'
import { packColumnOne } from '../customs/column-one.ts'
import { evaluateOrders } from '../rules/evaluate.ts'
import { productFacts } from '../rules/facts.ts'
import type { PlannedProduct } from '../rules/plan-inputs.ts'
import { resolveRules } from '../rules/rule-pack.ts'
import type { LawInForce } from './law-in-force.ts'

const pack = loadRulePack()

const percent = fc.constantFrom('0', '84.9', '85', '94.9', '95', '100')
const country = fc.constantFrom('US', 'CA', 'GB', 'RU', 'UN', 'OTH', 'N/A', 'XX')
const metal = { weightG: fc.constantFrom('0', '10', '149.9', '150', '990'), usPct: percent, ukPct: percent }
const some = { requiredKeys: [] }
const day = fc.constantFrom('2026-04-06', '2026-06-07', '2026-06-08', '2026-11-21', '2027-12-31', '2028-01-01')
const prefixes = [...pack.lists.rows.byPrefix].flatMap(([prefix, rows]) =>
  rows.some(({ list }) => list.startsWith('16(c)')) ? [prefix] : [],
)
const goods: fc.Arbitrary<PlannedProduct> = fc.record(
  {
    description: fc.constant('goods on a list of metals'),
    htsCode: fc.constantFrom(...prefixes).map((prefix) => prefix.padEnd(10, '0')),
    countryOfOrigin: fc.constantFrom('CA', 'MX', 'CN', 'GB', 'DE', 'RU', 'BY', 'US'),
    preference: fc.constant({ program: 'USMCA' } as const),
    articleWeightG: fc.constantFrom('0', '100', '1000'),
    metals: fc.record(
      {
        steel: fc.record({ ...metal, meltPour: country }, some),
        aluminum: fc.record({ ...metal, primarySmelt: country, secondarySmelt: country, cast: country }, some),
        copper: fc.record({ ...metal, smelt: country, cast: country }, some),
        evidence: fc.constant('Material certificate 4711'),
      },
      some,
    ),
    usContentPct: percent,
    endUse: fc.constantFrom('passenger_vehicle', 'truck_bus', 'agricultural_industrial', 'other'),
    modelYear: fc.constantFrom(1990, 2026),
    isVehiclePart: fc.boolean(),
  },
  { requiredKeys: ['description', 'htsCode', 'countryOfOrigin'] },
)

describe('goods on a list of U.S. note 16(c)', () => {
  it('have exactly one metals line on every day on which they are listed, whatever is known of them', () => {
    fc.assert(
      fc.property(goods, day, (product, date) => {
        const facts = productFacts(resolveRules(pack, date).law, 'prod_1', product)
        const isListed = facts.lists.some(({ list }) => list.startsWith('16(c)'))
        const lines = facts
          .treatment()
          .tradeActions.filter(({ treatment }) => treatment.program === 'SECTION_232_METALS')
        expect(lines).toHaveLength(isListed ? 1 : 0)
      }),
      { numRuns: 400 },
    )
  })

  it('are never left open without a finding that somebody has to answer', () => {
    fc.assert(
      fc.property(goods, day, (product, date) => {
        const rules = resolveRules(pack, date)
        const facts = productFacts(rules.law, 'prod_1', product)
        const isOpen = facts
          .treatment()
          .tradeActions.some(
            ({ treatment }) => treatment.program === 'SECTION_232_METALS' && treatment.status === 'needs_answer',
          )
        const asked = evaluateOrders({ ...completeInputs, products: { prod_1: product } }, rules)
          .flatMap(({ findings }) => findings)
          .filter(({ ruleId, severity }) => /^[MAT]232-/.test(ruleId) && severity !== 'INFO')
        expect(isOpen && asked.length === 0).toBe(false)
      }),
      { numRuns: 300 },
    )
  })
})

describe('the column 1 rate of goods on lists (ix) and (x), and of equipment', () => {
  const { law } = resolveRules(pack, '2026-11-21')

  function headingAt(rate: string, usPct: string, more: Partial<PlannedProduct>): string | null | undefined {
    const columnOne = packColumnOne(`hts,general,usmca\n84031000,${rate},0\n84248990,${rate},0\n`)
    const rated: LawInForce = { ...law, tariff: { ...law.tariff, columnOne } }
    const made = usPct === '0' ? 'CA' : 'US'
    const aluminum = { weightG: '100', primarySmelt: made, secondarySmelt: 'N/A', cast: made, usPct }
    const facts = productFacts(rated, 'prod_1', {
      description: 'machine',
      countryOfOrigin: 'CN',
      articleWeightG: '1000',
      metals: { steel: { weightG: '800', usPct }, aluminum },
      ...more,
    })
    return facts.treatment().tradeActions.find(({ treatment }) => treatment.program === 'SECTION_232_METALS')?.treatment
      .heading
  }

  const sprayer = { htsCode: '8424899000' }
  const boiler = { htsCode: '8403100000', endUse: 'agricultural_industrial' } as const
  const claim = { preference: { program: 'USMCA' } } as const

  it.each([
    ['note 16(f)', '14.9', '0', sprayer, '9903.82.10'],
    ['note 16(f)', '15', '0', sprayer, '9903.82.11'],
    ['note 16(f): the special rate where it is claimed', '15', '0', { ...sprayer, ...claim }, '9903.82.10'],
    ['note 16(e)', '9.9', '85', sprayer, '9903.82.07'],
    ['note 16(e)', '10', '85', sprayer, '9903.82.08'],
    ['note 16(f), (k)', '14.9', '0', boiler, '9903.82.25'],
    ['note 16(f), (k)', '15', '0', boiler, '9903.82.26'],
    ['note 16(e), (k)', '9.9', '85', boiler, '9903.82.23'],
    ['note 16(e), (k)', '10', '85', boiler, '9903.82.24'],
  ] as const)('by %s: %s%% and %s%% of the United States', (...[, rate, usPct, facts, heading]) => {
    expect(headingAt(rate, usPct, facts)).toBe(heading)
  })
})
