import { describe, expect, it } from 'vitest'
import { loadRulePack } from '../../rule-pack-files.ts'
import { planProduct } from '../../testing/customs-cases/planned-case.ts'
import { productCases } from '../../testing/customs-cases/products.ts'

const pack = loadRulePack()

describe.each(productCases)('$id: $title', (productCase) => {
  const { rules, headings, oneOfHeadings, readiness, flips } = productCase
  const said = planProduct(pack, productCase)

  it(`is ${readiness}`, () => {
    expect(said).toMatchObject({ readiness })
  })

  it(`is looked at by ${rules.join(', ')}`, () => {
    expect(rules.filter((rule) => !said.rulesLookedAt.has(rule))).toEqual([])
  })

  it(`is treated under ${[...headings, ...(oneOfHeadings ?? [])].join(', ')}`, () => {
    expect(said.headings).toEqual(expect.arrayContaining([...headings]))
    if (oneOfHeadings !== undefined) expect(said.headings.filter((h) => oneOfHeadings.includes(h))).toHaveLength(1)
  })

  it.each(flips)('is $readiness when $given', (flip) => {
    const then = planProduct(pack, productCase, flip)
    expect({ readiness: then.readiness, findings: then.findings }).toMatchObject({ readiness: flip.readiness })
    expect(then.headings).toEqual(expect.arrayContaining([...flip.headings]))
  })
})
