import { describe, expect, it } from 'vitest'
import { loadRulePack } from '../../rule-pack-files.ts'
import { inputsWithProduct } from '../../testing/complete-inputs.ts'
import type { CodeListRow } from '../lists/code-lists.ts'
import { evaluateOrders } from '../rules/evaluate.ts'
import { productFacts } from '../rules/facts.ts'
import type { PlannedProduct } from '../rules/plan-inputs.ts'
import { resolveRules } from '../rules/rule-pack.ts'

const pack = loadRulePack()
const days = ['2026-11-21', '2026-12-04', '2027-02-09']

/** Lists of trade actions other than metals, and the program that goods on them have a line of. */
const programOf: readonly (readonly [list: RegExp, program: string])[] = [
  [/^33\(/, 'SECTION_232_AUTOS'],
  [/^37\(/, 'SECTION_232_WOOD'],
  [/^38\(/, 'SECTION_232_TRUCKS'],
  [/^39\(/, 'SECTION_232_SEMICONDUCTORS'],
  [/^40\(/, 'SECTION_232_PHARMA'],
  [/^41$/, 'SECTION_201_QUARTZ'],
  [/^43\(/, 'SECTION_232_UAS'],
  [/^51\(/, 'SECTION_338_CANADA'],
  [/^301:/, 'SECTION_301_CHINA'],
  [/^301-brazil:/, 'SECTION_301_BRAZIL'],
  [/^301-fl:/, 'SECTION_301_FORCED_LABOR'],
  [/^polysilicon$/, 'SECTION_232_POLYSILICON'],
]

const listed = [...pack.lists.rows.byPrefix.values()].flat().flatMap((row) => {
  const program = programOf.find(([list]) => list.test(row.list))?.[1]
  return program === undefined ? [] : [{ row, program }]
})

/** The number with as many noughts as ten digits need: lists are matched by leading digits. */
function goodsOf({ prefix, origins }: CodeListRow, origin: string): PlannedProduct {
  return { htsCode: prefix.padEnd(10, '0'), countryOfOrigin: origins[0] ?? origin }
}

function isInForceOn({ effectiveFrom, effectiveTo }: CodeListRow, day: string): boolean {
  return (effectiveFrom ?? '') <= day && day < (effectiveTo ?? '9999-12-31')
}

describe.each(days)('goods of which only the number and the origin are known, entered on %s', (day) => {
  const rules = resolveRules(pack, day)

  it('have a line of every trade action whose list they are on, for each row of each list', () => {
    const without = listed.filter(({ row, program }) => {
      if (!isInForceOn(row, day)) return false
      const { tradeActions } = productFacts(rules.law, 'prod_1', goodsOf(row, 'VN')).treatment()
      return !tradeActions.some(({ treatment }) => treatment.program === program)
    })
    expect(without).toEqual([])
  })

  it('have a finding that asks for review wherever a line needs an answer', () => {
    // Rows of one list that name the same heading are decided alike: one of them, of each origin that matters, is enough.
    const samples = new Map(listed.map(({ row }) => [`${row.list} ${row.value} ${row.prefix.slice(0, 2)}`, row]))
    const silent = [...samples.values()].flatMap((row) =>
      ['CN', 'CA', 'GB', 'DE', 'JP', 'BR', 'VN', 'UA'].flatMap((origin) => {
        const goods = goodsOf(row, origin)
        const { tradeActions } = productFacts(rules.law, 'prod_1', goods).treatment()
        const open = tradeActions.filter(({ treatment }) => treatment.status === 'needs_answer')
        const found = evaluateOrders(inputsWithProduct(goods), rules).flatMap(({ findings }) => findings)
        const reviewed = new Set(found.flatMap(({ severity, flags }) => (severity === 'INFO' ? [] : flags)))
        return open
          .filter(({ treatment }) => !reviewed.has(treatment.program))
          .map(({ treatment }) => [goods, treatment])
      }),
    )
    expect(silent).toEqual([])
  })
})

it('every record that says what is filed has a citation and a rule of the pack', () => {
  const ids = new Set(pack.rules.map(({ rule }) => rule.id))
  const records = pack.measures.flatMap(({ headings }) => headings.map(({ record }) => record))
  expect(records.filter(({ citation, ruleId }) => citation === '' || !ids.has(ruleId))).toEqual([])
})
