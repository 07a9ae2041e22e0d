import { packColumnOne } from '../domain/customs/column-one.ts'
import { packTariffSchedule } from '../domain/customs/tariff-schedule.ts'
import { type CodeListRow, codeLists } from '../domain/lists/code-lists.ts'
import { type ProductFacts, productFacts } from '../domain/rules/facts.ts'
import type { PlannedProduct } from '../domain/rules/plan-inputs.ts'
import type { PackFacts } from '../domain/rules/predicate.ts'
import type { MeasureInForce } from '../domain/treatment/decide-trade-actions.ts'
import type { LawInForce } from '../domain/treatment/law-in-force.ts'

/** Lists by name, each with one prefix and what it says of it. */
export type TestLists = Readonly<Record<string, readonly [prefix: string, value: string]>>

export function testLists(lists: TestLists): PackFacts['lists'] {
  return codeLists(
    Object.entries(lists).map(
      ([list, [prefix, value]]): CodeListRow => ({
        list,
        prefix,
        value,
        origins: [],
        effectiveFrom: null,
        effectiveTo: null,
        recordedAt: '2026-11-21',
        confidence: 'H',
        citation: 'A list of a test',
      }),
    ),
  )
}

/** A pack that knows the country CA and these lists. */
export function testPack(lists: TestLists = {}): PackFacts {
  return {
    reference: {
      countries: new Set(['CA']),
      currencies: new Set(),
      ports: new Map(),
      units: { uomSizes: new Map(), htsUnits: new Map() },
      tariff: testLaw({}).tariff,
    },
    lists: testLists(lists),
    terms: { countries: new Map([['EU', ['DE', 'FR']]]), conditions: new Map() },
    validFrom: '2026-09-29',
    validThrough: '2026-11-30',
  }
}

/** The law of 2026-11-21 with these lists and measures; 7323.93.00 pays 15%, 6109.10.00 14.9%, both free under a USMCA claim. */
export function testLaw(law: {
  lists?: TestLists
  measures?: readonly MeasureInForce[]
  lawDate?: string
}): LawInForce {
  const columnOne = packColumnOne('hts,general,usmca\n61091000,14.9,0\n73239300,15,0\n')
  return {
    lawDate: law.lawDate ?? '2026-11-21',
    tariff: packTariffSchedule('a test', 'hts,units\n7323930045,No. | kg\n', columnOne),
    lists: testLists(law.lists ?? {}),
    measures: law.measures ?? [],
    agencies: { programs: [], byList: new Map() },
  }
}

/** Goods of China under 7323.93.0045, with these facts. */
export function testGoods(facts: Partial<PlannedProduct> = {}, law: LawInForce = testLaw({})): ProductFacts {
  return productFacts(law, 'prod_1', {
    description: 'goods of a test',
    htsCode: '7323930045',
    countryOfOrigin: 'CN',
    ...facts,
  })
}
