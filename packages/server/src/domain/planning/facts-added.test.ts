import type { Finding, ProductInput } from '@entrygo/sdk/contract'
import { describe, expect, it } from 'vitest'
import { loadRulePack } from '../../rule-pack-files.ts'
import { type CaseGoods, type PlannedProduct, planProduct } from '../../testing/customs-cases/planned-case.ts'
import { productCases } from '../../testing/customs-cases/products.ts'
import { readyGoods } from '../../testing/customs-cases/ready-goods.ts'

const pack = loadRulePack()

/** Facts that none of the goods below is asked for, whatever else they are asked. */
const unrelated: readonly Partial<ProductInput>[] = [
  { brand: 'Example' },
  { model: 'EX-1' },
  { ageGrade: '12+' },
  { isQuartzSurface: false },
  { mipCertificate: 'MIP-1' },
  { returnEvidence: 'Export declaration' },
  { pharma: { patented: false, generic: true } },
  { semi: { tpp: '1', dramGBs: '1' } },
  { uas: { isUas: false } },
]

describe.each(productCases.map((goods) => [goods.id, goods] as const))('%s', (_, goods) => {
  const asked = asks(planProduct(pack, goods, {}))

  it.each(unrelated)('asks the same with %j', (fact) => {
    expect(asks(planProduct(pack, goods, { product: fact }))).toEqual(asked)
  })
})

describe.each(readyGoods.map((goods) => [goods.product.externalId, goods] as const))('%s', (_, goods) => {
  it('asks again for each fact that is taken away, whatever else is added', () => {
    for (const name of openFacts(goods)) {
      const open = planProduct(pack, goods, { without: [name] })
      for (const fact of unrelated) {
        const still = planProduct(pack, goods, { product: fact, without: [name] })
        expect(asks(still), `${name} with ${JSON.stringify(fact)}`).toEqual(asks(open))
        expect(still.readiness).not.toBe('READY')
      }
    }
  })
})

/** Facts of ready goods whose absence is asked about. */
function openFacts(goods: CaseGoods): (keyof ProductInput)[] {
  const names = [
    ...(['htsCode', 'countryOfOrigin', 'manufacturer', 'metals', 'pga', 'preference', 'isVehiclePart'] as const),
    ...(['isCabinetOrVanity', 'hazmat', 'supplyChainTrace', 'materials', 'construction', 'gender'] as const),
  ]
  return names.filter(
    (name) => goods.product[name] !== undefined && planProduct(pack, goods, { without: [name] }).readiness !== 'READY',
  )
}

/** "rule code pointer" of everything that is asked or barred. */
function asks({ planned }: PlannedProduct): string[] {
  const findings: readonly Finding[] = planned.body.validationMessages
  return findings
    .filter(({ severity }) => severity !== 'INFO')
    .map(({ ruleId, code, pointer }) => `${ruleId} ${code} ${pointer}`)
}
