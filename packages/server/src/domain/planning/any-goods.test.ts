import type { ProductInput } from '@entrygo/sdk/contract'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { loadRulePack } from '../../rule-pack-files.ts'
import { aParty } from '../../testing/builders.ts'
import { schemaFaults } from '../../testing/contract-check.ts'
import { type CaseGoods, type PlannedProduct, planProduct } from '../../testing/customs-cases/planned-case.ts'

const pack = loadRulePack()
const { codes } = pack.reference.tariff
const ruleIds = new Set(pack.rules.map(({ rule }) => rule.id))
const listed = [...new Set([...pack.lists.rows.byPrefix.keys()])]
const countries = [...pack.reference.countries]

/** A number of the tariff, as often as not one that a list of the pack names. */
const htsCode = fc.oneof(
  fc.nat({ max: codes.length - 1 }).map((index) => String(codes[index] ?? 0).padStart(10, '0')),
  fc.constantFrom(...listed).map((prefix) => lineUnder(prefix)),
)
const origin = fc.oneof(
  fc.constantFrom(...countries),
  fc.constantFrom('CA', 'MX', 'CN', 'GB', 'DE', 'JP', 'KR', 'TW', 'VN', 'BR', 'RU', 'US'),
)
const percent = fc.constantFrom('0', '14.9', '85', '95', '100')
const country = fc.constantFrom('US', 'CA', 'GB', 'RU', 'UN', 'OTH', 'N/A')
const metal = {
  weightG: fc.constantFrom('0', '10', '149.9', '150', '990'),
  usPct: percent,
  ukPct: percent,
}
const optional = { requiredKeys: [] }
const facts = fc.record(
  {
    preference: fc.constant({ program: 'USMCA' } as const),
    articleWeightG: fc.constantFrom('1000', '100'),
    metals: fc.record(
      {
        steel: fc.record({ ...metal, meltPour: country }, optional),
        aluminum: fc.record({ ...metal, primarySmelt: country, secondarySmelt: country, cast: country }, optional),
        copper: fc.record({ ...metal, smelt: country, cast: country }, optional),
        evidence: fc.constant('Bill of materials'),
      },
      optional,
    ),
    usContentPct: percent,
    endUse: fc.constantFrom('passenger_vehicle', 'truck_bus', 'agricultural_industrial', 'other'),
    modelYear: fc.constantFrom(1995, 2020, 2026),
    isVehiclePart: fc.boolean(),
    isCabinetOrVanity: fc.boolean(),
    isQuartzSurface: fc.boolean(),
    childrenProduct: fc.boolean(),
    packaging: fc.constantFrom('packaged', 'bulk'),
    semi: fc.record({ tpp: fc.constantFrom('100', '15000'), dramGBs: fc.constantFrom('100', '5000') }, optional),
    uas: fc.record({ isUas: fc.boolean(), thermalImaging: fc.boolean(), dockingStation: fc.boolean() }, optional),
    pharma: fc.record({ patented: fc.boolean(), generic: fc.boolean() }, optional),
  },
  optional,
)
const goods = fc.record({ htsCode, origin, facts }).map(({ htsCode: code, origin: made, facts: known }): CaseGoods => {
  const product: ProductInput = {
    externalId: 'any',
    description: 'Any article of any kind',
    htsCode: code,
    countryOfOrigin: made,
    uom: 'C62',
    manufacturer: aParty(),
    unitNetWeightG: '1000',
    provenance: { countryOfOrigin: { source: 'owner' } },
    ...known,
  }
  return {
    product,
    line: { quantity: 10, unitValueUsd: 20, uom: 'C62', netWeightKg: '10', grossWeightKg: '11' },
    shipFrom: 'CA',
  }
})
const day = fc.constantFrom(
  '2026-11-21',
  '2026-11-21',
  '2026-04-05',
  '2026-04-06',
  '2026-06-08',
  '2026-07-24',
  '2027-01-01',
)

describe('goods of any number, origin and facts', () => {
  it('have treatments that the contract allows, each with its citation and a rule of the pack', () => {
    everywhere(({ treatment }) => {
      expect(schemaFaults('LineTreatment', treatment)).toEqual([])
      for (const { citation, ruleId } of [...treatment.trade_actions, ...treatment.pga]) {
        expect(citation).not.toBe('')
        expect(ruleIds).toContain(ruleId)
      }
    })
  })

  it('have at most one heading of the metals action', () => {
    everywhere(({ treatment }) => {
      const metals = treatment.trade_actions.filter(({ program }) => program === 'SECTION_232_METALS')
      expect(metals.length).toBeLessThanOrEqual(1)
    })
  })

  it('are not ready while a treatment needs an answer, and the answer is asked for on the goods', () => {
    everywhere(({ treatment, planned, readiness }) => {
      const open = treatment.trade_actions.filter(({ status }) => status === 'needs_answer')
      if (open.length === 0) return
      expect(readiness).not.toBe('READY')
      const asking = planned.body.validationMessages.filter(({ severity }) => severity !== 'INFO')
      expect(asking.some(({ product_id }) => product_id === 'prod_1')).toBe(true)
    })
  })

  it('give findings that the contract allows, and say which rule asks for what where', () => {
    everywhere(({ planned }) => {
      for (const finding of planned.body.validationMessages) {
        expect(schemaFaults('Finding', finding)).toEqual([])
        expect(ruleIds.has(finding.ruleId) || finding.ruleId.startsWith('PLAN-')).toBe(true)
        expect(finding.message).not.toMatch(/[{}]|undefined/)
      }
    })
  })
})

function everywhere(holds: (planned: PlannedProduct) => void): void {
  fc.assert(
    fc.property(goods, day, (some, on) => {
      holds(planProduct(pack, some, { day: on }))
    }),
    { numRuns: 300, seed: 20261121 },
  )
}

/** The first number of the tariff with these leading digits. */
function lineUnder(prefix: string): string {
  const wanted = Number(prefix.padEnd(10, '0'))
  const code = codes.find((candidate) => candidate >= wanted)
  return String(code ?? 0).padStart(10, '0')
}
